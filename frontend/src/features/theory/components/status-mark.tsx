import { IconArchive, IconLock, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Mechanism } from '../queries';
import classes from './status-mark.module.css';

const ICONS = { draft: IconPencil, frozen: IconLock, retired: IconArchive };

/** Where a mechanism stands, as an icon and a word. */
export function StatusMark({ status }: { status: Mechanism['status'] }) {
  const { t } = useTranslation('theory');
  const Icon = ICONS[status];
  return (
    <span className={classes.status}>
      <Icon size={15} aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}
