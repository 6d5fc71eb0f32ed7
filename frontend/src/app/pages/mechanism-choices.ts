import { useTranslation } from 'react-i18next';
import type { MechanismChoice } from '@/features/coding/choices';
import type { Mechanism } from '@/features/theory/queries';

/** The mechanisms that can be coded to, each able to say which version a coding was made against. */
export function useMechanismChoices(mechanisms: readonly Mechanism[]): MechanismChoice[] {
  const { t } = useTranslation('coding');
  return mechanisms.map(({ id, current }) => ({
    id,
    title: current.title,
    describe: (versionId) => {
      if (versionId === null) {
        return undefined;
      }
      return versionId === current.id
        ? t('form.version', { number: current.number })
        : t('form.earlierVersion', { number: current.number });
    },
  }));
}
