import { Chip, Group, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StanceMark } from '@/ui/marks/stance-mark';
import type { CommentStance } from '../queries';
import classes from './comments.module.css';

const STANCES = ['supports', 'challenges', 'refines', 'example', 'question', 'missing'] as const;

interface StanceChoiceProps {
  value: CommentStance | null;
  onChange: (stance: CommentStance | null) => void;
  isCompact?: boolean;
}

/** What a comment does, in plain words; choosing the same one again leaves it open. */
export function StanceChoice({ value, onChange, isCompact = false }: StanceChoiceProps) {
  const { t } = useTranslation('comments');
  return (
    <Input.Wrapper label={t('box.stance')} labelElement="div" className={classes.stances}>
      <Group gap={isCompact ? 6 : 8} mt={6} role="group" aria-label={t('box.stance')}>
        {STANCES.map((stance) => (
          <Chip
            key={stance}
            size={isCompact ? 'xs' : 'md'}
            variant="outline"
            checked={value === stance}
            onChange={(isChosen) => onChange(isChosen ? stance : null)}
            classNames={isCompact ? {} : { label: classes.target ?? '' }}
          >
            <span aria-hidden>
              <StanceMark stance={stance} isBare />
            </span>{' '}
            {t(`stances.${stance}`)}
          </Chip>
        ))}
      </Group>
    </Input.Wrapper>
  );
}
