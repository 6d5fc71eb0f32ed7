import { Button, Group, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '@/ui/marks/group-mark';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Idea, useIdeaVerbs } from '../next-queries';

import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';
import { WordsForm } from './words-form';

interface BuilderIdeaProps {
  studyId: string;
  roundId: string;
  idea: Idea;
  group: ResultGroup | undefined;
  mayDecide: boolean;
}

/** One idea in the words of who had it, what it was about, and what is decided about it. */
export function BuilderIdea({ studyId, roundId, idea, group, mayDecide }: BuilderIdeaProps) {
  const { t } = useTranslation('rounds');
  const [doing, setDoing] = useState<'take' | 'refuse'>();
  const { take, refuse, reconsider } = useIdeaVerbs(studyId, roundId, idea.id);
  const problem = take.error ?? refuse.error ?? reconsider.error;
  const place = useRef<HTMLDivElement>(null);
  const leave = () => {
    setDoing(undefined);
    // what was pressed is gone: the focus stays with its idea
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1}>
      <blockquote className={classes.quoted}>{idea.text}</blockquote>
      <p className={classes.facts}>
        <span>{t('ideas.about', { item: idea.about })}</span>
        {group && <GroupMark position={group.position} name={group.name} />}
      </p>
      {idea.standing === 'shown' && <Text>{t('ideas.taken', { words: idea.statement })}</Text>}
      {idea.standing === 'refused' && <Text>{t('ideas.refused', { reason: idea.reason })}</Text>}
      {problem && <ProblemNotice error={problem} />}
      {mayDecide && idea.standing !== 'waiting' && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          aria-label={t('ideas.againOf', { idea: idea.text })}
          loading={reconsider.isPending}
          onClick={() => reconsider.mutate(undefined, { onSuccess: leave })}
        >
          {t('ideas.again')}
        </Button>
      )}
      {mayDecide && idea.standing === 'waiting' && doing === undefined && (
        <Group gap="xs" mt="xs">
          <Button
            variant="default"
            aria-label={t('ideas.takeOf', { idea: idea.text })}
            onClick={() => setDoing('take')}
          >
            {t('ideas.take')}
          </Button>
          <Button
            variant="default"
            aria-label={t('ideas.refuseOf', { idea: idea.text })}
            onClick={() => setDoing('refuse')}
          >
            {t('ideas.refuse')}
          </Button>
        </Group>
      )}
      {idea.standing === 'waiting' && doing === 'take' && (
        <WordsForm
          studyId={studyId}
          label={t('ideas.words')}
          hint={t('ideas.wordsHint')}
          action={t('ideas.takeIt')}
          start={idea.text}
          longest={1000}
          isPending={take.isPending}
          onLeave={leave}
          onKeep={(statement) => take.mutate({ statement }, { onSuccess: leave })}
        />
      )}
      {idea.standing === 'waiting' && doing === 'refuse' && (
        <WordsForm
          studyId={studyId}
          label={t('ideas.reason')}
          hint={t('ideas.reasonHint')}
          action={t('ideas.refuseIt')}
          start=""
          longest={2000}
          isPending={refuse.isPending}
          onLeave={leave}
          onKeep={(reason) => refuse.mutate({ reason }, { onSuccess: leave })}
        />
      )}
    </div>
  );
}
