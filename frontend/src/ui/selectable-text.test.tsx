import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { SelectableText } from './selectable-text';
import { caretWithin, type Selected, selectedIn, showCaret } from './text-selection';

const TEXT = 'Yes 👍🏽 staff who feel heard stay.';

function renderText(onCode = vi.fn<(selected: Selected) => void>()) {
  const rendered = renderWithProviders(
    <SelectableText
      text={TEXT}
      label="What was said"
      highlights={[{ id: 'one', start: 4, end: 12, label: 'trust' }]}
      actions={(selected, done) => (
        <button
          type="button"
          onClick={() => {
            onCode(selected);
            done();
          }}
        >
          Code it
        </button>
      )}
    />,
  );
  return { ...rendered, onCode, words: screen.getByRole('group', { name: 'What was said' }) };
}

function select(container: Node, anchor: number, focus: number): void {
  act(() => {
    showCaret(container, { anchor, focus });
    document.dispatchEvent(new Event('selectionchange'));
  });
}

test('the selection is reported in codepoints, across highlights', async () => {
  const { user, onCode, words } = renderText();
  const from = TEXT.indexOf('👍');
  select(words, from, TEXT.indexOf(' who'));
  await user.click(await screen.findByRole('button', { name: 'Code it' }));
  expect(onCode).toHaveBeenCalledWith({ start: 4, end: 12, quote: '👍🏽 staff' });
});

test('a selection made from right to left is the same selection', () => {
  const forwards = selectedIn(TEXT, { anchor: 9, focus: 14 });
  expect(selectedIn(TEXT, { anchor: 14, focus: 9 })).toEqual(forwards);
});

test('white space at the ends is left out', () => {
  expect(selectedIn('one two three', { anchor: 3, focus: 8 })).toEqual({
    start: 4,
    end: 7,
    quote: 'two',
  });
});

test('choosing only white space chooses nothing', () => {
  expect(selectedIn('one  two', { anchor: 3, focus: 5 })).toBeUndefined();
});

test('words are chosen and extended with the keys alone', async () => {
  const { user, onCode, words } = renderText();
  words.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}');
  act(() => void document.dispatchEvent(new Event('selectionchange')));
  await screen.findByRole('toolbar');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(onCode).toHaveBeenCalledWith(expect.objectContaining({ quote: 'staff who' }));
  expect(words).toHaveFocus();
});

test('Shift and an arrow never stop inside an emoji', async () => {
  const { user, words } = renderText();
  words.focus();
  act(() => showCaret(words, { anchor: 4, focus: 4 }));
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(caretWithin(words)).toEqual({ anchor: 4, focus: 8 });
});

test('Escape lets go of the selection', async () => {
  const { user, words } = renderText();
  words.focus();
  select(words, 0, 3);
  await screen.findByRole('toolbar');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('toolbar')).not.toBeInTheDocument());
});

test('a highlight is drawn on its very words', () => {
  renderText();
  expect(screen.getByTitle('trust')).toHaveTextContent('👍🏽 staff');
});
