import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';

interface UnsavedGuard {
  /** Something was changed: from now on the page is not left without asking. */
  touch: () => void;
  /** It is saved. */
  letGo: () => void;
}

/** Asks before a page with unsaved words is left, by a link, by the back button or by closing it. */
export function useUnsavedGuard(question: string): UnsavedGuard {
  const isTouched = useRef(false);
  useBlocker({
    shouldBlockFn: () => isTouched.current && !window.confirm(question),
    enableBeforeUnload: () => isTouched.current,
  });
  return {
    touch: () => {
      isTouched.current = true;
    },
    letGo: () => {
      isTouched.current = false;
    },
  };
}
