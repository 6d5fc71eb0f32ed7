import { Table, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { GroupMark, groupColour } from '@/ui/marks/group-mark';
import { SaveDrawing } from '@/ui/save-drawing';
import type { Equity, GroupVoice } from '../queries';
import { isAnybodyHeard, MEASURES, percent, shareOf, widestGap } from '../shares';
import classes from './equity-chart.module.css';

interface Group {
  id: string;
  name: string;
  position: number;
}

interface EquityChartProps {
  equity: Equity;
  groups: readonly Group[];
}

/** One bar a group: its share of the people beside its shares of what was heard. */
export function EquityChart({ equity, groups }: EquityChartProps) {
  const { t } = useTranslation('reports');
  const chart = useRef<HTMLElement>(null);
  if (!isAnybodyHeard(equity)) {
    return (
      <div>
        <Text fw={650}>{t('equity.nothing')}</Text>
        <Text c="dimmed">{t('equity.nothingHow')}</Text>
      </div>
    );
  }
  const known = groups.flatMap((group) => {
    const voice = equity.groups.find(({ group_id }) => group_id === group.id);
    return voice ? [{ group, voice }] : [];
  });
  return (
    <div className={classes.chart}>
      <figure ref={chart} className={classes.chart}>
        <figcaption>
          <Text fw={650}>
            <Finding equity={equity} groups={groups} />
          </Text>
          <Text c="dimmed" size="sm">
            {t('equity.how')} {t('equity.influenceHow')}
          </Text>
        </figcaption>
        <ul className={classes.groups}>
          {known.map(({ group, voice }) => (
            <li key={group.id}>
              <GroupBars group={group} voice={voice} />
            </li>
          ))}
        </ul>
      </figure>
      <details>
        <summary>{t('equity.table')}</summary>
        <Numbers rows={known} />
        <Text size="sm" c="dimmed">
          {t('equity.outside', {
            ...equity.outside,
            minutes: clockTime(equity.outside.airtime),
          })}
        </Text>
      </details>
      <SaveDrawing name={t('equity.title')} of={chart} />
    </div>
  );
}

function Finding({ equity, groups }: EquityChartProps) {
  const { t } = useTranslation('reports');
  const gap = widestGap(equity);
  const group = groups.find(({ id }) => id === gap?.groupId);
  if (!gap || !group) {
    return t('equity.even');
  }
  return t('equity.more', {
    group: group.name,
    share: percent(gap.people),
    part: percent(gap.share),
    measure: t(`equity.measure.${gap.measure}`),
  });
}

function GroupBars({ group, voice }: { group: Group; voice: GroupVoice }) {
  const { t } = useTranslation('reports');
  const said = {
    group: group.name,
    people: percent(voice.share_of_people),
    comments: percent(voice.share_of_comments),
    airtime: percent(voice.share_of_airtime),
    influence: percent(voice.share_of_influence),
  };
  return (
    <div>
      <Title order={3} size="h4">
        <GroupMark position={group.position} name={group.name} />
      </Title>
      <div role="img" aria-label={t('equity.alt', said)} className={classes.bars}>
        {MEASURES.map((measure) => {
          const share = shareOf(voice, measure);
          return (
            <div key={measure} className={classes.bar} data-measure={measure}>
              <span className={classes.name}>{t(`equity.${measure}`)}</span>
              <svg className={classes.track} width="100%" height="12" aria-hidden="true">
                <rect className={classes.whole} width="100%" height="12" />
                <rect
                  width={`${(share ?? 0) * 100}%`}
                  height="12"
                  fill={measure === 'people' ? 'var(--line-strong)' : groupColour(group.position)}
                />
                {measure !== 'people' && voice.share_of_people !== null && (
                  <line
                    className={classes.mark}
                    x1={`${voice.share_of_people * 100}%`}
                    x2={`${voice.share_of_people * 100}%`}
                    y1="0"
                    y2="12"
                  />
                )}
              </svg>
              <span className="numbers">{percent(share)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Numbers({ rows }: { rows: readonly { group: Group; voice: GroupVoice }[] }) {
  const { t } = useTranslation('reports');
  return (
    <Table.ScrollContainer
      minWidth={420}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('equity.title')}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['group', 'people', 'comments', 'airtime', 'citations'] as const).map((column) => (
              <Table.Th
                key={column}
                scope="col"
                className={column === 'group' ? undefined : 'numbers'}
              >
                {t(`equity.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ group, voice }) => (
            <Table.Tr key={group.id}>
              <Table.Th scope="row">{group.name}</Table.Th>
              <Table.Td className="numbers">{voice.people}</Table.Td>
              <Table.Td className="numbers">{voice.comments}</Table.Td>
              <Table.Td className="numbers">{clockTime(voice.airtime)}</Table.Td>
              <Table.Td className="numbers">{voice.citations}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
