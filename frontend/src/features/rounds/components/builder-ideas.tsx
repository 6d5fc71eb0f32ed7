import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Idea } from '../next-queries';
import { BuilderIdea } from './builder-idea';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface BuilderIdeasProps {
  studyId: string;
  roundId: string;
  ideas: readonly Idea[];
  groups: readonly ResultGroup[];
  /** Deciding is for those who run rounds. */
  mayDecide: boolean;
}

/** What the panel missed in the round before: taken in as a statement, or left out with a reason. */
export function BuilderIdeas({ studyId, roundId, ideas, groups, mayDecide }: BuilderIdeasProps) {
  const { t } = useTranslation('rounds');
  const waiting = ideas.filter(({ standing }) => standing === 'waiting').length;
  if (ideas.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="ideas">
      <Title order={2} id="ideas">
        {t('ideas.title')}
      </Title>
      <p>{t('ideas.lead')}</p>
      <p role="status">
        {waiting > 0 ? t('ideas.waiting', { count: waiting }) : t('ideas.decided')}
      </p>
      <ul className={classes.list}>
        {ideas.map((idea) => (
          <li key={idea.id} className={classes.item}>
            <BuilderIdea
              studyId={studyId}
              roundId={roundId}
              idea={idea}
              group={groups.find(({ id }) => id === idea.group_id)}
              mayDecide={mayDecide}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
