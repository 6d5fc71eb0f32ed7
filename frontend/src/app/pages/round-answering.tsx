import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnsweringStep } from '@/app/routes/rounds';
import { AnswerAll } from '@/features/rounds/components/answer-all';
import { AnswerItem } from '@/features/rounds/components/answer-item';
import { AnswerReview } from '@/features/rounds/components/answer-review';
import { AnswersByMail } from '@/features/rounds/components/answers-by-mail';
import { CalendarLink } from '@/features/rounds/components/calendar-link';
import { ItemBody } from '@/features/rounds/components/item-body';
import { RoundFinished } from '@/features/rounds/components/round-finished';
import { RoundIntroduction } from '@/features/rounds/components/round-introduction';
import { WayChoice } from '@/features/rounds/components/way-choice';
import type { MyRound, RoundItem } from '@/features/rounds/queries';
import { useAnsweringWay } from '@/features/rounds/use-answering-way';
import type { useRoundAnswers } from '@/features/rounds/use-round-answers';
import { RoundItemTalk } from './round-item-talk';

interface RoundAnsweringProps {
  studyId: string;
  memberId: string;
  round: MyRound;
  groups: ComponentProps<typeof ItemBody>['groups'];
  answers: ReturnType<typeof useRoundAnswers>;
  step: AnsweringStep | undefined;
  onStep: (step?: AnsweringStep) => void;
  /** Finishes; rejects when it could not. */
  onFinish: () => Promise<unknown>;
  onResults: () => void;
  /** True where nothing may be kept: a look at the round before anybody is asked. */
  isPreview?: boolean;
}

/** A round as those who are asked meet it: introduction, one item at a time or all, check, done. */
export function RoundAnswering(props: RoundAnsweringProps) {
  const { studyId, memberId, round, groups, answers, step, onStep: go, isPreview = false } = props;
  const { t } = useTranslation('rounds');
  const [way, setWay] = useAnsweringWay();
  const firstOpen = round.items.findIndex((item) =>
    item.questions.some(({ id }) => answers.answerTo(id) === undefined),
  );
  const show = (item: RoundItem) => (
    <RoundItemTalk
      // chosen words and a half-written comment belong to their item
      key={item.id}
      studyId={studyId}
      roundId={round.id}
      memberId={memberId}
      item={item}
      anonymity={round.anonymity}
      isPreview={isPreview}
      versionBefore={round.carried.find(({ item_id }) => item_id === item.id)?.version_before_id}
    >
      {(slots) => (
        <ItemBody
          studyId={studyId}
          round={round}
          item={item}
          answers={answers}
          groups={groups}
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
        copy={isPreview ? null : <AnswersByMail studyId={studyId} roundId={round.id} />}
        onChange={(place) => go(way === 'all' ? 'all' : place + 1)}
        onFinish={() => props.onFinish().then(() => go('done'))}
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
      calendar={isPreview ? null : <CalendarLink studyId={studyId} round={round} />}
      onBegin={() => go(firstOpen < 0 ? 'check' : way === 'all' ? 'all' : firstOpen + 1)}
      onReview={() => go('check')}
      onResults={props.onResults}
    />
  );
}
