import { Button, Collapse, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../queries';
import { CmocView } from './cmoc-view';
import classes from './mechanism-card.module.css';
import { type PartSelection, PartText } from './part-text';

interface MechanismCardProps {
  version: Version;
  headingOrder?: 1 | 2 | 3;
  /** What can be done with chosen words, part by part; without it the words are only read. */
  selection?: PartSelection;
  /** Beneath the words: rating, vote, comment. */
  actions?: ReactNode;
}

/** A mechanism for those who are asked about it: title, plain words, the story; the exact text a tap away. */
export function MechanismCard({
  version,
  headingOrder = 2,
  selection,
  actions,
}: MechanismCardProps) {
  const { t } = useTranslation('theory');
  const stories = version.cmocs.filter((cmoc) => cmoc.sentence);
  return (
    <article className={classes.card} aria-label={version.title}>
      <Title order={headingOrder}>{version.title}</Title>
      {version.plain_summary && (
        <div className={classes.summary}>
          <PartText
            part="plain_summary"
            text={version.plain_summary}
            label={t('parts.plain_summary')}
            selection={selection}
          />
        </div>
      )}
      {stories.length > 0 && (
        <section>
          <Title order={nextHeading(headingOrder)} size="h4">
            {t('card.story', { count: stories.length })}
          </Title>
          {stories.map((cmoc) => (
            <p key={cmoc.id} className={classes.story}>
              {cmoc.sentence}
            </p>
          ))}
        </section>
      )}
      {(version.definition || version.cmocs.length > 0) && (
        <ExactText version={version} selection={selection} />
      )}
      {actions && <div className={classes.actions}>{actions}</div>}
    </article>
  );
}

interface ExactTextProps {
  version: Version;
  selection: PartSelection | undefined;
}

function ExactText({ version, selection }: ExactTextProps) {
  const { t } = useTranslation('theory');
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const Icon = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <Button
        variant="default"
        aria-expanded={isOpen}
        aria-controls={id}
        rightSection={<Icon size={18} aria-hidden />}
        onClick={toggle}
      >
        {t(isOpen ? 'card.hideExact' : 'card.showExact')}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.exact}>
          {version.definition && (
            <PartText
              part="definition"
              text={version.definition}
              label={t('parts.definition')}
              selection={selection}
            />
          )}
          {version.cmocs.map((cmoc) => (
            <CmocView
              key={cmoc.id}
              cmoc={cmoc}
              words={(elementId, text, label) => (
                <PartText part={elementId} text={text} label={label} selection={selection} />
              )}
            />
          ))}
        </div>
      </Collapse>
    </div>
  );
}

function nextHeading(order: 1 | 2 | 3): 2 | 3 | 4 {
  return (order + 1) as 2 | 3 | 4;
}
