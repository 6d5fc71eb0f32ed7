import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AnsweringStep } from '@/app/routes/rounds';
import { AnswerItem } from '@/features/rounds/components/answer-item';
import { AnswerReview } from '@/features/rounds/components/answer-review';
import { RoundFinished } from '@/features/rounds/components/round-finished';
import { RoundIntroduction } from '@/features/rounds/components/round-introduction';
import { answeringQuery, useFinishRound } from '@/features/rounds/queries';
import { useRoundAnswers } from '@/features/rounds/use-round-answers';
import { RoundItemTalk } from './round-item-talk';

const route = getRouteApi('/signed-in/panel/$studyId/rounds/$roundId');

/** A round for somebody who was asked: introduction, one item at a time, check, done. */
export function RoundAnswerPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { step } = route.useSearch();
  const { membership } = route.useRouteContext();
  const navigate = route.useNavigate();
  const { data: round } = useSuspenseQuery(answeringQuery(studyId, roundId));
  const answers = useRoundAnswers(studyId, round, membership.member_id);
  const finish = useFinishRound(studyId, roundId);
  const go = (to?: AnsweringStep) =>
    void navigate({ search: to === undefined ? {} : { step: to } });

  const firstOpen = round.items.findIndex((item) =>
    item.questions.some(({ id }) => answers.answerTo(id) === undefined),
  );
  const item = typeof step === 'number' && !round.ended_at ? round.items[step - 1] : undefined;
  if (item && typeof step === 'number') {
    return (
      <RoundItemTalk
        // chosen words and a half-written comment belong to their item
        key={item.id}
        studyId={studyId}
        roundId={roundId}
        memberId={membership.member_id}
        item={item}
      >
        {({ card, comments }) => (
          <AnswerItem
            round={round}
            place={step - 1}
            answers={answers}
            card={card}
            comments={comments}
            onBack={() => go(step > 1 ? step - 1 : undefined)}
            onNext={() => go(step < round.items.length ? step + 1 : 'check')}
          />
        )}
      </RoundItemTalk>
    );
  }
  if (step === 'check') {
    return (
      <AnswerReview
        round={round}
        answers={answers}
        onChange={(place) => go(place + 1)}
        onFinish={() => finish.mutateAsync().then(() => go('done'))}
      />
    );
  }
  if (step === 'done' && round.finished_at) {
    return (
      <RoundFinished
        round={round}
        onReview={() => go('check')}
        home={
          <Button component={Link} to={`/panel/${studyId}`}>
            {t('done.home')}
          </Button>
        }
      />
    );
  }
  return (
    <RoundIntroduction
      round={round}
      onBegin={() => go(firstOpen >= 0 ? firstOpen + 1 : 'check')}
      onReview={() => go('check')}
      onResults={() =>
        void navigate({
          to: '/panel/$studyId/rounds/$roundId/results',
          params: { studyId, roundId },
          search: {},
        })
      }
    />
  );
}
