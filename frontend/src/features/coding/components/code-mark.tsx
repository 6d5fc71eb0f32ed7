import classes from './coding.module.css';

interface CodeMarkProps {
  name: string;
  colour: string;
}

/** A code's colour with its letter, so that the colour never stands alone. */
export function CodeMark({ name, colour }: CodeMarkProps) {
  return (
    <span className={classes.codeMark} style={{ '--code': colour } as object} aria-hidden>
      {Array.from(name)[0]?.toUpperCase()}
    </span>
  );
}
