import { Anchor, Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meetingsQuery } from '@/features/meetings/queries';
import {
  hasNoTranscript,
  ManyTranscriptions,
} from '@/features/recordings/components/many-transcriptions';
import { RecordingTable } from '@/features/recordings/components/recording-table';
import { TakeInForm } from '@/features/recordings/components/take-in-form';
import { recordingsQuery } from '@/features/recordings/queries';
import { studyQuery } from '@/features/studies/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

const route = getRouteApi('/signed-in/studies/$studyId/recordings/');

/** The study's recordings, and where a new one is taken in. */
export function RecordingsPage() {
  const { t } = useTranslation('recordings');
  const { studyId } = route.useParams();
  const navigate = route.useNavigate();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: recordings } = useSuspenseQuery(recordingsQuery(studyId));
  const { data: meetings = [] } = useQuery(meetingsQuery(studyId));
  const [isOpen, { open, close }] = useDisclosure();
  const [asksForMany, { open: askForMany, close: asked }] = useDisclosure();
  const waiting = recordings.filter(hasNoTranscript);
  const add = study.permissions.includes('recording:upload') && (
    <Group gap="sm">
      {waiting.length > 1 && (
        <Button variant="default" onClick={askForMany}>
          {t('many.open')}
        </Button>
      )}
      <Button onClick={open}>{t('takeIn.open')}</Button>
    </Group>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={recordings.length > 0 && add} />
      {recordings.length === 0 ? (
        <EmptyState title={t('empty.title')} action={add}>
          {t('empty.words')}
        </EmptyState>
      ) : (
        <RecordingTable
          recordings={recordings}
          link={({ id, title }) => (
            <Anchor
              component={Link}
              to="/studies/$studyId/recordings/$recordingId"
              params={{ studyId, recordingId: id } as never}
            >
              {title}
            </Anchor>
          )}
        />
      )}
      <Modal opened={asksForMany} onClose={asked} title={t('many.title')} size="lg">
        <ManyTranscriptions studyId={studyId} recordings={waiting} onAsked={asked} />
      </Modal>
      <Modal opened={isOpen} onClose={close} title={t('takeIn.title')} size="lg">
        <TakeInForm
          studyId={studyId}
          meetings={meetings}
          onTakenIn={({ id }) =>
            navigate({
              to: '/studies/$studyId/recordings/$recordingId',
              params: { studyId, recordingId: id },
            })
          }
        />
      </Modal>
    </>
  );
}
