import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Moves the focus to the main content of a new page, as a full page load would. */
export function useFocusOnNewPage(): void {
  const shown = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(shown);

  useEffect(() => {
    if (before.current !== undefined && before.current !== shown) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    before.current = shown;
  }, [shown]);
}
