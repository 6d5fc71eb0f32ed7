import { Button, Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { ProblemNotice } from '@/ui/problem-notice';
import { type CmocDraft, draftOf, emptyCmoc, emptyDraft, type MechanismDraft } from '../drafts';
import type { MechanismDetail, Version } from '../queries';
import { useSaveDraft } from '../use-save-draft';
import { CmocEditor } from './cmoc-editor';
import classes from './mechanism-editor.module.css';
import { MechanismFields } from './mechanism-fields';
import { StaleSave } from './stale-save';

interface MechanismEditorProps {
  studyId: string;
  stages: readonly { id: string; label: string; state: string }[];
  /** The newest version of a mechanism; left out for a new one. */
  version?: Version;
  onSaved: (mechanism: MechanismDetail) => void;
  onCancel: () => void;
  /** Called at the first change that is not saved. */
  onTouched: () => void;
}

/** Writes a mechanism: its words, and its configurations as boxes and notation. */
export function MechanismEditor({ studyId, stages, version, ...rest }: MechanismEditorProps) {
  const { t } = useTranslation('theory');
  const stage = stages.find(({ state }) => state === 'current') ?? stages.at(-1);
  const [draft, setDraft] = useState<MechanismDraft>(() =>
    version ? draftOf(version, stage?.id ?? version.stage_id) : emptyDraft(stage?.id ?? ''),
  );
  const { save, setBase } = useSaveDraft(studyId, version);
  const isStale = version && save.error && asProblem(save.error).status === 409;

  function change(part: Partial<MechanismDraft>) {
    rest.onTouched();
    setDraft((before) => ({ ...before, ...part }));
  }

  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft, { onSuccess: rest.onSaved });
      }}
    >
      {version?.is_frozen && (
        <p className={classes.frozen}>{t('editor.frozen', { number: version.number + 1 })}</p>
      )}
      <MechanismFields
        studyId={studyId}
        draft={draft}
        onChange={change}
        isNew={!version}
        stages={stages}
      />
      <CmocsEditor
        studyId={studyId}
        cmocs={draft.cmocs}
        onChange={(update) => {
          rest.onTouched();
          setDraft((before) => ({ ...before, cmocs: update(before.cmocs) }));
        }}
      />
      {isStale ? (
        <StaleSave
          studyId={studyId}
          mechanismId={version.mechanism_id}
          problem={asProblem(save.error)}
          draft={draft}
          onSeen={setBase}
        />
      ) : (
        save.error && <ProblemNotice error={save.error} />
      )}
      <Group className={classes.save}>
        <Button type="submit" loading={save.isPending} disabled={!draft.title.trim()}>
          {t('editor.save')}
        </Button>
        <Button variant="default" onClick={rest.onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}

interface CmocsEditorProps {
  studyId: string;
  cmocs: CmocDraft[];
  onChange: (update: (cmocs: CmocDraft[]) => CmocDraft[]) => void;
}

function CmocsEditor({ studyId, cmocs, onChange }: CmocsEditorProps) {
  const { t } = useTranslation('theory');
  return (
    <section className={classes.cmocs}>
      <Title order={2} size="h3">
        {t('parts.cmocs')}
      </Title>
      {cmocs.map((cmoc, index) => (
        <CmocEditor
          key={cmoc.key}
          studyId={studyId}
          cmoc={cmoc}
          number={index + 1}
          onChange={(part) =>
            onChange((before) =>
              before.map((one) => (one.key === cmoc.key ? { ...one, ...part } : one)),
            )
          }
          onSplit={(parts) =>
            onChange((before) => before.flatMap((one) => (one.key === cmoc.key ? parts : [one])))
          }
          onRemove={() => onChange((before) => before.filter((one) => one.key !== cmoc.key))}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange((before) => [...before, emptyCmoc()])}
        >
          {t('editor.addCmoc')}
        </Button>
      </div>
    </section>
  );
}
