import { Button, Group, NativeSelect, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import {
  type CmocDraft,
  emptyOutcome,
  KINDS,
  type OutcomeDraft,
  type ProposalDraft,
  reshape,
  SHAPES,
} from '../draft';
import type { ProposalKind, Version } from '../queries';
import { OutcomeFields } from './outcome-fields';
import classes from './proposals.module.css';
import { SubjectChoice } from './subject-choice';

interface ProposalFormProps {
  initial: ProposalDraft;
  /** The newest version of every mechanism that is not retired. */
  versions: readonly Version[];
  /** Edits configurations. */
  cmocEditor: (cmocs: CmocDraft[], onChange: (cmocs: CmocDraft[]) => void) => ReactNode;
  /** Chooses excerpts and says what each shows. */
  evidence: (
    chosen: ProposalDraft['evidence'],
    onChange: (chosen: ProposalDraft['evidence']) => void,
    subjects: readonly Version[],
  ) => ReactNode;
  submitLabel: string;
  error: unknown;
  isPending: boolean;
  onSubmit: (draft: ProposalDraft) => void;
  /** Called at every change that is not saved. */
  onTouched: () => void;
  cancel: ReactNode;
}

/** Writes a proposal: the kind, what it changes, the new words, why, and the evidence. */
export function ProposalForm(props: ProposalFormProps) {
  const { t } = useTranslation('refinement');
  const { versions, onSubmit, onTouched } = props;
  const [draft, setDraft] = useState(props.initial);
  const shape = SHAPES[draft.kind];
  const change = (part: Partial<ProposalDraft>) => {
    onTouched();
    setDraft((before) => ({ ...before, ...part }));
  };
  const reshaped = (part: Partial<ProposalDraft>) => {
    onTouched();
    setDraft((before) => reshape({ ...before, ...part }, versions));
  };
  const subjects = versions.filter(({ id }) => draft.subjects.includes(id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(draft);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <NativeSelect
        label={t('form.kind')}
        description={t(`kindHelp.${draft.kind}`)}
        value={draft.kind}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(event) => reshaped({ kind: event.currentTarget.value as ProposalKind })}
      />
      <SubjectChoice
        shape={shape}
        draft={draft}
        versions={versions}
        onChange={(part, isFresh) => reshaped(isFresh ? { ...part, outcomes: [] } : part)}
      />
      <TextInput
        label={t('form.title')}
        description={t('form.titleHelp')}
        required
        maxLength={300}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('form.rationale')}
        required
        autosize
        minRows={3}
        maxLength={5000}
        value={draft.rationale}
        onChange={(event) => change({ rationale: event.currentTarget.value })}
      />
      {draft.outcomes.length > 0 && (
        <Outcomes
          draft={draft}
          subjects={subjects}
          onChange={(outcomes) => change({ outcomes })}
          cmocEditor={props.cmocEditor}
        />
      )}
      <section>
        <Title order={2} size="h3">
          {t('form.evidence')}
        </Title>
        <p className={classes.quiet}>{t('form.evidenceCount', { count: draft.evidence.length })}</p>
        {props.evidence(draft.evidence, (evidence) => change({ evidence }), subjects)}
      </section>
      {Boolean(props.error) && <ProblemNotice error={props.error} />}
      <Group>
        <Button type="submit" loading={props.isPending}>
          {props.submitLabel}
        </Button>
        {props.cancel}
      </Group>
    </form>
  );
}

interface OutcomesProps {
  draft: ProposalDraft;
  subjects: readonly Version[];
  onChange: (outcomes: OutcomeDraft[]) => void;
  cmocEditor: ProposalFormProps['cmocEditor'];
}

function Outcomes({ draft, subjects, onChange, cmocEditor }: OutcomesProps) {
  const { t } = useTranslation('refinement');
  const { outcomes } = draft;
  const shape = SHAPES[draft.kind];
  const isMany = shape.outcomes === 'many';
  return (
    <section className={classes.stack}>
      <Title order={2} size="h3">
        {t('form.outcome')}
      </Title>
      {outcomes.map((outcome, place) => (
        <OutcomeFields
          key={outcome.key}
          outcome={outcome}
          legend={isMany ? t('form.outcomeOf', { number: place + 1 }) : undefined}
          isTitleOnly={draft.kind === 'rename'}
          subjects={shape.choosesMechanism ? subjects : []}
          cmocEditor={cmocEditor}
          onChange={(changed) =>
            onChange(outcomes.map((one) => (one.key === outcome.key ? changed : one)))
          }
          remove={
            isMany && outcomes.length > 2 ? (
              <Button
                variant="subtle"
                color="gray"
                onClick={() => onChange(outcomes.filter((one) => one.key !== outcome.key))}
              >
                {t('form.removeOutcome', { number: place + 1 })}
              </Button>
            ) : undefined
          }
        />
      ))}
      {isMany && (
        <Group>
          <Button variant="default" onClick={() => onChange([...outcomes, emptyOutcome()])}>
            {t('form.addOutcome')}
          </Button>
        </Group>
      )}
    </section>
  );
}
