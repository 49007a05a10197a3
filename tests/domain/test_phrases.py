"""Sentences with slots: what is said when slots are filled, and when they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.phrases import CHANGE_FIRST, Assumptions, Slot

PHRASE = Assumptions(
    sentence="I plan for {teams} teams\nand {risk}; if larger,  I change: {change_first}.",
    slots=(
        Slot("teams", "How many?", "five"),
        Slot("risk", "What could go wrong?", "launch risk"),
        Slot(CHANGE_FIRST, "What changes?", ""),
    ),
    why="It can be corrected.",
)
ALL_THREE = {"teams": "12", "risk": "no risk", CHANGE_FIRST: "the order"}


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({}, "I plan for five teams and launch risk; if larger, I change."),
        (ALL_THREE, "I plan for 12 teams and no risk; if larger, I change: the order."),
        ({"teams": "two"}, "I plan for two teams and launch risk; if larger, I change."),
        (
            {CHANGE_FIRST: "dates, then scope"},
            "I plan for five teams and launch risk; if larger, I change: dates, then scope.",
        ),
    ],
)
def test_what_is_said(given_: dict[str, str], said: str) -> None:
    """On one line: what was given, else the defaults; an empty end leaves no colon behind."""
    assert said == PHRASE.said(given_)


def test_a_reply_is_said_as_it_stands() -> None:
    """Its own full stop is not said twice, and what looks like a slot in it is none."""
    given_ = {"teams": "{risk}", CHANGE_FIRST: "the order. "}
    wanted = "I plan for {risk} teams and launch risk; if larger, I change: the order."
    assert wanted == PHRASE.said(given_)


@pytest.mark.parametrize("blank", ["", " ", "\t \n"])
def test_a_blank_reply_is_none(blank: str) -> None:
    """The default stands where only blanks were typed."""
    assert PHRASE.said({}) == PHRASE.said(dict.fromkeys(ALL_THREE, blank))


def test_blanks_around_a_reply_do_not_count() -> None:
    """They are typed by accident."""
    padded = {name: f"  {value} " for name, value in ALL_THREE.items()}
    assert PHRASE.said(ALL_THREE) == PHRASE.said(padded)


def test_a_reply_to_another_question_is_not_said() -> None:
    """Only the slots of the sentence are filled."""
    assert PHRASE.said({}) == PHRASE.said({"budget": "one million"})


WORDS = st.text("abc 12,;%}", min_size=1, max_size=20).filter(str.strip)


@given(st.fixed_dictionaries({"teams": WORDS, "risk": WORDS, CHANGE_FIRST: WORDS}))
def test_every_reply_stands_in_the_sentence(given_: dict[str, str]) -> None:
    """In its place and word for word, and no slot is left open."""
    teams, risk, change = (given_[slot.id].strip() for slot in PHRASE.slots)
    said = PHRASE.said(given_)
    assert f"I plan for {teams} teams and {risk}; if larger, I change: {change}." == said


@given(st.sets(st.sampled_from(sorted(ALL_THREE))))
def test_one_reply_does_not_change_the_others(names: set[str]) -> None:
    """Any of them may be left out; its default stands there."""
    said = PHRASE.said({name: ALL_THREE[name] for name in names})
    teams = "12" if "teams" in names else "five"
    risk = "no risk" if "risk" in names else "launch risk"
    change = ": the order" if CHANGE_FIRST in names else ""
    assert f"I plan for {teams} teams and {risk}; if larger, I change{change}." == said
