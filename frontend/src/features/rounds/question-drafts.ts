import { newId } from '@/lib/new-id';
import type { Question, QuestionIn, TemplateQuestion } from './queries';

export type Scale = NonNullable<QuestionIn['scale']>;
export type Points = NonNullable<QuestionIn['points']>;

/** An option with a key, so that its field keeps the cursor while others come and go. */
export interface OptionDraft {
  key: string;
  label: string;
}

/** A question as it is being written. Without a scale a rating takes the usual one of its points. */
export interface QuestionDraft {
  key: string;
  kind: Question['kind'];
  prompt: string;
  points: Points;
  scale: Scale | null;
  options: OptionDraft[];
  atMost: number;
}

export const POINTS: readonly Points[] = [9, 7, 5];

export function newQuestion(kind: Question['kind'] = 'text'): QuestionDraft {
  return { key: newId(), kind, prompt: '', points: 9, scale: null, options: [], atMost: 1 };
}

export function newOption(label = ''): OptionDraft {
  return { key: newId(), label };
}

/** Another kind of question: the words belonged to the old one; a list of options is kept. */
export function ofKind(draft: QuestionDraft, kind: Question['kind']): QuestionDraft {
  const needsOptions = kind === 'choice' || kind === 'ranking';
  const options =
    needsOptions && draft.options.length === 0 ? [newOption(), newOption()] : draft.options;
  return { ...draft, kind, prompt: '', options };
}

/** A question that is asked, or one of a template, to be changed. */
export function draftOf(question: Question | TemplateQuestion): QuestionDraft {
  return {
    ...newQuestion(question.kind),
    prompt: question.prompt,
    scale: question.scale,
    options:
      question.kind === 'decision'
        ? []
        : question.options.map((option) =>
            newOption(typeof option === 'string' ? option : option.label),
          ),
    atMost: question.at_most ?? 1,
  };
}

/** A question as it is sent. */
export function sent(draft: QuestionDraft): QuestionIn {
  const { kind, prompt } = draft;
  const options = draft.options.map(({ label }) => label.trim()).filter(Boolean);
  switch (kind) {
    case 'rating':
      return { kind, prompt, points: draft.points, scale: draft.scale };
    case 'choice':
      return { kind, prompt, options, at_most: Math.min(draft.atMost, options.length) || 1 };
    case 'ranking':
      return { kind, prompt, options };
    default:
      return { kind, prompt };
  }
}

/** What keeps a question from being kept, as the name of a sentence; nothing when it is whole. */
export function flawOf(draft: QuestionDraft): 'options' | 'twice' | 'bands' | undefined {
  if (draft.kind === 'choice' || draft.kind === 'ranking') {
    const labels = draft.options.map(({ label }) => label.trim().toLowerCase()).filter(Boolean);
    if (labels.length < 2) {
      return 'options';
    }
    return new Set(labels).size < labels.length ? 'twice' : undefined;
  }
  return draft.kind === 'rating' && draft.scale && !isWhole(draft.scale) ? 'bands' : undefined;
}

/** Where three bands end when a scale of so many points is cut evenly, as 1–3, 4–6, 7–9. */
export function cutEvenly(low: number, high: number, names: readonly string[]): Scale['bands'] {
  const count = high - low + 1;
  const outer = Math.round(count / 3);
  const [first = '', second = '', third = ''] = names;
  return [
    { name: first, low, high: low + outer - 1 },
    { name: second, low: low + outer, high: high - outer },
    { name: third, low: high - outer + 1, high },
  ];
}

function isWhole({ low, high, bands }: Scale): boolean {
  const names = bands.map(({ name }) => name.trim().toLowerCase());
  const isUnbroken = bands.every(
    (band, place) =>
      band.low <= band.high && band.low === (place === 0 ? low : (bands[place - 1]?.high ?? 0) + 1),
  );
  return (
    isUnbroken && bands.at(-1)?.high === high && names.every(Boolean) && new Set(names).size === 3
  );
}
