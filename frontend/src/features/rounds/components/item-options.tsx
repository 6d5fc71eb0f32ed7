import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newOption, type OptionDraft } from '../question-drafts';
import classes from './rounds.module.css';

const MOST = 30;

interface ItemOptionsProps {
  options: readonly OptionDraft[];
  onChange: (options: OptionDraft[]) => void;
}

/** The options of a choice or a ranking: Enter makes another, Backspace takes an empty one away. */
export function ItemOptions({ options, onChange }: ItemOptionsProps) {
  const { t } = useTranslation('rounds');
  const fields = useRef(new Map<string, HTMLInputElement>());
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current) {
      fields.current.get(wanted.current)?.focus();
      wanted.current = undefined;
    }
  });
  const put = (place: number) => {
    const added = newOption();
    wanted.current = added.key;
    onChange([...options.slice(0, place), added, ...options.slice(place)]);
  };
  const take = (place: number) => {
    wanted.current = options[place - 1]?.key ?? options[place + 1]?.key;
    onChange(options.filter((_, each) => each !== place));
  };
  const move = (place: number, by: number) => {
    const [option, other] = [options[place], options[place + by]];
    if (option && other) {
      const swapped = [...options];
      swapped[place] = other;
      swapped[place + by] = option;
      wanted.current = option.key;
      onChange(swapped);
    }
  };
  const onKey = (event: KeyboardEvent, place: number) => {
    const isEmpty = options[place]?.label === '';
    if (event.key === 'Enter' && options.length < MOST) {
      event.preventDefault();
      put(place + 1);
    } else if (event.key === 'Backspace' && isEmpty && options.length > 1) {
      event.preventDefault();
      take(place);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(place, event.key === 'ArrowUp' ? -1 : 1);
    }
  };
  return (
    <fieldset className={classes.options}>
      <legend>{t('build.options')}</legend>
      <Text size="sm" c="dimmed">
        {t('build.optionsHint')}
      </Text>
      {options.map(({ key, label }, place) => (
        <Group key={key} gap={4} wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={t('build.option', { place: place + 1 })}
            value={label}
            maxLength={300}
            ref={(field) => {
              if (field) {
                fields.current.set(key, field);
              } else {
                fields.current.delete(key);
              }
            }}
            onChange={({ currentTarget: { value } }) =>
              onChange(options.map((each) => (each.key === key ? { key, label: value } : each)))
            }
            onKeyDown={(event) => onKey(event, place)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('build.optionRemove', { place: place + 1 })}
            disabled={options.length === 1}
            onClick={() => take(place)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={options.length >= MOST}
        onClick={() => put(options.length)}
      >
        {t('build.optionAdd')}
      </Button>
    </fieldset>
  );
}
