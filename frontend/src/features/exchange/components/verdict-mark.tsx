import { IconAlertTriangle, IconCheck, IconEqual } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JudgedLine } from '../queries';
import classes from './verdict-mark.module.css';

const ICONS = { good: IconCheck, present: IconEqual, problem: IconAlertTriangle };

/** What becomes of a line, as an icon and a word. */
export function VerdictMark({ verdict }: { verdict: JudgedLine['verdict'] }) {
  const { t } = useTranslation('exchange');
  const Icon = ICONS[verdict];
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <Icon size={16} aria-hidden />
      {t(`verdict.${verdict}`)}
    </span>
  );
}
