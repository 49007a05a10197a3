"""How a story divides its words, and how fast somebody speaks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.domain.attempt import Attempt
from tpmprep.domain.history import history_of
from tpmprep.domain.pace import own_pace
from tpmprep.domain.star import STORY_WORDS, Shares, hint_for, in_words, shares_of
from tpmprep.domain.text import SPEAKING_WPM, word_count

SITUATION = "The company ran five regional stores on an old order system that nobody understood. "
TASK = "My job was to bring all five of them onto the new platform before the busy season. "
ACTION = "I met every regional lead in person and I cut the pilot to one single store. "
RESULT = "As a result the failed orders fell from nine percent to two percent by March. "
PARTS = st.lists(st.sampled_from([SITUATION, TASK, ACTION, RESULT, "Fine. ", "\n"]), max_size=14)


def told(*parts: tuple[str, int]) -> Shares:
    """The shares of a story that has so many sentences of each kind."""
    shares = shares_of("".join(sentence * times for sentence, times in parts))
    assert shares is not None
    return shares


def spoken(wpm: float, number: int = 1, **more: Any) -> Attempt:
    """A minute and a half of a spoken answer with so many words a minute."""
    words = round(wpm * 1.5)
    changes = {"mode": "aloud", "elapsed_s": 90.0, "answer": "word " * words, **more}
    return make_attempt(f"20261124-120000-{number:08d}", **changes)


def pace_of(*attempts: Attempt) -> int:
    """The pace over these answers."""
    return own_pace(history_of(attempts))


def test_the_parts_of_a_story_are_told_apart() -> None:
    """Each sentence counts for its part, by its words."""
    shares = told((SITUATION, 1), (TASK, 1), (ACTION, 3), (RESULT, 1))
    words = [word_count(SITUATION), word_count(TASK), 3 * word_count(ACTION), word_count(RESULT)]
    assert shares == Shares(*(round(count / sum(words), 2) for count in words))
    assert shares.has_result
    assert ["situation", "task", "action", "result"] == [name for name, _ in in_words(shares)]
    assert [share for _, share in in_words(shares)] == [
        shares.situation,
        shares.task,
        shares.action,
        shares.result,
    ]
    assert "" == hint_for(shares)


def test_a_long_situation_gets_its_hint() -> None:
    """Over half of the words before anything happens."""
    shares = told((SITUATION, 6), (TASK, 1), (ACTION, 2), (RESULT, 1))
    assert shares.situation > 0.5
    assert "The situation takes over half" in hint_for(shares)
    assert "The situation takes" not in hint_for(told((SITUATION, 1), (ACTION, 6), (RESULT, 1)))


def test_a_story_without_an_end_gets_its_hint() -> None:
    """First of all, however the rest is divided."""
    for parts in (((ACTION, 6),), ((SITUATION, 6), (ACTION, 2)), ((SITUATION, 2), (ACTION, 3))):
        shares = told(*parts)
        assert not shares.has_result
        assert "No sentence says how it ended" in hint_for(shares)


def test_little_action_gets_its_hint() -> None:
    """Under two fifths of what was done."""
    shares = told((SITUATION, 3), (TASK, 3), (ACTION, 2), (RESULT, 2))
    assert shares.situation <= 0.5
    assert shares.action < 0.4
    assert "Under 40% is what was done" in hint_for(shares)


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        (Shares(0.5, 0.0, 0.4, 0.1), ""),
        (Shares(0.51, 0.0, 0.4, 0.09), "The situation takes over half"),
        (Shares(0.3, 0.21, 0.39, 0.1), "Under 40% is what was done"),
        (Shares(0.6, 0.0, 0.4, 0.0), "No sentence says how it ended"),
    ],
)
def test_the_bounds_of_the_hints(shares: Shares, words: str) -> None:
    """Exactly half of situation and exactly two fifths of action are fine."""
    assert hint_for(shares).startswith(words)
    assert bool(words) == bool(hint_for(shares))


@pytest.mark.parametrize("text", ["", "fine", ACTION, ACTION * 3, SITUATION * 20, "word " * 200])
def test_what_is_no_story_has_no_shares(text: str) -> None:
    """Too short, or nobody acts in it."""
    assert shares_of(text) is None


def test_a_story_begins_at_its_least_length() -> None:
    """From that many words on."""
    enough = "I cut it. " * (STORY_WORDS // 3)
    assert shares_of(enough) is not None
    assert shares_of(enough.removesuffix("I cut it. ") + "I cut.") is None


@given(PARTS)
def test_the_shares_make_up_the_whole(parts: list[str]) -> None:
    """Up to rounding; none is below nothing, and the same text says the same."""
    shares = shares_of("".join(parts))
    assert shares == shares_of("".join(parts))
    if shares is not None:
        values = [share for _, share in in_words(shares)]
        assert pytest.approx(1, abs=0.021) == sum(values)
        assert min(values) >= 0
        assert shares.action > 0
        hint_for(shares)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=600))
def test_any_text_can_be_asked_for_its_shares(text: str) -> None:
    """Nothing is raised."""
    shares = shares_of(text)
    assert shares is None or shares.action > 0


def test_the_pace_is_the_median_of_three_spoken_answers() -> None:
    """The one in the middle, not the mean; in any order and for both spoken modes."""
    answers = [spoken(100, 1), spoken(200, 2, mode="speak"), spoken(120, 3)]
    assert 120 == pace_of(*answers) == pace_of(*answers[::-1])
    assert 130 == pace_of(*answers, spoken(140, 4))


def test_fewer_than_three_tell_nothing() -> None:
    """Then it is the pace of a calm speaker."""
    assert SPEAKING_WPM == pace_of()
    assert SPEAKING_WPM == pace_of(spoken(100, 1), spoken(100, 2))
    assert 100 == pace_of(spoken(100, 1), spoken(100, 2), spoken(100, 3))


@pytest.mark.parametrize(
    "left_out",
    [
        {"mode": "type"},
        {"answer": "A few notes on what I said."},
        {"answer": "word " * 59},
        {"answer": "word " * 100},
        {"answer": "word " * 400},
        {"elapsed_s": 30.0, "answer": "word " * 59},
        {"elapsed_s": 29.9, "answer": "word " * 80},
        {"elapsed_s": 0.0, "answer": "word " * 80},
    ],
    ids=lambda changes: str(changes)[:50],
)
def test_what_is_no_transcript_is_left_out(left_out: dict[str, Any]) -> None:
    """Typed answers, notes, and what nobody can have spoken."""
    two = [spoken(100, 1), spoken(100, 2)]
    assert SPEAKING_WPM == pace_of(*two, spoken(100, 3, **left_out))
    assert 100 == pace_of(*two, spoken(100, 3), spoken(100, 4, **left_out))


@pytest.mark.parametrize(("wpm", "counts"), [(79, False), (80, True), (220, True), (221, False)])
def test_the_slowest_and_the_fastest_pace(wpm: int, counts: bool) -> None:
    """Both bounds belong to it."""
    answers = [spoken(wpm, n, elapsed_s=60.0, answer="word " * wpm) for n in (1, 2, 3)]
    assert (wpm if counts else SPEAKING_WPM) == pace_of(*answers)
