import type { ComponentProps } from 'react';
import { SelectableText } from '@/ui/selectable-text';

type Selection = Omit<ComponentProps<typeof SelectableText>, 'text' | 'label'>;

/**
 * What can be done with the words of a part: `definition`, `plain_summary`, or the id of an element.
 * Undefined leaves that part plain.
 */
export type PartSelection = (part: string) => Selection | undefined;

interface PartTextProps {
  part: string;
  text: string;
  /** What the text is, for screen readers. */
  label: string;
  selection?: PartSelection | undefined;
}

/** The words of a part: plain, or such that they can be chosen and are marked. */
export function PartText({ part, text, label, selection }: PartTextProps) {
  const given = selection?.(part);
  return given ? (
    <SelectableText text={text} label={label} {...given} />
  ) : (
    <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
  );
}
