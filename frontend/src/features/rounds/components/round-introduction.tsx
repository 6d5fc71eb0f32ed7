import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import type { MyRound } from '../queries';
import { MyIdeas } from './my-ideas';
import classes from './rounds.module.css';

interface RoundIntroductionProps {
  round: MyRound;
  /** Where one chooses between one at a time and all on a page. */
  way?: ReactNode;
  /** The way to put the closing date into a calendar. */
  calendar?: ReactNode;
  onBegin: () => void;
  onReview: () => void;
  onResults: () => void;
}

/** What the round is, how long it takes and who will see it; then one main button. */
export function RoundIntroduction({ round, way, calendar, ...go }: RoundIntroductionProps) {
  const { t } = useTranslation('rounds');
  const hasBegun = round.answers.length + round.late.length > 0;
  return (
    <>
      <PageHeader title={round.title} />
      {round.ended_at && <ClosedNotice endedAt={round.ended_at} />}
      {round.state === 'pilot' && (
        <div className={classes.note} role="note">
          {t('build.pilotTold')}
        </div>
      )}
      {round.introduction && <p className={classes.prose}>{round.introduction}</p>}
      {!round.ended_at && <About round={round} calendar={calendar} />}
      <MyIdeas ideas={round.ideas} />
      {!round.ended_at && way}
      <Stack gap="sm" align="flex-start" mt="lg">
        {round.ended_at ? (
          <Button size="lg" onClick={go.onResults}>
            {t('intro.results')}
          </Button>
        ) : (
          <Button size="lg" onClick={go.onBegin}>
            {t(hasBegun ? 'intro.goOn' : 'intro.begin')}
          </Button>
        )}
        {hasBegun && (
          <Button size="lg" variant="default" onClick={go.onReview}>
            {t('intro.look')}
          </Button>
        )}
      </Stack>
    </>
  );
}

function About({ round, calendar }: Pick<RoundIntroductionProps, 'round' | 'calendar'>) {
  const { t } = useTranslation('rounds');
  const questions = round.items.reduce((sum, item) => sum + item.questions.length, 0);
  const minutes = Math.max(1, Math.round(round.seconds / 60));
  const words = t('mine.minutes', { count: minutes });
  return (
    <dl className={classes.about}>
      <div>
        <dt>{t('intro.what')}</dt>
        <dd>
          {t('intro.asks', {
            items: t('intro.items', { count: round.items.length }),
            questions: t('mine.questions', { count: questions }),
          })}
        </dd>
      </div>
      <div>
        <dt>{t('intro.long')}</dt>
        <dd>
          <p>{`${words.charAt(0).toUpperCase()}${words.slice(1)}. ${t('intro.stop')}`}</p>
          {round.closes_at && (
            <p>
              {t('intro.open')} <Moment at={round.closes_at} style="long" />.
            </p>
          )}
          {calendar}
        </dd>
      </div>
      <div>
        <dt>{t('intro.who')}</dt>
        <dd>
          <p>
            <strong>{t(`intro.sees.${round.anonymity}`)}</strong>
          </p>
          <p>{t('intro.counted')}</p>
          <p>{t(round.is_real_time ? 'intro.realTime' : 'intro.blind')}</p>
          <p>{t('intro.small', { count: round.suppress_below })}</p>
          <p>{t(`intro.words.${round.anonymity}`)}</p>
        </dd>
      </div>
    </dl>
  );
}

function ClosedNotice({ endedAt }: { endedAt: string }) {
  const { t } = useTranslation('rounds');
  return (
    <div className={classes.note} role="status">
      <strong>{t('intro.closed')}</strong>
      <br />
      <Trans
        t={t}
        i18nKey="intro.closedWords"
        components={{ when: <Moment at={endedAt} style="long" /> }}
      />
    </div>
  );
}
