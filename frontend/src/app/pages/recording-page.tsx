import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meetingsQuery } from '@/features/meetings/queries';
import { membersQuery, meQuery } from '@/features/people/queries';
import { AlignmentForm } from '@/features/recordings/components/alignment-form';
import { BySound } from '@/features/recordings/components/by-sound';
import { ConsentNotice } from '@/features/recordings/components/consent-notice';
import { KnownMoment } from '@/features/recordings/components/known-moment';
import { PlayerBar } from '@/features/recordings/components/player-bar';
import { Tracks } from '@/features/recordings/components/tracks';
import { TranscriptFacts } from '@/features/recordings/components/transcript-facts';
import { Transcription } from '@/features/recordings/components/transcription';
import { VoiceSource } from '@/features/recordings/components/voice-source';
import { Voices } from '@/features/recordings/components/voices';
import { useTranscript } from '@/features/recordings/editor/queries';
import { TranscriptEditor } from '@/features/recordings/editor/transcript-editor';
import { useView } from '@/features/recordings/editor/view';
import { aloneQuery } from '@/features/recordings/importing/queries';
import { readable, recordingQuery } from '@/features/recordings/queries';
import { optionsQuery } from '@/features/recordings/transcribing';
import { NO_SOUND, usePlayer } from '@/features/recordings/use-player';
import { studyQuery } from '@/features/studies/queries';
import { lineageQuery } from '@/features/theory/queries';
import { clockTime } from '@/lib/clock-time';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import classes from './recording-page.module.css';

// the two pages have the editor, which one script for both keeps out of what every page loads
const route = getRouteApi('/signed-in/studies/$studyId/recordings/$recordingId');
const aloneRoute = getRouteApi('/signed-in/studies/$studyId/recordings/transcripts/$transcriptId');
const MEGABYTE = 1024 * 1024;

/** A recording: hear it, have it transcribed, correct its words and speakers beside the sound. */
export function RecordingPage() {
  const { t } = useTranslation('recordings');
  const { studyId, recordingId } = route.useParams();
  const { membership } = route.useRouteContext();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: me } = useSuspenseQuery(meQuery());
  const { data: recording } = useSuspenseQuery(recordingQuery(studyId, recordingId));
  const { data: options } = useSuspenseQuery(optionsQuery(studyId));
  const { data: members } = useSuspenseQuery(membersQuery(studyId));
  const { data: meetings = [] } = useQuery(meetingsQuery(studyId));
  const { data: lineage } = useQuery(lineageQuery(studyId));
  const transcript = readable(recording);
  const documentId = transcript?.document_id ?? undefined;
  const text = useTranscript(studyId, documentId);
  const [view, setView] = useView();
  const player = usePlayer({
    url: `/api/studies/${studyId}/recordings/${recordingId}/audio`,
    peaks: recording.peaks,
    duration: recording.duration,
    stepBack: view.stepBack,
  });
  const mayEdit = study.permissions.includes('transcript:edit');
  const canUpload = study.permissions.includes('recording:upload');
  const facts = t('detail.facts', {
    length: clockTime(recording.duration),
    codec: recording.codec,
    size: (recording.size / MEGABYTE).toFixed(1),
  });
  return (
    <>
      <PageHeader
        title={recording.title}
        lead={[
          facts,
          recording.meeting_title && t('detail.ofMeeting', { meeting: recording.meeting_title }),
        ]
          .filter(Boolean)
          .join(', ')}
      />
      <ConsentNotice
        studyId={studyId}
        recording={recording}
        canSettle={canUpload}
        isAdministrator={me.is_administrator}
      />
      {text && mayEdit && (
        <Anchor href="#beside" className={classes.jump} size="sm">
          {t('detail.beside')}
        </Anchor>
      )}
      <div className={classes.columns}>
        <section aria-label={t('text.title')} className={classes.text}>
          {text && documentId && transcript ? (
            <TranscriptEditor
              key={documentId}
              studyId={studyId}
              documentId={documentId}
              memberId={membership.member_id}
              transcript={{ ...text, isCorrectable: text.isCorrectable && mayEdit }}
              player={player}
              duration={recording.duration}
              view={view}
              onView={setView}
              mayIdentify={study.permissions.includes('text:read-identifying')}
              silenced={`/api/studies/${studyId}/transcripts/${transcript.id}/silenced`}
              mechanismName={(id) => lineage?.nodes.find((version) => version.id === id)?.title}
            >
              <TranscriptFacts
                studyId={studyId}
                recordingId={recordingId}
                transcript={transcript}
                canCheck={mayEdit}
              />
            </TranscriptEditor>
          ) : (
            <>
              {recording.is_open && <PlayerBar player={player} duration={recording.duration} />}
              {transcript && <Loading />}
            </>
          )}
        </section>
        <aside id="beside" className={classes.side}>
          {canUpload && recording.is_open && (
            <Stack gap="sm" component="section">
              <Title order={2} size="h4">
                {transcript ? t('transcribe.again') : t('transcribe.title')}
              </Title>
              <Transcription studyId={studyId} recording={recording} options={options} />
            </Stack>
          )}
          {canUpload && (
            <Stack gap="sm" component="section">
              <Title order={2} size="h4">
                {t('align.title')}
              </Title>
              {!recording.starts_at && <Text size="sm">{t('align.notAligned')}</Text>}
              <AlignmentForm
                key={recording.starts_at}
                studyId={studyId}
                recording={recording}
                meetings={meetings}
              />
              {recording.meeting_id && (
                <KnownMoment
                  studyId={studyId}
                  recordingId={recordingId}
                  meetingId={recording.meeting_id}
                  clock={player.clock}
                />
              )}
              <BySound studyId={studyId} recordingId={recordingId} />
            </Stack>
          )}
          {canUpload && (recording.sides_differ || recording.tracks.length > 0) && (
            <Stack gap="sm" component="section">
              <Title order={2} size="h4">
                {t('tracks.title')}
              </Title>
              <Tracks studyId={studyId} recording={recording} members={members} />
            </Stack>
          )}
          {text && documentId && mayEdit && (
            <Stack gap="sm" component="section">
              <Title order={2} size="h4">
                {t('voices.title')}
              </Title>
              {transcript && <VoiceSource studyId={studyId} transcriptId={transcript.id} />}
              <Voices
                studyId={studyId}
                text={{ id: documentId, speakers: [...text.speakers] }}
                members={members}
              />
            </Stack>
          )}
        </aside>
      </div>
    </>
  );
}

