import { useTranslation } from 'react-i18next';
import type { PlainChange } from '../queries';
import classes from './answer.module.css';

/** What a change did, as it read before and as it reads now. */
export function BeforeAndAfter({ change }: { change: PlainChange }) {
  const { t } = useTranslation('refinement');
  return (
    <div className={classes.change}>
      <p className={classes.what}>{t(`answer.change.${change.kind}`)}</p>
      {(['before', 'after'] as const).map((side) =>
        change[side].length === 0 ? null : (
          <div key={side} className={classes.side} data-side={side}>
            <p className={classes.sideName}>{t(`answer.${side}`)}</p>
            {change[side].map((version) => (
              <div key={version.id}>
                <p className={classes.title}>{version.title}</p>
                {version.words && <p className={classes.text}>{version.words}</p>}
              </div>
            ))}
          </div>
        ),
      )}
    </div>
  );
}
