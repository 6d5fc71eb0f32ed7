import { ActionIcon, Button, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHandStop, IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import { GroupMark } from '@/ui/marks/group-mark';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import type { Division, NoteListed, SmallGroup } from './queries';
import classes from './small-groups.module.css';

const NoteEditor = lazy(async () => {
  const { NoteEditor: editor } = await import('./note-editor');
  return { default: editor };
});

interface BoardGroupProps {
  division: Division;
  group: SmallGroup;
  note: NoteListed | undefined;
  live: LiveMeeting;
  groups: readonly StakeholderGroup[];
  send: (command: Command) => void;
  onUnsaved: (words: string) => void;
}

/** A small group as the chair sees it: its people, who can be moved, and how much is written. */
export function BoardGroup({
  division,
  group,
  note,
  live,
  groups,
  send,
  onUnsaved,
}: BoardGroupProps) {
  const { t } = useTranslation('meetings');
  const [isOpen, open] = useDisclosure(false);
  const { people } = live.snapshot.state;
  const number = division.groups.indexOf(group) + 1;
  const isOver = division.recalled_at !== null;
  return (
    <li className={classes.boardGroup}>
      <div className={classes.boardHead}>
        <h3>{t('smallGroups.group', { number })}</h3>
        <span className={classes.quiet}>
          {division.sent_at && t('smallGroups.written', { count: note?.length ?? 0 })}
          {group.hands.length > 0 && (
            <>
              {' · '}
              <IconHandStop size={14} aria-hidden />{' '}
              {t('smallGroups.hands', { count: group.hands.length })}
            </>
          )}
        </span>
      </div>
      <p className={classes.quiet}>{group.card.title}</p>
      <ul className={classes.members}>
        {group.member_ids.map((id) => {
          const person = people[id];
          const name = person?.name ?? '';
          const stakeholders = groups.find((one) => one.id === person?.group_id);
          return (
            <li key={id}>
              <span className={classes.memberName}>
                {name}{' '}
                {stakeholders && (
                  <GroupMark position={stakeholders.position} name={stakeholders.name} />
                )}
              </span>
              {!isOver && (
                <>
                  <Select
                    size="xs"
                    w={116}
                    aria-label={t('smallGroups.move', { name })}
                    allowDeselect={false}
                    value={group.id}
                    data={division.groups.map((one, index) => ({
                      value: one.id,
                      label: t('smallGroups.group', { number: index + 1 }),
                    }))}
                    onChange={(value) =>
                      value &&
                      value !== group.id &&
                      send({ type: 'place_in_small_group', member_id: id, small_group_id: value })
                    }
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('smallGroups.takeOut', { name })}
                    onClick={() => send({ type: 'release_from_small_group', member_id: id })}
                  >
                    <IconX size={18} aria-hidden />
                  </ActionIcon>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {!isOver && (
        <Select
          size="xs"
          label={t('smallGroups.facilitator')}
          placeholder={t('smallGroups.nobody')}
          clearable
          value={group.facilitator_id}
          data={group.member_ids.map((id) => ({ value: id, label: people[id]?.name ?? '' }))}
          onChange={(value) =>
            send({ type: 'name_facilitator', small_group_id: group.id, member_id: value })
          }
        />
      )}
      {division.sent_at && (
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={open.toggle}>
          {t(isOpen ? 'smallGroups.hideNote' : 'smallGroups.showNote')}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <NoteEditor
            place={{ ...live.place, smallGroupId: group.id }}
            isOpen={!isOver}
            onUnsaved={onUnsaved}
          />
        </Suspense>
      )}
    </li>
  );
}
