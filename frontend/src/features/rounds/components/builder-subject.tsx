import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ElementMark } from '@/ui/marks/element-mark';
import type { RoundItem, Version } from '../queries';
import classes from './rounds.module.css';

type Element = Version['cmocs'][number]['elements'][number];

/** What an item is about: a mechanism, a part of one with its marks, or words of its own. */
export function BuilderSubject({ item }: { item: RoundItem }) {
  const { t } = useTranslation('rounds');
  const { version } = item;
  if (!version) {
    return (
      <>
        {item.kind === 'text' && <Text size="sm">{t('build.textItem')}</Text>}
        <Text fw={650}>{item.statement}</Text>
      </>
    );
  }
  const name = t('build.version', { title: version.title, number: version.number });
  if (item.kind === 'version') {
    return <Text fw={650}>{name}</Text>;
  }
  const cmoc = version.cmocs.find(({ id }) => id === item.cmoc_id);
  const wanted = [item.element_id, item.to_element_id];
  const elements = cmoc?.elements.filter(({ id }) => item.kind === 'cmoc' || wanted.includes(id));
  return (
    <>
      <Text size="sm">
        {t(`build.parts.${item.kind as 'cmoc' | 'element' | 'link'}`, { name })}
      </Text>
      {elements?.length ? <Elements elements={elements} /> : <Text>{t('build.partLost')}</Text>}
    </>
  );
}

/** Elements with their marks, in the order they are written. */
function Elements({ elements }: { elements: readonly Element[] }) {
  return (
    <ol className={classes.chain}>
      {elements.map(({ id, kind, polarity, text }) => (
        <li key={id}>
          <ElementMark kind={kind} polarity={polarity} /> {text}
        </li>
      ))}
    </ol>
  );
}

/** What an item is called where there is room for a line. */
export function nameOf(item: RoundItem): string {
  const elements = item.version?.cmocs.find(({ id }) => id === item.cmoc_id)?.elements ?? [];
  const part = elements
    .filter(({ id }) => [item.element_id, item.to_element_id].includes(id))
    .map(({ text }) => text)
    .join(' → ');
  return part || (item.version?.title ?? item.statement);
}
