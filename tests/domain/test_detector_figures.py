"""What the detectors find of what readers marked, and what that costs."""

import time

import pytest

from evaluation import HALVES, Figures, by_answer, by_place, load
from tpmprep.domain.hints import hints_of

LEAST_F1 = 0.8
LEAST_BY_PLACE = {"practised": 0.8, "held_out": 0.68}
"""By place it is harder: somebody else cuts a sentence elsewhere. See docs/scores.md."""
GROWTH = 10
"""The longer text has so many times the words of the shorter one."""
ROOM = 2.5
"""A linear cost may look so much larger on a busy machine; a quadratic one is ten times larger."""
HOSTILE = {
    "one sentence": "we had a risk and then the owner moved the date if the canary failed ",
    "no": "no not never without ",
    "if": "if it fails so we if ",
    "fillers": "um like you know ",
    "numbers": "2 3 40% $5 ",
    "dates": "March 3 2026 Q3 ",
    "quotes": '"a" (b) [c] ',
    "dots": ". a. b! c? ",
    "commas": "a, b, c, ",
    "capitals": "Ana Ben Cara owns ",
    "one letter": "a ",
    "one word": "ab",
    "a run of stops": ".",
    "stops and signs": "?!",
    "stops and quotes": '."',
    "accents": "é\u0301 漢字 ",
}


@pytest.mark.parametrize("half", HALVES)
def test_every_detector_finds_what_readers_marked(half: str) -> None:
    """F1 of 0.8 or more by answer, on the answers practised on and on those held out."""
    assert {} == _weak(by_answer(load(half)), LEAST_F1)


@pytest.mark.parametrize("half", HALVES)
def test_every_detector_shows_the_right_places(half: str) -> None:
    """What is shown overlaps what was marked, and the other way round."""
    assert {} == _weak(by_place(load(half)), LEAST_BY_PLACE[half])


def test_there_are_enough_answers_and_every_kind_is_in_them() -> None:
    """At least 60 in each half; each detector has places to find and answers without any."""
    for half in HALVES:
        answers = load(half)
        assert len(answers) >= 60
        assert len({item.id for item in answers}) == len(answers)
        for name in by_answer(answers[:1]):
            marked = sum(bool(item.places.get(name)) for item in answers)
            assert 15 <= marked <= len(answers) - 15, name


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hints_cost_what_the_text_is_long(piece: str) -> None:
    """Ten times the words cost about ten times the time, whatever they are."""
    short = piece * (2_000 // len(piece.split()) + 1)
    _cpu_s(short[:200])
    assert _cpu_s(short * GROWTH, rounds=1) <= ROOM * GROWTH * _cpu_s(short)


def _cpu_s(text: str, rounds: int = 3) -> float:
    best = float("inf")
    for _ in range(rounds):
        before = time.process_time()
        hints_of(text)
        best = min(best, time.process_time() - before)
    return best


def _weak(figures: dict[str, Figures], least: float) -> dict[str, float]:
    return {name: round(f.f1, 2) for name, f in figures.items() if f.f1 < least}
