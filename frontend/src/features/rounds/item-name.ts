import type { RoundItem } from './queries';

type Named = Pick<RoundItem, 'version' | 'cmoc_id' | 'element_id' | 'to_element_id' | 'statement'>;

/** What an item is called in a line: its own words, the title, or the part that it is about. */
export function nameOf({ version, statement, ...part }: Named): string {
  if (!version) {
    return statement;
  }
  const cmoc = version.cmocs.find(({ id }) => id === part.cmoc_id);
  const ends = cmoc?.elements.filter(
    ({ id }) => id === part.element_id || id === part.to_element_id,
  );
  if (!cmoc) {
    return version.title;
  }
  return ends?.length ? ends.map(({ text }) => text).join(' → ') : cmoc.sentence || cmoc.notation;
}
