import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moved } from './moved';
import classes from './ranking-list.module.css';

interface RankingListProps {
  legend: string;
  /** What is ranked, in the order in which it is offered. */
  options: readonly { id: string; label: string }[];
  /** Empty while no order has been given. */
  value: readonly string[];
  onChange: (order: string[]) => void;
}

/** Options to be put in order with two buttons each; nothing has to be dragged. */
export function RankingList({ legend, options, value, onChange }: RankingListProps) {
  const { t } = useTranslation('ui');
  const hintId = useId();
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<{ id: string; by: -1 | 1 }>();
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  const order = value.length > 0 ? value : [...labels.keys()];
  const move = (id: string, by: -1 | 1) => {
    onChange(moved(order, id, by));
    setLast({ id, by });
  };
  const place = last ? value.indexOf(last.id) : -1;
  useEffect(() => {
    // a moved line takes the focus along; at the end of the way the other button has it
    if (last && place >= 0) {
      const [up, down] = list.current?.children[place]?.querySelectorAll('button') ?? [];
      const wanted = last.by < 0 ? up : down;
      (wanted?.disabled ? (wanted === up ? down : up) : wanted)?.focus();
    }
  }, [last, place]);
  return (
    <fieldset className={classes.field} aria-describedby={hintId}>
      <legend className={classes.legend}>{legend}</legend>
      <p id={hintId} className={classes.hint}>
        {t('ranking.hint')}
      </p>
      <ol ref={list} className={classes.ranking}>
        {order.map((id, index) => (
          <li key={id} className={classes.ranked}>
            <span>
              {index + 1}. {labels.get(id)}
            </span>
            <ActionIcon
              size={44}
              variant="default"
              disabled={index === 0}
              aria-label={t('ranking.up', { option: labels.get(id) })}
              onClick={() => move(id, -1)}
            >
              <IconArrowUp aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={44}
              variant="default"
              disabled={index === order.length - 1}
              aria-label={t('ranking.down', { option: labels.get(id) })}
              onClick={() => move(id, 1)}
            >
              <IconArrowDown aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <p role="status" className={classes.hint}>
        {last && place >= 0
          ? t('ranking.ranked', {
              option: labels.get(last.id),
              place: place + 1,
              total: order.length,
            })
          : ''}
      </p>
      {value.length === 0 && (
        <Button variant="default" size="md" onClick={() => onChange([...order])}>
          {t('ranking.keep')}
        </Button>
      )}
    </fieldset>
  );
}
