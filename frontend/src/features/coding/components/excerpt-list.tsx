import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDay } from '@/lib/dates';
import { Clock } from '@/ui/clock';
import { ElementMark } from '@/ui/marks/element-mark';
import { StanceMark } from '@/ui/marks/stance-mark';
import type { Excerpt } from '../queries';
import { CodeMark } from './code-mark';
import classes from './excerpts.module.css';

interface ExcerptListProps {
  excerpts: readonly Excerpt[];
  /** Shows a stakeholder group. */
  group: (groupId: string) => ReactNode;
  /** The mechanism that an excerpt is coded to. */
  mechanism?: ((excerpt: Excerpt) => ReactNode) | undefined;
  /** The link to the place in the document, around its words. */
  link: (excerpt: Excerpt, words: ReactNode) => ReactNode;
  /** What can be done with an excerpt, such as citing it. */
  tools?: ((excerpt: Excerpt) => ReactNode) | undefined;
}

/** Coded words with what stands around them, who said them and what they do to the theory. */
export function ExcerptList({ excerpts, ...rest }: ExcerptListProps) {
  const { t } = useTranslation('coding');
  return (
    <ul className={classes.list} aria-label={t('excerpts.list')}>
      {excerpts.map((excerpt) => (
        <li key={excerpt.coding_id} className={classes.excerpt}>
          <ExcerptItem excerpt={excerpt} {...rest} />
        </li>
      ))}
    </ul>
  );
}

type ExcerptItemProps = Omit<ExcerptListProps, 'excerpts'> & { excerpt: Excerpt };

function ExcerptItem({ excerpt, group, mechanism, link, tools }: ExcerptItemProps) {
  const { t } = useTranslation('coding');
  const { code, document } = excerpt;
  return (
    <article>
      <div className={classes.who}>
        <strong>{excerpt.speaker_label ?? t('document.unknown')}</strong>
        {excerpt.group_id && group(excerpt.group_id)}
        {excerpt.stance && <StanceMark stance={excerpt.stance} />}
        {excerpt.element && <ElementMark kind={excerpt.element} />}
        {code && (
          <span className={classes.code}>
            <CodeMark name={code.name} colour={code.colour} />
            {code.name}
          </span>
        )}
        {mechanism?.(excerpt)}
      </div>
      <p className={classes.words}>
        {excerpt.before && <span className={classes.around}>…{excerpt.before}</span>}
        <mark className={classes.quote}>{excerpt.quote}</mark>
        {excerpt.after && <span className={classes.around}>{excerpt.after}…</span>}
      </p>
      {excerpt.is_orphan && <p className={classes.lost}>{t('excerpts.lost')}</p>}
      {excerpt.memo && (
        <p className={classes.memo}>
          <span className={classes.around}>{t('excerpts.memo')}</span> {excerpt.memo}
        </p>
      )}
      <div className={classes.where}>
        {link(
          excerpt,
          <>
            {document.title}
            {document.occurred_at && `, ${shortDay(document.occurred_at)}`}
          </>,
        )}
        {excerpt.start_seconds !== null && <Clock seconds={excerpt.start_seconds} />}
        <span>{t('excerpts.coded', { name: excerpt.coder_name })}</span>
        {tools?.(excerpt)}
      </div>
    </article>
  );
}
