/** Why there is no sound, in the words of `room.microphone.…`. */
export type MicrophoneProblem = 'refused' | 'absent' | 'busy' | 'insecure' | 'unsupported';

/** A microphone that is open, or why it is not. */
export type Opened = { stream: MediaStream } | { problem: MicrophoneProblem };

/** The formats that we take in, best first; Safari writes MP4 alone. */
const MEDIA_TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** Opens a microphone for a room: what a telephone call would filter away is wanted here. */
export async function openMicrophone(deviceId?: string): Promise<Opened> {
  if (!window.isSecureContext) {
    return { problem: 'insecure' };
  }
  if (!navigator.mediaDevices?.getUserMedia) {
    return { problem: 'unsupported' };
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: true,
        channelCount: 1,
        ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
      },
    });
    return { stream };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return 'refused';
  }
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'busy';
}

/** Lets go of a microphone, so that the browser's own light goes off. */
export function closeMicrophone(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) {
    track.stop();
  }
}

/** The microphones by name; names are told only once one of them was allowed. */
export async function listMicrophones(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId);
}

/** What this browser records, of what we take in. */
export function recordableType(): string | undefined {
  if (typeof MediaRecorder === 'undefined') {
    return undefined;
  }
  return MEDIA_TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}
