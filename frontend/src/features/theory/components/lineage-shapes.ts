import type { Lineage } from '../queries';

export const BOX = { width: 172, height: 74 } as const;
export const GAP = { column: 48, row: 36 } as const;

export interface PlacedNode {
  node: Lineage['nodes'][number];
  x: number;
  y: number;
}

export interface Line {
  key: string;
  path: string;
  isPart: boolean;
  /** Its ends, for marking what belongs together. */
  from: string;
  to: string;
}
