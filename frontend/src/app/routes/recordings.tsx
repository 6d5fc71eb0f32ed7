import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { words } from '@/app/i18n/start';
import { membersQuery } from '@/features/people/queries';
import { aloneQuery } from '@/features/recordings/importing/queries';
import { recordingQuery, recordingsQuery } from '@/features/recordings/queries';
import { optionsQuery } from '@/features/recordings/transcribing';
import { studyQuery } from '@/features/studies/queries';
import { studyRoute } from './parents';

const recordingsRoute = createRoute({
  getParentRoute: () => studyRoute,
  path: '/recordings',
  staticData: { crumb: () => i18next.t('study.recordings') },
  loader: words('recordings'),
});

const listRoute = createRoute({
  getParentRoute: () => recordingsRoute,
  path: '/',
  loader: ({ context, params }) =>
    Promise.all([
      words('recordings')(),
      context.queries.ensureQueryData(studyQuery(params.studyId)),
      context.queries.ensureQueryData(recordingsQuery(params.studyId)),
      context.queries.ensureQueryData(aloneQuery(params.studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/recordings-page'), 'RecordingsPage'),
});

const transcriptRoute = createRoute({
  getParentRoute: () => recordingsRoute,
  path: '/transcripts/$transcriptId',
  staticData: {
    crumb: ({ params: { studyId = '', transcriptId = '' }, queries }) =>
      queries.getQueryData(aloneQuery(studyId).queryKey)?.find(({ id }) => id === transcriptId)
        ?.title,
  },
  loader: ({ context, params: { studyId } }) =>
    Promise.all([
      words('recordings')(),
      context.queries.ensureQueryData(studyQuery(studyId)),
      context.queries.ensureQueryData(aloneQuery(studyId)),
      context.queries.ensureQueryData(membersQuery(studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/recording-page'), 'TranscriptPage'),
});

const recordingRoute = createRoute({
  getParentRoute: () => recordingsRoute,
  path: '/$recordingId',
  staticData: {
    crumb: ({ params: { studyId = '', recordingId = '' }, queries }) =>
      queries.getQueryData(recordingQuery(studyId, recordingId).queryKey)?.title,
  },
  loader: ({ context, params: { studyId, recordingId } }) =>
    Promise.all([
      words('recordings')(),
      context.queries.ensureQueryData(studyQuery(studyId)),
      context.queries.ensureQueryData(recordingQuery(studyId, recordingId)),
      context.queries.ensureQueryData(optionsQuery(studyId)),
      context.queries.ensureQueryData(membersQuery(studyId)),
    ]),
  component: lazyRouteComponent(() => import('@/app/pages/recording-page'), 'RecordingPage'),
});

/** The pages of recordings, by the layout they stand in. */
export const recordings = {
  study: [recordingsRoute.addChildren([listRoute, recordingRoute, transcriptRoute])],
} as const;
