import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a recording needs to know of a meeting. */
export interface MeetingChoice {
  id: string;
  title: string;
  started_at: string | null;
}

interface MeetingPlaceProps {
  meetings: readonly MeetingChoice[];
  meetingId: string | null;
  /** `2026-11-21T14:00:00`, in the reader's own zone; empty when it is not known. */
  start: string;
  onChange: (place: { meetingId: string | null; start: string }) => void;
}

/** Which meeting a recording belongs to, and when its first second was recorded. */
export function MeetingPlace({ meetings, meetingId, start, onChange }: MeetingPlaceProps) {
  const { t } = useTranslation('recordings');
  const choose = (id: string | null) => {
    const meeting = meetings.find((candidate) => candidate.id === id);
    onChange({ meetingId: id, start: meeting?.started_at ? localMoment(meeting.started_at) : '' });
  };
  return (
    <>
      <NativeSelect
        label={t('takeIn.meeting')}
        value={meetingId ?? ''}
        onChange={(event) => choose(event.currentTarget.value || null)}
        data={[
          { value: '', label: t('takeIn.noMeeting') },
          ...meetings.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      {meetingId && (
        <TextInput
          type="datetime-local"
          step={1}
          label={t('takeIn.start')}
          description={t('takeIn.startHint')}
          value={start}
          onChange={(event) => onChange({ meetingId, start: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** A moment as `datetime-local` writes it, in the reader's own zone. */
export function localMoment(iso: string): string {
  const at = new Date(iso);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

/** What `datetime-local` holds, as the server takes it. */
export function utcMoment(local: string): string | null {
  return local ? new Date(local).toISOString() : null;
}
