import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Select,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/lib/new-id';
import type { Meeting } from '../queries';
import { KIND_NAMES } from './kinds';
import classes from './plan.module.css';
import type { MechanismChoice } from './point-form';

/** A point of an agenda that is being planned; `key` lasts while it is moved about. */
export interface Point {
  key: string;
  title: string;
  versionId: string | null;
  minutes: number;
  kind: Meeting['agenda'][number]['kind'];
}

export function pointsOf(agenda: Meeting['agenda']): Point[] {
  return agenda.map(({ id, title, version_id: versionId, minutes, kind }) => ({
    key: id,
    title,
    versionId,
    minutes,
    kind,
  }));
}

interface AgendaEditorProps {
  points: Point[];
  mechanisms: readonly MechanismChoice[];
  onChange: (points: Point[]) => void;
  isChecked: boolean;
}

/** The agenda as a list of lines that can be moved, changed and removed. */
export function AgendaEditor({ points, mechanisms, onChange, isChecked }: AgendaEditorProps) {
  const { t } = useTranslation('meetings');
  const used = new Set(points.map(({ versionId }) => versionId));
  const add = (point: Omit<Point, 'key' | 'minutes' | 'kind'>) =>
    onChange([...points, { ...point, key: newId(), minutes: 15, kind: 'discuss' }]);
  const change = (key: string, changes: Partial<Point>) =>
    onChange(points.map((point) => (point.key === key ? { ...point, ...changes } : point)));
  const total = points.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <div className={classes.editor}>
      {points.length === 0 && <p className={classes.hint}>{t('plan.empty')}</p>}
      <ol className={classes.lines}>
        {points.map((point, index) => (
          <li key={point.key} className={classes.line}>
            <TextInput
              aria-label={t('plan.pointTitle', { number: index + 1 })}
              value={point.title}
              maxLength={300}
              onChange={({ currentTarget }) => change(point.key, { title: currentTarget.value })}
              error={
                isChecked && !point.title.trim() && !point.versionId ? t('plan.noPoint') : undefined
              }
            />
            <NativeSelect
              aria-label={t('plan.kindOf', { number: index + 1 })}
              value={point.kind}
              data={KIND_NAMES.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
              onChange={({ currentTarget }) => {
                const kind = KIND_NAMES.find((name) => name === currentTarget.value);
                change(point.key, kind ? { kind } : {});
              }}
            />
            <NumberInput
              aria-label={t('plan.minutes', { number: index + 1 })}
              value={point.minutes}
              min={1}
              max={480}
              suffix=" min"
              onChange={(minutes) => change(point.key, { minutes: Number(minutes) || 1 })}
            />
            <LineButtons points={points} index={index} onChange={onChange} />
          </li>
        ))}
      </ol>
      {points.length > 0 && <p className={classes.hint}>{t('plan.total', { minutes: total })}</p>}
      <Group align="flex-end">
        <Select
          label={t('plan.addMechanism')}
          searchable
          value={null}
          data={mechanisms
            .filter(({ versionId }) => !used.has(versionId))
            .map(({ versionId, title }) => ({ value: versionId, label: title }))}
          onChange={(versionId) => {
            const chosen = mechanisms.find((mechanism) => mechanism.versionId === versionId);
            if (chosen) {
              add(chosen);
            }
          }}
          className={classes.adder ?? ''}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => add({ title: '', versionId: null })}
        >
          {t('plan.addOther')}
        </Button>
      </Group>
    </div>
  );
}

interface LineButtonsProps {
  points: Point[];
  index: number;
  onChange: (points: Point[]) => void;
}

function LineButtons({ points, index, onChange }: LineButtonsProps) {
  const { t } = useTranslation('meetings');
  const number = index + 1;
  function move(to: number) {
    const rest = points.filter((_, place) => place !== index);
    const moved = points[index];
    if (moved) {
      onChange([...rest.slice(0, to), moved, ...rest.slice(to)]);
    }
  }
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        aria-label={t('plan.up', { number })}
        disabled={index === 0}
        onClick={() => move(index - 1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('plan.down', { number })}
        disabled={index === points.length - 1}
        onClick={() => move(index + 1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('plan.remove', { number })}
        onClick={() => onChange(points.filter((_, place) => place !== index))}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
