import type { Cmoc } from '../queries';

type CmocElement = Cmoc['elements'][number];

/** Elements of one kind that stand together, as a column of the drawing. */
export interface Column {
  key: string;
  kind: CmocElement['kind'];
  elements: CmocElement[];
}

const LEG = {
  context: 'context',
  resource: 'mechanism',
  reasoning: 'mechanism',
  outcome: 'outcome',
};

/** The columns from left to right: within a mechanism the resource comes before the reasoning it meets. */
export function columnsOf(elements: readonly CmocElement[]): Column[] {
  return legsOf(elements).flatMap((leg) =>
    (['context', 'resource', 'reasoning', 'outcome'] as const)
      .map((kind) => ({ kind, elements: leg.filter((element) => element.kind === kind) }))
      .filter((column) => column.elements.length > 0)
      .map((column) => ({ ...column, key: column.elements[0]?.id ?? column.kind })),
  );
}

function legsOf(elements: readonly CmocElement[]): CmocElement[][] {
  const legs: CmocElement[][] = [];
  for (const element of elements) {
    const last = legs.at(-1);
    if (last?.[0] && LEG[last[0].kind] === LEG[element.kind]) {
      last.push(element);
    } else {
      legs.push([element]);
    }
  }
  return legs;
}
