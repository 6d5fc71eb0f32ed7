import classes from './layouts.module.css';

/** The first stop of the Tab key: past the header and the navigation. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a href="#main" className={classes.skip}>
      {label}
    </a>
  );
}
