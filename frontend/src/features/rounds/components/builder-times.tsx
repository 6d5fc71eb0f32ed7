import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import type { FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuilderPartProps } from './builder-deciding';

const REMIND = ['48', '72', '168', '336'] as const;

/** When a round opens and closes, what still counts after that, and how often people are reminded. */
export function BuilderTimes({ round, onChange }: Omit<BuilderPartProps, 'studyId'>) {
  const { t } = useTranslation('rounds');
  const saveTime =
    (name: 'opens_at' | 'closes_at') =>
    ({ currentTarget: { value } }: FocusEvent<HTMLInputElement>) => {
      if (value !== localTime(round[name])) {
        onChange({ [name]: value ? new Date(value).toISOString() : null });
      }
    };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const remind = String(round.remind_hours ?? 'never');
  const reminders = [
    { value: 'never', label: t('build.remindNever') },
    ...REMIND.map((hours) => ({
      value: hours as string,
      label: t('build.remindDays', { count: Number(hours) / 24 }),
    })),
  ];
  return (
    <>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          type="datetime-local"
          label={t('build.opensAt')}
          description={t('build.opensAtHint')}
          defaultValue={localTime(round.opens_at)}
          onBlur={saveTime('opens_at')}
        />
        <TextInput
          type="datetime-local"
          label={t('build.closesAt')}
          description={t('build.closesAtHint', { zone })}
          defaultValue={localTime(round.closes_at)}
          onBlur={saveTime('closes_at')}
        />
      </Group>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <NumberInput
          label={t('build.grace')}
          description={t('build.graceHint')}
          defaultValue={round.grace_minutes}
          min={0}
          max={7 * 24 * 60}
          onBlur={({ currentTarget: { value } }) =>
            value !== '' &&
            Number(value) !== round.grace_minutes &&
            onChange({ grace_minutes: Number(value) })
          }
        />
        <Select
          label={t('build.remind')}
          description={t('build.remindHint')}
          data={
            reminders.some(({ value }) => value === remind)
              ? reminders
              : [
                  ...reminders,
                  { value: remind, label: t('build.remindHours', { count: Number(remind) }) },
                ]
          }
          value={remind}
          allowDeselect={false}
          onChange={(value) => onChange({ remind_hours: value === 'never' ? null : Number(value) })}
        />
      </Group>
    </>
  );
}

/** A moment as `<input type="datetime-local">` writes it, in the reader's own zone. */
function localTime(moment: string | null): string {
  if (!moment) {
    return '';
  }
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
