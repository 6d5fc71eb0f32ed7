import type { LiveEvent, LiveFrame } from './fold/steps';
import type { MyVote, Snapshot } from './queries';

/** Votes that this page has sent, so that it can tell them from those of another device. */
const sentFromHere = new Set<string>();

export function noteSent(commandId: string) {
  sentFromHere.add(commandId);
}

/** True for a vote that was sent by another device or another tab. */
export function isFromElsewhere(vote: Pick<MyVote, 'command_id'>): boolean {
  return !sentFromHere.has(vote.command_id);
}

/** True when the server kept a vote of mine that this page has not heard of. */
export function isNewsOfMine(snapshot: Snapshot | undefined, frame: LiveFrame): boolean {
  return (
    frame.type === 'vote_noted' &&
    isFromElsewhere(frame) &&
    snapshot?.my_votes[frame.poll_id]?.command_id !== frame.command_id
  );
}

/** What the server keeps as my vote, unless the secret poll was closed in the meantime. */
export function keepMine(snapshot: Snapshot, pollId: string, mine: MyVote): Snapshot {
  const poll = snapshot.state.polls.find(({ id }) => id === pollId);
  const kept = poll?.is_secret && poll.closed_at ? forgotten(mine) : mine;
  return { ...snapshot, my_votes: { ...snapshot.my_votes, [pollId]: kept } };
}

/** At the close of a secret poll what I voted is forgotten here too, as it is on the server. */
export function forgetSecretVote(snapshot: Snapshot, event: LiveEvent): Snapshot {
  if (event.type !== 'poll_closed') {
    return snapshot;
  }
  const poll = snapshot.state.polls.find(({ id }) => id === event.poll_id);
  const mine = snapshot.my_votes[event.poll_id];
  if (!poll?.is_secret || !mine) {
    return snapshot;
  }
  const votes = { ...snapshot.my_votes, [event.poll_id]: forgotten(mine) };
  return { ...snapshot, my_votes: votes };
}

function forgotten(mine: MyVote): MyVote {
  return {
    ...mine,
    rating: null,
    is_unable: false,
    choices: null,
    words: null,
    is_forgotten: true,
  };
}
