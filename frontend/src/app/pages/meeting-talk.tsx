import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentBox } from '@/features/comments/components/comment-box';
import { commentsQuery } from '@/features/comments/queries';
import { targetOf } from '@/features/meetings/components/target';
import type { AgendaPoint } from '@/features/meetings/queries';
import { MechanismCard } from '@/features/theory/components/mechanism-card';
import { versionQuery } from '@/features/theory/queries';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { useChangedSinceStage } from './changed-since-stage';

interface TalkPlace {
  studyId: string;
  meetingId: string;
  memberId: string;
  headingOrder: 2 | 3;
}

interface Chosen {
  versionId: string;
  part: string;
  start: number;
  end: number;
  quote: string;
}

/** What is on show and the comments on it, joined by the words that are chosen. */
export function useMeetingTalk(place: TalkPlace) {
  const { t } = useTranslation('meetings');
  const [chosen, setChosen] = useState<Chosen>();
  return {
    mechanism: (versionId: string, onChosen: () => void): ReactNode => (
      <Shown
        place={place}
        versionId={versionId}
        onChosen={(words) => {
          setChosen({ versionId, ...words });
          onChosen();
        }}
      />
    ),
    commentBox: (item: AgendaPoint, onSent: () => void): ReactNode => {
      const subject = targetOf(item);
      // the chair may have gone on while somebody was choosing
      const words = chosen?.versionId === subject.target_id ? chosen : undefined;
      return (
        <CommentBox
          studyId={place.studyId}
          memberId={place.memberId}
          subject={{
            ...subject,
            place: 'meeting',
            place_id: place.meetingId,
            ...(words ? { part: words.part } : {}),
          }}
          selected={words}
          onLetGo={() => setChosen(undefined)}
          hint={t('comments.hint')}
          onSent={onSent}
        />
      );
    },
  };
}

interface ShownProps {
  place: TalkPlace;
  versionId: string;
  onChosen: (words: Omit<Chosen, 'versionId'>) => void;
}

function Shown({ place, versionId, onChosen }: ShownProps) {
  const { t } = useTranslation('meetings');
  const { data: version, error, refetch } = useQuery(versionQuery(place.studyId, versionId));
  const { data: comments = [] } = useQuery(
    commentsQuery(place.studyId, { target_id: versionId, place_id: place.meetingId }),
  );
  const changed = useChangedSinceStage(place.studyId, versionId);
  if (error) {
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  if (!version) {
    return <Loading />;
  }
  const own = comments.filter(({ is_mine, withdrawn_at }) => is_mine && !withdrawn_at);
  return (
    <MechanismCard
      version={version}
      headingOrder={place.headingOrder}
      actions={changed}
      selection={(part) => ({
        highlights: own.flatMap(({ id, part: about, anchor, text }) =>
          anchor && about === part
            ? [{ id, start: anchor.start, end: anchor.end, label: text }]
            : [],
        ),
        actions: (selected, done) => (
          <Button
            onClick={() => {
              done();
              onChosen({ part, ...selected });
            }}
          >
            {t('comments.words')}
          </Button>
        ),
      })}
    />
  );
}
