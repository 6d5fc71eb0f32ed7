import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  /** What will be here. */
  title: string;
  /** How to begin. */
  children?: ReactNode;
  /** The button that begins it. */
  action?: ReactNode;
}

/** Stands where there is nothing yet: says what will be here and how to begin. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children && <div className={classes.words}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
