const MOST = 8;

/** The ids used last in a study, newest first; kept by the browser. */
export function recentIds(studyId: string, kind: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(studyId, kind)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    // storage is forbidden or holds something else: then nothing is recent
    return [];
  }
}

export function rememberId(studyId: string, kind: string, id: string): void {
  const ids = [id, ...recentIds(studyId, kind).filter((other) => other !== id)];
  try {
    localStorage.setItem(keyOf(studyId, kind), JSON.stringify(ids.slice(0, MOST)));
  } catch {
    // storage is forbidden: the order is not remembered, nothing else is lost
  }
}

/** The items used last first, the others in their own order. */
export function recentFirst<Item extends { id: string }>(
  items: readonly Item[],
  recent: readonly string[],
): Item[] {
  const place = (item: Item) => {
    const at = recent.indexOf(item.id);
    return at < 0 ? recent.length : at;
  };
  return [...items].sort((one, other) => place(one) - place(other));
}

function keyOf(studyId: string, kind: string): string {
  return `colloquy:recent:${kind}:${studyId}`;
}
