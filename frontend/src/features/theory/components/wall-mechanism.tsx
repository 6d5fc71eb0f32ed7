import type { Version } from '../queries';
import { CmocDrawing } from './cmoc-drawing';
import classes from './wall-mechanism.module.css';

interface WallMechanismProps {
  mechanism: Pick<Version, 'title' | 'plain_summary' | 'definition' | 'cmocs'>;
}

/** A mechanism for a whole room: its title, what it says in plain words, its configurations drawn. */
export function WallMechanism({ mechanism }: WallMechanismProps) {
  const words = mechanism.plain_summary || mechanism.definition;
  return (
    <>
      <h2>{mechanism.title}</h2>
      {words && <p className={classes.words}>{words}</p>}
      {mechanism.cmocs.map((cmoc) => (
        <div key={cmoc.id} className={classes.cmoc}>
          <CmocDrawing cmoc={cmoc} />
        </div>
      ))}
    </>
  );
}
