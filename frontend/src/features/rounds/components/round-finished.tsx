import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import type { MyRound } from '../queries';

interface RoundFinishedProps {
  round: MyRound;
  onReview: () => void;
  /** The way back to what else there is to do. */
  home: ReactNode;
}

/** Thanks, what is safe, and what happens next. */
export function RoundFinished({ round, onReview, home }: RoundFinishedProps) {
  const { t } = useTranslation('rounds');
  return (
    <>
      <PageHeader title={t('done.title')} />
      <p>{t('done.saved')}</p>
      {round.closes_at && (
        <p>
          {t('done.change')} <Moment at={round.closes_at} style="long" />.
        </p>
      )}
      <p>{t('done.next')}</p>
      <Stack gap="sm" align="flex-start" mt="lg">
        {home}
        <Button variant="default" onClick={onReview}>
          {t('done.look')}
        </Button>
      </Stack>
    </>
  );
}
