import { Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import {
  type AskedInRound,
  type CarriedPoll,
  carriedQuery,
  type MeetingPlace,
  type StakeholderGroup,
  togetherQuery,
} from '../queries';
import { AskInRound } from './ask-in-round';
import classes from './carrying.module.css';
import { TogetherView } from './together-view';

export interface RoundName {
  id: string;
  title: string;
}

interface PollsCarriedProps {
  place: MeetingPlace;
  groups: readonly StakeholderGroup[];
  /** The drafts that a question can be asked in; nothing for those who do not build rounds. */
  drafts: readonly RoundName[] | undefined;
  /** Draws the way to a round. */
  roundLink: (round: AskedInRound) => ReactNode;
  onAsked: () => void;
}

/** The closed polls of a meeting: where else each is asked, and what came of both. */
export function PollsCarried({ place, ...rest }: PollsCarriedProps) {
  const { t } = useTranslation('carrying');
  const { data: polls, error, refetch } = useQuery(carriedQuery(place));
  return (
    <section className={classes.part}>
      <Title order={2}>{t('polls.title')}</Title>
      <p>{t('polls.lead')}</p>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !polls && <Loading />}
      {polls?.length === 0 && <p className={classes.small}>{t('polls.none')}</p>}
      {polls?.map((poll) => (
        <OnePoll key={poll.poll_id} poll={poll} place={place} {...rest} />
      ))}
    </section>
  );
}

function OnePoll(props: PollsCarriedProps & { poll: CarriedPoll }) {
  const { poll, place, groups, drafts, roundLink, onAsked } = props;
  const { t } = useTranslation('carrying');
  const isClosed = poll.rounds.some(({ state }) => state === 'closed');
  const isCarried = poll.rounds.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div role="group" className={classes.poll} aria-label={t('polls.of', { prompt: poll.prompt })}>
      <h3>{poll.prompt}</h3>
      <p className={classes.small}>{t(`kind.${poll.kind}`)}</p>
      {poll.is_secret && (
        <p className={classes.note}>
          <IconLock size={20} aria-hidden />
          <span>{t('polls.secret')}</span>
        </p>
      )}
      {isCarried ? (
        <ul className={classes.rounds} aria-label={t('polls.asked')}>
          {poll.rounds.map((round) => (
            <li key={round.question_id}>
              {t('polls.asked')} {roundLink(round)} ({t(`state.${round.state}`)})
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.small}>{t('polls.nowhere')}</p>
      )}
      {isCarried && !poll.is_released && <p>{t('polls.unreleased')}</p>}
      {isCarried && poll.is_released && !isClosed && <p>{t('polls.waiting')}</p>}
      {poll.is_released &&
        poll.rounds
          .filter(({ state }) => state === 'closed')
          .map((round) => (
            <Together key={round.question_id} place={place} round={round} groups={groups} />
          ))}
      {drafts && <AskInRound place={place} poll={poll} drafts={drafts} onAsked={onAsked} />}
    </div>
  );
}

interface TogetherProps {
  place: MeetingPlace;
  round: AskedInRound;
  groups: readonly StakeholderGroup[];
}

function Together({ place, round, groups }: TogetherProps) {
  const { data: found, error, refetch } = useQuery(togetherQuery(place.studyId, round.round_id));
  const mine = found?.find(({ question_id: id }) => id === round.question_id);
  if (error) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  return mine ? <TogetherView found={mine} groups={groups} /> : null;
}
