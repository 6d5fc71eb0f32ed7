import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import { type Clash, type Draft, KeptDrafts } from './kept-drafts';

class Away extends Error {}

describe('what is typed into a transcript', () => {
  let device: Map<string, KeptAnswer>;
  let sent: Draft[];
  let answer: (draft: Draft) => Clash | undefined;

  function drafts() {
    const store: AnswerStore = {
      keep: async (key, kept) => void device.set(key, kept),
      read: async (key) => device.get(key),
      forget: async (key) => void device.delete(key),
    };
    return new KeptDrafts({
      name: 'transcript/me/one',
      store,
      send: async (_id, draft) => {
        sent.push(draft);
        return answer(draft);
      },
      isWorthRetrying: (error) => error instanceof Away,
    });
  }

  beforeEach(() => {
    vi.useFakeTimers();
    device = new Map();
    sent = [];
    answer = () => undefined;
  });

  it('is saved as it settles, each save naming the words that it changes', async () => {
    const kept = drafts();
    kept.type('p', 'Nobody', 'Somebody');
    await kept.flush('p');
    kept.type('p', 'Nobody asked', 'Somebody');
    await kept.flush('p');
    expect(sent.map(({ seen, text }) => [seen, text])).toEqual([
      ['Somebody', 'Nobody'],
      ['Nobody', 'Nobody asked'],
    ]);
    expect(sent[0]?.step).toBe(sent[1]?.step);
    expect(kept.snapshot().state).toBe('saved');
    kept.close('p');
    expect(kept.snapshot().drafts).toEqual({});
    expect(device.size).toBe(0);
  });

  it('stays on the device without a connection and goes when it is back', async () => {
    const kept = drafts();
    answer = () => {
      throw new Away();
    };
    kept.type('p', 'Nobody', 'Somebody');
    await kept.flush('p');
    kept.close('p');
    expect(kept.snapshot()).toMatchObject({ state: 'kept', drafts: { p: { text: 'Nobody' } } });
    expect(device.size).toBe(1);
    answer = () => undefined;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(10);
    expect(kept.snapshot()).toMatchObject({ state: 'saved', drafts: {} });
    expect(device.size).toBe(0);
  });

  it('is kept beside the words of somebody else until its writer has chosen', async () => {
    const kept = drafts();
    const clash = { yours: 'Nobody', theirs: 'Everybody', by: 'Ann' };
    answer = ({ seen }) => (seen === 'Everybody' ? undefined : clash);
    kept.type('p', 'Nobody', 'Somebody');
    await kept.flush('p');
    expect(kept.snapshot()).toMatchObject({ state: 'refused', clashes: { p: clash } });
    expect(device.size).toBe(1);
    await kept.settle('p', 'Nobody');
    await kept.flush('p');
    expect(sent.at(-1)).toMatchObject({ seen: 'Everybody', text: 'Nobody' });
    expect(kept.snapshot()).toMatchObject({ state: 'saved', clashes: {}, drafts: {} });
    expect(device.size).toBe(0);
  });

  it('can be let go in favour of the other wording', async () => {
    const kept = drafts();
    answer = () => ({ yours: 'Nobody', theirs: 'Everybody', by: null });
    kept.type('p', 'Nobody', 'Somebody');
    await kept.flush('p');
    await kept.settle('p', undefined);
    expect(kept.snapshot()).toMatchObject({ state: 'untouched', clashes: {}, drafts: {} });
    expect(sent).toHaveLength(1);
    expect(device.size).toBe(0);
  });
});
