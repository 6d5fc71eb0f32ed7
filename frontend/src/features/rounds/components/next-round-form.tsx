import { Button, Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { nameOf } from '../item-name';
import { type NextOffer, useMakeNextRound } from '../next-queries';
import type { Round } from '../queries';
import classes from './rounds.module.css';

interface NextRoundFormProps {
  studyId: string;
  round: Round;
  offer: NextOffer;
  onMade: (draft: Round) => void;
}

/** What is asked again: ticked beforehand is that on which the panel has no consensus yet. */
export function NextRoundForm({ studyId, round, offer, onMade }: NextRoundFormProps) {
  const { t } = useTranslation('rounds');
  const undecided = offer.items.filter(({ is_open }) => is_open).map(({ item_id }) => item_id);
  const [title, setTitle] = useState(offer.title);
  const [chosen, setChosen] = useState(undecided);
  const [takesNewest, setTakesNewest] = useState(true);
  const make = useMakeNextRound(studyId, round.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(
      { title, item_ids: chosen, with_newest_versions: takesNewest },
      { onSuccess: onMade },
    );
  };
  return (
    <form onSubmit={submit} className={classes.builder}>
      <TextInput
        label={t('list.name')}
        description={t('list.nameHint')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        required
        maxLength={300}
      />
      <div>
        <Checkbox.Group
          label={t('next.items')}
          description={t('next.itemsHint')}
          value={chosen}
          onChange={setChosen}
        >
          <Stack gap="sm" mt="sm">
            {round.items.map((item) => (
              <Checkbox
                key={item.id}
                value={item.id}
                label={nameOf(item)}
                description={<Verdicts offer={offer} itemId={item.id} />}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group gap="xs" mt="sm">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => setChosen(round.items.map(({ id }) => id))}
          >
            {t('next.all')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setChosen(undecided)}>
            {t('next.undecided')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setChosen([])}>
            {t('next.none')}
          </Button>
        </Group>
      </div>
      <Switch
        label={t('next.newest')}
        description={t('next.newestHint')}
        checked={takesNewest}
        onChange={(event) => setTakesNewest(event.currentTarget.checked)}
      />
      {make.error && <ProblemNotice error={make.error} />}
      <div>
        <p role="status">{t('next.chosen', { count: chosen.length })}</p>
        <Button type="submit" loading={make.isPending}>
          {t('list.create')}
        </Button>
      </div>
    </form>
  );
}

function Verdicts({ offer, itemId }: { offer: NextOffer; itemId: string }) {
  const { t } = useTranslation('rounds');
  const verdicts = offer.items.find(({ item_id }) => item_id === itemId)?.verdicts ?? [];
  return verdicts.length === 0
    ? t('next.noVerdict')
    : t('next.verdict', {
        verdict: verdicts.map((verdict) => t(`results.outcome.${verdict}`)).join(', '),
      });
}
