import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../queries';
import type { Division } from './queries';
import classes from './small-groups.module.css';

interface ReportOrderProps {
  division: Division;
  send: (command: Command) => void;
}

/** In which order the groups report, drawn or by hand, and whose turn it is. */
export function ReportOrder({ division, send }: ReportOrderProps) {
  const { t } = useTranslation('meetings');
  const { report_order: order, reporting, reported } = division;
  const swap = (index: number, other: number) => {
    const next = [...order];
    [next[index], next[other]] = [next[other] as string, next[index] as string];
    send({ type: 'order_reports', order: next });
  };
  return (
    <section className={classes.make}>
      <h3>{t('smallGroups.order.title')}</h3>
      <p className={classes.quiet}>
        {division.order_seed === null
          ? t('smallGroups.order.byHand')
          : t('smallGroups.order.drawn', { seed: division.order_seed })}
      </p>
      <ol className={classes.order}>
        {order.map((id, index) => {
          const number = division.groups.findIndex((group) => group.id === id) + 1;
          return (
            <li key={id} data-now={id === reporting || undefined}>
              <span className={classes.memberName}>
                {t('smallGroups.group', { number })}{' '}
                {reported.includes(id) && (
                  <span className={classes.quiet}>
                    <IconCheck size={16} aria-hidden /> {t('smallGroups.order.done')}
                  </span>
                )}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === 0}
                aria-label={t('smallGroups.order.up', { number })}
                onClick={() => swap(index, index - 1)}
              >
                <IconArrowUp size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === order.length - 1}
                aria-label={t('smallGroups.order.down', { number })}
                onClick={() => swap(index, index + 1)}
              >
                <IconArrowDown size={18} aria-hidden />
              </ActionIcon>
              {id === reporting ? (
                <Button size="compact-sm" onClick={() => send({ type: 'end_report' })}>
                  {t('smallGroups.order.end')}
                </Button>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={reporting !== null || !division.recalled_at}
                  onClick={() => send({ type: 'begin_report', small_group_id: id })}
                >
                  {t('smallGroups.order.begin')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <Group>
        <Button
          size="sm"
          variant="default"
          onClick={() => send({ type: 'order_reports', order: null })}
        >
          {t('smallGroups.order.draw')}
        </Button>
      </Group>
    </section>
  );
}
