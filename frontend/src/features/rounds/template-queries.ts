import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { QuestionIn } from './queries';

const TEMPLATES = '/api/studies/{study_id}/round-templates';
const TEMPLATE = `${TEMPLATES}/{template_id}` as const;

/** The field's usual instruments and the study's own. */
export function templatesQuery(studyId: string) {
  return queryOptions({
    queryKey: ['round-templates', studyId],
    queryFn: ({ signal }) =>
      dataOf(api.GET(TEMPLATES, { params: { path: { study_id: studyId } }, signal })),
  });
}

function useTemplateVerb<Given, Answer>(studyId: string, act: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: templatesQuery(studyId).queryKey }),
  });
}

export function useSaveTemplate(studyId: string) {
  return useTemplateVerb(studyId, (body: { name: string; questions: QuestionIn[] }) =>
    dataOf(api.POST(TEMPLATES, { params: { path: { study_id: studyId } }, body })),
  );
}

export function useRenameTemplate(studyId: string) {
  return useTemplateVerb(studyId, ({ id, name }: { id: string; name: string }) =>
    dataOf(
      api.PATCH(TEMPLATE, {
        params: { path: { study_id: studyId, template_id: id } },
        body: { name },
      }),
    ),
  );
}

export function useRemoveTemplate(studyId: string) {
  return useTemplateVerb(studyId, (id: string) =>
    api.DELETE(TEMPLATE, { params: { path: { study_id: studyId, template_id: id } } }),
  );
}
