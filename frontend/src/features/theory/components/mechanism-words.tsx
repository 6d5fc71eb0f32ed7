import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Version } from '../queries';
import { CmocView } from './cmoc-view';
import classes from './mechanism-words.module.css';
import { type PartSelection, PartText } from './part-text';

interface MechanismWordsProps {
  version: Version;
  selection?: PartSelection | undefined;
}

/** A version to be read by the team: plain summary, story, definition and drawn configurations. */
export function MechanismWords({ version, selection }: MechanismWordsProps) {
  const { t } = useTranslation('theory');
  return (
    <div className={classes.words}>
      {(['plain_summary', 'definition'] as const).map((part) => (
        <section key={part}>
          <Title order={2} size="h4">
            {t(`parts.${part}`)}
          </Title>
          <div className={classes.text}>
            {version[part] ? (
              <PartText
                part={part}
                text={version[part]}
                label={t(`parts.${part}`)}
                selection={selection}
              />
            ) : (
              <span className={classes.missing}>{t('parts.none')}</span>
            )}
          </div>
        </section>
      ))}
      <section>
        <Title order={2} size="h4">
          {t('parts.cmocs')}
        </Title>
        {version.cmocs.length === 0 && <p className={classes.missing}>{t('parts.noCmocs')}</p>}
        <ol className={classes.cmocs}>
          {version.cmocs.map((cmoc) => (
            <li key={cmoc.id}>
              <p className={classes.story}>{cmoc.sentence}</p>
              <CmocView
                cmoc={cmoc}
                words={(elementId, text, label) => (
                  <PartText part={elementId} text={text} label={label} selection={selection} />
                )}
              />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
