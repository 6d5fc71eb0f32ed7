import { useSyncExternalStore } from 'react';
import type { SoundClock } from '../use-player';
import { heardAt, type Passage, type Place } from './transcript';

/** What is heard now; drawn again only when that is another word. */
export function useHeard(clock: SoundClock, passages: readonly Passage[]): Place | undefined {
  const packed = useSyncExternalStore(clock.subscribe, () => {
    const seconds = clock.seconds();
    const place = seconds > 0 ? heardAt(passages, seconds) : undefined;
    return place ? `${place.passage} ${place.word}` : '';
  });
  if (!packed) {
    return undefined;
  }
  const [passage = 0, word = 0] = packed.split(' ').map(Number);
  return { passage, word };
}
