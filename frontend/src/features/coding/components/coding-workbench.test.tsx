import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Code, Coding } from '../queries';
import { CodingWorkbench } from './coding-workbench';

const CODINGS = '*/api/studies/s1/codings';

const POWER: Code = {
  id: 'power',
  parent_id: null,
  name: 'Power',
  description: '',
  colour: '#d55e00',
  position: 0,
  is_retired: false,
  coding_count: 1,
};
const MONEY: Code = { ...POWER, id: 'money', name: 'Money', parent_id: 'power', coding_count: 2 };

function segment(id: string, text: string, position: number) {
  const speaker = {
    id: 'v1',
    label: 'Ann',
    member_id: 'm9',
    member_name: 'Ann',
    group_id: 'g1',
  };
  return {
    id,
    position,
    text,
    speaker,
    version_id: 'version-1',
    start: position * 5,
    end: position * 5 + 4,
    confidence: 1,
    flags: [],
    edited_at: null,
  };
}

function workbench(canCode = true) {
  return (
    <CodingWorkbench
      studyId="s1"
      document={{
        id: 'd1',
        kind: 'transcript',
        title: 'Meeting 1',
        stage_id: null,
        occurred_at: null,
        origin_id: null,
        created_at: '2026-11-21T10:00:00Z',
        is_correctable: true,
        speakers: [],
        segments: [segment('a', 'We hold 👍 the money.', 0), segment('b', 'So be it.', 1)],
      }}
      codes={[POWER, MONEY]}
      mechanisms={[{ id: 'mech', title: 'Working with power', describe: () => 'version 2' }]}
      discussed={() => 'mech'}
      coder={{ id: 'me', name: 'Tom' }}
      canCode={canCode}
      canCorrect={false}
      from={{}}
      header={null}
      list={null}
      group={() => 'Carers'}
      correction={() => null}
      excerpts={(_code, count) => count}
    />
  );
}

/** A server that knows what it was told; `fails` breaks it for a while. */
function codingServer() {
  const known = new Map<string, Coding>();
  const state = { known, fails: false, calls: [] as { method: string; body: unknown }[] };
  async function heard(request: Request): Promise<Record<string, unknown>> {
    const body =
      request.method === 'PATCH' || request.method === 'POST' ? await request.text() : '';
    const parsed = body ? (JSON.parse(body) as Record<string, unknown>) : {};
    state.calls.push({ method: request.method, body: parsed });
    return parsed;
  }
  server.use(
    http.get(CODINGS, () => HttpResponse.json([...known.values()])),
    http.post(CODINGS, async ({ request }) => {
      const body = await heard(request);
      if (state.fails) {
        return HttpResponse.error();
      }
      const blank = { element: null, stance: null, mechanism_id: null, version_id: null };
      const coding = {
        ...blank,
        ...body,
        id: `server-${known.size}`,
        document_id: 'd1',
        is_orphan: false,
        coder_id: 'me',
        coder_name: 'Tom',
        can_change: true,
        created_at: '2026-11-21T10:00:00Z',
      } as unknown as Coding;
      known.set(coding.id, coding);
      return HttpResponse.json(coding, { status: 201 });
    }),
    http.patch(`${CODINGS}/:id`, async ({ request, params }) => {
      const changed = { ...known.get(`${params.id}`), ...(await heard(request)) } as Coding;
      known.set(changed.id, changed);
      return HttpResponse.json(changed);
    }),
    http.delete(`${CODINGS}/:id`, async ({ request, params }) => {
      await heard(request);
      known.delete(`${params.id}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return state;
}

beforeEach(() => localStorage.clear());

async function open(canCode = true) {
  const { user } = renderWithProviders(workbench(canCode));
  await screen.findByText('0 codings');
  return user;
}

function chip(name: string) {
  return screen.findByRole('button', { name: new RegExp(name), pressed: true });
}

test('a passage is coded by keys alone: code, stance, element and mechanism', async () => {
  const state = codingServer();
  const user = await open();
  await user.keyboard('jkc');
  await user.type(await screen.findByRole('combobox', { name: 'Code the words' }), 'mon{Enter}');
  expect(await chip('Money')).toBeInTheDocument();
  await user.keyboard('27m');
  await user.type(await screen.findByRole('combobox', { name: 'Choose a mechanism' }), '{Enter}');
  await waitFor(() =>
    expect([...state.known.values()]).toMatchObject([
      {
        segment_id: 'a',
        start: 0,
        end: 20,
        quote: 'We hold 👍 the money.',
        code_id: 'money',
        stance: 'challenges',
        element: 'reasoning',
        mechanism_id: 'mech',
      },
    ]),
  );
});

test('each thing that was done can be undone, the last first', async () => {
  const state = codingServer();
  const user = await open();
  await user.keyboard('c');
  await user.type(await screen.findByRole('combobox'), '{Enter}');
  await chip('Power');
  await user.keyboard('1');
  await waitFor(() => expect(state.calls.at(-1)?.body).toEqual({ stance: 'supports' }));
  await user.keyboard('u');
  await waitFor(() => expect(state.calls.at(-1)?.body).toEqual({ stance: null }));
  await user.keyboard('u');
  await waitFor(() => expect(state.known.size).toBe(0));
  expect(await screen.findByText('Undone')).toBeInTheDocument();
});

test('a coding that did not arrive stays, says so, and goes out again once', async () => {
  const state = codingServer();
  state.fails = true;
  const user = await open();
  await user.keyboard('c');
  await user.type(await screen.findByRole('combobox'), '{Enter}');
  expect(await screen.findByText('not saved')).toBeInTheDocument();
  expect(screen.getByText(/1 coding is not saved yet/)).toBeInTheDocument();
  state.fails = false;
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  await waitFor(() => expect(screen.queryByText('not saved')).not.toBeInTheDocument());
  const ids = state.calls.map(({ body }) => (body as Coding).client_id);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

test('those who only read see the codebook and can change nothing', async () => {
  codingServer();
  const user = await open(false);
  await user.keyboard('c');
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  const codebook = screen.getByRole('list', { name: 'Codebook' });
  expect(within(codebook).queryByRole('button')).not.toBeInTheDocument();
  expect(within(codebook).getByText('Money')).toBeInTheDocument();
});

test('the question mark lists the keys', async () => {
  codingServer();
  const user = await open();
  await user.keyboard('?');
  expect(await screen.findByText('Supports, challenges, refines, extends')).toBeInTheDocument();
});
