import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ElementMark } from '@/ui/marks/element-mark';
import { StanceMark } from '@/ui/marks/stance-mark';
import type { Code } from '../queries';
import type { ShownCoding } from '../shown';
import { CodeMark } from './code-mark';
import classes from './coding.module.css';

interface CodingChipProps {
  coding: ShownCoding;
  code: Code | undefined;
  isCurrent: boolean;
  onChoose: () => void;
}

/** One coding in the margin: colour and letter of its code, element, stance, and how it stands. */
export function CodingChip({ coding, code, isCurrent, onChoose }: CodingChipProps) {
  const { t } = useTranslation('coding');
  const name = code?.name ?? t('coding.noCode');
  return (
    <UnstyledButton
      className={classes.chip}
      aria-pressed={isCurrent}
      data-standing={coding.standing}
      title={`${name}: “${coding.quote}” (${coding.coder_name})`}
      onClick={onChoose}
    >
      <CodeMark name={name} colour={code?.colour ?? 'var(--line-strong)'} />
      <span className={classes.chipName}>{name}</span>
      {coding.element && <ElementMark kind={coding.element} />}
      {coding.stance && <StanceMark stance={coding.stance} isBare />}
      {coding.is_orphan && <span className={classes.warn}>{t('coding.lost')}</span>}
      {coding.standing === 'saving' && <span className={classes.quiet}>{t('coding.saving')}</span>}
      {coding.standing === 'failed' && <span className={classes.warn}>{t('coding.failed')}</span>}
    </UnstyledButton>
  );
}
