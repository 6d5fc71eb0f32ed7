import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { LiveFrame } from '../fold/steps';
import { meetingKeys, type Place } from '../queries';

/** A few words as a machine heard them. */
export type Caption = Extract<LiveFrame, { type: 'caption' }>;

const KEPT = 40;

/** The newest captions, as the socket told them; nowhere else are they to be had. */
export function captionsQuery(place: Place) {
  return queryOptions({
    queryKey: meetingKeys.captions(place),
    queryFn: (): Caption[] => [],
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Puts a caption where it belongs, once, however it came. */
export function withCaption(before: readonly Caption[], caption: Caption): Caption[] {
  const others = before.filter(
    (one) => one.recording_id !== caption.recording_id || one.number !== caption.number,
  );
  const ofOthers = others.filter((one) => one.recording_id !== caption.recording_id);
  const ofThis = others.filter((one) => one.recording_id === caption.recording_id);
  const sorted = [...ofThis, caption].sort((a, b) => a.number - b.number);
  return [...ofOthers, ...sorted].slice(-KEPT);
}

export function keepCaption(queries: QueryClient, place: Place, caption: Caption): void {
  queries.setQueryData<Caption[]>(captionsQuery(place).queryKey, (before) =>
    withCaption(before ?? [], caption),
  );
}
