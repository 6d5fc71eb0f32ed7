import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import classes from './problem-notice.module.css';

interface ProblemNoticeProps {
  error: unknown;
  /** Offered as "Try again". */
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
}

/** What happened, what is safe and what to do, read out at once by a screen reader. */
export function ProblemNotice({ error, onRetry, children }: ProblemNoticeProps) {
  const { t } = useTranslation('ui');
  const problem = asProblem(error);
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertTriangle className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <Text fw={650}>{problem.title}</Text>
        <Text>{problem.message}</Text>
        {problem.fields.length > 0 && (
          <ul className={classes.fields}>
            {problem.fields.map((field) => (
              <li key={`${field.path} ${field.message}`}>{field.message}</li>
            ))}
          </ul>
        )}
        {children}
        {onRetry && (
          <Group mt="sm">
            <Button variant="default" onClick={onRetry}>
              {t('problem.again')}
            </Button>
          </Group>
        )}
      </div>
    </div>
  );
}
