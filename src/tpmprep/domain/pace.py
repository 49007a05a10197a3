"""How fast somebody speaks, as their own spoken answers show it."""

from statistics import median

from tpmprep.domain.history import History
from tpmprep.domain.text import SPEAKING_WPM, word_count

SPOKEN_MODES = ("aloud", "speak")
LEAST_S, LEAST_WORDS, LEAST_ANSWERS = 30.0, 60, 3
SLOWEST_WPM, FASTEST_WPM = 80, 220
"""Outside of this the text was no transcript: notes are far fewer words than were spoken."""


def own_pace(history: History) -> int:
    """Words a minute: the median over the transcripts of spoken answers, or 140 without three."""
    paces = [
        word_count(attempt.answer) * 60 / attempt.elapsed_s
        for attempt in history.attempts
        if attempt.mode in SPOKEN_MODES
        and attempt.elapsed_s >= LEAST_S
        and word_count(attempt.answer) >= LEAST_WORDS
    ]
    known = [pace for pace in paces if SLOWEST_WPM <= pace <= FASTEST_WPM]
    return round(median(known)) if len(known) >= LEAST_ANSWERS else SPEAKING_WPM
