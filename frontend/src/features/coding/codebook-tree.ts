import type { Code } from './queries';

/** A code in its place: how deep it stands and the names above it. */
export interface CodeInTree {
  code: Code;
  depth: number;
  /** `Power › Money` */
  path: string;
  /** Its codings and those of the codes below it. */
  total: number;
}

/** The codebook as a list that reads as a tree: each code is followed by those below it. */
export function inTreeOrder(codes: readonly Code[]): CodeInTree[] {
  const below = new Map<string | null, Code[]>();
  for (const code of codes) {
    below.set(code.parent_id, [...(below.get(code.parent_id) ?? []), code]);
  }
  return branch(below, null, 0, '');
}

/** The ids of a code and of everything below it. */
export function branchOf(codes: readonly Code[], id: string): Set<string> {
  const found = new Set([id]);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    for (const code of codes) {
      if (code.parent_id !== null && found.has(code.parent_id)) {
        found.add(code.id);
      }
    }
  }
  return found;
}

function branch(
  below: Map<string | null, Code[]>,
  parentId: string | null,
  depth: number,
  above: string,
): CodeInTree[] {
  return (below.get(parentId) ?? []).flatMap((code) => {
    const path = above ? `${above} › ${code.name}` : code.name;
    const rest = branch(below, code.id, depth + 1, path);
    const direct = rest.filter((other) => other.depth === depth + 1);
    const total = code.coding_count + direct.reduce((sum, other) => sum + other.total, 0);
    return [{ code, depth, path, total }, ...rest];
  });
}
