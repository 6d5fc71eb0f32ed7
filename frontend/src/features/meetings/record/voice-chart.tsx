import { Table, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { GroupMark, groupColour } from '@/ui/marks/group-mark';
import { SaveDrawing } from '@/ui/save-drawing';
import type { StakeholderGroup } from '../queries';
import type { GroupVoice, Voice } from './queries';
import classes from './voice-chart.module.css';
import { HEARD, isAnybodyHeard, percent, shareOf, widestGap } from './voice-shares';

interface VoiceChartProps {
  voice: Voice;
  groups: readonly StakeholderGroup[];
}

interface Known {
  group: StakeholderGroup;
  voice: GroupVoice;
}

/** A block of bars a group: its share of the people, marked on its shares of what was heard. */
export function VoiceChart({ voice, groups }: VoiceChartProps) {
  const { t } = useTranslation('meetings');
  const chart = useRef<HTMLElement>(null);
  if (!isAnybodyHeard(voice)) {
    return <Text c="dimmed">{t('voice.nothing')}</Text>;
  }
  const known = voice.groups.flatMap((one) => {
    const group = groups.find(({ id }) => id === one.group_id);
    return group ? [{ group, voice: one }] : [];
  });
  return (
    <div className={classes.chart}>
      <figure ref={chart} className={classes.chart}>
        <figcaption>
          <Text fw={650}>
            <Finding voice={voice} groups={groups} />
          </Text>
          <Text c="dimmed" size="sm">
            {t('voice.how')}
          </Text>
        </figcaption>
        <ul className={classes.groups}>
          {known.map((one) => (
            <li key={one.group.id}>
              <GroupBars {...one} />
            </li>
          ))}
        </ul>
      </figure>
      <details>
        <summary>{t('voice.table')}</summary>
        <Numbers rows={known} />
        <Text size="sm" c="dimmed">
          {t('voice.outside', { ...voice.outside, floor: clockTime(voice.outside.airtime) })}
        </Text>
      </details>
      <SaveDrawing name={t('voice.title')} of={chart} />
    </div>
  );
}

function Finding({ voice, groups }: VoiceChartProps) {
  const { t } = useTranslation('meetings');
  const gap = widestGap(voice);
  const group = groups.find(({ id }) => id === gap?.voice.group_id);
  if (!gap || !group) {
    return t('voice.even');
  }
  return t('voice.gap', {
    group: group.name,
    share: percent(gap.voice.share_of_people),
    part: percent(gap.share),
    heard: t(`voice.of.${gap.heard}`),
  });
}

function GroupBars({ group, voice }: Known) {
  const { t } = useTranslation('meetings');
  const said = Object.fromEntries(HEARD.map((heard) => [heard, percent(shareOf(voice, heard))]));
  const people = voice.share_of_people;
  return (
    <div>
      <p className={classes.group}>
        <GroupMark position={group.position} name={group.name} />{' '}
        <span className={classes.people}>
          {t('voice.people', { count: voice.people, share: percent(people) })}
        </span>
      </p>
      <div
        role="img"
        aria-label={t('voice.alt', { group: group.name, people: percent(people), ...said })}
        className={classes.bars}
      >
        {HEARD.map((heard) => {
          const share = shareOf(voice, heard);
          return (
            <div key={heard} className={classes.bar}>
              <span className={classes.name}>{t(`voice.${heard}`)}</span>
              <svg className={classes.track} width="100%" height="10" aria-hidden="true">
                <rect className={classes.whole} width="100%" height="10" />
                <rect
                  width={`${(share ?? 0) * 100}%`}
                  height="10"
                  fill={groupColour(group.position)}
                />
                <line
                  className={classes.mark}
                  x1={`${people * 100}%`}
                  x2={`${people * 100}%`}
                  y1="-2"
                  y2="12"
                />
              </svg>
              <span className="numbers">{percent(share)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const COLUMNS = ['people', 'airtime', 'hands', 'comments', 'votes'] as const;

function Numbers({ rows }: { rows: readonly Known[] }) {
  const { t } = useTranslation('meetings');
  return (
    <Table.ScrollContainer
      minWidth={360}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('voice.title')}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('voice.group')}</Table.Th>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col" className="numbers">
                {t(`voice.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ group, voice }) => (
            <Table.Tr key={group.id}>
              <Table.Th scope="row">{group.name}</Table.Th>
              {COLUMNS.map((column) => (
                <Table.Td key={column} className="numbers">
                  {column === 'airtime' ? clockTime(voice.airtime) : voice[column]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
