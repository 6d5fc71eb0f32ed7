import type { Lineage } from '../queries';

type LineageNode = Lineage['nodes'][number];

export interface Columns {
  /** The column of each version, from 0. */
  at: Map<string, number>;
  /** The first column of each stage, and how many it has. */
  starts: number[];
  widths: number[];
}

/** The columns of the drawing: in a stage, a version stands after what it came from. */
export function columnsOf(lineage: Lineage): Columns {
  const steps = stepsWithinStages(lineage);
  const widths = lineage.stages.map(({ id }) =>
    Math.max(
      1,
      ...lineage.nodes
        .filter(({ stage_id }) => stage_id === id)
        .map((node) => (steps.get(node.id) ?? 0) + 1),
    ),
  );
  const starts = widths.map((_, index) => sum(widths.slice(0, index)));
  const stageIndex = new Map(lineage.stages.map(({ id }, index) => [id, index]));
  const isLate = lateComers(lineage);
  const at = new Map(
    lineage.nodes.map((node) => {
      const stage = stageIndex.get(node.stage_id) ?? 0;
      const step = isLate(node) ? (widths[stage] ?? 1) - 1 : (steps.get(node.id) ?? 0);
      return [node.id, (starts[stage] ?? 0) + step];
    }),
  );
  return { at, starts, widths };
}

/** How many versions of its own stage a version comes after. */
function stepsWithinStages({ stages, nodes, edges }: Lineage): Map<string, number> {
  const earlier = earlierOf({ stages, nodes, edges });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const steps = new Map<string, number>();
  const open = new Set<string>();

  function stepOf(node: LineageNode): number {
    const known = steps.get(node.id);
    if (known !== undefined) {
      return known;
    }
    open.add(node.id);
    let step = 0;
    for (const id of earlier.get(node.id) ?? []) {
      const before = byId.get(id);
      // links drawn by hand may run in a ring: the second time round is not followed
      if (before && !open.has(id) && before.stage_id === node.stage_id) {
        step = Math.max(step, stepOf(before) + 1);
      }
    }
    open.delete(node.id);
    steps.set(node.id, step);
    return step;
  }

  for (const node of nodes) {
    stepOf(node);
  }
  return steps;
}

/** New lines that lead straight into a later stage stand at the end of theirs: their lines are short. */
function lateComers(lineage: Lineage): (node: LineageNode) => boolean {
  const earlier = earlierOf(lineage);
  const stageOf = new Map(lineage.nodes.map((node) => [node.id, node.stage_id]));
  const hasLater = new Set([...earlier.values()].flat());
  const hasLaterHere = new Set(
    [...earlier].flatMap(([id, before]) =>
      before.filter((other) => stageOf.get(other) === stageOf.get(id)),
    ),
  );
  return ({ id }) => earlier.get(id)?.length === 0 && hasLater.has(id) && !hasLaterHere.has(id);
}

/** What each version came from: by the lineage, and as the next of its own mechanism. */
export function earlierOf({ nodes, edges }: Lineage): Map<string, string[]> {
  const earlier = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const { before, after } of edges) {
    if (before && after) {
      earlier.get(after.id)?.push(before.id);
    }
  }
  for (const node of nodes) {
    const previous = previousOf(node, nodes);
    if (previous) {
      earlier.get(node.id)?.push(previous.id);
    }
  }
  return earlier;
}

/** The version of the same mechanism that came just before. */
export function previousOf(
  node: LineageNode,
  nodes: readonly LineageNode[],
): LineageNode | undefined {
  return nodes
    .filter((other) => other.mechanism_id === node.mechanism_id && other.number < node.number)
    .sort((one, other) => other.number - one.number)[0];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
