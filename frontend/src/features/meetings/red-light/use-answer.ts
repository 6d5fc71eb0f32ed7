import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newId } from '@/lib/new-id';
import { meetingKeys, type Place, type Snapshot, sendCommand } from '../queries';

/** Says whether I agree to being recorded; shown as mine once the server has it. */
export function useAnswer(place: Place) {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (agrees: boolean) =>
      sendCommand(place, newId(), { type: 'answer_recording', agrees }),
    onSuccess: (_, agrees) =>
      queries.setQueryData<Snapshot>(
        meetingKeys.state(place),
        (before) => before && { ...before, my_recording_answer: agrees },
      ),
  });
  return { say: (agrees: boolean) => mutate(agrees), isPending, error };
}
