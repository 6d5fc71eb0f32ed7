import { Stack, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/features/people/queries';
import { TranscriptFacts } from '@/features/recordings/components/transcript-facts';
import { VoiceSource } from '@/features/recordings/components/voice-source';
import { Voices } from '@/features/recordings/components/voices';
import { useTranscript } from '@/features/recordings/editor/queries';
import { TranscriptEditor } from '@/features/recordings/editor/transcript-editor';
import { useView } from '@/features/recordings/editor/view';
import { aloneQuery } from '@/features/recordings/importing/queries';
import { NO_SOUND } from '@/features/recordings/use-player';
import { studyQuery } from '@/features/studies/queries';
import { lineageQuery } from '@/features/theory/queries';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import classes from './recording-page.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/recordings/transcripts/$transcriptId');

/** A transcript that came in without a recording: its words, its voices, and how it leaves. */
export function TranscriptPage() {
  const { t } = useTranslation('recordings');
  const { studyId, transcriptId } = route.useParams();
  const { membership } = route.useRouteContext();
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
