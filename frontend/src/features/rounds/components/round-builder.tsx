import { Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { ProblemNotice } from '@/ui/problem-notice';
import { SavedState } from '@/ui/saved-state';
import { type Round, useUpdateRound, type Version } from '../queries';
import { BuilderDeciding } from './builder-deciding';
import { BuilderItems } from './builder-items';
import { BuilderSeeing } from './builder-seeing';
import { BuilderWords } from './builder-words';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

type Changes = components['schemas']['RoundUpdate'];

interface RoundBuilderProps {
  studyId: string;
  round: Round;
  groups: readonly ResultGroup[];
  /** Mechanism versions that can be put into the round. */
  versions: readonly Version[];
  /** What could be asked about besides: what the panel missed in the round before. */
  ideas?: ReactNode;
}

/** Everything of a draft, saved as it is changed. */
export function RoundBuilder({ studyId, round, groups, versions, ideas }: RoundBuilderProps) {
  const { t } = useTranslation('rounds');
  const update = useUpdateRound(studyId, round.id);
  // a tick shows at once, and goes back to what is saved when it is refused
  const [chosen, setChosen] = useState<Changes>({});
  const choose = (changes: Changes) => {
    setChosen({ ...chosen, ...changes });
    update.mutate(changes, { onError: () => setChosen({}) });
  };
  const shown: Round = { ...round, ...present(chosen) };
  const state = update.isPending ? 'saving' : update.isSuccess ? 'saved' : 'untouched';
  return (
    <div className={classes.builder}>
      <section>
        <Group justify="space-between">
          <Title order={2}>{t('build.words')}</Title>
          <SavedState state={update.isError ? 'refused' : state} />
        </Group>
        {update.error && <ProblemNotice error={update.error} />}
        <BuilderWords studyId={studyId} round={round} onChange={update.mutate} />
      </section>
      <section>
        <Title order={2} mb="sm">
          {t('build.items')}
        </Title>
        <BuilderItems studyId={studyId} round={round} versions={versions} />
      </section>
      {ideas}
      <section>
        <Checkbox.Group
          label={
            <Text span fw={650}>
              {t('build.whom')}
            </Text>
          }
          value={shown.group_ids}
          onChange={(group_ids) => choose({ group_ids })}
        >
          <Stack gap="xs" mt="xs">
            {groups.length === 0 && <Text c="dimmed">{t('build.groupsNone')}</Text>}
            {groups.map((group) => (
              <Checkbox key={group.id} value={group.id} label={group.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      </section>
      <section>
        <BuilderDeciding studyId={studyId} round={shown} onChange={choose} />
      </section>
      <section>
        <BuilderSeeing studyId={studyId} round={shown} onChange={choose} />
      </section>
    </div>
  );
}

/** What was really changed: nothing that is null or missing. */
function present(changes: Changes): Partial<Round> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value != null));
}
