const SVG = 'http://www.w3.org/2000/svg';
// where the line that letters stand on lies in the height of a line of Atkinson Hyperlegible
const BASELINE = 0.79;

/** The words of a text node, line by line, as they stand on the screen. */
export function drawWords(node: Text, frame: DOMRect): SVGTextElement[] {
  const parent = node.parentElement;
  if (!parent || isForListeners(parent)) {
    return [];
  }
  const style = getComputedStyle(parent);
  // figures in a column keep their right edge, whatever letters the reader's program has
  const isAtEnd = style.textAlign === 'right' || style.textAlign === 'end';
  return linesOf(node).map(({ words, left, right, top, height }) => {
    const text = document.createElementNS(SVG, 'text');
    text.textContent = words.join(' ');
    text.setAttribute('x', String((isAtEnd ? right : left) - frame.left));
    text.setAttribute('text-anchor', isAtEnd ? 'end' : 'start');
    text.setAttribute('y', String(top - frame.top + height * BASELINE));
    text.setAttribute('fill', style.color);
    text.setAttribute('font-family', style.fontFamily);
    text.setAttribute('font-size', style.fontSize);
    text.setAttribute('font-weight', style.fontWeight);
    return text;
  });
}

interface DrawnLine {
  words: string[];
  left: number;
  right: number;
  top: number;
  height: number;
}

function linesOf(node: Text): DrawnLine[] {
  const lines: DrawnLine[] = [];
  const range = document.createRange();
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const { left, right, top, width, height } = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (width === 0) {
      continue;
    }
    if (last && Math.abs(last.top - top) < height / 2) {
      last.words.push(word[0]);
      last.right = right;
    } else {
      lines.push({ words: [word[0]], left, right, top, height });
    }
  }
  return lines;
}

/** Words for screen readers lie in a box of one pixel. */
function isForListeners(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width <= 1 || height <= 1;
}
