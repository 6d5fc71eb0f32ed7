import { GroupMark } from '@/ui/marks/group-mark';
import type { CommentWriter as Writer } from '../comment-queries';
import type { ResultGroup } from './round-results';

interface CommentWriterProps {
  writer: Writer;
  groups: readonly ResultGroup[];
}

/** Who wrote a comment, as the panel may know it; a pseudonym begins with its group already. */
export function CommentWriter({ writer, groups }: CommentWriterProps) {
  const group = groups.find(({ id }) => id === writer.group_id);
  if (!group) {
    return <strong>{writer.name}</strong>;
  }
  if (writer.is_pseudonym) {
    return (
      <strong>
        <GroupMark position={group.position} name={writer.name} />
      </strong>
    );
  }
  return (
    <>
      <strong>{writer.name}</strong>
      <GroupMark position={group.position} name={group.name} />
    </>
  );
}
