import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDay } from '@/lib/dates';
import type { DocumentKind, DocumentListed } from '../queries';
import classes from './texts.module.css';

const KINDS: DocumentKind[] = ['transcript', 'comment', 'note', 'extract', 'answer'];

interface DocumentListProps {
  documents: readonly DocumentListed[];
  currentId: string | undefined;
  /** The link that opens a document, around its title. */
  link: (document: DocumentListed, title: ReactNode, isCurrent: boolean) => ReactNode;
  /** A number at the right of each, such as its codings. */
  count?: (document: DocumentListed) => ReactNode;
}

/** What can be read, newest first, narrowed by kind and title. */
export function DocumentList({ documents, currentId, link, count }: DocumentListProps) {
  const { t } = useTranslation('texts');
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const [wanted, setWanted] = useState('');
  const headingId = useId();
  const shown = documents.filter(
    (document) =>
      (kind === null || document.kind === kind) &&
      document.title.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <nav aria-labelledby={headingId} className={classes.documents}>
      <h2 id={headingId} className={classes.heading}>
        {t('list.label')}
      </h2>
      <div className={classes.narrow}>
        <TextInput
          size="xs"
          type="search"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
        <Select
          size="xs"
          aria-label={t('list.kinds')}
          placeholder={t('list.all')}
          clearable
          data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value as DocumentKind | null)}
        />
      </div>
      {shown.length === 0 && <p className={classes.quiet}>{t('list.none')}</p>}
      <ul className={classes.items}>
        {shown.map((document) => (
          <li key={document.id} data-current={document.id === currentId || undefined}>
            {link(
              document,
              <span className={classes.title}>{document.title}</span>,
              document.id === currentId,
            )}
            <span className={classes.about}>
              <span>{t(`kind.${document.kind}`)}</span>
              <span>{shortDay(document.occurred_at ?? document.created_at)}</span>
              <span className={classes.count}>{count?.(document)}</span>
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
