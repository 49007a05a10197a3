"""Whatever happens in whatever order: time, words and the end of every kind of drill."""

import json
from collections.abc import Callable
from itertools import chain
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes import NOON, make_question
from tpmprep.domain.attempt import Origin
from tpmprep.domain.draft import draft_of, restore
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import IllegalMove, step
from tpmprep.domain.events import (
    Abandon,
    Change,
    Event,
    Finish,
    Graded,
    Spoke,
    Start,
    Suspend,
    Think,
    Tick,
    Typed,
    Wake,
)
from tpmprep.domain.formats import FORMATS, PACES, Stretch, paced
from tpmprep.domain.interviewer import Line, interviewer_for

ORIGIN = Origin("20261124-120000-00000001", "0.1.0", NOON, "type", 7)
GENERAL = (
    Line("ownership.1", "ownership", "Who is we?"),
    Line("metric.1", "metric", "Give me one number."),
    Line("depth.1", "depth", "You said: {words}. Go on."),
    Line("depth.2", "depth", "What was hardest?"),
)
STRETCHES = (
    Stretch("goals", "Goals", "What is it for?", 60),
    Stretch("risks", "Risks", "What can go wrong?", 60),
    Stretch("changed", "Change", "Half the time is left.", 30, changes=True),
    Stretch("again", "Goals again", "Write the goals once more.", 30, carries="goals"),
)
TALKS = ("2min", "deep", "update", "headline", "takehome")
IN_PARTS = ("board", "retro", "narrative", "estimate")
ROUNDING_S = 1e-6

SAID = st.sampled_from(
    ["", "One owner decides. ", "We looked at it. ", "I roll back in 4 minutes. "]
)
TEXTS = st.lists(SAID, max_size=8).map("".join)
MOVES: dict[str, Callable[[float, str], Event]] = {
    "think": lambda at, text: Think(at, 60.0),
    "start": lambda at, text: Start(at),
    "tick": lambda at, text: Tick(at),
    "type": Typed,
    "speak": lambda at, text: Spoke(at),
    "pause": lambda at, text: Suspend(at),
    "wake": lambda at, text: Wake(at),
    "finish": lambda at, text: Finish(at),
    "stop": lambda at, text: Abandon(at),
    "graded": lambda at, text: Graded(),
    "change": lambda at, text: Change("Say the number first."),
}
USUAL = [name for name in MOVES if name not in ("stop", "think")]
GAPS = st.floats(-1, 8, allow_nan=False)
WAIT = st.integers(1, 20).map(lambda ticks: [("tick", 4.0, "")] * ticks)
ONE = st.tuples(st.sampled_from(USUAL), GAPS, TEXTS).map(lambda move: [move])
WRITE = st.tuples(st.just("type"), GAPS, TEXTS).map(lambda move: [move])
OPENING = st.sampled_from([[("start", 0.0, "")], [("start", 0.0, "")], [("think", 0.0, "")], []])
RUNS = st.lists(st.one_of(WAIT, WRITE, ONE), min_size=15, max_size=40)
STEPS = st.tuples(OPENING, RUNS).map(lambda both: [*both[0], *chain.from_iterable(both[1])])


@st.composite
def drills(draw: st.DrawFn) -> Drill:
    """A drill of any format at any pace, with the interviewer that its seed draws."""
    name = draw(st.sampled_from([*TALKS, *IN_PARTS]))
    stretches = STRETCHES if name in IN_PARTS else ()
    fmt = paced(FORMATS[name], draw(st.sampled_from(sorted(PACES))), stretches)
    seed = draw(st.integers(0, 2**31))
    who = interviewer_for(fmt, seed, Random(seed), GENERAL, typed=draw(st.booleans()))
    return Drill(make_question(), fmt, who)


def moved(drill: Drill, event: Event) -> Drill:
    """The drill after an event; one that makes no sense then changes nothing."""
    try:
        return step(drill, event)
    except IllegalMove:
        return drill


def after(drill: Drill, moves: list[tuple[str, float, str]]) -> tuple[Drill, float]:
    """The drill after all moves, and the reading of the clock by then."""
    at = 0.0
    for kind, gap, text in moves:
        at += gap
        drill = moved(drill, MOVES[kind](at, text))
    return drill, at


def texts(drill: Drill) -> list[str]:
    """What every part holds."""
    return [part.text for part in drill.parts]


@settings(max_examples=300)
@given(drills(), STEPS)
def test_time_only_goes_on_and_words_only_change_where_they_are_typed(
    drill: Drill, moves: list[tuple[str, float, str]]
) -> None:
    """No second is given back or counted twice, and every finished part stays as it was."""
    at = passed = 0.0
    for kind, gap, text in moves:
        at += gap
        before, drill = drill, moved(drill, MOVES[kind](at, text))
        passed += max(gap, 0)
        paused = sum(pause.seconds for pause in drill.pauses)
        assert drill.elapsed_s + drill.think_s + paused <= passed + ROUNDING_S
        assert before.elapsed_s <= drill.elapsed_s
        assert before.think_s <= drill.think_s
        assert sum(p.seconds for p in before.pauses) <= sum(p.seconds for p in drill.pauses)
        if kind == "type" and drill.phase is Phase.ANSWERING:
            assert texts(before)[:-1] == texts(drill)[: max(len(before.parts), 1) - 1]
            assert text == drill.part.text or not text.strip()
        else:
            assert texts(before) == texts(drill)[: len(before.parts)]


@settings(max_examples=300)
@given(drills(), STEPS)
def test_every_drill_ends_done_abandoned_or_resumable(
    drill: Drill, moves: list[tuple[str, float, str]]
) -> None:
    """Whatever came before, it can be stopped, resumed from its draft, and finished."""
    drill, at = after(drill, moves)
    if drill.phase is Phase.DONE:
        return
    assert Phase.ABANDONED is step(drill, Abandon(at)).phase
    resumed, _ = restore(json.loads(json.dumps(draft_of(drill, ORIGIN))))
    assert (texts(drill), drill.elapsed_s) == (texts(resumed), resumed.elapsed_s)
    for turn in range(40):
        for event in (Start(at + turn), Finish(at + turn), Graded(), Change("Next time.")):
            resumed = moved(resumed, event)
    assert Phase.DONE is resumed.phase
    assert texts(drill) == texts(resumed)[: len(drill.parts)]


@settings(max_examples=300)
@given(drills(), STEPS)
def test_nothing_is_asked_twice_and_one_interruption_at_most(
    drill: Drill, moves: list[tuple[str, float, str]]
) -> None:
    """No line repeats in an attempt; what interrupts comes after its moment, at most once."""
    drill, _ = after(drill, moves)
    asked = [part.line for part in drill.parts if part.line]
    assert len(set(asked)) == len(asked)
    cuts = [part for part in drill.parts if part.interrupts]
    assert len(cuts) <= (1 if drill.format.interrupts else 0)
    for cut in cuts:
        assert cut.at_s - cut.clock_from_s >= drill.interviewer.share * cut.clock_s
