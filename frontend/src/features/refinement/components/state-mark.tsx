import { Badge } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconCircleDashed,
  type IconProps,
  IconX,
} from '@tabler/icons-react';
import type { FunctionComponent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalState } from '../queries';
import classes from './proposals.module.css';

const ICONS: Record<ProposalState, FunctionComponent<IconProps>> = {
  open: IconCircleDashed,
  accepted: IconCheck,
  rejected: IconX,
  withdrawn: IconArrowBackUp,
};

/** Where a proposal stands: an icon and a word, the colour only beside them. */
export function StateMark({ state }: { state: ProposalState }) {
  const { t } = useTranslation('refinement');
  const Icon = ICONS[state];
  return (
    <Badge
      variant="default"
      component="span"
      className={classes.state}
      data-state={state}
      leftSection={<Icon size={14} aria-hidden />}
    >
      {t(`state.${state}`)}
    </Badge>
  );
}
