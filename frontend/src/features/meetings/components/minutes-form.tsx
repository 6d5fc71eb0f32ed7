import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaPoint, Command } from '../queries';

const LEAST = 1;
const MOST = 480;
const STEP = 5;

interface MinutesFormProps {
  /** The point whose time is changed; nothing is shown without one. */
  item: AgendaPoint | undefined;
  onClose: () => void;
  send: (command: Command, onDone: () => void) => void;
}

/** Gives a point of the agenda more time, or less, while the meeting runs. */
export function MinutesForm({ item, onClose, send }: MinutesFormProps) {
  const { t } = useTranslation('meetings');
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={item !== undefined}
      onClose={onClose}
      title={t('point.timeOf', { title: item?.title })}
    >
      {item && <Form key={item.id} {...{ item, onClose, send }} />}
    </Modal>
  );
}

function Form({ item, onClose, send }: MinutesFormProps & { item: AgendaPoint }) {
  const { t } = useTranslation('meetings');
  const [minutes, setMinutes] = useState<number | string>(item.minutes);
  const wanted = typeof minutes === 'number' ? minutes : item.minutes;
  const change = (by: number) => setMinutes(Math.min(MOST, Math.max(LEAST, wanted + by)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === item.minutes) {
          onClose();
        } else {
          send({ type: 'time_item', item_id: item.id, minutes: wanted }, onClose);
        }
      }}
    >
      <Stack>
        <NumberInput
          data-autofocus
          label={t('chair.pointMinutes')}
          min={LEAST}
          max={MOST}
          allowDecimal={false}
          value={minutes}
          onChange={setMinutes}
        />
        <Group>
          <Button variant="default" onClick={() => change(-STEP)}>
            {t('point.less', { count: STEP })}
          </Button>
          <Button variant="default" onClick={() => change(STEP)}>
            {t('point.more', { count: STEP })}
          </Button>
        </Group>
        <Button type="submit">{t('point.keepTime')}</Button>
      </Stack>
    </form>
  );
}
