import { useQueryClient } from '@tanstack/react-query';
import { Link, useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { crumbsOf } from '@/app/crumbs';
import classes from './layouts.module.css';

/** The study, the pages above this one and this one; a phone has room for the one above. */
export function Breadcrumb({ studyTitle }: { studyTitle: string }) {
  const { t } = useTranslation('app');
  const queries = useQueryClient();
  const crumbs = useMatches({ select: (matches) => crumbsOf(matches, queries) });
  return (
    <nav aria-label={t('study.breadcrumb')} className={classes.crumbs}>
      <ol>
        <li>
          <span className={classes.crumbStudy}>{studyTitle}</span>
        </li>
        {crumbs.map(({ label, pathname }, index) => (
          <li key={pathname}>
            <Link to={pathname} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
