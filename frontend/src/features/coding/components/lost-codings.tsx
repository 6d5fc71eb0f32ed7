import { useTranslation } from 'react-i18next';
import type { Code } from '../queries';
import type { ShownCoding } from '../shown';
import classes from './coding.module.css';
import { CodingChip } from './coding-chip';

interface LostCodingsProps {
  codings: readonly ShownCoding[];
  codes: ReadonlyMap<string, Code>;
  currentCoding: string | undefined;
  onChoose: (clientId: string) => void;
}

/** Codings whose words were edited away, to be put on other words or removed. */
export function LostCodings({ codings, codes, currentCoding, onChoose }: LostCodingsProps) {
  const { t } = useTranslation('coding');
  if (codings.length === 0) {
    return null;
  }
  return (
    <section className={classes.notice} aria-label={t('lost.label')}>
      <p>{t('lost.what', { count: codings.length })}</p>
      <ul className={classes.chips}>
        {codings.map((coding) => (
          <li key={coding.client_id}>
            <CodingChip
              coding={coding}
              code={coding.code_id ? codes.get(coding.code_id) : undefined}
              isCurrent={coding.client_id === currentCoding}
              onChoose={() => onChoose(coding.client_id)}
            />
            <q>{coding.quote}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
