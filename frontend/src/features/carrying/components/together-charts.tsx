import { useTranslation } from 'react-i18next';
import { GroupMark, groupColour } from '@/ui/marks/group-mark';
import { labelsOf } from '../distributions';
import { type PlaceShown, placesOf } from '../places';
import type { Poll, QuestionTogether, StakeholderGroup } from '../queries';
import classes from './carrying.module.css';
import { FiguresDrawn } from './figures-drawn';

interface TogetherChartsProps {
  found: QuestionTogether;
  poll: Poll;
  groups: readonly StakeholderGroup[];
}

/** A row a group, a column a place: everybody's answers, then each group's that may be shown. */
export function TogetherCharts({ found, poll, groups }: TogetherChartsProps) {
  const { t } = useTranslation('carrying');
  const places = placesOf(found, t);
  const answered = groups.filter(({ id }) =>
    places.some(({ found: { groups: by } }) => (by.get(id)?.total ?? 0) > 0),
  );
  const tallest = (id: string | null) =>
    Math.max(1, ...places.flatMap(({ found: one }) => figuresOf(one, id)?.counts ?? []));
  return (
    <div className={classes.rows}>
      <Row
        poll={poll}
        places={places}
        groupId={null}
        name={t('together.everybody')}
        colour="var(--accent)"
        tallest={tallest(null)}
      />
      {answered.map(({ id, name, position }) => (
        <Row
          key={id}
          poll={poll}
          places={places}
          groupId={id}
          name={name}
          position={position}
          colour={groupColour(position)}
          tallest={Math.max(...answered.map((group) => tallest(group.id)))}
        />
      ))}
    </div>
  );
}

interface RowProps {
  poll: Poll;
  places: readonly PlaceShown[];
  /** Null for everybody. */
  groupId: string | null;
  name: string;
  position?: number;
  colour: string;
  tallest: number;
}

function Row({ poll, places, groupId, name, position, colour, tallest }: RowProps) {
  const { t } = useTranslation('carrying');
  const labels = labelsOf(poll);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div role="group" className={classes.row} aria-label={name}>
      <p className={classes.who}>
        {position === undefined ? name : <GroupMark position={position} name={name} />}
      </p>
      <div className={classes.places}>
        {places.map(({ key, name: where, found }) => {
          const figures = figuresOf(found, groupId);
          return (
            <figure key={key} className={classes.place}>
              <figcaption>
                <strong>{where}</strong>{' '}
                <span className={classes.small}>
                  {figures ? t('together.of', { count: figures.total }) : t('together.hidden')}
                </span>
              </figcaption>
              {figures && (
                <FiguresDrawn
                  poll={poll}
                  labels={labels}
                  figures={figures}
                  who={name}
                  where={where}
                  colour={colour}
                  tallest={tallest}
                />
              )}
            </figure>
          );
        })}
      </div>
    </div>
  );
}

function figuresOf({ whole, groups }: PlaceShown['found'], groupId: string | null) {
  return groupId === null ? whole : (groups.get(groupId) ?? null);
}
