import { Checkbox, Stack, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadingAge } from '@/ui/reading-age';
import { Choices } from './builder-choices';
import type { BuilderPartProps } from './builder-deciding';

/** Who will see it: anonymity, results while it runs, and statements of the panel's own. */
export function BuilderSeeing({ studyId, round, onChange }: BuilderPartProps) {
  const { t } = useTranslation('rounds');
  const [policy, setPolicy] = useState(round.statement_policy);
  return (
    <Stack gap="md">
      <Title order={2}>{t('build.seeing')}</Title>
      <Choices
        label={t('build.anonymity')}
        value={round.anonymity}
        options={{
          named: t('build.anonymityNamed'),
          pseudonymous: t('build.anonymityPseudonymous'),
          unlinkable: t('build.anonymityUnlinkable'),
        }}
        onChange={(anonymity) => onChange({ anonymity })}
      />
      <Checkbox
        label={t('build.realTime')}
        description={t('build.realTimeHint')}
        checked={round.is_real_time}
        onChange={({ currentTarget: { checked } }) => onChange({ is_real_time: checked })}
      />
      <Checkbox
        label={t('build.takesStatements')}
        description={t('build.takesStatementsHint')}
        checked={round.takes_statements}
        onChange={({ currentTarget: { checked } }) => onChange({ takes_statements: checked })}
      />
      {round.takes_statements && (
        <div>
          <Textarea
            label={t('build.statementPolicy')}
            description={t('build.statementPolicyHint')}
            value={policy}
            maxLength={1000}
            autosize
            onChange={({ currentTarget: { value } }) => setPolicy(value)}
            onBlur={() =>
              policy !== round.statement_policy && onChange({ statement_policy: policy })
            }
          />
          <ReadingAge studyId={studyId} text={policy} />
        </div>
      )}
    </Stack>
  );
}
