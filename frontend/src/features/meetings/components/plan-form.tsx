import { Button, Checkbox, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { Attendee, Meeting, MeetingPlan, StakeholderGroup } from '../queries';
import { AgendaEditor, type Point, pointsOf } from './agenda-editor';
import classes from './plan.module.css';
import type { MechanismChoice } from './point-form';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface PlanFormProps {
  /** What is planned already. */
  meeting?: Meeting;
  groups: readonly StakeholderGroup[];
  mechanisms: readonly MechanismChoice[];
  /** Who may chair meetings of this study. */
  chairs: readonly Attendee[];
  onSave: (plan: MeetingPlan) => void;
  isSaving: boolean;
  error: unknown;
}

/** Plans a meeting: what it is called, when and where, who is asked, and its agenda. */
export function PlanForm(props: PlanFormProps) {
  const { meeting, groups, mechanisms, chairs, onSave, isSaving, error } = props;
  const { t } = useTranslation('meetings');
  const [title, setTitle] = useState(meeting?.title ?? '');
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [when, setWhen] = useState(() => localInput(meeting?.planned_for));
  const [groupIds, setGroupIds] = useState<string[]>(meeting?.group_ids ?? []);
  const [points, setPoints] = useState<Point[]>(() => pointsOf(meeting?.agenda ?? []));
  const [deputyId, setDeputyId] = useState(meeting?.deputy_id ?? '');
  const [zone, setZone] = useState(meeting?.time_zone ?? HERE);
  const [isChecked, setIsChecked] = useState(false);
  const isNameless = !title.trim();
  const isPointNameless = points.some((point) => !point.title.trim() && !point.versionId);

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (isNameless || isPointNameless) {
      return;
    }
    onSave({
      title,
      place,
      planned_for: when ? new Date(when).toISOString() : null,
      time_zone: zone,
      group_ids: groupIds,
      deputy_id: deputyId || null,
      agenda: points.map(({ title: name, versionId, minutes, kind }) => ({
        title: name,
        version_id: versionId,
        minutes,
        kind,
      })),
    });
  }

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <Stack gap="md">
        <TextInput
          label={t('plan.name')}
          required
          maxLength={300}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          error={isChecked && isNameless ? t('plan.noName') : undefined}
        />
        <Group grow align="flex-start" className={classes.pair ?? ''}>
          <TextInput
            type="datetime-local"
            label={t('plan.when')}
            description={t('plan.whenHint', { zone: HERE })}
            value={when}
            onChange={({ currentTarget }) => setWhen(currentTarget.value)}
          />
          <TextInput
            label={t('plan.place')}
            description={t('plan.placeHint')}
            maxLength={300}
            value={place}
            onChange={({ currentTarget }) => setPlace(currentTarget.value)}
          />
        </Group>
        <NativeSelect
          label={t('plan.zone')}
          description={t('plan.zoneHint')}
          value={zone}
          data={zones(zone)}
          onChange={({ currentTarget }) => setZone(currentTarget.value)}
        />
        <Checkbox.Group
          label={t('plan.who')}
          description={t('plan.whoHint')}
          value={groupIds}
          onChange={setGroupIds}
        >
          <Group mt="xs">
            {groups.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
        <NativeSelect
          label={t('plan.deputy')}
          description={t('plan.deputyHint')}
          value={deputyId}
          data={[
            { value: '', label: t('plan.noDeputy') },
            ...chairs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => setDeputyId(currentTarget.value)}
        />
        <section>
          <Title order={2} size="h4">
            {t('plan.agenda')}
          </Title>
          <p className={classes.hint}>{t('plan.agendaHint')}</p>
          <AgendaEditor
            points={points}
            mechanisms={mechanisms}
            onChange={setPoints}
            isChecked={isChecked}
          />
        </section>
        {error !== null && <ProblemNotice error={error} />}
        <div>
          <Button type="submit" loading={isSaving}>
            {t('plan.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Every zone that the browser knows, and the one that is chosen, by whatever name. */
function zones(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), HERE, chosen])].sort();
}

/** A moment as the browser's own date field writes it: local time, without a zone. */
function localInput(moment: string | null | undefined): string {
  if (!moment) {
    return '';
  }
  const date = new Date(moment);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
