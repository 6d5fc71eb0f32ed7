import { ActionIcon, Group, NativeSelect, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward5,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Clock } from '@/ui/clock';
import type { Player } from '../use-player';
import classes from './player-bar.module.css';

interface PlayerBarProps {
  player: Player;
  duration: number;
}

const SPEEDS = ['0.5', '0.75', '1', '1.25', '1.5', '2'];

/** The waveform and the buttons that play it; stays in view while the text scrolls. */
export function PlayerBar({ player, duration }: PlayerBarProps) {
  const { t } = useTranslation('recordings');
  useWindowEvent('keydown', (event) => {
    const isTyping = (event.target as HTMLElement).closest('input, textarea, select');
    if (isTyping ? event.ctrlKey && event.code === 'Space' : event.key === 'k') {
      event.preventDefault();
      player.toggle();
    } else if (event.key === 'j' && (!isTyping || event.ctrlKey)) {
      event.preventDefault();
      player.back();
    }
  });
  return (
    <section className={classes.bar} aria-label={t('detail.player')}>
      <div ref={player.container} className={classes.wave} />
      <Group gap="sm">
        <ActionIcon
          size="lg"
          onClick={player.toggle}
          aria-label={player.isPlaying ? t('detail.pause') : t('detail.play')}
        >
          {player.isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
        </ActionIcon>
        <ActionIcon size="lg" variant="default" onClick={player.back} aria-label={t('detail.back')}>
          <IconRewindBackward5 />
        </ActionIcon>
        <Text className="numbers">
          <Clock seconds={player.seconds} /> / <Clock seconds={duration} />
        </Text>
        <NativeSelect
          aria-label={t('detail.speed')}
          data={SPEEDS.map((speed) => ({ value: speed, label: `${speed} ×` }))}
          defaultValue="1"
          onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
          size="xs"
        />
        <details className={classes.keys}>
          <summary>{t('detail.keys')}</summary>
          <Text size="sm">{t('detail.keyList')}</Text>
        </details>
      </Group>
    </section>
  );
}
