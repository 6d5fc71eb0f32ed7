/*
 * Places in a text. The server counts codepoints, the browser counts UTF-16 code units: an emoji is
 * one there and two here. Nothing but this file converts between them.
 */

/** The codepoint that begins at, or holds, a UTF-16 offset. */
export function codepointAt(text: string, utf16: number): number {
  let count = 0;
  let at = 0;
  while (at < Math.min(utf16, text.length)) {
    const next = at + unitsAt(text, at);
    if (next > utf16) {
      break;
    }
    at = next;
    count += 1;
  }
  return count;
}

/** The UTF-16 offset at which a codepoint begins. */
export function utf16At(text: string, codepoint: number): number {
  let at = 0;
  for (let count = 0; count < codepoint && at < text.length; count += 1) {
    at += unitsAt(text, at);
  }
  return at;
}

/** The words from one codepoint up to, but not including, another. */
export function sliceCodepoints(text: string, start: number, end: number): string {
  return text.slice(utf16At(text, start), utf16At(text, end));
}

export function countCodepoints(text: string): number {
  return codepointAt(text, text.length);
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
