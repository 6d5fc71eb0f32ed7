import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface DocumentPlaceProps {
  studyId: string;
  documentId: string;
  segmentId: string;
  children: ReactNode;
}

/** A link to a passage in its document, where it can be read in its surroundings and heard. */
export function DocumentPlace({ studyId, documentId, segmentId, children }: DocumentPlaceProps) {
  return (
    <Link
      to="/studies/$studyId/coding"
      params={{ studyId }}
      search={{ document: documentId, segment: segmentId }}
    >
      {children}
    </Link>
  );
}
