import { Anchor, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cmoc } from '../queries';
import { CmocDrawing } from './cmoc-drawing';
import classes from './cmoc-view.module.css';

interface CmocViewProps {
  cmoc: Cmoc;
  words?: (elementId: string, text: string, label: string) => ReactNode;
}

/** A configuration drawn, with its level, whether it tells of presence or absence, and its notation. */
export function CmocView({ cmoc, words }: CmocViewProps) {
  const { t } = useTranslation('theory');
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <figure className={classes.cmoc}>
      <figcaption className={classes.facts}>
        {cmoc.level && <span>{t(`level.${cmoc.level}`)}</span>}
        <span>{t(`presence.${cmoc.tells_of}`)}</span>
      </figcaption>
      <CmocDrawing cmoc={cmoc} words={words} />
      <Anchor
        component="button"
        type="button"
        size="sm"
        mt="xs"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        {t(isOpen ? 'cmoc.hideNotation' : 'cmoc.showNotation')}
      </Anchor>
      <Collapse expanded={isOpen} id={id}>
        <p className={`notation ${classes.notation}`}>{cmoc.notation}</p>
      </Collapse>
    </figure>
  );
}
