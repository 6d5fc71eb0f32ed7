import { IconHandStop, IconMicrophone, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { Moment } from '@/ui/moment';
import { Elapsed, useElapsed } from '../components/elapsed';
import { clockMs } from '../meeting-clock';
import { Light } from '../red-light/light';
import { Countdown } from '../small-groups/countdown';
import { Fitting } from './fitting';
import type { WallLink } from './live';
import type { WallMechanism, WallSnapshot } from './queries';
import classes from './wall.module.css';
import { WallDoor, WallDoorLine } from './wall-door';
import { WallPoll } from './wall-poll';

interface WallProps {
  wall: WallSnapshot;
  link: WallLink;
  /** Draws the mechanism on show. */
  mechanism: (mechanism: WallMechanism) => ReactNode;
}

/** What everybody in the room sees: what is on show, who speaks, the time, and how to join. */
export function Wall({ wall, link, mechanism }: WallProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.wall}>
      {wall.is_rehearsal && <p className={classes.rehearsal}>{t('wall.rehearsal')}</p>}
      <header className={classes.top}>
        <h1>{wall.title}</h1>
        <Trouble link={link} />
        {wall.is_recorded && <Light />}
        {wall.phase === 'live' && wall.started_at && (
          <span className={classes.time}>
            {t('wall.running')} <WallClock wall={wall} link={link} since={wall.started_at} />
          </span>
        )}
      </header>
      {wall.phase === 'lobby' && <Waiting wall={wall} />}
      {wall.phase === 'live' && (
        <div className={classes.middle} data-poll={isPoll(wall) || undefined}>
          <OnShow wall={wall} link={link} mechanism={mechanism} />
          {!isPoll(wall) && (
            <aside className={classes.side} aria-label={t('wall.agenda')}>
              <Agenda wall={wall} />
              <WallDoor wall={wall} />
            </aside>
          )}
        </div>
      )}
      {wall.phase === 'ended' && (
        <div className={classes.centre}>
          <h2>{t('ended.title')}</h2>
          <p>{t('wall.thanks')}</p>
        </div>
      )}
      {wall.phase === 'live' && <Floor wall={wall} link={link} />}
    </div>
  );
}

/** While the room votes, the poll has the whole wall; how to join stands in one line below. */
function isPoll({ poll, small_groups: away, paused_at: pausedAt }: WallSnapshot): boolean {
  return poll !== null && away === null && pausedAt === null;
}

/** Nothing while all is well; else that what is seen may be old, and since when. */
function Trouble({ link }: { link: WallLink }) {
  const { t } = useTranslation('meetings');
  const isWell = link.status === 'live' || link.status === 'catching-up';
  const time = new Date(link.lastNews).toLocaleTimeString('en-GB');
  return (
    <span role="status" className={classes.trouble} hidden={isWell}>
      {!isWell && (
        <>
          <IconPlugConnectedX size="1em" aria-hidden />
          {t('wall.old', { time })}
        </>
      )}
    </span>
  );
}

function Waiting({ wall }: { wall: WallSnapshot }) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.waiting}>
      <div>
        <h2>{t('wall.soon')}</h2>
        <p>
          {wall.planned_for && <Moment at={wall.planned_for} style="long" />}
          {wall.planned_for && wall.place && ' · '}
          {wall.place}
        </p>
        <Agenda wall={wall} />
      </div>
      <WallDoor wall={wall} isLarge />
    </div>
  );
}

/** The points from the one on show onwards: as many as there is room for. */
function Agenda({ wall }: { wall: WallSnapshot }) {
  const first = wall.shown ?? 0;
  return (
    <ol className={classes.agenda} start={first + 1}>
      {wall.agenda.slice(first).map(({ id, title, is_skipped: isSkipped }, place) => (
        <li key={id} aria-current={first + place === wall.shown ? 'step' : undefined}>
          {isSkipped ? <s>{title}</s> : title}
        </li>
      ))}
    </ol>
  );
}

