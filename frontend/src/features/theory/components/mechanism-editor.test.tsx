import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { aVersion } from '../testing/versions';
import { MechanismEditor } from './mechanism-editor';

const STAGES = [{ id: 's1', label: '1a', state: 'current' }];
const NOTATION = 'a ward is busy (C) → notes are late (O-)';
const ELEMENTS = [
  { kind: 'context', polarity: null, text: 'a ward is busy' },
  { kind: 'outcome', polarity: '-', text: 'notes are late' },
];

function show(version = aVersion()) {
  const saved = vi.fn<() => void>();
  const rendered = renderWithProviders(
    <MechanismEditor
      studyId="study"
      stages={STAGES}
      version={version}
      onSaved={saved}
      onCancel={() => undefined}
      onTouched={() => undefined}
    />,
  );
  return { ...rendered, saved };
}

beforeEach(() => {
  server.use(
    http.post('*/readability', () =>
      HttpResponse.json({ words: 0, sentences: 0, age: null, hard: [] }),
    ),
  );
});

test('notation that is typed becomes boxes', async () => {
  server.use(
    http.post('*/cmocs/parse', () =>
      HttpResponse.json({ cmocs: [{ elements: ELEMENTS, notation: NOTATION, sentence: '' }] }),
    ),
  );
  const { user } = show();
  const notation = screen.getByLabelText('Notation');
  await user.clear(notation);
  await user.paste(NOTATION);
  const boxes = screen.getByRole('list', { name: 'Boxes of this configuration' });
  await waitFor(() => expect(within(boxes).getAllByRole('listitem')).toHaveLength(2));
  expect(screen.getByLabelText('Words of box 2, Outcome')).toHaveValue('notes are late');
  expect(screen.getByLabelText('Sign of box 2')).toHaveValue('-');
});

test('words that are typed in a box become notation', async () => {
  server.use(
    http.post('*/cmocs/format', async ({ request }) => {
      const { elements } = (await request.json()) as { elements: { text: string }[] };
      return HttpResponse.json({ elements, notation: `${elements[0]?.text} (C) …`, sentence: '' });
    }),
  );
  const { user } = show();
  await user.click(screen.getByLabelText('Words of box 1, Context'));
  await user.paste(' and far away');
  await waitFor(() =>
    expect(screen.getByLabelText('Notation')).toHaveValue('partners are small and far away (C) …'),
  );
});

test('a mistake in the notation is pointed at and one press goes there', async () => {
  server.use(
    http.post('*/cmocs/parse', () =>
      HttpResponse.json(
        {
          title: 'Something needs your attention',
          status: 422,
          detail: 'The notation cannot be read yet.',
          fields: [{ path: 'notation:1:5', message: 'Line 1, column 5: There is no tag X.' }],
        },
        { status: 422 },
      ),
    ),
  );
  const { user } = show();
  const notation = screen.getByLabelText<HTMLTextAreaElement>('Notation');
  await user.clear(notation);
  await user.type(notation, 'One (X)');
  expect(await screen.findByText('Line 1, column 5: There is no tag X.')).toBeVisible();
  expect(notation).toBeInvalid();
  await user.click(screen.getByRole('button', { name: /Go there/ }));
  expect(notation).toHaveFocus();
  expect([notation.selectionStart, notation.selectionEnd]).toEqual([4, 5]);
});

test('when somebody saved meanwhile nothing is lost and a second save follows theirs', async () => {
  const bodies: { based_on: string; revision: number; definition: string }[] = [];
  server.use(
    http.put('*/mechanisms/m1', async ({ request }) => {
      const body = (await request.json()) as (typeof bodies)[number];
      bodies.push(body);
      return body.revision === 1
        ? HttpResponse.json(
            {
              title: 'This has changed in the meantime',
              status: 409,
              detail: 'Ann saved this while you were writing.',
              fields: [],
            },
            { status: 409 },
          )
        : HttpResponse.json({ id: 'm1', versions: [], edges: [], sources: [] });
    }),
    http.get('*/mechanisms/m1', () =>
      HttpResponse.json({ versions: [aVersion({ revision: 2, saved_by: 'Ann' })] }),
    ),
    http.post('*/versions/v1/differences', () =>
      HttpResponse.json({
        before: null,
        after: null,
        title: [{ kind: 'same', text: 'Working with power' }],
        plain_summary: [{ kind: 'same', text: 'Leaders share decisions.' }],
        definition: [
          { kind: 'gone', text: 'Theirs' },
          { kind: 'new', text: 'Mine' },
        ],
        cmocs: [],
      }),
    ),
  );
  const { user, saved } = show();
  const definition = screen.getByLabelText('Definition');
  await user.clear(definition);
  await user.type(definition, 'Mine');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Ann saved this while you were writing.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Compare with what is saved' }));
  expect(await screen.findByText('Theirs')).toBeVisible();
  expect(definition).toHaveValue('Mine');
  expect(saved).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toHaveBeenCalled());
  expect(bodies.map(({ revision, definition: words }) => [revision, words])).toEqual([
    [1, 'Mine'],
    [2, 'Mine'],
  ]);
});

test('after a frozen version it is said that the next one is being written', () => {
  show(aVersion({ is_frozen: true, number: 3 }));
  expect(screen.getByText(/becomes version 4/)).toBeVisible();
});
