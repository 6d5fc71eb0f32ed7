import { describe, expect, it } from 'vitest';
import type { GroupVoice } from './queries';
import { isAnybodyHeard, percent, widestGap } from './shares';

function voice(groupId: string, shares: Partial<GroupVoice>): GroupVoice {
  return {
    group_id: groupId,
    people: 1,
    share_of_people: 0.5,
    comments: 0,
    share_of_comments: null,
    airtime: 0,
    share_of_airtime: null,
    citations: 0,
    share_of_influence: null,
    ...shares,
  };
}

const outside = { comments: 0, airtime: 0, citations: 0 };

describe('the finding of who is heard', () => {
  it('is the widest gap between people and what was heard', () => {
    const groups = [
      voice('carers', { share_of_people: 0.2, share_of_airtime: 0.15, share_of_influence: 0.6 }),
      voice('leaders', { share_of_people: 0.8, share_of_airtime: 0.85, share_of_influence: 0.4 }),
    ];
    expect(widestGap({ groups, outside })).toMatchObject({
      groupId: 'carers',
      measure: 'influence',
      share: 0.6,
    });
  });

  it('is nothing where the gaps are small or nobody was heard', () => {
    expect(widestGap({ groups: [voice('a', { share_of_comments: 0.45 })], outside })).toBeNull();
    expect(widestGap({ groups: [voice('a', {})], outside })).toBeNull();
    expect(isAnybodyHeard({ groups: [voice('a', {})], outside })).toBe(false);
  });

  it('writes a share that is nothing as a dash, never as none', () => {
    expect([percent(null), percent(0), percent(0.384)]).toEqual(['–', '0%', '38%']);
  });
});
