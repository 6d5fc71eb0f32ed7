import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];
export type ColumnFound = Schemas['ColumnRead'];
export type MemberLine = Schemas['MemberLine'];
export type MechanismLine = Schemas['MechanismLine'];

/** A line of a file, whatever it holds: where it stands and what becomes of it. */
export interface JudgedLine {
  line: number;
  verdict: MemberLine['verdict'];
  message: string;
}

export interface Preview<Line extends JudgedLine> {
  columns: ColumnFound[];
  unknown: string[];
  lines: Line[];
}

export interface Imported<Line extends JudgedLine> {
  taken: number;
  left_out: Line[];
}

/** Looks at a file, and takes it in. */
export interface CsvVerbs<Line extends JudgedLine> {
  preview: (file: File) => Promise<Preview<Line>>;
  take: (file: File, onlyGood: boolean) => Promise<Imported<Line>>;
  sample: string;
}

export function memberVerbs(studyId: string): CsvVerbs<MemberLine> {
  const path = { study_id: studyId };
  return {
    preview: async (file) =>
      dataOf(
        api.POST('/api/studies/{study_id}/imports/members/preview', {
          params: { path },
          ...(await asCsv(file)),
        }),
      ),
    take: async (file, onlyGood) =>
      dataOf(
        api.POST('/api/studies/{study_id}/imports/members', {
          params: { path, query: { only_good: onlyGood } },
          ...(await asCsv(file)),
        }),
      ),
    sample: `/api/studies/${studyId}/imports/members/sample`,
  };
}

export function mechanismVerbs(studyId: string): CsvVerbs<MechanismLine> {
  const path = { study_id: studyId };
  return {
    preview: async (file) =>
      dataOf(
        api.POST('/api/studies/{study_id}/imports/mechanisms/preview', {
          params: { path },
          ...(await asCsv(file)),
        }),
      ),
    take: async (file, onlyGood) =>
      dataOf(
        api.POST('/api/studies/{study_id}/imports/mechanisms', {
          params: { path, query: { only_good: onlyGood } },
          ...(await asCsv(file)),
        }),
      ),
    sample: `/api/studies/${studyId}/imports/mechanisms/sample`,
  };
}

/** The two steps of an import; whatever is on other pages is read afresh afterwards. */
export function useCsvImport<Line extends JudgedLine>(verbs: CsvVerbs<Line>) {
  const queries = useQueryClient();
  const preview = useMutation({ mutationFn: verbs.preview });
  const take = useMutation({
    mutationFn: ({ file, onlyGood }: { file: File; onlyGood: boolean }) =>
      verbs.take(file, onlyGood),
    onSuccess: () => queries.invalidateQueries(),
  });
  return { preview, take };
}

/** The bytes as they are: the server says which line is not in UTF-8, so nothing may mend it before. */
async function asCsv(file: File) {
  const bytes = await file.arrayBuffer();
  return {
    body: '',
    bodySerializer: () => bytes,
    headers: { 'Content-Type': 'text/csv' },
  };
}
