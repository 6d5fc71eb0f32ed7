import { Button, Switch, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Place } from '../queries';
import classes from './minutes.module.css';
import { MinutesDocument } from './minutes-document';
import { minutesFile, minutesQuery } from './queries';

/** The minutes: with or without names, to be read here and downloaded. */
export function MinutesView({ place }: { place: Place }) {
  const { t } = useTranslation('meetings');
  const [names, setNames] = useState(false);
  const { data: minutes, error, refetch } = useQuery(minutesQuery(place, names));
  return (
    <>
      <div className={classes.tools}>
        <Switch
          label={t('minutes.names')}
          checked={names}
          onChange={({ currentTarget }) => setNames(currentTarget.checked)}
        />
        <MinutesDownloads place={place} names={names} />
      </div>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !minutes && <Loading />}
      {minutes && (
        <>
          {!minutes.is_final && <Text c="dimmed">{t('minutes.running')}</Text>}
          <MinutesDocument minutes={minutes} />
        </>
      )}
    </>
  );
}

/** The minutes as files. */
export function MinutesDownloads({ place, names }: { place: Place; names: boolean }) {
  const { t } = useTranslation('meetings');
  return (
    <>
      {(['docx', 'md'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          href={minutesFile(place, kind, names)}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t(`minutes.${kind}`)}
        </Button>
      ))}
    </>
  );
}
