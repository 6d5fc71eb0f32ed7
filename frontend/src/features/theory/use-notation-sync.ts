import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { asProblem, type Problem } from '@/api/errors';
import { type CmocDraft, type ElementDraft, withKeys, writtenElements } from './drafts';
import { formatElements, parseNotation } from './queries';

const PAUSE_MS = 350;

/** Where the notation cannot be read, both from 1; 0 where the server did not say. */
export interface NotationProblem {
  line: number;
  column: number;
  message: string;
}

interface NotationSync {
  problem: NotationProblem | undefined;
  /** Set while the notation holds more than one configuration: what they would be. */
  several: CmocDraft[] | undefined;
  writeElements: (elements: ElementDraft[]) => void;
  writeNotation: (notation: string) => void;
}

/** Keeps boxes and notation alike while either is written; what is typed last wins. */
export function useNotationSync(
  studyId: string,
  cmoc: CmocDraft,
  onChange: (change: Partial<CmocDraft>) => void,
): NotationSync {
  const [problem, setProblem] = useState<NotationProblem>();
  const [several, setSeveral] = useState<CmocDraft[]>();
  const turn = useRef(0);

  const format = useDebouncedCallback(async (draft: CmocDraft, asked: number) => {
    const elements = writtenElements(draft);
    try {
      const told = elements.length > 0 ? await formatElements(studyId, elements) : { notation: '' };
      if (asked === turn.current) {
        onChange({ notation: told.notation });
      }
    } catch {
      // the notation stays behind for now; saving sends the boxes and says what is wrong
    }
  }, PAUSE_MS);

  const parse = useDebouncedCallback(async (notation: string, asked: number) => {
    try {
      const { cmocs } = await parseNotation(studyId, notation);
      const [first, ...others] = cmocs;
      if (asked !== turn.current || !first) {
        return;
      }
      setProblem(undefined);
      if (others.length === 0) {
        onChange({ elements: withKeys(first.elements) });
      } else {
        setSeveral(
          cmocs.map((told) => ({
            ...cmoc,
            key: crypto.randomUUID(),
            elements: withKeys(told.elements),
            notation: told.notation,
            leads: 'elements',
          })),
        );
      }
    } catch (error) {
      if (asked === turn.current) {
        setProblem(placeOf(asProblem(error)));
      }
    }
  }, PAUSE_MS);

  function next(): number {
    turn.current += 1;
    setSeveral(undefined);
    return turn.current;
  }

  return {
    problem,
    several,
    writeElements(elements) {
      const asked = next();
      setProblem(undefined);
      onChange({ elements, leads: 'elements' });
      format({ ...cmoc, elements }, asked);
    },
    writeNotation(notation) {
      const asked = next();
      onChange({ notation, leads: 'notation' });
      if (notation.trim()) {
        parse(notation, asked);
      } else {
        parse.cancel();
        setProblem(undefined);
        onChange({ elements: [] });
      }
    },
  };
}

/** The server names the place in the field's path, as `notation:line:column`. */
function placeOf(problem: Problem): NotationProblem {
  const field = problem.fields[0];
  const [line = 0, column = 0] = (field?.path.split(':').slice(1) ?? []).map(Number);
  return { line, column, message: field?.message ?? problem.message };
}
