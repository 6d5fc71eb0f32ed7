import type { Equity, GroupVoice } from './queries';

export type Measure = 'people' | 'comments' | 'airtime' | 'influence';
export const MEASURES: readonly Measure[] = ['people', 'comments', 'airtime', 'influence'];

/** A gap in shares below this is not worth a headline. */
const WORTH_SAYING = 0.1;

/** A group's share (0 to 1) by a measure; null where there is nothing to share. */
export function shareOf(voice: GroupVoice, measure: Measure): number | null {
  return {
    people: voice.share_of_people,
    comments: voice.share_of_comments,
    airtime: voice.share_of_airtime,
    influence: voice.share_of_influence,
  }[measure];
}

/** `38%`, or a dash where there is nothing to share. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}

interface Gap {
  groupId: string;
  measure: Exclude<Measure, 'people'>;
  people: number;
  share: number;
}

/** The widest gap between a group's share of the people and of what was heard; null if small. */
export function widestGap(equity: Equity): Gap | null {
  const gaps = equity.groups.flatMap((voice) =>
    (['influence', 'airtime', 'comments'] as const).flatMap((measure) => {
      const [people, share] = [shareOf(voice, 'people'), shareOf(voice, measure)];
      return people === null || share === null
        ? []
        : [{ groupId: voice.group_id, measure, people, share }];
    }),
  );
  const widest = gaps.reduce<Gap | null>(
    (most, gap) => (most === null || width(gap) > width(most) ? gap : most),
    null,
  );
  return widest && width(widest) >= WORTH_SAYING ? widest : null;
}

/** True once any group has been heard in any way. */
export function isAnybodyHeard(equity: Equity): boolean {
  return equity.groups.some(
    ({ comments, airtime, citations }) => comments + airtime + citations > 0,
  );
}

/** To a whole per cent, so that of two equal gaps the first group's is the finding. */
function width(gap: Gap): number {
  return Math.round(Math.abs(gap.people - gap.share) * 100) / 100;
}
