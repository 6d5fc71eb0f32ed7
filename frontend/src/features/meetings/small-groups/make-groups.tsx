import { Button, Checkbox, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { Command } from '../queries';
import type { Division } from './queries';
import classes from './small-groups.module.css';

const WAYS: Division['how'][] = ['balanced', 'at_random', 'by_hand'];
const OWN_QUESTION = '';
const MOST = 20;
const USUAL_SIZE = 5;

interface MakeGroupsProps {
  live: LiveMeeting;
  send: (command: Command, onDone?: () => void) => void;
}

interface CardChoice {
  itemId: string;
  question: string;
}

/** Groups of about five, and at least two of them where there are two people. */
function usualCount(people: number): number {
  return Math.max(Math.min(2, people), 1, Math.min(MOST, Math.round(people / USUAL_SIZE)));
}

/** Divides those who are here: how, into how many groups, who, and what each group talks about. */
export function MakeGroups({ live, send }: MakeGroupsProps) {
  const { t } = useTranslation('meetings');
  const { here, state } = live.snapshot;
  const came = here.filter(({ id }) => state.people[id]);
  const panel = came.filter((person) => person.group_id).map(({ id }) => id);
  const shown = state.shown?.item_id ?? OWN_QUESTION;
  const [how, setHow] = useState<Division['how']>('balanced');
  const [count, setCount] = useState(() => usualCount(panel.length));
  const [leftOut, setLeftOut] = useState<string[]>(() =>
    came.filter((person) => !person.group_id).map(({ id }) => id),
  );
  const [cards, setCards] = useState<CardChoice[]>([]);
  const chosen = came.filter(({ id }) => !leftOut.includes(id));
  const cardOf = (index: number): CardChoice =>
    cards[index] ?? cards[0] ?? { itemId: shown, question: '' };
  const setCard = (index: number, card: CardChoice) =>
    setCards(Array.from({ length: count }, (_, at) => (at === index ? card : cardOf(at))));
  const ready = Array.from({ length: count }, (_, index) => cardOf(index));
  const isReady =
    chosen.length >= count && ready.every(({ itemId, question }) => itemId || question.trim());

  const make = () =>
    send({
      type: 'make_small_groups',
      how,
      groups: ready.map(({ itemId, question }, index) => ({
        item_id: itemId || null,
        question,
        // by hand: all begin in the first groups, one after the other, and are moved from there
        member_ids:
          how === 'by_hand'
            ? chosen.filter((_, at) => at % count === index).map(({ id }) => id)
            : [],
      })),
      member_ids: how === 'by_hand' ? [] : chosen.map(({ id }) => id),
      seed: null,
    });

  return (
    <section className={classes.make}>
      <h3>{t('smallGroups.make.title')}</h3>
      <Radio.Group
        label={t('smallGroups.make.how')}
        value={how}
        onChange={(value) => setHow(value as Division['how'])}
      >
        <Stack gap="xs" mt="xs">
          {WAYS.map((way) => (
            <Radio
              key={way}
              value={way}
              label={t(`smallGroups.make.${way}`)}
              description={t(`smallGroups.make.${way}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t('smallGroups.make.count')}
        description={t('smallGroups.make.countHint', { count: chosen.length })}
        min={1}
        max={MOST}
        clampBehavior="strict"
        value={count}
        onChange={(value) => setCount(Math.max(1, Number(value) || 1))}
      />
      <fieldset className={classes.choices}>
        <legend>{t('smallGroups.make.who')}</legend>
        {came.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={!leftOut.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              setLeftOut(checked ? leftOut.filter((one) => one !== id) : [...leftOut, id])
            }
          />
        ))}
      </fieldset>
      {ready.map(({ itemId, question }, index) => (
        // the groups have no names but their numbers
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its number until it is made
        <fieldset key={index} className={classes.cardChoice}>
          <legend>{t('smallGroups.make.card', { number: index + 1 })}</legend>
          <Select
            aria-label={t('smallGroups.make.point', { number: index + 1 })}
            allowDeselect={false}
            data={[
              ...state.agenda.map(({ id, title }) => ({ value: id, label: title })),
              { value: OWN_QUESTION, label: t('smallGroups.make.own') },
            ]}
            value={itemId}
            onChange={(value) => setCard(index, { itemId: value ?? '', question })}
          />
          <TextInput
            label={t(itemId ? 'smallGroups.make.focus' : 'smallGroups.make.question')}
            maxLength={300}
            value={question}
            onChange={({ currentTarget: { value } }) => setCard(index, { itemId, question: value })}
          />
        </fieldset>
      ))}
      <Button onClick={make} disabled={!isReady}>
        {t('smallGroups.make.do')}
      </Button>
      {!isReady && <p className={classes.quiet}>{t('smallGroups.make.needs')}</p>}
    </section>
  );
}
