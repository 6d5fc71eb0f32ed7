import { codepointAt, sliceCodepoints } from '@/lib/codepoints';
import type { Stretch } from '@/lib/highlights';

/** Chosen words and where they stand, in codepoints, half-open. */
export interface Selected extends Stretch {
  quote: string;
}

/** UTF-16 offsets: `focus` moves when the selection is extended. */
export interface Caret {
  anchor: number;
  focus: number;
}

/** The chosen words without the white space around them, or nothing when no word is chosen. */
export function selectedIn(text: string, { anchor, focus }: Caret): Selected | undefined {
  const chosen = text.slice(Math.min(anchor, focus), Math.max(anchor, focus));
  const words = chosen.trim();
  if (!words) {
    return undefined;
  }
  const lead = chosen.length - chosen.trimStart().length;
  const start = codepointAt(text, Math.min(anchor, focus) + lead);
  const end = start + Array.from(words).length;
  return { start, end, quote: sliceCodepoints(text, start, end) };
}

/** Where the browser's selection stands in a container that holds the text and nothing else. */
export function caretWithin(container: Node): Caret | undefined {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) {
    return undefined;
  }
  if (!container.contains(anchorNode) || !container.contains(focusNode)) {
    return undefined;
  }
  return {
    anchor: offsetWithin(container, anchorNode, selection.anchorOffset),
    focus: offsetWithin(container, focusNode, selection.focusOffset),
  };
}

/** Shows a selection as the browser's own, so that it looks and copies as people know it. */
export function showCaret(container: Node, { anchor, focus }: Caret): void {
  const [anchorNode, anchorOffset] = placeWithin(container, anchor);
  const [focusNode, focusOffset] = placeWithin(container, focus);
  document.getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

function offsetWithin(container: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(container);
  range.setEnd(node, offset);
  return range.toString().length;
}

function placeWithin(container: Node, offset: number): [Node, number] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = container;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) {
      return [node, left];
    }
    left -= length;
    last = node;
  }
  return [last, last.textContent?.length ?? 0];
}
