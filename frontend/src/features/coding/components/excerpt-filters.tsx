import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ELEMENTS, STANCES } from '../choices';
import { inTreeOrder } from '../codebook-tree';
import type { ExcerptSearch } from '../excerpt-search';
import type { Code } from '../queries';
import classes from './excerpts.module.css';

interface Named {
  id: string;
  name: string;
}

interface ExcerptFiltersProps {
  search: ExcerptSearch;
  onChange: (search: ExcerptSearch) => void;
  codes: readonly Code[];
  mechanisms: readonly Named[];
  groups: readonly Named[];
  documents: readonly Named[];
}

/** Narrows excerpts; each choice goes into the page's address, so that it can be sent to others. */
export function ExcerptFilters({ search, onChange, codes, ...lists }: ExcerptFiltersProps) {
  const { t } = useTranslation('coding');
  const { t: tUi } = useTranslation('ui');
  const named = (rows: readonly Named[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const choices: Record<
    Exclude<keyof ExcerptSearch, 'lost'>,
    { value: string; label: string }[]
  > = {
    code: inTreeOrder(codes).map(({ code, path }) => ({ value: code.id, label: path })),
    mechanism: named(lists.mechanisms),
    group: [...named(lists.groups), { value: 'none', label: t('excerpts.noGroup') }],
    stance: STANCES.map((value) => ({ value, label: tUi(`stance.${value}`) })),
    element: ELEMENTS.map((value) => ({ value, label: t(`element.${value}`) })),
    document: named(lists.documents),
  };

  function choose(name: keyof ExcerptSearch, value: string | boolean | null) {
    const { [name]: _gone, ...rest } = search;
    onChange(value ? { ...rest, [name]: value } : rest);
  }

  return (
    <section aria-label={t('excerpts.filters')} className={classes.filters}>
      {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
        <Select
          key={name}
          size="xs"
          label={t(`excerpts.${name}`)}
          placeholder={t('excerpts.any')}
          clearable
          searchable
          data={choices[name]}
          value={search[name] ?? null}
          onChange={(value) => choose(name, value)}
        />
      ))}
      <Select
        size="xs"
        label={t('excerpts.orphans')}
        placeholder={t('excerpts.any')}
        clearable
        data={[{ value: 'lost', label: t('excerpts.onlyOrphans') }]}
        value={search.lost ? 'lost' : null}
        onChange={(value) => choose('lost', value !== null)}
      />
      {Object.keys(search).length > 0 && (
        <Button size="xs" variant="default" onClick={() => onChange({})}>
          {t('excerpts.clear')}
        </Button>
      )}
    </section>
  );
}
