import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentBox } from '@/features/comments/components/comment-box';
import { CommentList } from '@/features/comments/components/comment-list';
import { commentsQuery } from '@/features/comments/queries';
import type { MyRound, RoundItem } from '@/features/rounds/queries';
import { MechanismCard } from '@/features/theory/components/mechanism-card';
import { ChangedWords } from './changed-words';
import classes from './round-item-talk.module.css';

interface Chosen {
  part: string;
  start: number;
  end: number;
  quote: string;
}

interface RoundItemTalkProps {
  studyId: string;
  roundId: string;
  memberId: string;
  item: RoundItem;
  /** Says who reads a comment; an unlinkable round takes none, since it would bear a name. */
  anonymity: MyRound['anonymity'];
  /** True where nothing may be kept: a look at the round before anybody is asked. */
  isPreview: boolean;
  /** The wording that was asked about in the round before, if it was another. */
  versionBefore: string | null | undefined;
  children: (slots: { card: ReactNode; comments: ReactNode }) => ReactNode;
}

/** The mechanism's card and the comments on it, joined by the words that are chosen. */
export function RoundItemTalk({ studyId, roundId, memberId, item, ...rest }: RoundItemTalkProps) {
  const { anonymity } = rest;
  const takesComments = !rest.isPreview && anonymity !== 'unlinkable';
  const { t } = useTranslation('rounds');
  const headingId = useId();
  const [chosen, setChosen] = useState<Chosen>();
  const [isOpen, setOpen] = useState(false);
  // a comment on a part stands with that part, also where its words were chosen elsewhere
  const target = !item.version ? 'statement' : item.cmoc_id ? 'item' : 'version';
  const targetId = target === 'version' && item.version ? item.version.id : item.id;
  const { data: found = [] } = useQuery(
    commentsQuery(studyId, { target_id: targetId, place_id: roundId }),
  );
  // a comment on one element stands with it, also where no words were chosen
  const part = chosen?.part ?? (item.to_element_id ? null : item.element_id);
  const own = found.filter(({ is_mine, withdrawn_at }) => is_mine && !withdrawn_at);

  const selection: ComponentProps<typeof MechanismCard>['selection'] = (part) => ({
    highlights: own.flatMap(({ id, part: about, anchor, text }) =>
      anchor && about === part ? [{ id, start: anchor.start, end: anchor.end, label: text }] : [],
    ),
    actions: (selected, done) => (
      <Button
        onClick={() => {
          setChosen({ part, ...selected });
          setOpen(true);
          done();
        }}
      >
        {t('comment.words')}
      </Button>
    ),
  });
  const mechanism = item.version && (
    <MechanismCard version={item.version} {...(takesComments ? { selection } : {})} />
  );
  const card = item.version && (
    <>
      {item.cmoc_id ? (
        <details className={classes.more}>
          <summary>{t('answer.whole')}</summary>
          {mechanism}
        </details>
      ) : (
        mechanism
      )}
      {/* a draft in a trial: who is not of the team is shown no more of it than the round itself */}
      {(rest.isPreview || item.version.is_frozen) &&
        (rest.versionBefore || item.version.number > 1) && (
          <ChangedWords
            studyId={studyId}
            versionId={item.version.id}
            against={rest.versionBefore ?? undefined}
          />
        )}
    </>
  );
  const comments = takesComments && (
    <section className={classes.comments} aria-labelledby={headingId}>
      <Title order={2} size="h4" id={headingId}>
        {t(own.length > 0 ? 'comment.own' : 'comment.title')}
      </Title>
      {own.length > 0 && <CommentList studyId={studyId} comments={own} />}
      {isOpen ? (
        <div ref={bringIntoView}>
          <CommentBox
            studyId={studyId}
            memberId={memberId}
            subject={{
              target,
              target_id: targetId,
              ...(target === 'item' && item.version ? { version_id: item.version.id } : {}),
              place: 'round',
              place_id: roundId,
              ...(part ? { part } : {}),
            }}
            selected={chosen}
            onLetGo={() => setChosen(undefined)}
            onSent={() => setOpen(false)}
            hint={t(anonymity === 'named' ? 'comment.hintNamed' : 'comment.hint')}
          />
        </div>
      ) : (
        <>
          {item.version && <p className={classes.hint}>{t('comment.choose')}</p>}
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('comment.on')}
          </Button>
        </>
      )}
    </section>
  );
  return rest.children({ card, comments });
}

/** The box opens where the reader may not be looking, above all after choosing words. */
function bringIntoView(box: HTMLElement | null): void {
  box?.scrollIntoView({ block: 'center' });
  box?.querySelector('textarea')?.focus({ preventScroll: true });
}
