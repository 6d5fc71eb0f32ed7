import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LiveState, Place } from '../queries';
import { notesQuery } from './queries';
import classes from './small-groups.module.css';

interface NotesReadProps {
  place: Place;
  divisions: LiveState['divisions'];
}

/** What the small groups wrote, for everybody to read once they are back. */
export function NotesRead({ place, divisions }: NotesReadProps) {
  const { t } = useTranslation('meetings');
  const recalled = divisions.filter((division) => division.recalled_at);
  const { data: notes } = useQuery({ ...notesQuery(place), enabled: recalled.length > 0 });
  const written = recalled.flatMap(({ groups }) =>
    groups.flatMap(({ id, card }, index) => {
      const text = notes?.find((note) => note.small_group_id === id)?.text;
      return text ? [{ id, title: card.title, number: index + 1, text }] : [];
    }),
  );
  if (written.length === 0) {
    return null;
  }
  return (
    <section className={classes.notes}>
      <h2>{t('smallGroups.notesTitle')}</h2>
      {written.map(({ id, title, number, text }) => (
        <details key={id} className={classes.card}>
          <summary>
            {t('smallGroups.group', { number })}: {title}
          </summary>
          <p className={classes.words}>{text}</p>
        </details>
      ))}
    </section>
  );
}
