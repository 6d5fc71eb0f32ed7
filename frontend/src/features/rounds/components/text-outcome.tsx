import { useTranslation } from 'react-i18next';
import { GroupMark } from '@/ui/marks/group-mark';
import type { TextResult } from '../queries';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface TextOutcomeProps {
  result: TextResult;
  groups: readonly ResultGroup[];
}

/** What people wrote, for the team; for the panel how many did, and one's own words. */
export function TextOutcome({ result, groups }: TextOutcomeProps) {
  const { t } = useTranslation('rounds');
  return (
    <>
      <p>
        {t('results.written', { count: result.written })}
        {result.texts === null && `. ${t('results.writtenPanel')}`}
      </p>
      {result.mine?.text && (
        <p className={classes.prose}>{t('results.own', { answer: result.mine.text })}</p>
      )}
      {result.texts && result.texts.length > 0 && (
        <ul className={classes.quotes}>
          {result.texts.map((written) => {
            const group = groups.find(({ id }) => id === written.group_id);
            return (
              <li key={written.response_id}>
                <blockquote>{written.text}</blockquote>
                <span className={classes.facts}>
                  <span>{written.display_name}</span>
                  {group && <GroupMark position={group.position} name={group.name} />}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
