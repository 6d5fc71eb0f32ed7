import { Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import type { Round, Rule } from '../queries';
import { Choices } from './builder-choices';

const RULES: readonly Rule[] = [
  '70/15',
  '70/15 in each group',
  '75 % agreement',
  'narrow range',
  'RAND/UCLA',
  'classic count',
  'at most 50 % in each group',
];

export interface BuilderPartProps {
  studyId: string;
  round: Round;
  onChange: (changes: components['schemas']['RoundUpdate']) => void;
}

/** How it is decided: the rule with its reason, what “unable to say” does, and the order. */
export function BuilderDeciding({ round, onChange }: BuilderPartProps) {
  const { t } = useTranslation('rounds');
  const [reason, setReason] = useState(round.rule_reason);
  return (
    <Stack gap="md">
      <Title order={2}>{t('build.deciding')}</Title>
      <Radio.Group
        label={
          <Text span fw={650}>
            {t('build.rule')}
          </Text>
        }
        description={t('build.ruleHint')}
        value={round.rule}
        onChange={(rule) => onChange({ rule: rule as Rule })}
      >
        <Stack gap="xs" mt="xs">
          {RULES.map((rule) => (
            <Radio key={rule} value={rule} label={t(`rules.${rule}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('build.ruleReason')}
        description={t('build.ruleReasonHint')}
        value={reason}
        maxLength={1000}
        autosize
        onChange={({ currentTarget: { value } }) => setReason(value)}
        onBlur={() => reason !== round.rule_reason && onChange({ rule_reason: reason })}
      />
      <Choices
        label={t('build.unable')}
        value={round.unable}
        options={{
          'left out': t('build.unableLeftOut'),
          counted: t('build.unableCounted'),
        }}
        onChange={(unable) => onChange({ unable })}
      />
      <Choices
        label={t('build.order')}
        value={round.item_order}
        options={{ fixed: t('build.orderFixed'), shuffled: t('build.orderShuffled') }}
        onChange={(item_order) => onChange({ item_order })}
      />
    </Stack>
  );
}
