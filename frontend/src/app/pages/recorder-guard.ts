import { useEffect } from 'react';
import { useRecorderView } from '@/features/meetings/red-light/use-room-recorder';
import { useUnsavedGuard } from './unsaved-guard';

/** Asks before a page is left that records the room, or still sends what it recorded. */
export function useRecorderGuard(question: string): void {
  const { phase } = useRecorderView();
  const { touch, letGo } = useUnsavedGuard(question);
  const isBusy = phase !== 'idle';
  useEffect(() => {
    if (isBusy) {
      touch();
    } else {
      letGo();
    }
  }, [isBusy, touch, letGo]);
}