/** A transcript that came in without a recording: its words, its voices, and how it leaves. */
export function TranscriptPage() {
  const { t } = useTranslation('recordings');
  const { studyId, transcriptId } = aloneRoute.useParams();
  const { membership } = aloneRoute.useRouteContext();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: alone } = useSuspenseQuery(aloneQuery(studyId));
  const { data: members } = useSuspenseQuery(membersQuery(studyId));
  const { data: lineage } = useQuery(lineageQuery(studyId));
  const transcript = alone.find(({ id }) => id === transcriptId);
  const documentId = transcript?.document_id ?? undefined;
  const text = useTranscript(studyId, documentId);
  const [view, setView] = useView();
  if (!transcript || !documentId) {
    throw notFound();
  }
  const mayEdit = study.permissions.includes('transcript:edit');
  const lead = [
    t('alone.facts'),
    transcript.meeting_title && t('detail.ofMeeting', { meeting: transcript.meeting_title }),
  ];
  return (
    <>
      <PageHeader title={transcript.title} lead={lead.filter(Boolean).join(', ')} />
      <div className={classes.columns}>
        <section aria-label={t('text.title')} className={classes.text}>
          {text ? (
            <TranscriptEditor
              studyId={studyId}
              documentId={documentId}
              memberId={membership.member_id}
              transcript={{ ...text, isCorrectable: text.isCorrectable && mayEdit }}
              player={NO_SOUND}
              duration={0}
              view={view}
              onView={setView}
              mayIdentify={study.permissions.includes('text:read-identifying')}
              silenced={undefined}
              mechanismName={(id) => lineage?.nodes.find((version) => version.id === id)?.title}
            >
              <TranscriptFacts
                studyId={studyId}
                recordingId={undefined}
                transcript={transcript}
                canCheck={false}
              />
            </TranscriptEditor>
          ) : (
            <Loading />
          )}
        </section>
        <aside className={classes.side}>
          {text && mayEdit && (
            <Stack gap="sm" component="section">
              <Title order={2} size="h4">
                {t('voices.title')}
              </Title>
              <VoiceSource studyId={studyId} transcriptId={transcriptId} />
              <Voices
                studyId={studyId}
                text={{ id: documentId, speakers: [...text.speakers] }}
                members={members}
              />
            </Stack>
          )}
        </aside>
      </div>
    </>
  );
}
