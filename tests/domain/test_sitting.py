"""A sitting: one answer after another, kept as a document, scored stage by stage."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.events import Grade
from tpmprep.domain.sitting import (
    SCHEMA,
    Item,
    Sitting,
    answered,
    as_document,
    begun,
    scored,
    sitting_from,
)

ID = "20261124-120000-00000001"
ITEMS = (
    Item("own-recruiter", "recruiter", "screen"),
    Item("own-program", "headline", "screen"),
    Item("tq-01", "2min", "execution"),
    Item("tq-02", "5min", "execution"),
)
MOCK = Sitting(ID, "mock", ITEMS, loop="guide")
LADDER = Sitting(ID, "ladder", tuple(Item("tq-01", fmt) for fmt in ("headline", "2min")))


def after(sitting: Sitting, count: int) -> Sitting:
    """The sitting after so many answers, each with an attempt named after its number."""
    for number in range(count):
        sitting = answered(begun(sitting, f"attempt-{number}"))
    return sitting


@pytest.mark.parametrize("count", range(len(ITEMS) + 1))
def test_items_are_answered_in_their_order(count: int) -> None:
    """The next is the first that is not answered; when all are, there is none."""
    sitting = after(MOCK, count)
    assert (ITEMS[count] if count < len(ITEMS) else None) == sitting.item
    assert tuple(f"attempt-{number}" for number in range(count)) == sitting.attempts


def test_an_answer_that_was_begun_is_none_yet() -> None:
    """It has the name of its attempt and is still the next one; a new begin takes its place."""
    sitting = begun(begun(after(MOCK, 1), "left"), "again")
    assert replace(ITEMS[1], attempt="again") == sitting.item
    assert ("attempt-0",) == sitting.attempts
    assert (1, ITEMS[2:]) == (sitting.done, sitting.items[2:])


def test_the_sitting_before_a_step_is_unchanged() -> None:
    """Every step gives a new one."""
    assert after(MOCK, 2) != MOCK
    assert ("", 0) == (MOCK.items[0].attempt, MOCK.done)


@pytest.mark.parametrize(
    ("sitting", "opens"),
    [
        (MOCK, [True, False, True, False, False]),
        (replace(MOCK, items=ITEMS[2:]), [True, False, False]),
        (LADDER, [False, False, False]),
    ],
)
def test_where_a_stage_begins(sitting: Sitting, opens: list[bool]) -> None:
    """With its first answer, begun or not; a ladder has no stages, and the end opens none."""
    seen = [after(sitting, count) for count in range(len(opens))]
    assert opens == [one.begins_stage for one in seen]
    waiting = [begun(one, "x").begins_stage for one in seen[:-1]]
    assert opens[:-1] == waiting


def test_the_items_of_a_stage() -> None:
    """Answered or not, in order; none of a stage that is not asked."""
    assert ITEMS[2:] == MOCK.of_stage("execution")
    assert () == MOCK.of_stage("case")
    assert "attempt-0" == after(MOCK, 1).of_stage("screen")[0].attempt


GRADES = (Grade("ex.risk", 3, ("two risks", "a gate")), Grade("ex.scope", 2))


def test_a_stage_gets_its_levels_and_quotes() -> None:
    """A level without a quote is kept too; the other stages keep theirs."""
    screen = scored(MOCK, "screen", [Grade("dl.concision", 4, ("I run payments",))])
    both = scored(screen, "execution", iter(GRADES))
    assert {
        "screen": {"dl.concision": 4},
        "execution": {"ex.risk": 3, "ex.scope": 2},
    } == both.scores
    assert {
        "screen": {"dl.concision": ["I run payments"]},
        "execution": {"ex.risk": ["two risks", "a gate"]},
    } == both.quotes
    assert ({}, {}) == (MOCK.scores, MOCK.quotes)


def test_a_stage_that_is_scored_again_has_the_new_levels_alone() -> None:
    """Nothing of the first scores stays."""
    again = scored(scored(MOCK, "execution", GRADES), "execution", [Grade("ex.risk", 1)])
    assert {"execution": {"ex.risk": 1}} == again.scores
    assert {"execution": {}} == again.quotes


WORDS = st.text(max_size=10)
SCORED = st.dictionaries(WORDS, st.integers(1, 4), max_size=3)
SITTINGS = st.builds(
    Sitting,
    id=WORDS,
    kind=st.sampled_from(["ladder", "mock"]),
    items=st.lists(st.builds(Item, WORDS, WORDS, WORDS, WORDS), min_size=1, max_size=4).map(tuple),
    loop=WORDS,
    pace=st.sampled_from(["1.0", "untimed"]),
    seed=st.integers(0, 2**31),
    redirects=st.booleans(),
    done=st.integers(0, 1),
    scores=st.dictionaries(WORDS, SCORED, max_size=2),
    quotes=st.dictionaries(WORDS, st.dictionaries(WORDS, st.lists(WORDS, max_size=2)), max_size=2),
)


@given(SITTINGS)
def test_a_sitting_comes_back_from_its_document(sitting: Sitting) -> None:
    """Equal in everything; the document says which schema it has."""
    document = as_document(sitting)
    assert SCHEMA == document["schema"]
    assert sitting == sitting_from(document)


def test_what_a_document_need_not_say() -> None:
    """Id, kind and items are enough; the rest is as at the start."""
    items = [{"question": "tq-01", "format": "2min"}]
    found = sitting_from({"id": ID, "kind": "ladder", "items": items})
    assert Sitting(ID, "ladder", (Item("tq-01", "2min"),)) == found
    assert ("type", "1.0", True, 0) == (found.mode, found.pace, found.redirects, found.done)
    assert ("", 0, {}, {}) == (found.loop, found.seed, found.scores, found.quotes)


OTHERS: list[dict[str, Any]] = [
    {"items": []},
    {"items": None},
    {"items": "tq-01"},
    {"items": ["tq-01"]},
    {"items": [{"question": "tq-01"}]},
    {"items": [{"question": "tq-01", "format": "2min", "minutes": 2}]},
    {"items": {"question": "tq-01", "format": "2min"}},
    {"done": -1},
    {"done": 5},
    {"done": None},
    {"done": "1"},
    {"done": [1]},
    {"kinds": "mock"},
    {"kind": "talk"},
    {"done": 1.0},
    {"done": True},
    {"scores": None},
    {"pace": "7"},
    {"id": 7},
    {"items": [{"question": 5, "format": "2min"}]},
]


@pytest.mark.parametrize("change", OTHERS, ids=str)
def test_another_document_is_refused(change: dict[str, Any]) -> None:
    """With an error that says so, not with a sitting that has no place in its items."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        sitting_from({**as_document(MOCK), **change})


@pytest.mark.parametrize("key", ["id", "kind", "items"])
def test_a_document_without_what_it_needs_is_refused(key: str) -> None:
    """Nothing is made up for it."""
    document = as_document(MOCK)
    del document[key]
    with pytest.raises((KeyError, TypeError, ValueError)):
        sitting_from(document)


@pytest.mark.parametrize("done", [0, len(ITEMS)])
def test_both_ends_are_places_in_a_sitting(done: int) -> None:
    """Not begun, and all answered but not scored: both can be gone on with."""
    assert done == sitting_from({**as_document(MOCK), "done": done}).done
