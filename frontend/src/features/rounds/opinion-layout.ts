import type { GroupsReading } from './statement-queries';

type OpinionGroup = GroupsReading['groups'][number];

export const WIDTH = 640;
export const HEIGHT = 360;
const MARGIN = 48;
const MOST_DOTS = 150;
const LEAST_RADIUS = 0.06;
/** Turning by this from dot to dot fills an ellipse evenly, as the seeds of a sunflower do. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Dot {
  x: number;
  y: number;
}

export interface GroupShape {
  key: string;
  size: number;
  x: number;
  y: number;
  long: number;
  short: number;
  /** In degrees, clockwise as a screen has it. */
  turn: number;
  /** As many as there are people, at most 150; where they stand says nothing about anybody. */
  dots: Dot[];
}

/** Ellipses and dots for the groups that are large enough to be drawn. */
export function layOut(groups: readonly OpinionGroup[]): GroupShape[] {
  const drawn = groups.flatMap(({ key, size, place }) =>
    size !== null && place ? [{ key, size, place }] : [],
  );
  const reach = Math.max(
    ...drawn.flatMap(({ place }) => [
      Math.abs(place.x) + place.long,
      (Math.abs(place.y) + place.long) * (WIDTH / HEIGHT),
    ]),
    1e-9,
  );
  const scale = (WIDTH / 2 - MARGIN) / reach;
  return drawn.map(({ key, size, place }) => {
    const shape = {
      key,
      size,
      x: WIDTH / 2 + place.x * scale,
      y: HEIGHT / 2 - place.y * scale,
      long: Math.max(place.long * scale, WIDTH * LEAST_RADIUS),
      short: Math.max(place.short * scale, WIDTH * LEAST_RADIUS * 0.75),
      turn: -place.turn,
    };
    return { ...shape, dots: fill(shape) };
  });
}

function fill({ size, x, y, long, short, turn }: Omit<GroupShape, 'dots' | 'key'>): Dot[] {
  const count = Math.min(size, MOST_DOTS);
  const angle = (turn * Math.PI) / 180;
  return Array.from({ length: count }, (_, place) => {
    const out = 0.9 * Math.sqrt((place + 0.5) / count);
    const along = long * out * Math.cos(place * GOLDEN_ANGLE);
    const across = short * out * Math.sin(place * GOLDEN_ANGLE);
    return {
      x: x + along * Math.cos(angle) - across * Math.sin(angle),
      y: y + along * Math.sin(angle) + across * Math.cos(angle),
    };
  });
}
