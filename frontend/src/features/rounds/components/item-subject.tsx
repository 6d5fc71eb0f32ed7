import { useTranslation } from 'react-i18next';
import { ElementMark } from '@/ui/marks/element-mark';
import type { RoundItem } from '../queries';
import classes from './rounds.module.css';

type Cmoc = NonNullable<RoundItem['version']>['cmocs'][number];
type Element = Cmoc['elements'][number];

/** The part of a mechanism that an item is about, in plain words with its marks; nothing for others. */
export function ItemSubject({ item }: { item: RoundItem }) {
  const { t } = useTranslation('rounds');
  const cmoc = item.version?.cmocs.find(({ id }) => id === item.cmoc_id);
  if (!item.version || !cmoc) {
    return null;
  }
  const title = item.version.title;
  const first = cmoc.elements.find(({ id }) => id === item.element_id);
  const second = cmoc.elements.find(({ id }) => id === item.to_element_id);
  return (
    <section className={classes.statement}>
      <p className={classes.hint}>{t('answer.partOf', { title })}</p>
      {first && second ? (
        <>
          <h2 className={classes.subject}>
            {t('answer.link', { from: first.text, to: second.text })}
          </h2>
          <Line element={first} />
          <p className={classes.hint}>{t('answer.leadsTo')}</p>
          <Line element={second} />
        </>
      ) : (
        <h2 className={classes.subject}>
          {first ? <Line element={first} /> : cmoc.sentence || cmoc.notation}
        </h2>
      )}
    </section>
  );
}

function Line({ element }: { element: Element }) {
  return (
    <span className={classes.element}>
      <ElementMark kind={element.kind} polarity={element.polarity} />
      <span>{element.text}</span>
    </span>
  );
}
