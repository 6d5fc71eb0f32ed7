import { useEffect, useRef } from 'react';

/** What a key does, by its name in the help. */
export type KeyActions = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TAKES_TYPING = 'input, textarea, select, [contenteditable="true"]';
const TAKES_KEYS = '[role="dialog"], [role="menu"], [role="listbox"]';

/**
 * The keys of the editor. Outside the text a key stands alone; while somebody types, the same key
 * with Alt does the same, so that no letter is ever lost to a command.
 */
export function useEditorKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.defaultPrevented || target?.closest(TAKES_KEYS)) {
        return;
      }
      const name = keyName(event, Boolean(target?.closest(TAKES_TYPING)), target);
      const action = name === undefined ? undefined : latest.current[name];
      if (action) {
        event.preventDefault();
        action(event);
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The name of a key as `actions` knows it; undefined where it belongs to what has the focus. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  isTyping: boolean,
  target?: Element,
): string | undefined {
  if (event.ctrlKey || event.metaKey) {
    return chord(event, isTyping);
  }
  if (isTyping !== event.altKey) {
    return isTyping && event.key === 'Escape' ? 'escape' : undefined;
  }
  const key = isTyping ? plainKey(event) : event.key;
  const pressesFocus = (key === ' ' || key === 'Enter') && target?.closest('button, a, summary');
  if (pressesFocus) {
    return undefined;
  }
  const letter = key.length === 1 ? key.toLowerCase() : key;
  return event.shiftKey && /^[a-z]$/.test(letter) ? `shift+${letter}` : letter;
}

/** With Alt a keyboard may write signs of its own, so the place of the key counts. */
function plainKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  return /^(Key|Digit)/.test(code) ? code.replace(/^(Key|Digit)/, '').toLowerCase() : key;
}

function chord(
  { key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>,
  isTyping: boolean,
): string | undefined {
  const letter = key.toLowerCase();
  if (letter === 'f' || letter === 'h') {
    return 'find';
  }
  if (isTyping) {
    // the field has an undo of its own
    return letter === 'enter' ? 'next' : code === 'Space' ? 'k' : undefined;
  }
  if (letter === 'z') {
    return shiftKey ? 'shift+u' : 'u';
  }
  return letter === 'y' ? 'shift+u' : undefined;
}
