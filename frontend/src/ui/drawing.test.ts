import { afterEach, expect, test } from 'vitest';
import { drawingOf } from './drawing';

afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

function shown(markup: string): Element {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as Element;
}

function drawn(svg: string): Document {
  return new DOMParser().parseFromString(svg, 'image/svg+xml');
}

test('what a style sheet gives a drawing is written into it', async () => {
  const sheet = document.createElement('style');
  sheet.textContent = '.line { fill: rgb(1, 2, 3); opacity: 0.5 }';
  document.head.append(sheet);
  const { svg } = await drawingOf(shown('<svg><path class="line" d="M0 0h9"/></svg>'));
  const path = drawn(svg).querySelector('path');
  expect(path?.getAttribute('fill')).toBe('rgb(1, 2, 3)');
  expect(path?.getAttribute('opacity')).toBe('0.5');
  expect(path?.hasAttribute('class')).toBe(false);
});

test('nothing in the file leads back to the page', async () => {
  const { svg } = await drawingOf(
    shown('<svg><a href="/studies/1" data-near="x" tabindex="0"><text>Trust</text></a></svg>'),
  );
  const names = [...(drawn(svg).querySelector('a')?.attributes ?? [])].map(({ name }) => name);
  expect(names.filter((name) => /href|data-|tabindex/.test(name))).toEqual([]);
  expect(svg).not.toContain('/studies/1');
  expect(svg).toContain('Trust');
});

test('the drawing leaves without the buttons and tables beside it', async () => {
  const { svg } = await drawingOf(
    shown(
      '<div><svg><text>Kept</text></svg><button><svg><text>Save</text></svg></button>' +
        '<details><svg><text>Table</text></svg></details></div>',
    ),
  );
  const words = [...drawn(svg).querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(words).toEqual(['Kept']);
});

test('the drawing has the surface behind it', async () => {
  document.documentElement.style.setProperty('--surface', '#1d1e20');
  const { svg } = await drawingOf(shown('<svg></svg>'));
  expect(drawn(svg).querySelector('rect')?.getAttribute('fill')).toBe('#1d1e20');
  document.documentElement.style.removeProperty('--surface');
});
