import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type SourceLink, useUnlinkSource } from '../queries';
import classes from './source-list.module.css';

interface SourceListProps {
  studyId: string;
  versionId: string;
  links: readonly SourceLink[];
  /** How many papers were said to support it, where they were only counted. */
  papers: number | null;
  canEdit: boolean;
}

/** The sources behind a version, with what each says there. */
export function SourceList({ studyId, versionId, links, papers, canEdit }: SourceListProps) {
  const { t } = useTranslation('theory');
  const unlink = useUnlinkSource(studyId, versionId);
  return (
    <>
      {papers !== null && <p className={classes.count}>{t('sources.papers', { count: papers })}</p>}
      {papers === null && links.length === 0 && (
        <p className={classes.count}>{t('sources.none')}</p>
      )}
      {unlink.error && <ProblemNotice error={unlink.error} />}
      <ul className={classes.sources}>
        {links.map(({ id, source, extract, page }) => (
          <li key={id} className={classes.source}>
            <div className={classes.words}>
              <span>{source.citation}</span>{' '}
              {source.year !== null && <span className={classes.year}>{source.year}</span>}{' '}
              {source.doi && (
                <a href={`https://doi.org/${source.doi}`} rel="noreferrer" target="_blank">
                  {source.doi}
                </a>
              )}
              {extract && (
                <blockquote className={classes.extract}>
                  {extract}
                  {page && <span className={classes.year}> ({t('sources.page', { page })})</span>}
                </blockquote>
              )}
            </div>
            {canEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('sources.unlink', { citation: source.citation })}
                loading={unlink.isPending && unlink.variables === id}
                onClick={() => unlink.mutate(id)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
