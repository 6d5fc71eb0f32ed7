import { useTranslation } from 'react-i18next';
import { groupColour } from '@/ui/marks/group-mark';
import { type GroupShape, HEIGHT, layOut, WIDTH } from '../opinion-layout';
import type { GroupsReading, RoundOpinions } from '../statement-queries';
import classes from './opinions.module.css';

interface OpinionMapProps {
  opinions: RoundOpinions;
  reading: GroupsReading;
}

/** Where the opinion groups are: shapes that lead to what each group holds, never people. */
export function OpinionMap({ opinions, reading }: OpinionMapProps) {
  const { t } = useTranslation('rounds');
  const shapes = layOut(reading.groups);
  const tells = (key: string) => {
    const [first] = reading.telling.find((group) => group.key === key)?.statements ?? [];
    const statement = opinions.statements.find(({ item_id }) => item_id === first?.item_id)?.text;
    return statement ? t('opinions.mapTells', { statement }) : t('opinions.mapTellsNone');
  };
  return (
    <figure className={classes.map}>
      <figcaption>
        <strong>{t('opinions.mapFinding')}</strong> {t('opinions.mapWords')}
      </figcaption>
      <nav aria-label={t('opinions.map')}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
          <title>{t('opinions.map')}</title>
          {shapes.map((shape) => (
            <GroupOnMap
              key={shape.key}
              shape={shape}
              label={t('opinions.mapGroup', {
                count: shape.size,
                name: t('opinions.group', { key: shape.key }),
                tells: tells(shape.key),
              })}
              words={
                shape.key === reading.mine
                  ? `${t('opinions.group', { key: shape.key })}: ${t('opinions.youAre')}`
                  : t('opinions.group', { key: shape.key })
              }
            />
          ))}
        </svg>
      </nav>
    </figure>
  );
}

function GroupOnMap({ shape, label, words }: { shape: GroupShape; label: string; words: string }) {
  const colour = groupColour(Number(shape.key) - 1);
  return (
    <a href={`#opinion-group-${shape.key}`} aria-label={label} className={classes.group}>
      <ellipse
        cx={shape.x}
        cy={shape.y}
        rx={shape.long}
        ry={shape.short}
        transform={`rotate(${shape.turn} ${shape.x} ${shape.y})`}
        stroke={colour}
      />
      {shape.dots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={3.5} fill={colour} />
      ))}
      <text x={shape.x} y={shape.y}>
        {words}
      </text>
    </a>
  );
}
