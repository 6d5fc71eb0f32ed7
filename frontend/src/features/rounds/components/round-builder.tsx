import { Checkbox, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { SavedState } from '@/ui/saved-state';
import { type Round, type Rule, useUpdateRound, type Version } from '../queries';
import { BuilderItems } from './builder-items';
import { BuilderWords } from './builder-words';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

const RULES: readonly Rule[] = [
  '70/15',
  '70/15 in each group',
  '75 % agreement',
  'narrow range',
  'RAND/UCLA',
  'classic count',
  'at most 50 % in each group',
];

interface RoundBuilderProps {
  studyId: string;
  round: Round;
  groups: readonly ResultGroup[];
  /** Mechanism versions that can be put into the round. */
  versions: readonly Version[];
}

/** Everything of a draft, saved as it is changed. */
export function RoundBuilder({ studyId, round, groups, versions }: RoundBuilderProps) {
  const { t } = useTranslation('rounds');
  const update = useUpdateRound(studyId, round.id);
  // a tick shows at once, and goes back to what is saved when it is refused
  const [chosen, setChosen] = useState<Partial<Pick<Round, 'group_ids' | 'rule'>>>({});
  const choose = (changes: typeof chosen) => {
    setChosen({ ...chosen, ...changes });
    update.mutate(changes, { onError: () => setChosen({}) });
  };
  const state = update.isPending ? 'saving' : update.isSuccess ? 'saved' : 'untouched';
  return (
    <div className={classes.builder}>
      <section>
        <Group justify="space-between">
          <Title order={2}>{t('build.words')}</Title>
          <SavedState state={update.isError ? 'refused' : state} />
        </Group>
        {update.error && <ProblemNotice error={update.error} />}
        <BuilderWords round={round} onChange={update.mutate} />
      </section>
      <section>
        <Title order={2} mb="sm">
          {t('build.items')}
        </Title>
        <BuilderItems studyId={studyId} round={round} versions={versions} />
      </section>
      <section>
        <Checkbox.Group
          label={
            <Text span fw={650}>
              {t('build.whom')}
            </Text>
          }
          value={chosen.group_ids ?? round.group_ids}
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
        <Radio.Group
          label={
            <Text span fw={650}>
              {t('build.rule')}
            </Text>
          }
          description={t('build.ruleHint')}
          value={chosen.rule ?? round.rule}
          onChange={(rule) => choose({ rule: rule as Rule })}
        >
          <Stack gap="xs" mt="xs">
            {RULES.map((rule) => (
              <Radio key={rule} value={rule} label={t(`rules.${rule}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </section>
    </div>
  );
}
