import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/features/people/queries';
import { BuilderIdeas } from '@/features/rounds/components/builder-ideas';
import { DeletingButton } from '@/features/rounds/components/deleting-button';
import { OpeningPanel } from '@/features/rounds/components/opening-panel';
import { PilotPanel } from '@/features/rounds/components/pilot-panel';
import { PilotProgress } from '@/features/rounds/components/pilot-progress';
import { RoundBuilder } from '@/features/rounds/components/round-builder';
import { RoundChanges } from '@/features/rounds/components/round-changes';
import { RoundContents } from '@/features/rounds/components/round-contents';
import { RoundTurnout } from '@/features/rounds/components/round-turnout';
import { StateMark } from '@/features/rounds/components/rounds-table';
import { RunningControls } from '@/features/rounds/components/running-controls';
import { SeriesEnd } from '@/features/rounds/components/series-end';
import { ideasQuery } from '@/features/rounds/next-queries';
import { pilotQuery } from '@/features/rounds/pilot-queries';
import { progressQuery, type Round, roundQuery } from '@/features/rounds/queries';
import { runningQuery } from '@/features/rounds/running';
import { studyQuery } from '@/features/studies/queries';
import { mechanismsQuery } from '@/features/theory/queries';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import { CommentsLink } from './round-comments-link';
import { EntriesLink, NextRoundLink } from './round-links';
import { StatementLinks } from './round-statement-links';

const route = getRouteApi('/signed-in/studies/$studyId/rounds/$roundId/');

/** A round for the team: built while a draft, watched while open, and then the way to its results. */
export function RoundPage() {
  const { studyId, roundId } = route.useParams();
  const { data: round } = useSuspenseQuery(roundQuery(studyId, roundId));
  if (round.state === 'draft') {
    return <DraftPage studyId={studyId} round={round} />;
  }
  return round.state === 'pilot' ? (
    <TrialPage studyId={studyId} round={round} />
  ) : (
    <RunningPage studyId={studyId} round={round} />
  );
}

interface PageProps {
  studyId: string;
  round: Round;
}

function DraftPage({ studyId, round }: PageProps) {
  const { t } = useTranslation('rounds');
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: mechanisms } = useSuspenseQuery(mechanismsQuery(studyId));
  const { data: people = [] } = useQuery(membersQuery(studyId));
  const { data: ideas = [] } = useQuery({
    ...ideasQuery(studyId, round.id),
    enabled: round.follows_id !== null,
  });
  const mayRun = study.permissions.includes('round:run');
  const current = mechanisms
    .filter(({ retired_at }) => !retired_at)
    .map((mechanism) => mechanism.current);
  return (
    <>
      <PageHeader
        title={round.title}
        lead={
          <>
            <StateMark state={round.state} /> {t('build.lead')}{' '}
            {round.seconds > 0 &&
              t('build.takes', { count: Math.max(1, Math.round(round.seconds / 60)) })}{' '}
            {round.follows_id && (
              <Link
                to="/studies/$studyId/rounds/$roundId"
                params={{ studyId, roundId: round.follows_id }}
              >
                {t('next.before')}
              </Link>
            )}
          </>
        }
        actions={
          <DeletingButton
            studyId={studyId}
            round={round}
            onDeleted={() => void navigate({ to: '/studies/$studyId/rounds', params: { studyId } })}
          />
        }
      />
      <RoundBuilder
        studyId={studyId}
        round={round}
        groups={study.groups}
        versions={current}
        ideas={
          <BuilderIdeas
            studyId={studyId}
            roundId={round.id}
            ideas={ideas}
            groups={study.groups}
            mayDecide={mayRun}
          />
        }
      />
      <p>
        {t('build.preview')}{' '}
        {study.groups.map(({ id, name }, place) => (
          <Fragment key={id}>
            <Link
              to="/panel/$studyId/rounds/$roundId/preview"
              params={{ studyId, roundId: round.id }}
              search={{ group: id }}
            >
              {name}
            </Link>
            {place < study.groups.length - 1 && ' · '}
          </Fragment>
        ))}
      </p>
      <PilotPanel
        studyId={studyId}
        round={round}
        people={people
          .filter(({ state }) => state === 'active')
          .map(({ id, display_name }) => ({ id, name: display_name }))}
        mayStart={mayRun}
      />
      {mayRun && <OpeningPanel studyId={studyId} round={round} />}
    </>
  );
}

function TrialPage({ studyId, round }: PageProps) {
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: pilot } = useQuery(pilotQuery(studyId, round.id));
  return (
    <>
      <PageHeader title={round.title} lead={<StateMark state={round.state} />} />
      {pilot && (
        <PilotProgress
          studyId={studyId}
          round={round}
          pilot={pilot}
          mayReset={study.permissions.includes('round:run')}
        />
      )}
      <RoundContents round={round} />
    </>
  );
}

function RunningPage({ studyId, round }: PageProps) {
  const { t } = useTranslation('rounds');
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: progress } = useQuery(progressQuery(studyId, round.id));
  const { data: running } = useQuery(runningQuery(studyId, round.id));
  const mayRun = study.permissions.includes('round:run');
  const mayBuild = study.permissions.includes('round:build');
  const [words, moment] = windowOf(round);
  return (
    <>
      <PageHeader
        title={round.title}
        lead={
          <>
            <StateMark state={round.state} /> {t(words)}{' '}
            {moment && <Moment at={moment} style="long" />}.{' '}
            {round.state === 'open' && t('run.blind')}
          </>
        }
        actions={
          round.state === 'closed' ? (
            <>
              <NextRoundLink studyId={studyId} round={round} mayMake={mayBuild} />
              <Button component={Link} to={`/studies/${studyId}/rounds/${round.id}/results`}>
                {t('run.results')}
              </Button>
            </>
          ) : (
            mayRun &&
            progress && (
              <RunningControls
                studyId={studyId}
                round={round}
                progress={progress}
                groups={study.groups}
              />
            )
          )
        }
      />
      <StatementLinks
        studyId={studyId}
        round={round}
        isModerator={study.permissions.includes('round:moderate')}
      >
        {round.state === 'closed' &&
          round.anonymity !== 'unlinkable' &&
          study.permissions.includes('comment:moderate') && (
            <CommentsLink studyId={studyId} round={round} />
          )}
      </StatementLinks>
      {progress && (
        <RoundTurnout progress={progress} groups={study.groups}>
          {mayRun && round.state === 'open' && <EntriesLink studyId={studyId} round={round} />}
        </RoundTurnout>
      )}
      {running && <RoundChanges changes={running.changes} />}
      <RoundContents round={round} />
      {running && round.state === 'closed' && round.anonymity === 'unlinkable' && (
        <SeriesEnd studyId={studyId} round={round} running={running} mayEnd={mayRun} />
      )}
    </>
  );
}

/** What is said of a round's times, and the time. */
function windowOf(round: Round) {
  switch (round.state) {
    case 'scheduled':
      return ['run.opens', round.opens_at] as const;
    case 'paused':
      return ['run.paused', round.closes_at] as const;
    case 'closed':
      return ['run.closed', round.ended_at] as const;
    default:
      return ['run.open', round.closes_at] as const;
  }
}
