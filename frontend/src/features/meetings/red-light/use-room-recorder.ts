import { useEffect, useState, useSyncExternalStore } from 'react';
import { newId } from '@/lib/new-id';
import type { LiveMeeting } from '../live';
import { type Attendee, type Place, sendCommand } from '../queries';
import {
  closeMicrophone,
  type MicrophoneProblem,
  openMicrophone,
  recordableType,
} from './microphone';
import { PieceSender, type SendingView } from './piece-sender';
import { browserPieceStore, type KeptRoom } from './piece-store';
import { holdRoom, isHeld, type RecorderView, RoomRecorder } from './room-recorder';
import { roomServer } from './room-server';

const store = browserPieceStore();
const recorder = new RoomRecorder(store, roomServer);

/** The recording that this page makes. */
export function useRecorderView(): RecorderView {
  return useSyncExternalStore(recorder.subscribe, recorder.read);
}

interface Wish {
  deviceId: string | undefined;
  hasCaptions: boolean;
  takesOver: boolean;
}

/** Opens the microphone and turns the red light on; answers why there is no microphone. */
export async function recordRoom(
  place: Place,
  { deviceId, hasCaptions, takesOver }: Wish,
): Promise<MicrophoneProblem | undefined> {
  const mediaType = recordableType();
  if (!mediaType) {
    return 'unsupported';
  }
  const opened = await openMicrophone(deviceId);
  if ('problem' in opened) {
    return opened.problem;
  }
  let isLit = false;
  const begin = recorder.start({
    place,
    stream: opened.stream,
    mediaType,
    light: async (roomId) => {
      await sendCommand(place, newId(), {
        type: 'start_recording',
        recording_id: roomId,
        media_type: mediaType,
        has_asked_the_room: true,
        has_captions: hasCaptions,
        takes_over: takesOver,
      });
      isLit = true;
    },
  });
  try {
    await begin;
  } catch (error) {
    closeMicrophone(opened.stream);
    if (isLit) {
      // no light without a recording
      await sendCommand(place, newId(), { type: 'stop_recording' });
    }
    throw error;
  }
  return undefined;
}

/** Who is here and has not agreed to being recorded; known to those who may record. */
export function notAgreed({ snapshot }: LiveMeeting, memberId: string): Attendee[] {
  const { recording_answers: answers } = snapshot.state;
  return snapshot.here.filter(({ id }) => id !== memberId && answers[id] !== true);
}

/** Keeps the recording to the meeting's rules while its page is open, and ends it with the page. */
export function useMinding(live: LiveMeeting, memberId: string): void {
  const { state } = live.snapshot;
  const { phase, roomId } = useRecorderView();
  const isMuted = Boolean(state.paused_at) || notAgreed(live, memberId).length > 0;
  const isOurs = state.recording?.id === roomId;
  const [wasLit, setWasLit] = useState(false);
  useEffect(() => {
    if (phase === 'recording') {
      recorder.mute(isMuted);
    }
  }, [phase, isMuted]);
  useEffect(() => {
    if (phase !== 'recording') {
      setWasLit(false);
    } else if (isOurs) {
      setWasLit(true);
    } else if (wasLit) {
      recorder.stop();
    }
  }, [phase, isOurs, wasLit]);
  const { studyId, meetingId } = live.place;
  useEffect(
    () => () => {
      if (recorder.view.phase === 'recording') {
        recorder.stop();
        // if this does not arrive, the others see for how long nothing has come
        void sendCommand({ studyId, meetingId }, newId(), { type: 'stop_recording' }).catch(
          () => undefined,
        );
      }
    },
    [studyId, meetingId],
  );
}

/** A recording that a page of this browser left behind, and how far its pieces have come. */
export interface LeftBehind {
  room: KeptRoom;
  view: SendingView;
  finish: () => void;
  /** Removes what this device has of it. */
  forget: () => void;
}

/** Sends what an earlier page of this browser could not, and lets the recording be finished. */
export function useLeftBehind({ studyId, meetingId }: Place): LeftBehind | undefined {
  const [found, setFound] = useState<{ room: KeptRoom; sender: PieceSender }>();
  const [view, setView] = useState<SendingView>();
  useEffect(() => {
    let sender: PieceSender | undefined;
    let letGo: (() => void) | undefined;
    let isGone = false;
    async function look() {
      for (const room of await store.rooms()) {
        const isHere = room.place.meetingId === meetingId && room.place.studyId === studyId;
        if (isHere && !(await isHeld(room.id)) && !isGone) {
          letGo = await holdRoom(room.id);
          sender = new PieceSender({ store, server: roomServer, room, onView: setView });
          setFound({ room, sender });
          setView(sender.view);
          sender.ring();
          return;
        }
      }
    }
    // a browser that forbids storage has left nothing behind
    void look().catch(() => undefined);
    return () => {
      isGone = true;
      sender?.close();
      letGo?.();
    };
  }, [studyId, meetingId]);
  if (!found || !view || view.isFinished) {
    return undefined;
  }
  const { room, sender } = found;
  return {
    room,
    view,
    forget: () => {
      void store
        .forgetRoom(room.id)
        .then(() => setFound(undefined))
        .catch(() => undefined);
    },
    finish: () => {
      room.isOver = true;
      void store.keepRoom(room).catch(() => undefined);
      sender.ring();
    },
  };
}
