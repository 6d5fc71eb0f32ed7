const SECONDS = 0.8;
const HERTZ = 660;
const LOUDNESS = 0.2;

/** Plays a short tone; false where the browser cannot. */
export async function playTone(): Promise<boolean> {
  if (typeof AudioContext === 'undefined') {
    return false;
  }
  const audio = new AudioContext();
  try {
    await audio.resume();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = HERTZ;
    // faded in and out: a tone that breaks off clicks
    volume.gain.setValueAtTime(0, audio.currentTime);
    volume.gain.linearRampToValueAtTime(LOUDNESS, audio.currentTime + 0.05);
    volume.gain.linearRampToValueAtTime(0, audio.currentTime + SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.onended = () => void audio.close();
    tone.start();
    tone.stop(audio.currentTime + SECONDS);
    return true;
  } catch {
    await audio.close();
    return false;
  }
}
