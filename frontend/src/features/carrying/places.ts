import type { TFunction } from 'i18next';
import { type Distribution, ofPoll, ofRound } from './distributions';
import type { QuestionTogether } from './queries';

/** A place where a question was answered, or all places added up, with what came of it there. */
export interface PlaceShown {
  key: string;
  name: string;
  found: Distribution;
}

/** The round, each poll in the room, and both together where they are added up. */
export function placesOf(found: QuestionTogether, t: TFunction<'carrying'>): readonly PlaceShown[] {
  const given: readonly [string, string, Distribution | null][] = [
    ['round', t('together.inRound'), ofRound(found.in_round)],
    ...found.polls.map(({ poll }, place): [string, string, Distribution | null] => [
      poll.id,
      nameOfRoom(found, place, t),
      ofPoll(poll),
    ]),
    ['together', t('together.both'), found.together && ofRound(found.together)],
  ];
  return given.flatMap(([key, name, one]) => (one ? [{ key, name, found: one }] : []));
}

/** Where the room was asked once, it is the room; else its polls are numbered as they were taken. */
export function nameOfRoom(
  { polls }: QuestionTogether,
  place: number,
  t: TFunction<'carrying'>,
): string {
  return polls.length > 1 ? t('together.inRoomTime', { number: place + 1 }) : t('together.inRoom');
}
