import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import classes from './wall.module.css';

/** Sizes to try, the largest first; the last is what can still be read from the back of a room. */
const SIZES = [1.6, 1.45, 1.3, 1.15, 1] as const;

/**
 * As large as there is room for. Where it does not fit at the smallest size, it says so, since
 * nobody scrolls a wall.
 */
export function Fitting({ more, children }: { more: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const [isCut, setIsCut] = useState(false);
  useLayoutEffect(() => {
    const outer = frame.current;
    const inner = inside.current;
    if (!outer || !inner) {
      return;
    }
    const fits = () => inner.offsetHeight <= outer.clientHeight + 1;
    const resize = () => {
      for (const size of SIZES) {
        inner.style.fontSize = `${size}em`;
        if (fits()) {
          break;
        }
      }
      setIsCut(!fits());
    };
    // what is looked at must not change while it is being looked at
    let waiting = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(resize);
    });
    observer.observe(outer);
    observer.observe(inner);
    resize();
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
    };
  }, []);
  return (
    <div className={classes.fitting}>
      <div ref={frame} className={classes.frame} data-cut={isCut || undefined}>
        <div ref={inside}>{children}</div>
      </div>
      <p className={classes.more} hidden={!isCut}>
        {more}
      </p>
    </div>
  );
}
