"""Single sentences spoken by espeak-ng's library, so that nothing has to be recorded.

Needs libespeak-ng.so.1 (Debian: espeak-ng). It is loaded at run time and not shipped.
"""

import ctypes
from functools import cache
from typing import NamedTuple

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

RATE = 16_000
_ESPEAK_RATE = 22_050
_SYNCHRONOUS, _UTF8 = 2, 1
_SPEED, _PITCH = 1, 3


class Voice(NamedTuple):
    """An espeak-ng voice, its pitch (0 to 99) and its words per minute."""

    espeak: str
    pitch: int
    speed: int


# the six voices that the test model was trained on; "en" is espeak-ng's British English
VOICES = {
    "Alan": Voice("en", 50, 165),
    "Beth": Voice("en+f3", 52, 160),
    "Callum": Voice("en-gb-scotland", 44, 160),
    "Dan": Voice("en-us+m3", 50, 170),
    "Erin": Voice("en-gb-x-rp+f4", 55, 155),
    "Frank": Voice("en-gb-x-gbclan+m7", 46, 168),
}
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def speak(text: str, voice: Voice) -> NDArray[np.float32]:
    """One sentence as samples at 16 kHz, trimmed to the sound itself, at 0.7 of full scale."""
    library, heard, _ = _library()
    heard.clear()
    # espeak-ng draws its breath noise from the C library's generator: the same each time
    ctypes.CDLL(None).srand(1)
    if library.espeak_SetVoiceByName(voice.espeak.encode()) != 0:
        raise ValueError(f"espeak-ng has no voice {voice.espeak}")
    library.espeak_SetParameter(_SPEED, voice.speed, 0)
    library.espeak_SetParameter(_PITCH, voice.pitch, 0)
    data = text.encode()
    library.espeak_Synth(data, len(data) + 1, 0, 1, 0, _UTF8, None, None)
    audio = _at_16_khz(np.concatenate(heard))
    loud = np.flatnonzero(np.abs(audio) > 0.01 * np.abs(audio).max())
    audio = audio[loud[0] : loud[-1] + 1]
    return audio * np.float32(0.7 / np.abs(audio).max())


@cache
def _library() -> tuple[ctypes.CDLL, list[NDArray[np.int16]], object]:
    """The library, where its sound arrives, and the callback, which must be kept alive."""
    library = ctypes.CDLL("libespeak-ng.so.1")
    library.espeak_Initialize(_SYNCHRONOUS, 0, None, 0)
    heard: list[NDArray[np.int16]] = []

    def receive(samples, count, _events):
        if samples and count:
            heard.append(np.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    callback = _CALLBACK(receive)
    library.espeak_SetSynthCallback(callback)
    return library, heard, callback


def _at_16_khz(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = _ESPEAK_RATE
    resampler = AudioResampler(format="flt", layout="mono", rate=RATE)
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])
