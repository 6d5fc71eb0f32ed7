import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import { type RecordingDetail, useConsent } from '../queries';
import classes from './consent-notice.module.css';

interface ConsentNoticeProps {
  studyId: string;
  recording: RecordingDetail;
  canSettle: boolean;
  isAdministrator: boolean;
}

/** Whether those who speak agreed; while that is open, how to settle it. */
export function ConsentNotice(props: ConsentNoticeProps) {
  return props.recording.consent.is_open ? <Opened {...props} /> : <Closed {...props} />;
}

function Opened({ studyId, recording, canSettle }: ConsentNoticeProps) {
  const { t } = useTranslation('recordings');
  const settle = useConsent(studyId, recording.id);
  const [isClosing, setIsClosing] = useState(false);
  const [why, setWhy] = useState('');
  const { basis, by, at, words } = recording.consent;
  return (
    <Stack gap="xs" mb="sm">
      <Group gap="sm">
        <Text size="sm" className={classes.said}>
          <IconLockOpen size={16} aria-hidden />
          <span>
            {basis && t(`consent.said.${basis}`, { by })} {words && `“${words}” `}
            {at && <Moment at={at} />}
          </span>
        </Text>
        {canSettle && !isClosing && (
          <Button variant="subtle" size="compact-sm" onClick={() => setIsClosing(true)}>
            {t('consent.close')}
          </Button>
        )}
      </Group>
      {isClosing && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            settle.mutate({ basis: 'closed', words: why });
          }}
        >
          <Stack gap="sm">
            <Textarea
              label={t('consent.whyClose')}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              autosize
              required
            />
            {settle.isError && <ProblemNotice error={settle.error} />}
            <Group>
              <Button type="submit" loading={settle.isPending}>
                {t('consent.closeNow')}
              </Button>
              <Button variant="default" onClick={() => setIsClosing(false)}>
                {t('consent.leaveOpen')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Stack>
  );
}

function Closed({ studyId, recording, canSettle, isAdministrator }: ConsentNoticeProps) {
  const { t } = useTranslation('recordings');
  const settle = useConsent(studyId, recording.id);
  const { objections, basis, by, words } = recording.consent;
  const ways = objections.length === 0 ? (['form', 'aloud'] as const) : [];
  const [way, setWay] = useState<'form' | 'aloud' | 'reason'>();
  const [why, setWhy] = useState('');
  return (
    <section className={classes.notice} aria-label={t('consent.closedTitle')}>
      <IconLock className={classes.icon} aria-hidden />
      <Stack gap="sm" style={{ flex: 1, minWidth: 0 }}>
        <Text fw={650}>{t('consent.closedTitle')}</Text>
        <Text>{t('consent.closedWords')}</Text>
        {basis === 'closed' && <Text>{t('consent.said.closed', { by, words })}</Text>}
        {objections.length > 0 && (
          <ul className={classes.objections}>
            {objections.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {canSettle && (ways.length > 0 || isAdministrator) ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (way) {
                settle.mutate({ basis: way, words: way === 'reason' ? why : '' });
              }
            }}
          >
            <Stack gap="sm">
              <Radio.Group
                label={t('consent.question')}
                value={way ?? ''}
                onChange={(value) => setWay(value as NonNullable<typeof way>)}
              >
                <Stack gap="xs" mt="xs">
                  {ways.map((one) => (
                    <Radio key={one} value={one} label={t(`consent.${one}`)} />
                  ))}
                  {isAdministrator && <Radio value="reason" label={t('consent.reason')} />}
                </Stack>
              </Radio.Group>
              {way === 'reason' && (
                <Textarea
                  label={t('consent.why')}
                  description={t('consent.whyHint')}
                  value={why}
                  onChange={(event) => setWhy(event.currentTarget.value)}
                  autosize
                  required
                />
              )}
              {settle.isError && <ProblemNotice error={settle.error} />}
              <Group>
                <Button type="submit" disabled={!way} loading={settle.isPending}>
                  {t('consent.openNow')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <Text>{t('consent.askAdministrator')}</Text>
        )}
      </Stack>
    </section>
  );
}
