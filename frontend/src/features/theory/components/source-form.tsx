import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { sourcesQuery, useAddSource, useLinkSource } from '../queries';

const NEW = '';

interface SourceFormProps {
  studyId: string;
  versionId: string;
  onClose: () => void;
}

/** Puts a source behind a version: one the study has already, or a new one. */
export function SourceForm({ studyId, versionId, onClose }: SourceFormProps) {
  const { t } = useTranslation('theory');
  const sources = useQuery(sourcesQuery(studyId));
  const add = useAddSource(studyId);
  const link = useLinkSource(studyId, versionId);
  const [sourceId, setSourceId] = useState(NEW);
  const [citation, setCitation] = useState('');
  const [doi, setDoi] = useState('');
  const [year, setYear] = useState<number | string>('');
  const [extract, setExtract] = useState('');
  const [page, setPage] = useState('');

  async function save() {
    let chosen = sourceId;
    if (chosen === NEW) {
      const made = await add.mutateAsync({
        citation,
        doi,
        year: typeof year === 'number' ? year : null,
      });
      chosen = made.id;
      // a second try, should the link fail, must not add the source again
      setSourceId(made.id);
    }
    await link.mutateAsync({ source_id: chosen, extract, page });
    onClose();
  }

  const error = add.error ?? link.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sources.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <NativeSelect
          label={t('sources.which')}
          data={[
            { value: NEW, label: t('sources.new') },
            ...(sources.data ?? []).map(({ id, citation: label }) => ({ value: id, label })),
          ]}
          value={sourceId}
          onChange={(event) => setSourceId(event.currentTarget.value)}
        />
        {sourceId === NEW && (
          <>
            <Textarea
              label={t('sources.citation')}
              required
              autosize
              minRows={2}
              value={citation}
              onChange={(event) => setCitation(event.currentTarget.value)}
            />
            <Group grow>
              <TextInput
                label={t('sources.doi')}
                value={doi}
                onChange={(event) => setDoi(event.currentTarget.value)}
              />
              <NumberInput
                label={t('sources.year')}
                hideControls
                allowDecimal={false}
                value={year}
                onChange={setYear}
              />
            </Group>
          </>
        )}
        <Textarea
          label={t('sources.extract')}
          description={t('sources.extractHow')}
          autosize
          minRows={2}
          value={extract}
          onChange={(event) => setExtract(event.currentTarget.value)}
        />
        <TextInput
          label={t('sources.pageLabel')}
          value={page}
          onChange={(event) => setPage(event.currentTarget.value)}
        />
        {error && <ProblemNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={add.isPending || link.isPending}
            disabled={sourceId === NEW && !citation.trim()}
            onClick={() => {
              save().catch(() => undefined); // shown above the buttons
            }}
          >
            {t('sources.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
