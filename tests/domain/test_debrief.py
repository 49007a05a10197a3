"""The debrief of a mock: what the scores and the answers of a sitting say together."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.domain.attempt import Attempt, Segment, SignalSeen
from tpmprep.domain.debrief import Debrief, Level, StageResult, debrief_of
from tpmprep.domain.events import Grade
from tpmprep.domain.loops import LoopStage
from tpmprep.domain.sitting import Item, Sitting, as_document, scored


def stage(stage_id: str) -> LoopStage:
    """A stage of which only the id and the name matter here."""
    return LoopStage(stage_id, stage_id.title(), 45, (), (), (), 1, (), (), "s", "guide", "2026")


STAGES = [stage("screen"), stage("execution"), stage("case")]
IDS = [f"20261124-12000{n}-00000001" for n in range(4)]
SITTING = Sitting(
    "20261124-110000-00000001",
    "mock",
    (
        Item("tq-01", "2min", "screen", IDS[0]),
        Item("tq-02", "2min", "execution", IDS[1]),
        Item("tq-03", "5min", "execution", IDS[2]),
    ),
    loop="guide",
    done=3,
)
Given = dict[str, list[tuple[str, int, str]]]


def answers(**changes: Any) -> dict[str, Attempt]:
    """The attempts of the sitting, all with the same changes."""
    return {name: make_attempt(name, **changes) for name in IDS[:3]}


def debrief(given_: Given, attempts: dict[str, Attempt] | None = None) -> Debrief:
    """The debrief of the usual sitting with these levels and quotes."""
    sitting = SITTING
    for name, levels in given_.items():
        grades = [Grade(d, level, (quote,) if quote else ()) for d, level, quote in levels]
        sitting = scored(sitting, name, grades)
    return debrief_of(sitting, STAGES, answers() if attempts is None else attempts)


LEVELS: Given = {
    "execution": [("ex.risk", 2, "q1"), ("ex.scope", 4, ""), ("ex.launch", 3, "q2")],
    "screen": [("dl.structure", 4, "q3"), ("dl.evidence", 2, "")],
}


def test_stages_stand_in_the_order_of_the_loop() -> None:
    """Those that were asked, whichever was scored first."""
    found = debrief(LEVELS).stages
    assert [("screen", "Screen", 3.0), ("execution", "Execution", 3.0)] == [
        (one.id, one.name, one.score) for one in found
    ]


def test_every_stage_weighs_the_same() -> None:
    """Not every level: four levels of one stage count as much as the one of another."""
    many = [(f"ex.{n}", 1, "") for n in range(4)]
    assert 2.5 == debrief({"screen": [("dl.structure", 4, "")], "execution": many}).score


def test_the_whole_score_has_two_decimals() -> None:
    """Like every other score."""
    sitting = Sitting("x", "mock", tuple(Item("tq-01", "2min", one.id) for one in STAGES))
    for level, one in zip((1, 1, 2), STAGES, strict=True):
        sitting = scored(sitting, one.id, [Grade("ex.risk", level)])
    assert 1.33 == debrief_of(sitting, STAGES, {}).score


@pytest.mark.parametrize(
    ("given_", "scores", "score"),
    [
        ({}, [None, None], None),
        ({"screen": []}, [None, None], None),
        ({"execution": [("ex.risk", 2, "")]}, [None, 2.0], 2.0),
        ({"screen": [("a", 1, "")], "execution": [("b", 2, ""), ("c", 2, "")]}, [1.0, 2.0], 1.5),
    ],
)
def test_a_stage_without_levels_has_no_score(
    given_: Given, scores: list[float | None], score: float | None
) -> None:
    """It does not count as zero, and without any there is no score at all."""
    found = debrief(given_)
    assert scores == [one.score for one in found.stages]
    assert score == found.score


def test_what_carried_are_the_best_levels_with_a_quote() -> None:
    """From 3 on, the best first; a level that no words earn carries nothing."""
    assert (
        Level("screen", "dl.structure", 4, "q3"),
        Level("execution", "ex.launch", 3, "q2"),
    ) == debrief(LEVELS).carried


def test_no_more_than_three_carry() -> None:
    """Among equals those that came first."""
    levels = [(f"ex.{n}", 3 + (n == 3), f"q{n}") for n in range(5)]
    found = debrief({"execution": levels}).carried
    assert ["ex.3", "ex.0", "ex.1"] == [level.dimension for level in found]


def test_a_level_is_told_with_its_first_quote() -> None:
    """One is enough to remember it by."""
    sitting = scored(SITTING, "screen", [Grade("dl.structure", 3, ("first", "second"))])
    (level,) = debrief_of(sitting, STAGES, answers()).carried
    assert "first" == level.quote


def test_the_weakest_level_comes_first() -> None:
    """Among equals the one that was met first in the loop; without levels there is none."""
    assert Level("screen", "dl.evidence", 2) == debrief(LEVELS).first
    assert debrief({}).first is None


GRADED = st.dictionaries(
    st.sampled_from(["screen", "execution"]),
    st.lists(
        st.tuples(
            st.sampled_from(["ex.risk", "ex.scope", "te.failure"]),
            st.integers(1, 4),
            st.sampled_from(["", "q"]),
        ),
        max_size=3,
        unique_by=lambda row: row[0],
    ),
)


@given(GRADED)
def test_nothing_is_weaker_than_what_is_to_be_mended(given_: Given) -> None:
    """The best level needs no mending; the score lies between the weakest and the strongest."""
    found = debrief(given_)
    levels = [level for rows in given_.values() for _, level, _ in rows]
    weak = [level for level in levels if level < 4]
    assert (min(weak) if weak else None) == (found.first.level if found.first else None)
    assert (found.score is None) is not bool(levels)
    assert found.score is None or min(levels) <= found.score <= max(levels)
    quoted = sorted((n for rows in given_.values() for _, n, q in rows if q and n > 2))[::-1]
    assert quoted[:3] == [level.level for level in found.carried]


def interrupted(recovery_s: float | None) -> list[Segment]:
    """An answer that was interrupted once."""
    return [Segment("?", "main", 0.0, "x"), Segment("!", "redirect", 50.0, "y", recovery_s)]


def test_a_stage_counts_its_own_answers() -> None:
    """How many, how many over time, signals with their credit, the mean recovery."""
    signals = {
        "owner": SignalSeen(mentioned=True),
        "rollback": SignalSeen(mentioned=True, aided=True),
        "cost": SignalSeen(mentioned=False),
    }
    attempts = {
        IDS[0]: make_attempt(IDS[0], overtime_s=99.0),
        IDS[1]: make_attempt(IDS[1], overtime_s=1.0, segments=interrupted(4.0), signals=signals),
        IDS[2]: make_attempt(IDS[2], overtime_s=0.9, segments=interrupted(7.5)),
        IDS[3]: make_attempt(IDS[3], overtime_s=5.0, segments=interrupted(99.0)),
    }
    screen, execution = debrief({}, attempts).stages
    assert StageResult("screen", "Screen", None, 1, 1, 0, 0, None) == screen
    assert StageResult("execution", "Execution", None, 2, 1, 1.5, 3, 5.8) == execution


@pytest.mark.parametrize(
    ("recovery_s", "mean"), [(None, None), (0.0, 0.0), (3.0, 3.0)], ids=["none", "at once", "3 s"]
)
def test_recovery_is_that_of_the_interrupted(recovery_s: float | None, mean: float | None) -> None:
    """Who never went on has none; to go on at once is a time, too."""
    found = debrief({}, answers(segments=interrupted(recovery_s)))
    assert [mean, mean] == [one.recovery_s for one in found.stages]


def test_an_attempt_that_is_gone_is_not_counted() -> None:
    """The levels of its stage stay: they were given."""
    found = debrief(LEVELS, {IDS[1]: answers()[IDS[1]]})
    assert [(0, 3.0), (1, 3.0)] == [(one.answers, one.score) for one in found.stages]


def test_what_a_debrief_says_hides_nothing_of_its_sitting() -> None:
    """Both are kept in one document."""
    assert set(Debrief.__dataclass_fields__).isdisjoint(as_document(SITTING))
