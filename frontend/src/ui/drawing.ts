import { drawWords } from './drawn-words';

const SVG = 'http://www.w3.org/2000/svg';
const PAINT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
const LEFT_OUT = 'details, button';
const MARGIN = 12;

export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

/** What is on the screen as one SVG that needs nothing else: colours, sizes and fonts are in it. */
export async function drawingOf(shown: Element): Promise<Drawing> {
  const frame = shown.getBoundingClientRect();
  const [width, height] = [frame.width + 2 * MARGIN, frame.height + 2 * MARGIN];
  const root = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const surface = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
  root.append(svgElement('rect', { width, height, fill: surface || '#ffffff' }));
  const place = svgElement('g', { transform: `translate(${MARGIN} ${MARGIN})` });
  root.append(place);
  draw(shown, frame, place);
  const style = svgElement('style', {});
  style.textContent = await fontFaces();
  root.prepend(style);
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** The drawing as a picture, at twice its size so that it is sharp in print. */
export async function pictureOf({ svg, width, height }: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * 2);
  canvas.height = Math.round(height * 2);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/png');
  });
}

/** Drawings are copied with what the style sheets give them; words around them become text. */
function draw(node: Node, frame: DOMRect, into: Element): void {
  if (node instanceof SVGSVGElement) {
    const at = node.getBoundingClientRect();
    const copy = paintedCopy(node);
    copy.setAttribute('x', String(at.left - frame.left));
    copy.setAttribute('y', String(at.top - frame.top));
    copy.setAttribute('width', String(at.width));
    copy.setAttribute('height', String(at.height));
    into.append(copy);
  } else if (node instanceof Text) {
    into.append(...drawWords(node, frame));
  } else if (node instanceof Element && !node.matches(LEFT_OUT)) {
    for (const child of node.childNodes) {
      draw(child, frame, into);
    }
  }
}

function paintedCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    for (const { name } of [...element.attributes]) {
      if (/^(class|style|role|tabindex|href|aria-|data-|on)/.test(name)) {
        element.removeAttribute(name);
      }
    }
    const style = original && getComputedStyle(original);
    for (const property of PAINT) {
      const value = style?.getPropertyValue(property);
      if (value) {
        element.setAttribute(property, value);
      }
    }
  }
  return copy;
}

/** The page's own fonts with their bytes: a file is read where our server is not. */
async function fontFaces(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const used = rules.filter(
    (rule) =>
      rule instanceof CSSFontFaceRule &&
      /Hyperlegible Next/.test(rule.cssText) &&
      // the first range of Latin letters; the extended ranges double the size of the file
      /U\+0{0,2}-?0?0?FF/i.test(rule.style.getPropertyValue('unicode-range')),
  );
  const faces = await Promise.all(
    used.map(async ({ cssText, parentStyleSheet }) => {
      const address = /url\("?([^")]+)"?\)/.exec(cssText)?.[1];
      if (!address) {
        return '';
      }
      const answer = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
      return cssText.replace(/url\([^)]*\)/, `url("${await dataUrl(await answer.blob())}")`);
    }),
  );
  return faces.join('\n');
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function svgElement(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  return element;
}
