import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RankingList } from '@/ui/ranking-list';
import { type Rating, RatingScale } from '@/ui/rating-scale';
import type { MyVote, Poll, PollAnswer } from '../queries';
import classes from './poll.module.css';

interface PollFieldProps {
  poll: Poll;
  /** My vote as the server has it. */
  mine: MyVote | undefined;
  isPending: boolean;
  onVote: (answer: PollAnswer) => void;
}

/** Where one votes, as the kind of the poll wants it: large targets, all by keyboard. */
export function PollField(props: PollFieldProps) {
  const { kind, at_most: atMost } = props.poll;
  switch (kind) {
    case 'rating':
      return <RatingField {...props} />;
    case 'ranking':
      return <RankingField {...props} />;
    case 'words':
      return <WordsField {...props} />;
    default:
      return (atMost ?? 1) > 1 ? <SeveralField {...props} /> : <OneField {...props} />;
  }
}

function OneField({ poll, mine, isPending, onVote }: PollFieldProps) {
  const { t } = useTranslation('meetings');
  const [pressed, setPressed] = useState<string>();
  const vote = (choice: string) => {
    setPressed(choice);
    onVote({ choices: [choice] });
  };
  return (
    <fieldset className={classes.field} aria-label={t('vote.choices')}>
      {poll.choices.map((choice) => {
        const isMine = mine?.choices?.[0] === choice;
        return (
          <Button
            key={choice}
            size="lg"
            h="auto"
            mih="var(--target)"
            py={10}
            variant={isMine ? 'filled' : 'default'}
            aria-pressed={isMine}
            leftSection={isMine ? <IconCheck aria-hidden /> : undefined}
            loading={isPending && pressed === choice}
            onClick={() => vote(choice)}
            classNames={{ label: classes.wrap ?? '' }}
          >
            {choice}
          </Button>
        );
      })}
    </fieldset>
  );
}

function SeveralField({ poll, mine, isPending, onVote }: PollFieldProps) {
  const { t } = useTranslation('meetings');
  const [chosen, setChosen] = useState<readonly string[]>(mine?.choices ?? []);
  const most = poll.at_most ?? 1;
  const isFull = chosen.length >= most;
  const choose = (choice: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, choice] : chosen.filter((other) => other !== choice));
  return (
    <Sending
      isReady={chosen.length > 0}
      mine={mine}
      isPending={isPending}
      onSend={() => onVote({ choices: [...chosen] })}
    >
      <fieldset className={classes.field}>
        <legend className={classes.hint}>{t('vote.chooseAtMost', { count: most })}</legend>
        {poll.choices.map((choice) => (
          <label key={choice} className={classes.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              disabled={isFull && !chosen.includes(choice)}
              onChange={({ currentTarget }) => choose(choice, currentTarget.checked)}
            />
            <span>{choice}</span>
          </label>
        ))}
      </fieldset>
    </Sending>
  );
}

function RatingField({ poll, mine, isPending, onVote }: PollFieldProps) {
  const { t } = useTranslation('meetings');
  const [rating, setRating] = useState<Rating>(mine?.is_unable ? 'unable' : (mine?.rating ?? null));
  const bands = (poll.scale?.bands ?? []).map(({ name, low, high }) => ({
    from: low,
    to: high,
    label: name,
  }));
  return (
    <Sending
      isReady={rating !== null}
      mine={mine}
      isPending={isPending}
      onSend={() => onVote(rating === 'unable' ? { is_unable: true } : { rating })}
    >
      <RatingScale
        legend={t('vote.choices')}
        isLegendHidden
        bands={bands}
        value={rating}
        onChange={setRating}
      />
    </Sending>
  );
}

function RankingField({ poll, mine, isPending, onVote }: PollFieldProps) {
  const { t } = useTranslation('meetings');
  const [order, setOrder] = useState<readonly string[]>(mine?.choices ?? []);
  return (
    <Sending
      isReady={order.length > 0}
      mine={mine}
      isPending={isPending}
      onSend={() => onVote({ choices: [...order] })}
    >
      <RankingList
        legend={t('vote.choices')}
        options={poll.choices.map((choice) => ({ id: choice, label: choice }))}
        value={order}
        onChange={setOrder}
      />
    </Sending>
  );
}

function WordsField({ poll, mine, isPending, onVote }: PollFieldProps) {
  const { t } = useTranslation('meetings');
  const places = Array.from({ length: poll.at_most ?? 1 }, (_, place) => place);
  const [words, setWords] = useState<readonly string[]>(mine?.words ?? []);
  const given = places.map((place) => words[place]?.trim() ?? '').filter(Boolean);
  const write = (place: number, word: string) =>
    setWords(places.map((each) => (each === place ? word : (words[each] ?? ''))));
  return (
    <Sending
      isReady={given.length > 0}
      mine={mine}
      isPending={isPending}
      onSend={() => onVote({ words: given })}
    >
      {places.map((place) => (
        <TextInput
          key={place}
          size="md"
          label={t('vote.word', { number: place + 1, count: places.length })}
          maxLength={40}
          autoComplete="off"
          value={words[place] ?? ''}
          onChange={({ currentTarget }) => write(place, currentTarget.value)}
        />
      ))}
      <p className={classes.hint}>{t('vote.wordHint')}</p>
    </Sending>
  );
}

interface SendingProps {
  isReady: boolean;
  mine: MyVote | undefined;
  isPending: boolean;
  onSend: () => void;
  children: ReactNode;
}

/** An answer that takes more than one press is sent with a button of its own. */
function Sending({ isReady, mine, isPending, onSend, children }: SendingProps) {
  const { t } = useTranslation('meetings');
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <Button type="submit" size="lg" disabled={!isReady} loading={isPending}>
        {t(mine ? 'vote.change' : 'vote.send')}
      </Button>
    </form>
  );
}
