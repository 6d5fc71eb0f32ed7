import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './coding.module.css';

const PLACES = [
  { key: 'document', path: '' },
  { key: 'excerpts', path: '/excerpts' },
  { key: 'codebook', path: '/codebook' },
] as const;

/** The three pages of coding. */
export function CodingPlaces({ studyId }: { studyId: string }) {
  const { t } = useTranslation('coding');
  const base: string = `/studies/${studyId}/coding`;
  return (
    <nav aria-label={t('places.label')} className={classes.places}>
      {PLACES.map(({ key, path }) => (
        <Link key={key} to={base + path} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`places.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
