"""Who spoke: by the meeting's log, by a track a voice, by names that came in, by an outside diarizer."""
