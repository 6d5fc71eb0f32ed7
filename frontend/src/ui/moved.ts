/** The same things with one of them a place further up or down; at the end of the way, unchanged. */
export function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const others = order.filter((each) => each !== id);
  const place = Math.max(0, order.indexOf(id) + by);
  return [...others.slice(0, place), id, ...others.slice(place)];
}
