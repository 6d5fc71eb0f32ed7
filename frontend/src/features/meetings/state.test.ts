import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LiveEvent } from './fold/steps';
import type { LiveState } from './queries';
import { speakersToCome } from './queue';
import { fold } from './state';

interface Recorded {
  beginning: LiveState;
  steps: { event: LiveEvent; state: LiveState; queue: string[] }[];
}

// written by the server's own fold: `python -m tests.golden.meeting`
const recorded = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../../tests/golden/meeting.json'), 'utf8'),
) as Recorded;

describe('the fold of a recorded meeting', () => {
  test.each(recorded.steps.map(({ event }) => [event.seq, event.type] as const))(
    'after event %i (%s) is what the server makes of it',
    (seq) => {
      const events = recorded.steps.slice(0, seq).map(({ event }) => event);
      expect(events.reduce(fold, recorded.beginning)).toEqual(recorded.steps[seq - 1]?.state);
    },
  );

  test('hands come to speak in the order that the server puts them in', () => {
    for (const { state, queue } of recorded.steps) {
      expect(speakersToCome(state).map(({ member_id }) => member_id)).toEqual(queue);
    }
    expect(recorded.steps.some(({ queue }) => queue.length === 4)).toBe(true);
  });

  test('an event that is not for this person changes nothing', () => {
    const state = recorded.steps.at(-1)?.state ?? recorded.beginning;
    expect(fold(state, { type: 'withheld', seq: 99 })).toEqual(state);
  });
});
