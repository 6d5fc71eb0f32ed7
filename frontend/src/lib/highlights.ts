/** A stretch of text, in codepoints, half-open. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Piece<Mark extends Stretch> {
  text: string;
  marks: Mark[];
}

/** Cuts a text wherever a mark begins or ends, so that overlapping marks can be drawn. */
export function cutAtMarks<Mark extends Stretch>(
  text: string,
  marks: readonly Mark[],
): Piece<Mark>[] {
  const characters = Array.from(text);
  const within = (place: number) => Math.max(0, Math.min(place, characters.length));
  const cuts = new Set([0, characters.length]);
  for (const { start, end } of marks) {
    cuts.add(within(start));
    cuts.add(within(end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? characters.length;
    return {
      text: characters.slice(from, to).join(''),
      marks: marks.filter(({ start, end }) => start < to && end > from),
    };
  });
}
