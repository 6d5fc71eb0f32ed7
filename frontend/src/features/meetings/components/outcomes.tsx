import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { Outcome } from '../queries';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { ScrollArea } from './scroll-area';

interface OutcomeListProps {
  outcomes: readonly Outcome[];
  onCorrect?: ((outcome: Outcome) => void) | undefined;
}

/** Decisions and actions, with who does what by when. */
export function OutcomeList({ outcomes, onCorrect }: OutcomeListProps) {
  const { t } = useTranslation('meetings');
  return (
    <ul className={classes.outcomes} aria-label={t('outcome.title')}>
      {outcomes.map((outcome) => (
        <li key={outcome.id} className={classes.outcome}>
          <span>
            <strong>{t(`outcome.kinds.${outcome.kind}`)}</strong>{' '}
            <span className={classes.wrapped}>{outcome.text}</span>{' '}
            {(outcome.who || outcome.due) && (
              <span className={classes.meta}>
                {outcome.who}
                {outcome.who && outcome.due && ' · '}
                {outcome.due && (
                  <>
                    {t('outcome.by')} <Moment at={outcome.due} style="day" />
                  </>
                )}
              </span>
            )}
          </span>
          {onCorrect && (
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.small ?? ''}
              aria-label={t('outcome.correct', { text: outcome.text })}
              onClick={() => onCorrect(outcome)}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

interface OutcomesProps {
  outcomes: readonly Outcome[];
  canAct: boolean;
  onNote: (kind: Outcome['kind']) => void;
  onCorrect: (outcome: Outcome) => void;
}

/** Where the chair notes decisions and actions as they fall. */
export function Outcomes({ outcomes, canAct, onNote, onCorrect }: OutcomesProps) {
  const { t } = useTranslation('meetings');
  return (
    <ScrollArea className={classes.pane ?? ''} label={t('outcome.title')}>
      <h3>{t('outcome.title')}</h3>
      {canAct && (
        <div className={classes.foot}>
          <Button
            size="xs"
            variant="default"
            rightSection={<Key>d</Key>}
            onClick={() => onNote('decision')}
          >
            {t('outcome.kinds.decision')}
          </Button>
          <Button
            size="xs"
            variant="default"
            rightSection={<Key>t</Key>}
            onClick={() => onNote('action')}
          >
            {t('outcome.kinds.action')}
          </Button>
        </div>
      )}
      {outcomes.length === 0 && <p className={classes.meta}>{t('outcome.none')}</p>}
      <OutcomeList outcomes={outcomes} onCorrect={canAct ? onCorrect : undefined} />
    </ScrollArea>
  );
}
