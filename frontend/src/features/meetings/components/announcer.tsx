import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '../queries';

interface AnnouncerProps {
  state: LiveState;
  memberId: string;
}

/** Says to a screen reader what the eye sees change: what is on show, a poll, my turn to speak. */
export function Announcer({ state, memberId }: AnnouncerProps) {
  const { t } = useTranslation('meetings');
  const [words, setWords] = useState('');
  const before = useRef(state);

  useEffect(() => {
    const earlier = before.current;
    before.current = state;
    const shown = state.agenda.find(({ id }) => id === state.shown?.item_id);
    const poll = state.polls.at(-1);
    const isNewPoll = state.polls.length > earlier.polls.length;
    const isMine = state.floor?.member_id === memberId;
    if (state.phase !== earlier.phase && state.phase !== 'lobby') {
      setWords(t(state.phase === 'live' ? 'say.started' : 'say.ended'));
    } else if ((state.paused_at === null) !== (earlier.paused_at === null)) {
      setWords(t(state.paused_at ? 'say.paused' : 'say.resumed'));
    } else if (state.recording?.id !== earlier.recording?.id) {
      setWords(t(state.recording ? 'room.say.on' : 'room.say.off'));
    } else if (state.chair && state.chair.member_id !== earlier.chair?.member_id) {
      const { member_id: id } = state.chair;
      setWords(
        id === memberId ? t('say.chairMine') : t('say.chair', { name: state.people[id]?.name }),
      );
    } else if (shown && state.shown?.item_id !== earlier.shown?.item_id) {
      setWords(t('say.shown', { title: shown.title }));
    } else if (poll && isNewPoll) {
      setWords(t('say.poll', { prompt: poll.prompt }));
    } else if (poll?.closed_at && !earlier.polls.at(-1)?.closed_at) {
      setWords(t('say.pollClosed', { prompt: poll.prompt }));
    } else if (poll?.released_at && !earlier.polls.at(-1)?.released_at) {
      setWords(t('say.pollShown', { prompt: poll.prompt }));
    } else if (isMine && earlier.floor?.member_id !== memberId) {
      setWords(t('say.mine'));
    }
  }, [state, memberId, t]);

  return <VisuallyHidden role="status">{words}</VisuallyHidden>;
}
