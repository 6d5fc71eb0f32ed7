import { Anchor } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './rounds.module.css';

interface CalendarLinkProps {
  studyId: string;
  round: { id: string; title: string; closes_at: string | null; ended_at: string | null };
}

/** The closing date as a file that every calendar takes; nothing once the round has closed. */
export function CalendarLink({ studyId, round }: CalendarLinkProps) {
  const { t } = useTranslation('rounds');
  return round.closes_at && !round.ended_at ? (
    <Anchor
      className={classes.calendar}
      href={`/api/studies/${studyId}/rounds/${round.id}/calendar.ics`}
      aria-label={t('calendar.of', { title: round.title })}
      download
    >
      <IconCalendarPlus size={20} aria-hidden />
      {t('calendar.add')}
    </Anchor>
  ) : null;
}
