import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Place } from '../queries';
import { type Division, notesQuery } from './queries';
import classes from './small-groups.module.css';

interface ReportShownProps {
  place: Place;
  division: Division;
  smallGroupId: string;
}

/** What a small group tells the room: its card and its note, for everybody to read along. */
export function ReportShown({ place, division, smallGroupId }: ReportShownProps) {
  const { t } = useTranslation('meetings');
  const { data: notes } = useQuery(notesQuery(place));
  const index = division.groups.findIndex(({ id }) => id === smallGroupId);
  const text = notes?.find((note) => note.small_group_id === smallGroupId)?.text;
  return (
    <section className={classes.card}>
      <h2>{t('smallGroups.reports', { number: index + 1 })}</h2>
      <h3>{division.groups[index]?.card.title}</h3>
      <p className={classes.words}>{text || t('smallGroups.nothingWritten')}</p>
    </section>
  );
}
