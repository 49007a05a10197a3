"""The interviewer: what is asked next, by what the answer so far lacks."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import interrupting, make_question
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import Event, Finish, Start, Tick, Typed
from tpmprep.domain.formats import FORMATS, paced
from tpmprep.domain.interviewer import (
    WINDOW,
    Interviewer,
    Line,
    Talk,
    follow_up,
    interruption,
    interviewer_for,
)

GENERAL = (
    Line("ownership.1", "ownership", "Who is we?"),
    Line("ownership.2", "ownership", "Which part was yours?"),
    Line("metric.1", "metric", "Give me one number."),
    Line("metric.2", "metric", "How large was it?"),
    Line("depth.1", "depth", "You said: {words}. Go on."),
    Line("depth.2", "depth", "What was hardest?"),
)
FULL = "The owner decides on 12 March, and I can roll back within 4 minutes when it fails. " * 2
WE = "The director owns it and decides, with 3 people. We looked at everything together then. " * 2
BARE = (
    "I looked at it with care and asked everybody what they would do, and then I did it all again."
)
QUESTION = make_question()


def asker(seed: int = 1, **more: bool) -> Interviewer:
    """An interviewer with the general lines."""
    return Interviewer(seed=seed, general=GENERAL, **more)


def asked(text: str, *spoken: str, left: int = 4, seed: int = 1) -> str:
    """The id of the next line."""
    line = follow_up(asker(seed), QUESTION, Talk(text, spoken, left))
    return line.id if line else ""


def test_what_was_not_heard_comes_first_in_the_order_of_its_weight() -> None:
    """The heaviest expected signal that is missing is asked for, then the next."""
    assert "probe.0" == asked("nothing of it")
    assert "probe.1" == asked("The owner decides.")


@pytest.mark.parametrize("seed", range(20))
def test_a_signal_that_was_heard_is_not_asked_for(seed: int) -> None:
    """Neither the one it expects nor the one that makes it needless."""
    for spoken in ((), ("metric.1",), ("constraint.0", "depth.2")):
        assert asked(FULL, *spoken, seed=seed) not in ("probe.0", "probe.1")


def test_the_order_of_need() -> None:
    """Missing signals, then "we" without an owner, then no figure, then one level deeper."""
    heard = "The owner decides and I roll back. "
    assert asked(WE, "probe.1").startswith("ownership")
    assert asked(heard + BARE).startswith("metric")
    assert asked(FULL)[:5] in ("depth", "probe")


@pytest.mark.parametrize("text", ["", "We did it."])
def test_of_a_few_words_nothing_can_be_said(text: str) -> None:
    """No figure in three words is no lack."""
    assert not asked(text, "probe.0").startswith(("ownership", "metric"))


def test_depth_quotes_what_was_said() -> None:
    """The words stand in the question."""
    found = {asked(FULL, "probe.2", seed=seed) for seed in range(20)}
    assert {"depth.1", "depth.2"} == found
    line = next(
        line
        for seed in range(20)
        if (line := follow_up(asker(seed), QUESTION, Talk(FULL, ("probe.2",), 3)))
        and line.id == "depth.1"
    )
    assert "You said: The owner decides on 12 March" in line.text


def test_the_last_question_changes_the_conditions() -> None:
    """Unless they were changed before."""
    assert "constraint.0" == asked("nothing", "probe.0", "depth.2", "probe.1", left=1)
    assert "constraint.0" != asked("nothing", "constraint.0", "probe.1", left=1)


def test_a_silent_interviewer_asks_nothing() -> None:
    """Nobody interrupts an answer that is given."""
    assert follow_up(asker(silent=True), QUESTION, Talk("")) is None


def test_an_interruption_is_a_redirect_or_what_the_words_lack() -> None:
    """Twenty seeds show both; of an answer that lacks nothing only the redirect."""
    heard = {interruption(asker(seed), QUESTION, Talk(BARE)) for seed in range(20)}
    assert {"redirect", "metric"} == {line.kind for line in heard if line}
    full = {interruption(asker(seed), QUESTION, Talk(FULL)) for seed in range(20)}
    assert ["redirect"] == [line.kind for line in full if line]


def test_an_interruption_is_of_another_kind_than_the_question_it_cuts_into() -> None:
    """Who was just asked for a number is not interrupted for one."""
    cut = {interruption(asker(seed), QUESTION, Talk(BARE, ("metric.1",))) for seed in range(20)}
    assert {"redirect"} == {line.kind for line in cut if line}


@given(st.integers(0, 2**31), st.sampled_from(["2min", "5min", "deep"]))
def test_an_interruption_falls_in_its_window(seed: int, fmt: str) -> None:
    """Between 40 and 60 percent of the clock of its part."""
    who = interviewer_for(FORMATS[fmt], seed, Random(seed), GENERAL, typed=True)
    assert WINDOW[0] <= who.share <= WINDOW[1]
    assert who.interrupts in (range(1, 5) if fmt == "deep" else [0])
    assert who == interviewer_for(FORMATS[fmt], seed, Random(seed), GENERAL, typed=True)


def test_interruptions_are_uniform_over_seeds() -> None:
    """Each tenth of the window gets its share of 4,000 seeds, within five standard deviations."""
    counts = [0] * 10
    for seed in range(4000):
        who = interviewer_for(FORMATS["2min"], seed, Random(seed), (), typed=True)
        counts[min(9, int((who.share - WINDOW[0]) / (WINDOW[1] - WINDOW[0]) * 10))] += 1
    assert all(abs(count - 400) < 5 * (4000 * 0.1 * 0.9) ** 0.5 for count in counts)


@pytest.mark.parametrize("fmt", ["headline", "recruiter", "update", "pushback", "board"])
def test_other_formats_are_not_interrupted(fmt: str) -> None:
    """Neither a headline nor a talk that has its own reply."""
    assert interviewer_for(FORMATS[fmt], 1, Random(1), GENERAL, typed=True).interrupts is None


def deep(text: str, seed: int) -> Drill:
    """A deep dive in which every question is answered with the same words."""
    drill = Drill(QUESTION, paced(FORMATS["deep"], "1.0"), asker(seed))
    drill, at_s = step(drill, Start(0)), 0.0
    while drill.phase is Phase.ANSWERING:
        at_s += 1
        drill = step(step(drill, Typed(at_s, text)), Finish(at_s))
    return drill


TEXTS = st.sampled_from(["", "We did it.", FULL, WE, BARE, "The owner decides.", "roll back"])


@given(TEXTS, st.integers(0, 1000))
def test_no_question_repeats_and_no_kind_twice_running(text: str, seed: int) -> None:
    """Four follow-ups, each another line, each of another kind than the one before."""
    lines = [part.line for part in deep(text, seed).parts[1:]]
    assert 4 == len(lines) == len(set(lines))
    kinds = [line.split(".")[0] for line in lines]
    assert all(one != two for one, two in pairwise(kinds))
    assert "constraint" in kinds


@given(TEXTS, st.integers(0, 1000))
def test_the_same_words_and_seed_get_the_same_questions(text: str, seed: int) -> None:
    """Nothing else decides."""
    assert deep(text, seed).parts == deep(text, seed).parts


def test_twenty_draws_show_more_than_one_path() -> None:
    """The seed settles what need leaves open."""
    assert 1 < len({tuple(p.line for p in deep(BARE, seed).parts) for seed in range(20)})


def test_a_typed_answer_is_interrupted_when_there_is_something_to_interrupt() -> None:
    """With a few words on the page the interviewer waits, to the end of the window at most."""
    who = interrupting(50, waits_for_words=True)
    early: list[Event] = [Tick(float(at)) for at in range(1, 61)]
    drill = step(Drill(QUESTION, FORMATS["2min"], who), Start(0))
    for event in early:
        drill = step(drill, event)
    assert ["main"] == [part.kind for part in drill.parts]
    wordy = step(step(drill, Typed(60.5, BARE)), Tick(61))
    assert ["main", "redirect"] == [part.kind for part in wordy.parts]
    for at in range(61, 73):
        drill = step(drill, Tick(float(at)))
    assert ["main", "redirect"] == [part.kind for part in drill.parts]
    assert 72.0 == drill.parts[1].at_s


def test_a_deep_dive_is_interrupted_in_a_follow_up() -> None:
    """Not in the eight minutes; in the follow-up at its share, whose clock goes on."""
    who = Interviewer(share=0.5, interrupts=2)
    drill = step(Drill(QUESTION, FORMATS["deep"], who), Start(0))
    for at in range(1, 300):
        drill = step(drill, Tick(float(at)))
    drill = step(step(drill, Finish(300)), Finish(301))
    for at in range(302, 392):
        drill = step(drill, Tick(float(at)))
    assert ["probe", "redirect"] == [drill.parts[1].kind, drill.part.kind]
    assert 4 == len(drill.parts)
    assert (391.0, True, 90.0) == (drill.part.at_s, drill.part.interrupts, drill.remaining_s)
    drill = step(drill, Finish(392))
    assert (3, 180.0) == (len(drill.own_clock) - 1, drill.remaining_s)
