import { expect, test } from 'vitest';
import { makePoll, makeVote } from '@/testing/polls';
import { applyEvent, applyNotice, noteChair } from './live';
import { isNewsOfMine, keepMine, noteSent } from './my-votes';
import { AT, aSnapshot, aState } from './testing/a-meeting';

const before = aSnapshot({
  seq: 4,
  state: aState({ shown: null }),
  voted: { p: 7 },
  my_votes: { p: makeVote({ choices: ['Yes'] }) },
});

test('an event moves the state and its number on, and leaves my votes alone', () => {
  const after = applyEvent(before, {
    type: 'hand_raised',
    seq: 5,
    at: AT,
    by: 'ann',
    kind: 'speak',
  });
  expect(after.seq).toBe(5);
  expect(after.state.hands).toEqual([{ member_id: 'ann', since: AT, kind: 'speak' }]);
  expect(after.my_votes).toEqual(before.my_votes);
});

test('at the close of a secret poll this page forgets too what I voted', () => {
  const close = { type: 'poll_closed', poll_id: 'p', voted: 7, has_quorum: null } as const;
  const event = { ...close, seq: 5, at: AT, by: 'chair' };
  const during = (isSecret: boolean) => ({
    ...before,
    state: { ...before.state, polls: [makePoll({ is_secret: isSecret })] },
  });
  expect(applyEvent(during(true), event).my_votes).toEqual({ p: makeVote({ is_forgotten: true }) });
  expect(applyEvent(during(false), event).my_votes).toEqual(before.my_votes);
});

test('a vote that I sent from another device is news, and one that is known here is not', () => {
  const noted = (command: string) =>
    ({ type: 'vote_noted', poll_id: 'p', command_id: command }) as const;
  expect(isNewsOfMine(before, noted('from the tablet'))).toBe(true);
  expect(isNewsOfMine(before, noted('c'))).toBe(false);
  noteSent('just now from here');
  expect(isNewsOfMine(before, noted('just now from here'))).toBe(false);
});

test('an answer that comes after the close of a secret poll is not remembered', () => {
  const poll = makePoll({ is_secret: true, closed_at: AT });
  const closed = { ...before, state: { ...before.state, polls: [poll] } };
  expect(keepMine(closed, 'p', makeVote({ choices: ['No'] })).my_votes.p?.choices).toBeNull();
});

test('everybody who is here is said anew each time', () => {
  const ann = { id: 'ann', name: 'Ann', group_id: null, is_away: false };
  expect(applyNotice(before, { type: 'presence', here: [ann] }).here).toEqual([ann]);
});

test('who came and who went is taken over, in the order of names', () => {
  const person = (id: string, name: string) => ({ id, name, group_id: null, is_away: false });
  const ann = person('ann', 'Ann');
  const bob = person('bob', 'Bob');
  const cleo = person('cleo', 'Cleo');
  const here = applyNotice(before, { type: 'presence', here: [ann, cleo] });
  const away = { ...ann, is_away: true };
  const after = applyNotice(here, { type: 'came_and_went', came: [bob, away], went: ['cleo'] });
  expect(after.here).toEqual([away, bob]);
});

test('a count of votes that was overtaken on the way takes nothing back', () => {
  const late = applyNotice(before, { type: 'votes_counted', poll_id: 'p', voted: 6 });
  expect(late.voted).toEqual({ p: 7 });
  const newer = applyNotice(late, { type: 'votes_counted', poll_id: 'p', voted: 9 });
  expect(newer.voted).toEqual({ p: 9 });
});

test('what is not about the meeting changes nothing', () => {
  expect(applyNotice(before, { type: 'pong', now: AT })).toBe(before);
});

test('when the chair was last here is kept by the server’s clock, however wrong ours is', () => {
  const alan = { id: 'alan', name: 'Alan', group_id: null, is_away: false };
  const state = aState({ chair: { member_id: 'alan', since: AT } });
  const here = aSnapshot({ state, here: [alan] });
  const gone = applyNotice(here, { type: 'presence', here: [] });
  const serverNow = Date.parse('2026-12-03T13:05:00Z');
  expect(noteChair(here, gone, serverNow).chair_seen_at).toBe('2026-12-03T13:05:00.000Z');
  expect(noteChair(gone, gone, serverNow + 1000).chair_seen_at).toBe(gone.chair_seen_at);
});
