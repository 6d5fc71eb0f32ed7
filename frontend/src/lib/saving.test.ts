import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AnswerStore, KeptAnswer } from './kept-answers';
import { Saving, type SavingState } from './saving';

const offline = new Error('offline');
const send = vi.fn<(value: string) => Promise<unknown>>();
let kept: Map<string, KeptAnswer>;
let store: AnswerStore;
let states: SavingState[];
let saving: Saving<string>;

function begin(): Saving<string> {
  return new Saving<string>({
    key: 'question',
    store,
    send,
    isWorthRetrying: (error) => error === offline,
    onState: (state) => states.push(state),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  send.mockReset().mockResolvedValue(undefined);
  states = [];
  kept = new Map();
  store = {
    keep: async (key, answer) => void kept.set(key, answer),
    read: async (key) => kept.get(key),
    forget: async (key) => void kept.delete(key),
  };
  saving = begin();
});

afterEach(() => saving.end());

test('only the last of quick changes is sent', async () => {
  saving.change('a');
  saving.change('ab');
  saving.change('abc');
  await vi.advanceTimersByTimeAsync(1000);
  expect(send.mock.calls).toEqual([['abc']]);
  expect(states.at(-1)).toBe('saved');
  expect(kept.size).toBe(0);
});

test('an answer is on the device before it is sent', async () => {
  saving.change('a');
  await vi.advanceTimersByTimeAsync(0);
  expect(send).not.toHaveBeenCalled();
  expect(kept.get('question')?.value).toBe('a');
});

test('a change while the device lets go of the one before is sent, and saved only then', async () => {
  let letGo = () => {};
  vi.spyOn(store, 'forget').mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        letGo = resolve;
      }),
  );
  saving.change('a', 0);
  await vi.advanceTimersByTimeAsync(1);
  saving.change('b', 0);
  await vi.advanceTimersByTimeAsync(1);
  letGo();
  await vi.advanceTimersByTimeAsync(1);
  expect(send.mock.calls).toEqual([['a'], ['b']]);
  expect(states).toEqual(['saving', 'saving', 'saved']);
});

test('an answer that does not arrive is kept and sent when the network is back', async () => {
  send.mockRejectedValueOnce(offline);
  saving.change('a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toBe('kept');
  expect(kept.get('question')?.value).toBe('a');
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('saved');
  expect(send).toHaveBeenCalledTimes(2);
});

test('an answer left behind by an earlier visit is taken up and sent', async () => {
  kept.set('question', { value: 'from yesterday', keptAt: '2026-11-20T10:00:00Z' });
  await expect(saving.resume()).resolves.toBe('from yesterday');
  await vi.advanceTimersByTimeAsync(0);
  expect(send.mock.calls).toEqual([['from yesterday']]);
  expect(kept.size).toBe(0);
});

test('a change during a send is sent after it, and only then is all saved', async () => {
  let arrive: () => void = () => undefined;
  send.mockReturnValueOnce(new Promise<void>((resolve) => (arrive = resolve)));
  saving.change('a');
  await vi.advanceTimersByTimeAsync(700);
  saving.change('b');
  await vi.advanceTimersByTimeAsync(700);
  expect(send.mock.calls).toEqual([['a']]);
  arrive();
  await vi.advanceTimersByTimeAsync(10);
  expect(send.mock.calls).toEqual([['a'], ['b']]);
  expect(states.filter((state) => state === 'saved')).toHaveLength(1);
});

test('a refusal is said, not tried again, and the words stay on the device', async () => {
  send.mockRejectedValue(new Error('the round has closed'));
  saving.change('a');
  await vi.advanceTimersByTimeAsync(60_000);
  saving.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('refused');
  expect(send).toHaveBeenCalledTimes(1);
  expect(kept.get('question')?.value).toBe('a');
});

test('leaving the page sends what is waiting', async () => {
  saving.change('a');
  saving.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(send.mock.calls).toEqual([['a']]);
});
