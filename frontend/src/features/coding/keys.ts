import { useEffect, useRef } from 'react';

export type KeyActions = Readonly<Record<string, () => void>>;

const TAKES_TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/** Single keys of a page; they rest while somebody types, or while a dialog is open. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isTyping = event.target instanceof Element && event.target.closest(TAKES_TYPING);
      const isChord = event.ctrlKey || event.metaKey || event.altKey;
      const action = latest.current[event.key];
      if (isTyping || isChord || event.defaultPrevented || !action) {
        return;
      }
      event.preventDefault();
      action();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
