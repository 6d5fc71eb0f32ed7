import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PreviewNotice } from '@/features/rounds/components/preview-notice';
import { previewQuery } from '@/features/rounds/pilot-queries';
import { usePreviewAnswers } from '@/features/rounds/use-preview-answers';
import { studyQuery } from '@/features/studies/queries';
import { RoundAnswering } from './round-answering';

const route = getRouteApi('/signed-in/panel/$studyId/rounds/$roundId/preview');

/** A round as somebody of a group would meet it: the panel's own page, and nothing is kept. */
export function RoundPreviewPage() {
  const { t } = useTranslation('rounds');
  const { studyId, roundId } = route.useParams();
  const { step, group } = route.useSearch();
  const { membership } = route.useRouteContext();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: round } = useSuspenseQuery(previewQuery(studyId, roundId, group));
  const answers = usePreviewAnswers();
  const [finishedAt, setFinishedAt] = useState<string | null>(null);
  return (
    <>
      <PreviewNotice
        group={study.groups.find(({ id }) => id === group)?.name ?? ''}
        back={
          <Link to="/studies/$studyId/rounds/$roundId" params={{ studyId, roundId }}>
            {t('build.previewBack')}
          </Link>
        }
      />
      <RoundAnswering
        isPreview
        studyId={studyId}
        memberId={membership.member_id}
        round={{ ...round, finished_at: finishedAt }}
        groups={study.groups}
        answers={answers}
        step={step}
        onStep={(to) =>
          void navigate({ search: to === undefined ? { group } : { group, step: to } })
        }
        onFinish={() => Promise.resolve(setFinishedAt(new Date().toISOString()))}
        onResults={() => undefined}
      />
    </>
  );
}
