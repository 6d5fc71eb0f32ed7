import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Edge, useRemoveEdge } from '../queries';
import classes from './edge-list.module.css';

interface EdgeListProps {
  studyId: string;
  edges: readonly Edge[];
  canEdit: boolean;
  /** Wraps a title in a link to the mechanism's page. */
  link: (mechanismId: string, title: ReactNode) => ReactNode;
}

/** Where a mechanism came from and where it went, in words. */
export function EdgeList({ studyId, edges, canEdit, link }: EdgeListProps) {
  const { t } = useTranslation('theory');
  const remove = useRemoveEdge(studyId);
  if (edges.length === 0) {
    return <p className={classes.none}>{t('edges.none')}</p>;
  }
  return (
    <>
      {remove.error && <ProblemNotice error={remove.error} />}
      <ul className={classes.edges}>
        {edges.map((edge) => (
          <li key={edge.id} className={classes.edge}>
            <div>
              <End end={edge.before} missing={t('edges.nothingBefore')} link={link} />{' '}
              <span className={classes.kind}>
                <span aria-hidden>→ </span>
                {t(`kinds.${edge.kind}`)}
                {edge.is_part && ` ${t('edges.part')}`}
                <span aria-hidden> → </span>
              </span>{' '}
              <End end={edge.after} missing={t('edges.nothingAfter')} link={link} />
              {edge.note && <p className={classes.note}>{edge.note}</p>}
            </div>
            {canEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('edges.remove')}
                loading={remove.isPending && remove.variables === edge.id}
                onClick={() => remove.mutate(edge.id)}
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

interface EndProps {
  end: Edge['before'];
  missing: string;
  link: EdgeListProps['link'];
}

function End({ end, missing, link }: EndProps) {
  const { t } = useTranslation('theory');
  if (!end) {
    return <span className={classes.none}>{missing}</span>;
  }
  return (
    <>
      {link(end.mechanism_id, end.title)}{' '}
      <span className={classes.version}>
        {t('versions.short', { number: end.number, stage: end.stage_label })}
      </span>
    </>
  );
}
