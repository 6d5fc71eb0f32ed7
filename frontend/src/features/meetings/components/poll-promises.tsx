import { IconEyeOff, IconLock, IconLockOpen, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Poll } from '../queries';
import classes from './poll.module.css';

/** What everybody should know of a poll before they vote: who learns what, and how many it takes. */
export function PollPromises({ poll }: { poll: Poll }) {
  const { t } = useTranslation('meetings');
  const Lock = poll.is_secret ? IconLock : IconLockOpen;
  return (
    <ul className={classes.promises}>
      <li>
        <Lock size={20} aria-hidden />
        <span>{t(poll.is_secret ? 'poll.secret' : 'poll.named')}</span>
      </li>
      <li>
        <IconEyeOff size={20} aria-hidden />
        <span>{t('poll.hidden')}</span>
      </li>
      {poll.quorum !== null && (
        <li>
          <IconUsers size={20} aria-hidden />
          <span>{t('poll.quorum', { count: poll.quorum, asked: poll.asked })}</span>
        </li>
      )}
    </ul>
  );
}
