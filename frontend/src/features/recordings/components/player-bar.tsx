import { ActionIcon, Group, NativeSelect, Text, Tooltip } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward5,
  IconRewindForward5,
} from '@tabler/icons-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock } from '@/ui/clock';
import { NO_SOUND, type Player, type SoundClock, SPEEDS } from '../use-player';
import classes from './player-bar.module.css';

interface PlayerBarProps {
  player: Player;
  duration: number;
  /** What can be done to the text, in the same bar. */
  children?: ReactNode;
}

/** The waveform and the buttons that play it, where there is sound; stays in view while the text scrolls. */
export function PlayerBar({ player, duration, children }: PlayerBarProps) {
  const { t } = useTranslation('recordings');
  return (
    <section
      className={classes.bar}
      aria-label={player === NO_SOUND ? t('alone.tools') : t('detail.player')}
    >
      {player !== NO_SOUND && <div ref={player.container} className={classes.wave} />}
      <div className={classes.controls}>
        {player !== NO_SOUND && <Controls player={player} duration={duration} />}
        {children}
      </div>
    </section>
  );
}

function Controls({ player, duration }: Omit<PlayerBarProps, 'children'>) {
  const { t } = useTranslation('recordings');
  return (
    <Group gap="xs" wrap="nowrap">
      <Tooltip label={`${player.isPlaying ? t('detail.pause') : t('detail.play')} (K)`}>
        <ActionIcon
          size="lg"
          onClick={player.toggle}
          aria-label={player.isPlaying ? t('detail.pause') : t('detail.play')}
        >
          {player.isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('detail.back')} (J)`}>
        <ActionIcon
          size="lg"
          variant="default"
          onClick={() => player.skip(-1)}
          aria-label={t('detail.back')}
        >
          <IconRewindBackward5 />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('detail.forward')} (L)`}>
        <ActionIcon
          size="lg"
          variant="default"
          onClick={() => player.skip(1)}
          aria-label={t('detail.forward')}
          visibleFrom="xs"
        >
          <IconRewindForward5 />
        </ActionIcon>
      </Tooltip>
      <Text className={classes.time}>
        <Now clock={player.clock} /> / <Clock seconds={duration} />
      </Text>
      <NativeSelect
        aria-label={t('detail.speed')}
        data={SPEEDS.map((speed) => ({ value: String(speed), label: `${speed} ×` }))}
        value={String(player.speed)}
        onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
        size="xs"
      />
    </Group>
  );
}

/** The second that is heard, drawn again once a second. */
function Now({ clock }: { clock: SoundClock }) {
  const seconds = useSyncExternalStore(clock.subscribe, () => Math.floor(clock.seconds()));
  return <Clock seconds={seconds} />;
}
