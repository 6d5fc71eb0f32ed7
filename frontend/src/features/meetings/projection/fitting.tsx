import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './wall.module.css';

/** As much as there is room for; where that is not all, it says so, since nobody scrolls a wall. */
export function Fitting({ more, children }: { more: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const [isCut, setIsCut] = useState(false);
  useEffect(() => {
    const outer = frame.current;
    const inner = inside.current;
    if (!outer || !inner) {
      return;
    }
    const look = () => setIsCut(inner.offsetHeight > outer.clientHeight + 1);
    const observer = new ResizeObserver(look);
    observer.observe(outer);
    observer.observe(inner);
    look();
    return () => observer.disconnect();
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
