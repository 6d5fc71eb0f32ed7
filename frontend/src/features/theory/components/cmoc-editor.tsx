import { Button, Group, NativeSelect, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CmocDraft, type ElementDraft, emptyElement } from '../drafts';
import { useNotationSync } from '../use-notation-sync';
import classes from './cmoc-editor.module.css';
import { ElementFields } from './element-fields';
import { NotationField } from './notation-field';

const LEVELS = ['system', 'organisation', 'team', 'individual'] as const;

interface CmocEditorProps {
  studyId: string;
  cmoc: CmocDraft;
  /** Its place among the configurations, from 1. */
  number: number;
  onChange: (change: Partial<CmocDraft>) => void;
  /** Puts several configurations in its place. */
  onSplit: (cmocs: CmocDraft[]) => void;
  onRemove: () => void;
}

/** A configuration as boxes and as notation side by side; writing in either changes the other. */
export function CmocEditor({ studyId, cmoc, number, ...rest }: CmocEditorProps) {
  const { t } = useTranslation('theory');
  const { onChange, onSplit, onRemove } = rest;
  const sync = useNotationSync(studyId, cmoc, onChange);
  return (
    <fieldset className={classes.cmoc}>
      <Group justify="space-between" component="legend" className={classes.legend}>
        <Title order={3} size="h4">
          {t('versions.cmoc', { number })}
        </Title>
      </Group>
      <div className={classes.facts}>
        <NativeSelect
          label={t('editor.level')}
          data={[
            { value: '', label: t('level.none') },
            ...LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) })),
          ]}
          value={cmoc.level}
          onChange={(event) => onChange({ level: event.currentTarget.value as CmocDraft['level'] })}
        />
        <NativeSelect
          label={t('editor.tellsOf')}
          data={(['present', 'absent'] as const).map((value) => ({
            value,
            label: t(`presence.${value}`),
          }))}
          value={cmoc.tellsOf}
          onChange={(event) =>
            onChange({ tellsOf: event.currentTarget.value as CmocDraft['tellsOf'] })
          }
        />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={onRemove}
        >
          {t('editor.removeCmoc')}
        </Button>
      </div>
      <div className={classes.sides}>
        <Boxes elements={cmoc.elements} onChange={sync.writeElements} />
        <div>
          <NotationField
            value={cmoc.notation}
            onChange={sync.writeNotation}
            problem={sync.problem}
          />
          {sync.several && (
            <Group mt="xs" gap="xs" role="status">
              <span>{t('editor.several', { count: sync.several.length })}</span>
              <Button size="xs" variant="default" onClick={() => onSplit(sync.several ?? [])}>
                {t('editor.split', { count: sync.several.length })}
              </Button>
            </Group>
          )}
        </div>
      </div>
    </fieldset>
  );
}

interface BoxesProps {
  elements: ElementDraft[];
  onChange: (elements: ElementDraft[]) => void;
}

function Boxes({ elements, onChange }: BoxesProps) {
  const { t } = useTranslation('theory');

  function move(index: number, by: -1 | 1) {
    const moved = [...elements];
    const [element] = moved.splice(index, 1);
    if (element) {
      moved.splice(index + by, 0, element);
      onChange(moved);
    }
  }

  return (
    <div>
      <ol className={classes.boxes} aria-label={t('editor.boxes')}>
        {elements.map((element, index) => (
          <ElementFields
            key={element.key}
            element={element}
            number={index + 1}
            isFirst={index === 0}
            isLast={index === elements.length - 1}
            onChange={(change) =>
              onChange(
                elements.map((other) => (other === element ? { ...other, ...change } : other)),
              )
            }
            onMove={(by) => move(index, by)}
            onRemove={() => onChange(elements.filter((other) => other !== element))}
          />
        ))}
      </ol>
      <Button
        mt="xs"
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...elements, emptyElement(elements.at(-1)?.kind ?? 'context')])}
      >
        {t('editor.addElement')}
      </Button>
    </div>
  );
}
