import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelMeter } from './level-meter';
import {
  closeMicrophone,
  listMicrophones,
  type MicrophoneProblem,
  openMicrophone,
} from './microphone';
import classes from './red-light.module.css';

interface MicrophoneChoiceProps {
  deviceId: string | undefined;
  onChoose: (deviceId: string) => void;
}

/** Tries a microphone: which one, and does it hear something; let go of when this closes. */
export function MicrophoneChoice({ deviceId, onChoose }: MicrophoneChoiceProps) {
  const { t } = useTranslation('meetings');
  const [stream, setStream] = useState<MediaStream>();
  const [problem, setProblem] = useState<MicrophoneProblem>();
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  const open = useRef<MediaStream>(undefined);
  useEffect(() => () => closeMicrophone(open.current), []);

  async function tryOut(chosen: string | undefined) {
    closeMicrophone(open.current);
    const opened = await openMicrophone(chosen);
    const found = 'stream' in opened ? opened.stream : undefined;
    open.current = found;
    setStream(found);
    setProblem('problem' in opened ? opened.problem : undefined);
    if (found) {
      setDevices(await listMicrophones());
    }
  }

  return (
    <div className={classes.choice}>
      {!stream && (
        <Button variant="default" onClick={() => void tryOut(deviceId)}>
          {t('room.microphone.try')}
        </Button>
      )}
      {stream && <LevelMeter stream={stream} />}
      {stream && devices.length > 1 && (
        <NativeSelect
          label={t('room.microphone.choose')}
          value={deviceId ?? devices[0]?.deviceId ?? ''}
          data={devices.map((device, place) => ({
            value: device.deviceId,
            label: device.label || t('room.microphone.unnamed', { number: place + 1 }),
          }))}
          onChange={({ currentTarget }) => {
            onChoose(currentTarget.value);
            void tryOut(currentTarget.value);
          }}
        />
      )}
      {problem && (
        <p role="status" className={classes.trouble}>
          {t(`room.microphone.${problem}`)}
        </p>
      )}
    </div>
  );
}
