import type { ReactNode } from 'react';

interface ScrollAreaProps {
  label: string;
  className: string;
  children: ReactNode;
}

/** A part of the screen that scrolls by itself, by keyboard too. */
export function ScrollArea({ label, className, children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll here
    <section aria-label={label} className={className} tabIndex={0}>
      {children}
    </section>
  );
}
