const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The next or previous end of a word, seen from an offset. */
export function wordEdge(text: string, from: number, step: 1 | -1): number {
  const edges = [...words.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => (step > 0 ? index + segment.length : index));
  return nearest(edges, from, step, text.length);
}

/** The next or previous edge of a character as people see it: never inside an emoji or an accent. */
export function characterEdge(text: string, from: number, step: 1 | -1): number {
  const edges = [...characters.segment(text)].map(({ index }) => index);
  return nearest(edges, from, step, text.length);
}

/** The word that begins next, or the one before: start and end. */
export function neighbourWord(text: string, from: number, step: 1 | -1): [number, number] {
  const found = [...words.segment(text)].filter(({ isWordLike }) => isWordLike);
  const word =
    step > 0
      ? found.find(({ index }) => index >= from)
      : found.findLast(({ index, segment }) => index + segment.length <= from);
  return word ? [word.index, word.index + word.segment.length] : [from, from];
}

function nearest(edges: number[], from: number, step: 1 | -1, length: number): number {
  return step > 0
    ? (edges.find((edge) => edge > from) ?? length)
    : (edges.findLast((edge) => edge < from) ?? 0);
}
