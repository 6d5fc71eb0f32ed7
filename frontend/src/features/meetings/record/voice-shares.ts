import type { GroupVoice, Voice } from './queries';

/** What is set beside a group's share of the people. */
export const HEARD = ['airtime', 'hands', 'comments', 'votes'] as const;
export type Heard = (typeof HEARD)[number];

/** A gap in shares below this is not worth a headline. */
const WORTH_SAYING = 0.1;

/** A group's share (0 to 1) of what was heard in one way; null where nothing was. */
export function shareOf(voice: GroupVoice, heard: Heard): number | null {
  return voice[`share_of_${heard}`];
}

/** `38%`, or a dash where there is nothing to share. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}

export interface Gap {
  voice: GroupVoice;
  heard: Heard;
  share: number;
}

/** The widest gap between a group's share of the people and of what was heard; null if small. */
export function widestGap({ groups }: Voice): Gap | null {
  let widest: Gap | null = null;
  for (const voice of groups) {
    for (const heard of HEARD) {
      const share = shareOf(voice, heard);
      if (share !== null && (!widest || width({ voice, heard, share }) > width(widest))) {
        widest = { voice, heard, share };
      }
    }
  }
  return widest && width(widest) >= WORTH_SAYING ? widest : null;
}

/** True once any group has been heard in any way. */
export function isAnybodyHeard({ groups }: Voice): boolean {
  return groups.some((voice) => HEARD.some((heard) => voice[heard] > 0));
}

/** To a whole per cent, so that of two equal gaps the first group's is the finding. */
function width({ voice, share }: Gap): number {
  return Math.round(Math.abs(voice.share_of_people - share) * 100) / 100;
}
