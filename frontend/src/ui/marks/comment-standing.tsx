import { IconClock, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import classes from './comment-standing.module.css';

type Standing = components['schemas']['StandingRead'];

const ICONS = { waiting: IconClock, released: IconEye, withheld: IconEyeOff } as const;

/** Whether the panel may read a comment, for its writer: in which words, or why not. */
export function CommentStanding({ moderation }: { moderation: Standing }) {
  const { t } = useTranslation('ui');
  const Icon = ICONS[moderation.standing];
  return (
    <div className={classes.standing}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <div>
        <p>{t(`comment.standing.${moderation.standing}`)}</p>
        {moderation.withheld_for && (
          <p>
            {t(`comment.why.${moderation.withheld_for}`)} {moderation.reason}
          </p>
        )}
        {moderation.words && <p>{t('comment.reworded', { words: moderation.words })}</p>}
      </div>
    </div>
  );
}
