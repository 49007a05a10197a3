"""What holds for any order of events, and for a draft of any drill."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import NOON, interrupting, make_question
from tpmprep.domain.attempt import Origin
from tpmprep.domain.draft import draft_of, has_words, restore
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import (
    Abandon,
    Event,
    Felt,
    Finish,
    Grade,
    Graded,
    Predict,
    Start,
    Suspend,
    Tick,
    Typed,
    Wake,
)
from tpmprep.domain.formats import FORMATS

ORIGIN = Origin("20261124-120000-00000001", "0.1.0", NOON, "type", 7)
GAPS = st.lists(st.floats(0, 30, allow_nan=False), max_size=40)


def started(fmt: str) -> Drill:
    """A drill at time 0, interrupted at 50 s."""
    question = make_question()
    return step(Drill(question, FORMATS[fmt], interrupting(50.0)), Start(0.0))


def some_event(kind: str, at_s: float, text: str) -> Event:
    """An event of `kind`."""
    events: dict[str, Event] = {
        "tick": Tick(at_s),
        "typed": Typed(at_s, text),
        "suspend": Suspend(at_s),
        "wake": Wake(at_s),
    }
    return events[kind]


KINDS = st.sampled_from(["tick", "typed", "suspend", "wake"])
MOVES = st.lists(st.tuples(KINDS, st.floats(0, 30, allow_nan=False), st.text()), max_size=40)


@given(GAPS, st.sampled_from(sorted(FORMATS)))
def test_time_left_never_rises(gaps: list[float], fmt: str) -> None:
    """Whatever the gaps, a clock only runs down."""
    drill, at = started(fmt), 0.0
    for gap in gaps:
        before, at = drill.remaining_s, at + gap
        drill = step(drill, Tick(at))
        assert drill.remaining_s <= before


@given(MOVES)
def test_all_time_is_accounted_for(moves: list[tuple[str, float, str]]) -> None:
    """What was answered and what was paused add up to what passed."""
    drill, at = started("2min"), 0.0
    for kind, gap, text in moves:
        at += gap
        drill = step(drill, some_event(kind, at, text))
    paused = sum(pause.seconds for pause in drill.pauses)
    assert at == pytest.approx(drill.elapsed_s + paused, abs=1e-6)


@given(MOVES)
def test_the_last_text_is_never_lost(moves: list[tuple[str, float, str]]) -> None:
    """The current part holds what was typed last, whatever came between; so does its end."""
    drill, at, last = started("2min"), 0.0, ""
    for kind, gap, text in moves:
        at += gap
        parts = len(drill.parts)
        drill = step(drill, some_event(kind, at, text))
        if kind == "typed":
            last = text
        elif len(drill.parts) > parts:
            assert last == drill.parts[-2].text
            last = ""
        assert last == drill.part.text
    assert drill.text == step(drill, Abandon(at)).text == step(drill, Finish(at)).text


@given(MOVES, st.floats(0, 1e6, allow_nan=False))
def test_a_draft_is_the_drill(moves: list[tuple[str, float, str]], away_s: float) -> None:
    """Through JSON and back: words, time, interviewer and pauses are the same; it waits paused."""
    drill, at = step(started("2min"), Tick(1.0)), 1.0
    for kind, gap, text in moves:
        at += gap
        drill = step(drill, some_event(kind, at, text))
    found, origin = restore(json.loads(json.dumps(draft_of(drill, ORIGIN))), away_s)
    assert ORIGIN == origin
    assert Phase.PAUSED is found.phase
    assert (drill.parts, drill.elapsed_s, drill.interviewer) == (
        found.parts,
        found.elapsed_s,
        found.interviewer,
    )
    assert drill.question == found.question
    stopped = [pause.seconds for pause in found.pauses if pause.why == "stopped"]
    assert ([away_s] if away_s > 0 else []) == stopped
    woken = step(step(found, Wake(5000.0)), Tick(5002.0))
    assert drill.elapsed_s + 2 == pytest.approx(woken.elapsed_s)


def test_scoring_goes_on_where_it_stopped() -> None:
    """A draft of the scoring keeps its phase and the levels that were given."""
    drill = step(step(started("2min"), Typed(1, "words")), Finish(2))
    drill = step(step(drill, Felt(40)), Grade("ex.control", 3, ("words",)))
    found, _ = restore(json.loads(json.dumps(draft_of(drill, ORIGIN))))
    assert drill.scoring == found.scoring
    assert (Phase.SCORING, {"ex.control": 3}, 40) == (
        found.phase,
        found.scoring.scores,
        found.scoring.felt_pass,
    )
    assert Phase.REVEAL is restore(draft_of(step(drill, Graded()), ORIGIN))[0].phase


def test_a_card_that_was_not_started_starts_again() -> None:
    """Before the first second there is nothing to go on with."""
    question = make_question()
    drill = step(Drill(question, FORMATS["2min"], interrupting(50.0)), Predict(70))
    document = draft_of(drill, ORIGIN)
    assert not has_words(document)
    found, _ = restore(document)
    assert (Phase.READY, 70) == (found.phase, found.scoring.predicted_pass)


@pytest.mark.parametrize("broken", [{}, {"origin": {}}, {"scoring": None, "interviewer": 1}])
def test_a_document_that_is_no_draft(broken: dict[str, object]) -> None:
    """It raises what `restore` promises, nothing else."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        restore(broken)
