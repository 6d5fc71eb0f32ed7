import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answeringQuery, useFinishRound } from '@/features/rounds/queries';
import { useRoundAnswers } from '@/features/rounds/use-round-answers';
import { studyQuery } from '@/features/studies/queries';
import { RoundAnswering } from './round-answering';
import { MyStatementsLink } from './round-statement-links';

const route = getRouteApi('/signed-in/panel/$studyId/rounds/$roundId');

/** A round for somebody who was asked. */
export function RoundAnswerPage() {
  const { studyId, roundId } = route.useParams();
  const { step } = route.useSearch();
  const { membership } = route.useRouteContext();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: round } = useSuspenseQuery(answeringQuery(studyId, roundId));
  const answers = useRoundAnswers(studyId, round, membership.member_id);
  const finish = useFinishRound(studyId, roundId);
  return (
    <>
      <RoundAnswering
        studyId={studyId}
        memberId={membership.member_id}
        round={round}
        groups={study.groups}
        answers={answers}
        step={step}
        onStep={(to) => void navigate({ search: to === undefined ? {} : { step: to } })}
        onFinish={() => finish.mutateAsync()}
        onResults={() =>
          void navigate({
            to: '/panel/$studyId/rounds/$roundId/results',
            params: { studyId, roundId },
            search: {},
          })
        }
      />
      {step === undefined && <MyStatementsLink studyId={studyId} roundId={roundId} />}
    </>
  );
}
