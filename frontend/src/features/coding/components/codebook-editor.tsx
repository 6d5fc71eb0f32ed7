import { ActionIcon, Button, Group, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { ProblemNotice } from '@/ui/problem-notice';
import { type CodeInTree, inTreeOrder } from '../codebook-tree';
import { type Code, useCreateCode, useUpdateCode } from '../queries';
import { CodeForm, type CodeWords } from './code-form';
import { CodeMark } from './code-mark';
import classes from './codebook.module.css';

interface CodebookEditorProps {
  studyId: string;
  codes: readonly Code[];
  canEdit: boolean;
  /** What leads to a code's excerpts, around their number. */
  excerpts: (codeId: string, words: ReactNode) => ReactNode;
}

/** The codebook whole: made, described, ordered and retired; what is retired can come back. */
export function CodebookEditor({ studyId, codes, canEdit, excerpts }: CodebookEditorProps) {
  const { t } = useTranslation('coding');
  const [edited, setEdited] = useState<Code | 'new'>();
  const [isShowingRetired, setIsShowingRetired] = useState(false);
  const create = useCreateCode(studyId);
  const update = useUpdateCode(studyId);
  const rows = inTreeOrder(codes).filter(({ code }) => isShowingRetired || !code.is_retired);
  const { mutation, save } =
    edited === 'new'
      ? { mutation: create, save: create.mutate }
      : {
          mutation: update,
          save: (words: CodeWords, then: { onSuccess: () => void }) =>
            edited && update.mutate({ id: edited.id, ...words }, then),
        };

  function open(code: Code | 'new') {
    create.reset();
    update.reset();
    setEdited(code);
  }

  const begin = <Button onClick={() => open('new')}>{t('codebook.new')}</Button>;
  return (
    <>
      {codes.length === 0 ? (
        <EmptyState title={t('codebook.emptyTitle')} action={canEdit && begin}>
          {t('codebook.emptyHow')}
        </EmptyState>
      ) : (
        <Group justify="space-between" mb="sm">
          {canEdit && begin}
          <Switch
            label={t('codebook.showRetired')}
            checked={isShowingRetired}
            onChange={({ currentTarget }) => setIsShowingRetired(currentTarget.checked)}
          />
        </Group>
      )}
      {update.error && edited === undefined && <ProblemNotice error={update.error} />}
      <ul className={classes.codes} aria-label={t('codebook.title')}>
        {rows.map((row) => (
          <li key={row.code.id} style={{ paddingInlineStart: `${12 + row.depth * 24}px` }}>
            <CodeRow
              row={row}
              siblings={codes.filter(({ parent_id }) => parent_id === row.code.parent_id)}
              neighbours={rows.flatMap(({ code }) =>
                code.parent_id === row.code.parent_id ? [code.id] : [],
              )}
              canEdit={canEdit}
              onEdit={() => open(row.code)}
              onChange={(changes) => update.mutate({ id: row.code.id, ...changes })}
              excerpts={excerpts(row.code.id, t('codebook.excerpts', { count: row.total }))}
            />
          </li>
        ))}
      </ul>
      <Dialog
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        title={t(edited === 'new' ? 'codebook.new' : 'codebook.title')}
      >
        {edited !== undefined && (
          <CodeForm
            codes={codes}
            code={edited === 'new' ? undefined : edited}
            onSave={(words) =>
              save(changed(edited, words), { onSuccess: () => setEdited(undefined) })
            }
            onClose={() => setEdited(undefined)}
            isSaving={mutation.isPending}
            error={mutation.error}
          />
        )}
      </Dialog>
    </>
  );
}

/** A place that was not changed is not sent, or the code would go to the end of its siblings. */
function changed(code: Code | 'new', words: CodeWords): CodeWords {
  if (code === 'new' || code.parent_id !== words.parent_id) {
    return words;
  }
  const { parent_id: _same, ...rest } = words;
  return rest as CodeWords;
}

interface CodeRowProps {
  row: CodeInTree;
  /** Retired ones too: positions count them. */
  siblings: readonly Code[];
  /** The siblings that are on the screen. */
  neighbours: readonly string[];
  canEdit: boolean;
  onEdit: () => void;
  onChange: (changes: {
    position?: number;
    parent_id?: string | null;
    is_retired?: boolean;
  }) => void;
  excerpts: ReactNode;
}

function CodeRow({ row: { code }, siblings, neighbours, ...rest }: CodeRowProps) {
  const { t } = useTranslation('coding');
  const { canEdit, onEdit, onChange, excerpts } = rest;
  const place = neighbours.indexOf(code.id);
  const moveTo = (neighbour: number) =>
    onChange({ position: siblings.findIndex(({ id }) => id === neighbours[neighbour]) });
  const name = { name: code.name };
  return (
    <div className={classes.row}>
      <CodeMark name={code.name} colour={code.colour} />
      <div className={classes.words}>
        <strong>{code.name}</strong>
        {code.is_retired && <span className={classes.quiet}> {t('codebook.retired')}</span>}
        {code.description && <p className={classes.quiet}>{code.description}</p>}
      </div>
      <span className={classes.count}>{excerpts}</span>
      {canEdit && (
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={place <= 0}
            aria-label={t('codebook.up', name)}
            onClick={() => moveTo(place - 1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={place >= neighbours.length - 1}
            aria-label={t('codebook.down', name)}
            onClick={() => moveTo(place + 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('codebook.edit', name)}
            onClick={onEdit}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => onChange({ is_retired: !code.is_retired })}
          >
            {t(code.is_retired ? 'codebook.restore' : 'codebook.retire')}
          </Button>
        </Group>
      )}
    </div>
  );
}
