import { Link, useMatches } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './layouts.module.css';

/** The study, then the pages above this one that name themselves with `staticData.crumb`. */
export function Breadcrumb({ studyTitle }: { studyTitle: string }) {
  const { t } = useTranslation('app');
  const crumbs = useMatches({
    select: (matches) =>
      matches.flatMap(({ staticData, pathname }) =>
        staticData.crumb ? [{ label: staticData.crumb(), pathname }] : [],
      ),
  });
  return (
    <nav aria-label={t('study.breadcrumb')} className={classes.crumbs}>
      <span className={classes.crumbStudy}>{studyTitle}</span>
      {crumbs.map(({ label, pathname }, index) => (
        <Fragment key={pathname}>
          <span aria-hidden>›</span>
          <Link to={pathname} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {label}
          </Link>
        </Fragment>
      ))}
    </nav>
  );
}
