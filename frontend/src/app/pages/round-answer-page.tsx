import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AnsweringStep } from '@/app/routes/rounds';
import { AnswerAll } from '@/features/rounds/components/answer-all';
import { AnswerItem } from '@/features/rounds/components/answer-item';
import { AnswerReview } from '@/features/rounds/components/answer-review';
import { AnswersByMail } from '@/features/rounds/components/answers-by-mail';
import { ItemBody } from '@/features/rounds/components/item-body';
import { RoundFinished } from '@/features/rounds/components/round-finished';
import { RoundIntroduction } from '@/features/rounds/components/round-introduction';
import { WayChoice } from '@/features/rounds/components/way-choice';
import { answeringQuery, type RoundItem, useFinishRound } from '@/features/rounds/queries';
import { useAnsweringWay } from '@/features/rounds/use-answering-way';
import { useRoundAnswers } from '@/features/rounds/use-round-answers';
import { studyQuery } from '@/features/studies/queries';
import { RoundItemTalk } from './round-item-talk';

const route = getRouteApi('/signed-in/panel/$studyId/rounds/$roundId');

/** A round for somebody who was asked: introduction, one item at a time or all, check, done. */
export function RoundAnswerPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { step } = route.useSearch();
  const { membership } = route.useRouteContext();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: round } = useSuspenseQuery(answeringQuery(studyId, roundId));
  const answers = useRoundAnswers(studyId, round, membership.member_id);
  const finish = useFinishRound(studyId, roundId);
  const [way, setWay] = useAnsweringWay();
  const go = (to?: AnsweringStep) =>
    void navigate({ search: to === undefined ? {} : { step: to } });

  const firstOpen = round.items.findIndex((item) =>
    item.questions.some(({ id }) => answers.answerTo(id) === undefined),
  );
  const show = (item: RoundItem) => (
    <RoundItemTalk
      // chosen words and a half-written comment belong to their item
      key={item.id}
      studyId={studyId}
      roundId={roundId}
      memberId={membership.member_id}
      item={item}
      versionBefore={round.carried.find(({ item_id }) => item_id === item.id)?.version_before_id}
    >
      {(slots) => (
        <ItemBody
          studyId={studyId}
          round={round}
          item={item}
          answers={answers}
          groups={study.groups}
          {...slots}
        />
      )}
    </RoundItemTalk>
  );
  const item = typeof step === 'number' && !round.ended_at ? round.items[step - 1] : undefined;
  if (item && typeof step === 'number') {
    return (
      <AnswerItem
        round={round}
        place={step - 1}
        answers={answers}
        onBack={() => go(step > 1 ? step - 1 : undefined)}
        onNext={() => go(step < round.items.length ? step + 1 : 'check')}
        onAll={() => {
          setWay('all');
          go('all');
        }}
      >
        {show(item)}
      </AnswerItem>
    );
  }
  if (step === 'all' && !round.ended_at) {
    return (
      <AnswerAll
        round={round}
        answers={answers}
        renderItem={show}
        onOneByOne={() => {
          setWay('one');
          go(1);
        }}
        onCheck={() => go('check')}
      />
    );
  }
  if (step === 'check') {
    return (
      <AnswerReview
        round={round}
        answers={answers}
        copy={<AnswersByMail studyId={studyId} roundId={roundId} />}
        onChange={(place) => go(way === 'all' ? 'all' : place + 1)}
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
      way={<WayChoice value={way} onChange={setWay} />}
      onBegin={() => go(firstOpen < 0 ? 'check' : way === 'all' ? 'all' : firstOpen + 1)}
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
