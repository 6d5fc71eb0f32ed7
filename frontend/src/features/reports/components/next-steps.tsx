import { Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextStep } from '../queries';
import classes from './overview.module.css';

interface NextStepsProps {
  steps: readonly NextStep[];
  link: (step: NextStep, words: string) => ReactNode;
}

/** What waits for the reader, in the order of the work. */
export function NextSteps({ steps, link }: NextStepsProps) {
  const { t } = useTranslation('reports');
  if (steps.length === 0) {
    return (
      <div>
        <Text fw={650}>{t('waiting.none')}</Text>
        <Text c="dimmed">{t('waiting.noneHow')}</Text>
      </div>
    );
  }
  return (
    <ul className={classes.steps}>
      {steps.map((step) => (
        <li key={step.kind} className={classes.step}>
          <IconArrowRight size={18} aria-hidden className={classes.stepIcon} />
          {link(step, t(`waiting.${step.kind}`, { count: step.count }))}
        </li>
      ))}
    </ul>
  );
}
