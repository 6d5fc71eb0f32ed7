import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './saved-state.module.css';

/** `kept`: it is on this device and will be sent. `refused`: the server said no; say why beside it. */
export type SavedStateName = 'untouched' | 'saving' | 'saved' | 'kept' | 'refused';

const ICONS = {
  saving: IconLoader2,
  saved: IconCheck,
  kept: IconCloudOff,
  refused: IconAlertTriangle,
};

/** Says whether what was given is safe, in words that a screen reader hears as they change. */
export function SavedState({ state, saved }: { state: SavedStateName; saved?: string }) {
  const { t } = useTranslation('ui');
  const Icon = state === 'untouched' ? undefined : ICONS[state];
  return (
    <span role="status" className={classes.state} data-state={state}>
      {Icon && <Icon size={18} aria-hidden />}
      {state === 'saved' && saved ? saved : state !== 'untouched' && t(`saved.${state}`)}
    </span>
  );
}