interface WallClockProps {
  wall: WallSnapshot;
  link: WallLink;
  since: string;
  /** What the meeting's clock said when this began. */
  from?: number;
}

/** The meeting's own clock, which stands still in a break. */
function WallClock({ wall, link, since, from = 0 }: WallClockProps) {
  const at = Date.parse(since) + useElapsed(since, link.clockOffset) * 1000;
  return (
    <span className="notation" aria-live="off">
      {clockTime((clockMs(wall, at) - from) / 1000)}
    </span>
  );
}

function OnShow({ wall, link, mechanism }: WallProps) {
  const { t } = useTranslation('meetings');
  if (wall.paused_at) {
    return (
      <div className={classes.centre}>
        <h2>{t('wall.break')}</h2>
        <p className={classes.large}>
          <Elapsed since={wall.paused_at} clockOffset={link.clockOffset} />
        </p>
      </div>
    );
  }
  const item = wall.shown === null ? undefined : wall.agenda[wall.shown];
  if (!(item || wall.small_groups || wall.poll)) {
    return (
      <div className={classes.centre}>
        <h2>{t('show.nothing')}</h2>
      </div>
    );
  }
  return (
    <section className={classes.stage} aria-label={t('bar.stage')}>
      {item && (
        <p className={classes.point}>
          <span className={classes.pointName}>
            {t('show.point', { number: (wall.shown ?? 0) + 1, total: wall.agenda.length })}
            {isPoll(wall) && `: ${item.title}`}
          </span>
          {wall.started_at && (
            <span className={classes.time}>
              <WallClock wall={wall} link={link} since={wall.started_at} from={wall.shown_ms} />{' '}
              {t('wall.planned', { count: item.minutes })}
            </span>
          )}
        </p>
      )}
      {wall.small_groups && <SmallGroups groups={wall.small_groups} link={link} />}
      {!wall.small_groups && wall.poll && (
        <WallPoll poll={wall.poll} voted={wall.voted ?? 0} groups={wall.groups} />
      )}
      {item && !wall.small_groups && !wall.poll && (
        <Fitting more={t('wall.more')} key={item.id}>
          {wall.mechanism ? mechanism(wall.mechanism) : <h2>{item.title}</h2>}
        </Fitting>
      )}
    </section>
  );
}

interface SmallGroupsProps {
  groups: NonNullable<WallSnapshot['small_groups']>;
  link: WallLink;
}

/** What each small group talks about, and how long they have. */
function SmallGroups({ groups, link }: SmallGroupsProps) {
  const { t } = useTranslation('meetings');
  return (
    <Fitting more={t('wall.more')}>
      <h2>{t('wall.groups')}</h2>
      <p className={classes.large}>
        <Countdown sentAt={groups.sent_at} endsAt={groups.ends_at} clockOffset={link.clockOffset} />
      </p>
      <ol className={classes.choices}>
        {numbered(groups.cards).map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ol>
    </Fitting>
  );
}

/** Several small groups may talk about the same, so their number is their name. */
function numbered(cards: readonly string[]) {
  return cards.map((title, place) => ({ key: `${place}`, title }));
}

function Floor({ wall, link }: { wall: WallSnapshot; link: WallLink }) {
  const { t } = useTranslation('meetings');
  return (
    <footer className={classes.floor}>
      <span className={classes.words}>
        <IconMicrophone size="1.2em" aria-hidden />
        {wall.speaker ? (
          <span>
            {t('floor.has', { name: wall.speaker.name })}{' '}
            <Elapsed since={wall.speaker.since} clockOffset={link.clockOffset} />
          </span>
        ) : (
          t('floor.nobody')
        )}
      </span>
      {isPoll(wall) && <WallDoorLine wall={wall} />}
      {wall.hands !== null && (
        <span className={classes.words}>
          <IconHandStop size="1.2em" aria-hidden />
          {t('wall.hands', { count: wall.hands })}
        </span>
      )}
    </footer>
  );
}
