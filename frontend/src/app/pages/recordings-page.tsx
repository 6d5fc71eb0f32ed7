import { Anchor, Button, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingsQuery } from '@/features/meetings/queries';
import { membersQuery } from '@/features/people/queries';
import { BringInForm } from '@/features/recordings/coming-in/bring-in-form';
import { ComingIn } from '@/features/recordings/coming-in/coming-in';
import { DropArea } from '@/features/recordings/coming-in/drop-area';
import { limitsQuery } from '@/features/recordings/coming-in/intakes';
import {
  hasNoTranscript,
  ManyTranscriptions,
} from '@/features/recordings/components/many-transcriptions';
import { RecordingTable } from '@/features/recordings/components/recording-table';
import { AloneTable } from '@/features/recordings/importing/alone-table';
import { ImportForm } from '@/features/recordings/importing/import-form';
import { aloneQuery, seemsTranscript } from '@/features/recordings/importing/queries';
import { recordingsQuery } from '@/features/recordings/queries';
import { studyQuery } from '@/features/studies/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/recordings/');

/** The study's recordings, and where a new one is taken in. */
export function RecordingsPage() {
  const { t } = useTranslation('recordings');
  const { studyId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: recordings } = useSuspenseQuery(recordingsQuery(studyId));
  const { data: meetings = [] } = useQuery(meetingsQuery(studyId));
  const canUpload = study.permissions.includes('recording:upload');
  const { data: members = [] } = useQuery({ ...membersQuery(studyId), enabled: canUpload });
  const { data: limits } = useQuery({ ...limitsQuery(studyId), enabled: canUpload });
  const { data: alone } = useSuspenseQuery(aloneQuery(studyId));
  const [files, setFiles] = useState<File[]>([]);
  const navigate = route.useNavigate();
  const transcript = files.find(seemsTranscript);
  const [asksForMany, { open: askForMany, close: asked }] = useDisclosure();
  const waiting = recordings.filter(hasNoTranscript);
  const many = canUpload && waiting.length > 1 && (
    <Button variant="default" onClick={askForMany}>
      {t('many.open')}
    </Button>
  );
  const link = (recordingId: string, words: string) => (
    <Anchor
      component={Link}
      to="/studies/$studyId/recordings/$recordingId"
      params={{ studyId, recordingId } as never}
    >
      {words}
    </Anchor>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={many} />
      {canUpload && <DropArea limits={limits} onFiles={setFiles} />}
      {canUpload && <ComingIn studyId={studyId} link={link} />}
      <Stack gap="xl">
        {recordings.length === 0 && alone.length === 0 && (
          <EmptyState title={t('empty.title')}>{t('empty.words')}</EmptyState>
        )}
        {recordings.length > 0 && (
          <RecordingTable recordings={recordings} link={({ id, title }) => link(id, title)} />
        )}
        {alone.length > 0 && (
          <AloneTable
            transcripts={alone}
            link={({ id: transcriptId, title }) => (
              <Anchor
                component={Link}
                to="/studies/$studyId/recordings/transcripts/$transcriptId"
                params={{ studyId, transcriptId } as never}
              >
                {title}
              </Anchor>
            )}
          />
        )}
      </Stack>
      <Modal opened={asksForMany} onClose={asked} title={t('many.title')} size="lg">
        <ManyTranscriptions studyId={studyId} recordings={waiting} onAsked={asked} />
      </Modal>
      <Modal
        opened={transcript !== undefined}
        onClose={() => setFiles([])}
        title={t('import.title')}
        size="lg"
      >
        {transcript && (
          <ImportForm
            studyId={studyId}
            file={transcript}
            recordings={recordings}
            meetings={meetings}
            onTakenIn={({ recording_id: recordingId, transcript_id: transcriptId }) => {
              setFiles([]);
              if (recordingId) {
                void navigate({
                  to: '/studies/$studyId/recordings/$recordingId',
                  params: { studyId, recordingId },
                });
              } else {
                void navigate({
                  to: '/studies/$studyId/recordings/transcripts/$transcriptId',
                  params: { studyId, transcriptId },
                });
              }
            }}
          />
        )}
      </Modal>
      <Modal
        opened={files.length > 0 && !transcript}
        onClose={() => setFiles([])}
        title={t('takeIn.title')}
        size="lg"
      >
        <BringInForm
          studyId={studyId}
          files={files}
          meetings={meetings}
          members={members}
          onBegun={() => setFiles([])}
        />
      </Modal>
    </>
  );
}
