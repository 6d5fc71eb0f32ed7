import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import classes from './palette.module.css';

export interface PaletteItem {
  id: string;
  label: string;
  /** Before the label. */
  mark?: ReactNode;
  /** After the label, such as "under discussion". */
  hint?: string | undefined;
}

interface PaletteProps {
  title: string;
  isOpen: boolean;
  items: readonly PaletteItem[];
  onChoose: (id: string) => void;
  onClose: () => void;
  /** Offered when nothing bears the name that was typed. */
  onCreate?: ((name: string) => void) | undefined;
}

/** Finds one thing among many by typing; arrows move, Enter takes it. */
export function Palette({ title, isOpen, onClose, ...rest }: PaletteProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      {isOpen && <PaletteBody title={title} {...rest} />}
    </Dialog>
  );
}

function PaletteBody({
  title,
  items,
  onChoose,
  onCreate,
}: Omit<PaletteProps, 'isOpen' | 'onClose'>) {
  const { t } = useTranslation('coding');
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const listId = useId();
  const wanted = typed.trim().toLowerCase();
  const found = items.filter(({ label }) => label.toLowerCase().includes(wanted));
  const isNew = onCreate && wanted && !items.some(({ label }) => label.toLowerCase() === wanted);
  const last = found.length + (isNew ? 1 : 0) - 1;
  const active = Math.min(place, Math.max(last, 0));
  const optionId = (index: number) => `${listId}-${index}`;

  function take(index: number) {
    const item = found[index];
    if (item) {
      onChoose(item.id);
    } else if (isNew) {
      onCreate(typed.trim());
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setPlace(Math.max(0, Math.min(last, active + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(active);
    }
  }

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={title}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={last >= 0 ? optionId(active) : undefined}
        autoComplete="off"
        placeholder={t('palette.type')}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={title} className={classes.list}>
        {found.map((item, index) => (
          <Option
            key={item.id}
            id={optionId(index)}
            isActive={index === active}
            onTake={() => take(index)}
          >
            {item.mark}
            <span className={classes.label}>{item.label}</span>
            {item.hint && <span className={classes.hint}>{item.hint}</span>}
          </Option>
        ))}
        {isNew && (
          <Option
            id={optionId(found.length)}
            isActive={active === found.length}
            onTake={() => take(found.length)}
          >
            {t('palette.create', { name: typed.trim() })}
          </Option>
        )}
      </div>
      {last < 0 && <p className={classes.none}>{t('palette.none')}</p>}
    </>
  );
}

interface OptionProps {
  id: string;
  isActive: boolean;
  onTake: () => void;
  children: ReactNode;
}

function Option({ id, isActive, onTake, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input of the combobox takes the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.option}
      ref={(element) => {
        if (isActive) {
          element?.scrollIntoView({ block: 'nearest' });
        }
      }}
      onClick={onTake}
    >
      {children}
    </div>
  );
}
