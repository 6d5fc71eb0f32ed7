import {
  IconArrowRight,
  IconCheck,
  IconClock,
  IconEye,
  IconMessage,
  IconMessages,
  type IconProps,
  IconX,
} from '@tabler/icons-react';
import type { FunctionComponent } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentStanding } from '@/ui/marks/comment-standing';
import { Moment } from '@/ui/moment';
import type { Said, Step } from '../queries';
import classes from './answer.module.css';
import { BeforeAndAfter } from './before-and-after';

type Icon = FunctionComponent<IconProps>;
const FATES: Record<Said['fate'], Icon> = {
  waiting: IconClock,
  in_discussion: IconMessages,
  accepted: IconCheck,
  rejected: IconX,
  not_followed: IconX,
};
const STEPS: Record<Step['kind'], Icon> = {
  said: IconMessage,
  read: IconEye,
  proposed: IconMessages,
  accepted: IconCheck,
  rejected: IconX,
  not_followed: IconX,
};

/** One thing that I said, in my own words, with its fate and how it came to that. */
export function SaidCard({ said }: { said: Said }) {
  const { t } = useTranslation('refinement');
  const FateIcon = FATES[said.fate];
  const isUndecided = said.fate === 'waiting' || said.fate === 'in_discussion';
  return (
    <article className={classes.card} data-fate={said.fate}>
      <p className={classes.fate}>
        <FateIcon size={20} aria-hidden />
        {t(`answer.fate.${said.fate}`)}
      </p>
      <blockquote className={classes.words}>{said.words}</blockquote>
      <p className={classes.where}>
        {t(`answer.where.${said.kind}`)} {said.place_title || t('answer.team')}.
      </p>
      {said.about && <p className={classes.where}>{t('answer.about', { title: said.about })}</p>}
      {said.moderation && <CommentStanding moderation={said.moderation} />}
      <ol className={classes.steps} aria-label={t('answer.timeline')}>
        {said.steps.map((step) => (
          <StepItem key={`${step.kind} ${step.at}`} step={step} />
        ))}
        {isUndecided && (
          <li className={classes.step} data-is-next="true">
            <IconArrowRight size={18} aria-hidden className={classes.stepIcon} />
            <p className={classes.stepWords}>
              {t(`answer.next.${said.fate as 'waiting' | 'in_discussion'}`)}
            </p>
          </li>
        )}
      </ol>
    </article>
  );
}

function StepItem({ step }: { step: Step }) {
  const { t } = useTranslation('refinement');
  const StepIcon = STEPS[step.kind];
  return (
    <li className={classes.step}>
      <StepIcon size={18} aria-hidden className={classes.stepIcon} />
      <div className={classes.stepBody}>
        <p className={classes.stepWords}>{t(`answer.step.${step.kind}`)}</p>
        <p className={classes.when}>
          <Moment at={step.at} style="day" />
        </p>
        {step.reason && <p className={classes.reason}>{step.reason}</p>}
        {step.change && <BeforeAndAfter change={step.change} />}
      </div>
    </li>
  );
}
