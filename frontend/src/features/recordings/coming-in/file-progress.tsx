import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from './coming-in.module.css';
import { isSameFile, type UploadOnItsWay, useIntakes } from './intakes';
import { inMegabytes } from './megabytes';
import { pauseSending, resumeSending, type Sender, startSending, useSenders } from './senders';

interface FileProgressProps {
  studyId: string;
  intakeId: string;
  upload: UploadOnItsWay;
}

/** How far one file is; pauses it, and goes on with one that broke off. */
export function FileProgress({ studyId, intakeId, upload }: FileProgressProps) {
  const { t } = useTranslation('recordings');
  const sender = useSenders().get(upload.id);
  const sent = sender?.sent ?? upload.offset ?? 0;
  const percent = Math.floor((100 * sent) / Math.max(1, upload.size));
  return (
    <li className={classes.file}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap">
          <Text className={classes.name}>{upload.file_name}</Text>
          <Text className="numbers" c="dimmed" size="sm" style={{ whiteSpace: 'nowrap' }}>
            {t('comingIn.share', { sent: inMegabytes(sent), size: inMegabytes(upload.size) })}
          </Text>
        </Group>
        <Progress value={percent} aria-label={t('comingIn.bar', { name: upload.file_name })} />
        {sender ? (
          <Running id={upload.id} sender={sender} percent={percent} />
        ) : (
          <BrokenOff studyId={studyId} intakeId={intakeId} upload={upload} percent={percent} />
        )}
      </Stack>
    </li>
  );
}

function Running({ id, sender, percent }: { id: string; sender: Sender; percent: number }) {
  const { t } = useTranslation('recordings');
  if (sender.state === 'failed') {
    return (
      <ProblemNotice error={sender.problem}>
        <Text>{t('comingIn.safe', { percent })}</Text>
        <Group mt="sm">
          <Button variant="default" onClick={() => resumeSending(id)}>
            {t('comingIn.goOn')}
          </Button>
        </Group>
      </ProblemNotice>
    );
  }
  return (
    <Group justify="space-between">
      <Text size="sm" role="status">
        {t(`comingIn.state.${sender.state}`, { percent })}
      </Text>
      {sender.state === 'sending' && (
        <Button variant="default" size="xs" onClick={() => pauseSending(id)}>
          {t('comingIn.pause')}
        </Button>
      )}
      {sender.state === 'paused' && (
        <Button variant="default" size="xs" onClick={() => resumeSending(id)}>
          {t('comingIn.goOn')}
        </Button>
      )}
    </Group>
  );
}

/** Not being sent by this browser now; it needs the file again, since pages may not open files. */
function BrokenOff({
  studyId,
  intakeId,
  upload,
  percent,
}: FileProgressProps & { percent: number }) {
  const { t } = useTranslation('recordings');
  const { refresh } = useIntakes(studyId);
  const [isOther, setIsOther] = useState(false);
  if (upload.offset === upload.size) {
    return <Text size="sm">{t('comingIn.state.done')}</Text>;
  }
  const goOn = (file: File | null) => {
    if (!file) {
      return;
    }
    setIsOther(!isSameFile(file, upload));
    if (isSameFile(file, upload)) {
      void startSending({ studyId, intakeId, upload, file }, refresh);
    }
  };
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" style={{ flex: '1 1 14rem' }}>
          {t('comingIn.brokenOff', { percent, name: upload.file_name })}
        </Text>
        <FileButton onChange={goOn}>
          {(props) => (
            <Button variant="default" size="xs" {...props}>
              {t('comingIn.chooseAgain')}
            </Button>
          )}
        </FileButton>
      </Group>
      {isOther && (
        <Text size="sm" role="alert" c="var(--danger-ink)">
          {t('comingIn.other', { name: upload.file_name })}
        </Text>
      )}
    </>
  );
}
