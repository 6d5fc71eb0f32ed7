import { Button, Group, Select, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ElementMark } from '@/ui/marks/element-mark';
import { StanceMark } from '@/ui/marks/stance-mark';
import { ProblemNotice } from '@/ui/problem-notice';
import { ELEMENTS, type MechanismChoice, STANCES } from '../choices';
import { inTreeOrder } from '../codebook-tree';
import type { Code, CodingChanges } from '../queries';
import type { ShownCoding } from '../shown';
import { ChoiceRow } from './choice-row';
import classes from './coding.module.css';

interface CodingFormProps {
  coding: ShownCoding;
  codes: readonly Code[];
  mechanisms: readonly MechanismChoice[];
  onChange: (changes: CodingChanges) => void;
  onRemove: () => void;
  onRetry: () => void;
  /** For an orphan: puts it on the words that are selected now. */
  onPlace?: (() => void) | undefined;
}

/** Everything one coding says; each change is saved as it is made. */
export function CodingForm({ coding, codes, mechanisms, onChange, ...rest }: CodingFormProps) {
  const { t } = useTranslation('coding');
  const isReadOnly = !coding.can_change;
  const about = mechanisms.find(({ id }) => id === coding.mechanism_id);
  return (
    <section className={classes.form} aria-label={t('form.label')}>
      <blockquote className={classes.quote}>
        <p>{coding.quote}</p>
      </blockquote>
      <p className={classes.quiet}>{t('form.by', { name: coding.coder_name })}</p>
      {coding.is_orphan && (
        <div className={classes.notice}>
          <p>{t('form.lost')}</p>
          <Button size="compact-sm" disabled={!rest.onPlace} onClick={() => rest.onPlace?.()}>
            {t('form.place')}
          </Button>
        </div>
      )}
      {coding.standing === 'failed' && (
        <ProblemNotice error={coding.error} onRetry={rest.onRetry}>
          <p className={classes.quiet}>{t('form.kept')}</p>
        </ProblemNotice>
      )}
      <div className={classes.fields}>
        <Select
          size="xs"
          label={t('form.code')}
          searchable={!isReadOnly}
          clearable={coding.mechanism_id !== null}
          readOnly={isReadOnly}
          data={inTreeOrder(codes)
            .filter(({ code }) => !code.is_retired || code.id === coding.code_id)
            .map(({ code, path }) => ({ value: code.id, label: path }))}
          value={coding.code_id}
          onChange={(code_id) => onChange({ code_id })}
        />
        <Select
          size="xs"
          label={t('form.mechanism')}
          searchable={!isReadOnly}
          clearable={coding.code_id !== null}
          readOnly={isReadOnly}
          data={mechanisms.map(({ id, title }) => ({ value: id, label: title }))}
          value={coding.mechanism_id}
          onChange={(mechanism_id) => onChange({ mechanism_id })}
          description={about?.describe(coding.version_id)}
        />
        <ChoiceRow
          legend={t('form.stance')}
          choices={STANCES.map((stance, index) => ({
            value: stance,
            shortcut: `${index + 1}`,
            label: <StanceMark stance={stance} />,
          }))}
          value={coding.stance}
          isReadOnly={isReadOnly}
          onChange={(stance) => onChange({ stance })}
        />
        <ChoiceRow
          legend={t('form.element')}
          choices={ELEMENTS.map((element, index) => ({
            value: element,
            shortcut: `${index + 5}`,
            label: (
              <>
                <ElementMark kind={element} />
                <span aria-hidden>{t(`element.${element}`)}</span>
              </>
            ),
          }))}
          value={coding.element}
          isReadOnly={isReadOnly}
          onChange={(element) => onChange({ element })}
        />
        <Memo
          key={coding.client_id}
          value={coding.memo}
          isReadOnly={isReadOnly}
          onChange={(memo) => onChange({ memo })}
        />
      </div>
      <Group justify="space-between">
        {isReadOnly && <p className={classes.quiet}>{t('form.readOnly')}</p>}
        {!isReadOnly && (
          <Button variant="default" size="compact-sm" onClick={rest.onRemove}>
            {t('form.remove')}
          </Button>
        )}
      </Group>
    </section>
  );
}

interface MemoProps {
  value: string;
  isReadOnly: boolean;
  onChange: (memo: string) => void;
}

/** Saved when the writer pauses or goes elsewhere. */
function Memo({ value, isReadOnly, onChange }: MemoProps) {
  const { t } = useTranslation('coding');
  const [memo, setMemo] = useState(value);
  const isChanged = memo.trim() !== value;
  useEffect(() => {
    const timer = isChanged ? setTimeout(() => onChange(memo.trim()), 1000) : undefined;
    return () => clearTimeout(timer);
  });
  return (
    <Textarea
      size="xs"
      label={t('form.memo')}
      autosize
      minRows={2}
      readOnly={isReadOnly}
      value={memo}
      onChange={({ currentTarget }) => setMemo(currentTarget.value)}
      onBlur={() => isChanged && onChange(memo.trim())}
      maxLength={10_000}
    />
  );
}
