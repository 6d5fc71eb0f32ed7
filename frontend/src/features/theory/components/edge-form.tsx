import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type LineageKind, lineageQuery, useAddEdge } from '../queries';

const KINDS: readonly LineageKind[] = [
  'revises',
  'renames',
  'merges',
  'splits',
  'folds_into',
  'arises_from',
];
const NOTHING = '';

interface EdgeFormProps {
  studyId: string;
  /** The version that the link leads to, unless another is chosen. */
  versionId: string;
  onClose: () => void;
}

/** Says how a version came from another, where the page itself did not see it happen. */
export function EdgeForm({ studyId, versionId, onClose }: EdgeFormProps) {
  const { t } = useTranslation('theory');
  const lineage = useQuery(lineageQuery(studyId));
  const add = useAddEdge(studyId);
  const [kind, setKind] = useState<LineageKind>('arises_from');
  const [from, setFrom] = useState(NOTHING);
  const [to, setTo] = useState(versionId);
  const [isPart, setIsPart] = useState(false);
  const [note, setNote] = useState('');
  const versions = (lineage.data?.nodes ?? []).map((node) => ({
    value: node.id,
    label: `${node.title} (${t('versions.short', { number: node.number, stage: node.stage_label })})`,
  }));

  function save() {
    add.mutate(
      { kind, from_version_id: from || null, to_version_id: to, is_part: isPart, note },
      { onSuccess: onClose },
    );
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('edges.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <NativeSelect
          label={t('edges.from')}
          data={[{ value: NOTHING, label: t('edges.nothingBefore') }, ...versions]}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('edges.kind')}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as LineageKind)}
        />
        <NativeSelect
          label={t('edges.to')}
          data={versions}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Checkbox
          label={t('edges.isPart')}
          checked={isPart}
          onChange={(event) => setIsPart(event.currentTarget.checked)}
        />
        <Textarea
          label={t('edges.note')}
          description={t('edges.noteHow')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {add.error && <ProblemNotice error={add.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={add.isPending} onClick={save}>
            {t('edges.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
