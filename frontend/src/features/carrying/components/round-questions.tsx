import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import {
  type AskableQuestion,
  askableQuery,
  type MeetingPlace,
  type RoomTerms,
  usePutToRoom,
} from '../queries';
import classes from './carrying.module.css';

const MANY = 6;

interface RoundQuestionsProps {
  place: MeetingPlace;
  terms: RoomTerms;
  /** The mechanism version on show: what was asked about it comes first. */
  versionId: string | null | undefined;
  onPut: () => void;
}

/** The questions that rounds have put before the panel, each to be put to the room as it is. */
export function RoundQuestions({ place, terms, versionId, onPut }: RoundQuestionsProps) {
  const { t } = useTranslation('carrying');
  const { data: questions, error, refetch } = useQuery(askableQuery(place));
  const { put, error: refusal, isPending, variables } = usePutToRoom(place);
  const [words, setWords] = useState('');
  const isOnShow = ({ version_id: id }: AskableQuestion) => id !== null && id === versionId;
  const found = (questions ?? [])
    .filter((question) => holds(question, words))
    .sort((one, other) => Number(isOnShow(other)) - Number(isOnShow(one)));
  return (
    <Stack gap="md">
      <h3 className={classes.heading}>{t('put.title')}</h3>
      <p className={classes.small}>{t(terms.is_secret ? 'put.secret' : 'put.named')}</p>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {refusal && <ProblemNotice error={refusal} />}
      {!error && !questions && <Loading />}
      {questions?.length === 0 && <Text>{t('put.none')}</Text>}
      {questions && questions.length > MANY && (
        <TextInput
          type="search"
          label={t('put.find')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      {questions && questions.length > 0 && found.length === 0 && <Text>{t('put.noneFound')}</Text>}
      <ul className={classes.questions}>
        {found.map(({ question_id: id, prompt, about, round_title: round, kind }) => (
          <li key={id} className={classes.question}>
            <div>
              <strong>{about}</strong>
              <p>{prompt}</p>
              <p className={classes.small}>
                {t(`kind.${kind}`)} · {round}
              </p>
            </div>
            <Button
              variant="default"
              aria-label={t('put.putOf', { prompt, about })}
              loading={isPending && variables.questionId === id}
              onClick={() => put(id, terms, onPut)}
            >
              {t('put.put')}
            </Button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function holds({ prompt, about, round_title: round }: AskableQuestion, words: string): boolean {
  const text = `${prompt} ${about} ${round}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
