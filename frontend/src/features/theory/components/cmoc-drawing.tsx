import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ElementMark } from '@/ui/marks/element-mark';
import type { Cmoc } from '../queries';
import classes from './cmoc-drawing.module.css';
import { columnsOf } from './cmoc-legs';

interface CmocDrawingProps {
  cmoc: Pick<Cmoc, 'elements'>;
  /** Draws the words of an element, where they can be selected or are marked; plain text if left out. */
  words?: ((elementId: string, text: string, label: string) => ReactNode) | undefined;
}

/** A configuration from left to right, C → R → M → O; from top to bottom where there is no room. */
export function CmocDrawing({ cmoc, words }: CmocDrawingProps) {
  const { t } = useTranslation('theory');
  return (
    <div className={classes.frame}>
      <ol className={classes.columns} aria-label={t('cmoc.drawing')}>
        {columnsOf(cmoc.elements).map(({ key, kind, elements }) => (
          <li key={key} className={classes.column}>
            <ul className={classes.elements}>
              {elements.map((element) => (
                <li
                  key={element.id}
                  className={classes.box}
                  data-kind={kind}
                  data-polarity={element.polarity ?? undefined}
                >
                  <ElementMark kind={element.kind} polarity={element.polarity} />
                  <div className={classes.words}>
                    {words ? words(element.id, element.text, t(`kind.${kind}`)) : element.text}
                  </div>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
