import { Button, Modal, NativeSelect, NumberInput, Stack, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  KINDS,
  linesOf,
  type OpenPoll,
  type PollDraft,
  type PollTerms,
  QUORUMS,
  type Quorum,
  type SentTerms,
  sent,
  sentTerms,
  takesChoices,
  titlesOf,
} from '../poll-templates';
import type { AgendaPoint, Command, PollKind } from '../queries';
import classes from './poll.module.css';
import { PollEditor } from './poll-editor';

interface PollFormProps {
  isOpen: boolean;
  itemId: string | undefined;
  agenda: readonly AgendaPoint[];
  onClose: () => void;
  send: (command: Command, onDone: () => void) => void;
  /** Draws the questions of rounds that can be put to the room as they are. */
  roundQuestions?: RoundQuestions | undefined;
}

export type RoundQuestions = (terms: SentTerms, onPut: () => void) => ReactNode;

/** Puts a question to the room: as it stands with one press, or with other words. */
export function PollForm(props: PollFormProps) {
  const { isOpen, itemId, agenda, onClose, send, roundQuestions } = props;
  const { t } = useTranslation('meetings');
  const [terms, setTerms] = useState<PollTerms>({
    isSecret: true,
    quorum: 'none',
    quorumNumber: 5,
  });
  const [draft, setDraft] = useState<PollDraft>();
  const [isFromRound, setFromRound] = useState(false);
  const close = () => {
    setDraft(undefined);
    setFromRound(false);
    onClose();
  };
  const put = (chosen: PollDraft) => send(sent(chosen, terms, itemId) satisfies OpenPoll, close);
  const templateOf = (kind: PollKind): PollDraft => ({
    kind,
    prompt: t(`template.${kind}.prompt`),
    choices:
      kind === 'ranking'
        ? titlesOf(agenda).join('\n')
        : kind === 'choice'
          ? t('template.choice.choices')
          : '',
    points: 9,
    atMost: 1,
  });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={isOpen}
      onClose={close}
      title={t('chair.pollTitle')}
      size="lg"
    >
      <Stack gap="md">
        <Terms terms={terms} onChange={setTerms} />
        {draft && <PollEditor start={draft} onPut={put} onBack={() => setDraft(undefined)} />}
        {isFromRound && (
          <>
            {roundQuestions?.(sentTerms(terms, itemId), close)}
            <div>
              <Button variant="default" onClick={() => setFromRound(false)}>
                {t('chair.backToTemplates')}
              </Button>
            </div>
          </>
        )}
        {!draft && !isFromRound && (
          <>
            {roundQuestions && (
              <div>
                <Button variant="default" onClick={() => setFromRound(true)}>
                  {t('chair.fromRound')}
                </Button>
              </div>
            )}
            <ul className={classes.templates}>
              {KINDS.map((kind) => (
                <Template key={kind} template={templateOf(kind)} onPut={put} onChange={setDraft} />
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Modal>
  );
}

interface TemplateProps {
  template: PollDraft;
  onPut: (template: PollDraft) => void;
  onChange: (template: PollDraft) => void;
}

function Template({ template, onPut, onChange }: TemplateProps) {
  const { t } = useTranslation('meetings');
  const { kind, prompt, choices } = template;
  const isWhole = !takesChoices(kind) || linesOf(choices).length > 1;
  const name = t(`template.${kind}.name`);
  return (
    <li className={classes.template}>
      <div>
        <strong>{name}</strong>
        <p className={classes.hint}>{prompt}</p>
      </div>
      <div className={classes.templateActions}>
        {isWhole && (
          <Button aria-label={t('chair.putKind', { name })} onClick={() => onPut(template)}>
            {t('chair.put')}
          </Button>
        )}
        <Button
          variant="default"
          aria-label={t('chair.changeKind', { name })}
          onClick={() => onChange(template)}
        >
          {t('chair.changeFirst')}
        </Button>
      </div>
    </li>
  );
}

interface TermsProps {
  terms: PollTerms;
  onChange: (terms: PollTerms) => void;
}

function Terms({ terms, onChange }: TermsProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.terms}>
      <Switch
        label={t('chair.isSecret')}
        description={t(terms.isSecret ? 'chair.secretHint' : 'chair.namedHint')}
        checked={terms.isSecret}
        onChange={({ currentTarget }) => onChange({ ...terms, isSecret: currentTarget.checked })}
      />
      <NativeSelect
        label={t('chair.quorum')}
        data={QUORUMS.map((value) => ({ value, label: t(`chair.quorums.${value}`) }))}
        value={terms.quorum}
        onChange={({ currentTarget }) =>
          onChange({ ...terms, quorum: currentTarget.value as Quorum })
        }
      />
      {terms.quorum === 'number' && (
        <NumberInput
          label={t('chair.quorumNumber')}
          min={1}
          max={100_000}
          allowDecimal={false}
          value={terms.quorumNumber}
          onChange={(value) => onChange({ ...terms, quorumNumber: Number(value) || 1 })}
        />
      )}
    </div>
  );
}
