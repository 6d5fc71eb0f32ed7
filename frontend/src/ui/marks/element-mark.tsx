import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './element-mark.module.css';

export type ElementKind = 'context' | 'resource' | 'reasoning' | 'outcome';
export type Polarity = '+' | '-' | null;

const LETTERS = { context: 'C', resource: 'R', reasoning: 'M', outcome: 'O' } as const;

interface ElementMarkProps {
  kind: ElementKind;
  polarity?: Polarity;
}

/** The letter and colour that a CMO element has everywhere; a minus is also hatched. */
export function ElementMark({ kind, polarity = null }: ElementMarkProps) {
  const { t } = useTranslation('ui');
  const sign = polarity === null ? '' : { '+': '+', '-': '−' }[polarity];
  const said = [
    t(`element.${kind}`),
    polarity && t(`polarity.${polarity === '+' ? 'plus' : 'minus'}`),
  ];
  return (
    <span className={classes.mark} data-kind={kind} data-polarity={polarity ?? undefined}>
      <span aria-hidden>
        {LETTERS[kind]}
        {sign}
      </span>
      <VisuallyHidden component="span">{said.filter(Boolean).join(', ')}</VisuallyHidden>
    </span>
  );
}
