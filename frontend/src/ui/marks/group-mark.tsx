import classes from './group-mark.module.css';

/** In the fixed order of the groups: shapes that stay apart when small and when printed in grey. */
const SHAPES = [
  'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  'M2.5 2.5h11v11h-11z',
  'M8 1.5L15 14H1z',
  'M8 1L15 8L8 15L1 8z',
  'M6 1.5h4v4.500h4.500v4h-4.500v4.500h-4v-4.500h-4.500v-4h4.500z',
  'M1 3h14L8 14.500z',
];

/** The shape of the group with this place in the study's order, from 0. */
function groupShape(position: number): string {
  return SHAPES[position % SHAPES.length] ?? '';
}

/** The colour that goes with the shape, never without it. */
export function groupColour(position: number): string {
  return `var(--group-${(position % SHAPES.length) + 1})`;
}

/** The shape and colour of a stakeholder group, before its name. */
export function GroupMark({ position, name }: { position: number; name: string }) {
  return (
    <span className={classes.group}>
      <svg viewBox="0 0 16 16" width="0.85em" height="0.85em" aria-hidden="true">
        <path d={groupShape(position)} fill={groupColour(position)} />
      </svg>
      {name}
    </span>
  );
}
