import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import { ProblemNotice } from '@/ui/problem-notice';
import { identifyingQuery, useMasks } from './queries';

interface IdentifyDialogProps {
  studyId: string;
  documentId: string;
  /** The words that were chosen in the text. */
  words: string;
  /** Where the sound without these words is to be had, if there is sound. */
  silenced: string | undefined;
  onClose: () => void;
}

/** Says which words would tell who somebody is, and what others read in their place. */
export function IdentifyDialog({ studyId, documentId, silenced, ...given }: IdentifyDialogProps) {
  const { t } = useTranslation('recordings');
  const [words, setWords] = useState(given.words);
  const [pseudonym, setPseudonym] = useState('');
  const { data: marked = [] } = useQuery(identifyingQuery(studyId));
  const { mark, unmark } = useMasks(studyId, documentId);
  return (
    <Dialog isOpen title={t('editor.identifying.title')} onClose={given.onClose}>
      <Stack gap="sm">
        <Text size="sm">{t('editor.identifying.explain')}</Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            mark.mutate(
              { words, pseudonym },
              {
                onSuccess: () => {
                  setWords('');
                  setPseudonym('');
                },
              },
            );
          }}
        >
          <Stack gap="xs">
            <TextInput
              label={t('editor.identifying.words')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              maxLength={200}
              required
              data-autofocus
            />
            <TextInput
              label={t('editor.identifying.pseudonym')}
              description={t('editor.identifying.pseudonymHint')}
              value={pseudonym}
              onChange={(event) => setPseudonym(event.currentTarget.value)}
              maxLength={100}
            />
            {mark.isError && <ProblemNotice error={mark.error} />}
            {unmark.isError && <ProblemNotice error={unmark.error} />}
            <Group>
              <Button type="submit" loading={mark.isPending}>
                {t('editor.identifying.mark')}
              </Button>
            </Group>
          </Stack>
        </form>
        {marked.map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap">
            <Text size="sm">{t('editor.identifying.reads', one)}</Text>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => unmark.mutate(one.id)}
              aria-label={t('editor.identifying.unmark', { words: one.words })}
            >
              {t('editor.identifying.takeOff')}
            </Button>
          </Group>
        ))}
        {silenced && marked.length > 0 && (
          <Button component="a" href={silenced} download variant="default">
            {t('editor.identifying.silenced')}
          </Button>
        )}
      </Stack>
    </Dialog>
  );
}
