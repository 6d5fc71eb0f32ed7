import { Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArmchair,
  IconArrowLeft,
  IconMasksTheater,
  IconPlugConnectedX,
  IconSettings,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortMoment } from '@/lib/dates';
import { Dialog } from '@/ui/dialog';
import { ProblemNotice } from '@/ui/problem-notice';
import {
  type Mishap,
  PACES,
  type Pace,
  type Rehearsal,
  rehearsalQuery,
  useChangePace,
  useEndRehearsal,
  useMishap,
} from '../queries';
import classes from './rehearsal-band.module.css';

interface RehearsalBandProps {
  studyId: string;
  /** The way back to the true meeting's plan. */
  back: (rehearsal: Rehearsal, label: ReactNode) => ReactNode;
  onEnded: (rehearsal: Rehearsal) => void;
}

/** Stands above every page of a rehearsal, so that nobody takes it for the meeting itself. */
export function RehearsalBand({ studyId, back, onEnded }: RehearsalBandProps) {
  const { t } = useTranslation('rehearsing');
  const { data: rehearsal } = useQuery(rehearsalQuery(studyId));
  return (
    <section className={classes.band} aria-label={t('band.label')}>
      <span className={classes.words}>
        <IconMasksTheater size={20} aria-hidden />
        {t('band.words')}
      </span>
      <span role="status" className={classes.stopped}>
        {rehearsal?.has_stopped && t('band.stopped')}
      </span>
      {rehearsal && (
        <span className={classes.actions}>
          <Options rehearsal={rehearsal} />
          {back(
            rehearsal,
            <>
              <IconArrowLeft size={16} aria-hidden /> {t('band.back')}
            </>,
          )}
          <End rehearsal={rehearsal} onEnded={onEnded} />
        </span>
      )}
    </section>
  );
}

function Options({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation('rehearsing');
  const pace = useChangePace(rehearsal.study_id);
  const mishap = useMishap(rehearsal.study_id);
  const [said, setSaid] = useState('');
  const error = pace.error ?? mishap.error;
  const happen = (kind: Mishap, done: string) => {
    setSaid('');
    mishap.mutate(kind, { onSuccess: () => setSaid(done) });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconSettings size={16} aria-hidden />}
          >
            {t('band.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('band.pace')}</Menu.Label>
          <Menu.RadioGroup value={rehearsal.pace} onChange={(value) => pace.mutate(value as Pace)}>
            {PACES.map((each) => (
              <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                {t(`paces.${each}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Label>{t('band.mishaps')}</Menu.Label>
          <Menu.Item
            leftSection={<IconPlugConnectedX size={16} aria-hidden />}
            onClick={() => happen('drop_out', t('band.dropOutDone'))}
          >
            {t('band.dropOut')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArmchair size={16} aria-hidden />}
            onClick={() => happen('deputy', t('band.deputyDone'))}
          >
            {t('band.deputy')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={classes.said}>
        {said}
      </span>
      {error && <ProblemNotice error={error} />}
    </>
  );
}

function End({
  rehearsal,
  onEnded,
}: {
  rehearsal: Rehearsal;
  onEnded: (rehearsal: Rehearsal) => void;
}) {
  const { t } = useTranslation('rehearsing');
  const [isOpen, { open, close }] = useDisclosure(false);
  const { mutate, isPending, error } = useEndRehearsal(rehearsal.study_id);
  return (
    <>
      <Button size="compact-sm" color="red" onClick={open}>
        {t('band.end')}
      </Button>
      <Dialog title={t('band.endTitle')} isOpen={isOpen} onClose={close}>
        <Text>{t('band.endWords')}</Text>
        <Text size="sm" mt="xs">
          {t('band.until', { time: shortMoment(rehearsal.ends_at) })}
        </Text>
        <Group mt="md">
          <Button
            color="red"
            loading={isPending}
            onClick={() => mutate(undefined, { onSuccess: () => onEnded(rehearsal) })}
          >
            {t('band.endYes')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('band.endNo')}
          </Button>
        </Group>
        {error && <ProblemNotice error={error} />}
      </Dialog>
    </>
  );
}
