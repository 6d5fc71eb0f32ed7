import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { IntakeCard } from './intake-card';
import { intakesQuery, useIntakes } from './intakes';

interface ComingInProps {
  studyId: string;
  /** A link to a recording that was taken in. */
  link: (recordingId: string, words: string) => ReactNode;
}

/** What this person is sending: how far it is, what is wrong with it, what became of it. */
export function ComingIn({ studyId, link }: ComingInProps) {
  const { data: intakes = [] } = useQuery(intakesQuery(studyId));
  const { refresh } = useIntakes(studyId);
  const done = useFinished(intakes.map(({ id }) => id));
  return (
    <Stack gap={0}>
      {[...intakes.map(({ id }) => id), ...done].map((id) => (
        <IntakeCard key={id} studyId={studyId} intakeId={id} link={link} onFinished={refresh} />
      ))}
    </Stack>
  );
}

/** Those that were listed while this page is open and are not any more: they became something. */
function useFinished(ids: readonly string[]): string[] {
  const seen = useRef(new Set<string>());
  const [finished, setFinished] = useState<string[]>([]);
  const key = ids.join(' ');
  useEffect(() => {
    const listed = new Set(key.split(' ').filter(Boolean));
    for (const id of listed) {
      seen.current.add(id);
    }
    setFinished([...seen.current].filter((id) => !listed.has(id)));
  }, [key]);
  return finished;
}
