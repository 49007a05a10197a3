"""The engine: clocks, interruptions, pauses, follow-ups, scoring."""

import pytest

from fakes import interrupting, make_question
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import IllegalMove, step
from tpmprep.domain.events import (
    Abandon,
    Change,
    Event,
    Felt,
    Finish,
    Grade,
    Graded,
    Note,
    Predict,
    Reveal,
    Spoke,
    Start,
    Suspend,
    Think,
    Tick,
    Typed,
    Wake,
)
from tpmprep.domain.formats import FORMATS, Stretch, paced

TASKS = {
    fmt: (Stretch("one", "One", "Do one.", 60), Stretch("two", "Two", "Do two.", 30))
    for fmt in ("board", "retro", "narrative", "estimate")
}


def ready(fmt: str = "2min", *, redirect_at_s: float | None = None, pace: str = "1.0") -> Drill:
    """A drill before its start; with a redirect when a time is given."""
    paced_fmt = paced(FORMATS[fmt], pace, TASKS.get(fmt, ()))
    return Drill(make_question(), paced_fmt, interrupting(redirect_at_s))


def run(drill: Drill, *events: Event) -> Drill:
    """The drill after all events."""
    for event in events:
        drill = step(drill, event)
    return drill


def ticks(first: float, last: float) -> list[Event]:
    """A tick each second."""
    return [Tick(float(at)) for at in range(int(first), int(last) + 1)]


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_runs_from_start_to_done(fmt: str) -> None:
    """A new row of FORMATS is tested by existing."""
    drill = run(ready(fmt), Predict(60), Start(0))
    at = 0.0
    while drill.phase is Phase.ANSWERING:
        drill = run(drill, Typed(at + 1, f"part {len(drill.parts)}"), Finish(at + 2))
        at += 2
    asked = FORMATS[fmt].follow_ups + len(TASKS.get(fmt, "1"))
    assert [f"part {n}" for n in range(1, asked + 1)] == drill.text.split("\n\n")
    drill = run(drill, Felt(50), Grade("ex.control", 3, ("part 1",)), Graded())
    drill = run(drill, Reveal({"owner": True}, ("x",)), Change("shorter"))
    assert Phase.DONE is drill.phase
    said = drill.scoring
    assert (60, 50, {"ex.control": 3}) == (said.predicted_pass, said.felt_pass, said.scores)
    assert ({"owner": True}, ("x",), "shorter") == (
        said.confirmed,
        said.red_flags,
        said.next_change,
    )


def test_an_interruption_comes_at_its_time_and_recovery_is_measured() -> None:
    """The redirect opens a part; the time to the next words is recorded once."""
    drill = run(ready(redirect_at_s=50), Start(0), Typed(3, "first"), *ticks(4, 49))
    assert ["main"] == [part.kind for part in drill.parts]
    drill = run(drill, Tick(50), Tick(53), Typed(57, "s"), Typed(60, "second"), Finish(61))
    assert [("main", "first"), ("redirect", "second")] == [(p.kind, p.text) for p in drill.parts]
    assert (50.0, 7.0) == (drill.parts[1].at_s, drill.parts[1].recovery_s)


def test_an_interruption_leaves_the_clock_of_the_answer_alone() -> None:
    """After the redirect the same two minutes go on."""
    drill = run(ready(redirect_at_s=50), Start(0), *ticks(1, 60))
    assert 60.0 == drill.remaining_s


def test_speaking_again_is_recovery_too() -> None:
    """Aloud, Space says that the person speaks; a second press changes nothing."""
    drill = run(ready(redirect_at_s=50), Start(0), *ticks(1, 50), *ticks(51, 54))
    drill = run(drill, Spoke(54), Tick(55), Spoke(56))
    assert 4.0 == drill.part.recovery_s


def test_deleting_everything_is_not_recovery() -> None:
    """Only words count as words."""
    drill = run(ready(redirect_at_s=5), Start(0), *ticks(1, 6), Typed(7, "  "))
    assert drill.part.recovery_s is None


def test_overtime_cuts_nothing() -> None:
    """After the limit typing goes on and both times are known."""
    drill = run(ready(), Start(0), Typed(1, "a"), *ticks(2, 125), Typed(126, "a b"), Finish(131))
    assert ("a b", 131.0, 11.0) == (drill.text, drill.elapsed_s, drill.overtime_s)
    assert Phase.SCORING is drill.phase


def test_follow_ups_have_clocks_of_their_own() -> None:
    """A deep dive: eight minutes, then three for each follow-up."""
    drill = run(ready("deep"), Start(0), *ticks(1, 30))
    assert 450.0 == drill.remaining_s
    drill = run(drill, Typed(30, "x"), Finish(30))
    assert (180.0, True, 2) == (drill.remaining_s, drill.has_more, len(drill.own_clock))
    drill = run(drill, *ticks(31, 40))
    assert 170.0 == drill.remaining_s


def test_a_machine_that_slept_is_noticed_and_not_counted() -> None:
    """A gap of more than five seconds is a pause with its reason."""
    drill = run(ready(), Start(0), *ticks(1, 10), Tick(610), Tick(611))
    assert 11.0 == drill.elapsed_s
    assert [(10.0, 600.0, "asleep")] == [(p.at_s, p.seconds, p.why) for p in drill.pauses]


def test_a_clock_that_goes_back_gives_nothing_back() -> None:
    """Time already counted stays counted."""
    drill = run(ready(), Start(100), Tick(104), Tick(50), Tick(104), Tick(105))
    assert 5.0 == drill.elapsed_s


def test_a_pause_is_one_pause_and_not_counted() -> None:
    """Ctrl-Z and back: the clock stood, however many ticks came in between."""
    drill = run(ready(), Start(0), Tick(2), Suspend(3), Tick(4), Tick(40), Wake(63), Tick(64))
    assert (4.0, Phase.ANSWERING) == (drill.elapsed_s, drill.phase)
    assert [(3.0, 60.0, "paused")] == [(p.at_s, p.seconds, p.why) for p in drill.pauses]


def test_typing_ends_a_pause() -> None:
    """Who types is back."""
    drill = run(ready(), Start(0), Suspend(1), Typed(9, "back"))
    assert (Phase.ANSWERING, "back", 1.0) == (drill.phase, drill.text, drill.elapsed_s)


def test_thinking_has_its_own_clock() -> None:
    """Thinking time is recorded and is no part of the answer."""
    drill = run(ready(), Think(0, 60), Tick(4), Tick(8))
    assert 52.0 == drill.remaining_s
    drill = run(drill, Start(9), Tick(10))
    assert (9.0, 1.0) == (drill.think_s, drill.elapsed_s)


def test_who_writes_while_thinking_has_begun() -> None:
    """The first word starts the clock of the answer and is its first word; blanks are none."""
    drill = run(ready(), Think(0, 60), Tick(4), Typed(5, " "))
    assert Phase.THINKING is drill.phase
    drill = run(drill, Typed(6, "So"), Tick(8))
    assert (Phase.ANSWERING, "So", 6.0, 2.0) == (
        drill.phase,
        drill.text,
        drill.think_s,
        drill.elapsed_s,
    )


def test_stopping_keeps_the_words() -> None:
    """Abandon ends the drill with everything that was typed; twice is once."""
    drill = run(ready(), Start(0), Typed(1, "kept"), Abandon(2))
    assert (Phase.ABANDONED, "kept") == (drill.phase, drill.text)
    assert drill == step(drill, Abandon(3))


def test_notes_on_a_spoken_answer() -> None:
    """Notes become the text of the main part."""
    drill = run(ready(redirect_at_s=2), Start(0), *ticks(1, 3), Finish(4), Note("what I said"))
    assert "what I said" == drill.parts[0].text


def test_a_level_can_be_changed_with_its_quotes() -> None:
    """The last word on a dimension counts."""
    drill = run(ready(), Start(0), Typed(1, "a b"), Finish(2))
    drill = run(drill, Grade("ex.control", 2, ("a",)), Grade("ex.control", 4))
    assert ({"ex.control": 4}, {}) == (drill.scoring.scores, drill.scoring.quotes)


@pytest.mark.parametrize("event", [Tick(9), Typed(9, "x"), Spoke(9), Suspend(9), Wake(9)])
def test_late_news_is_harmless(event: Event) -> None:
    """What arrives after the answer changes neither its words nor its time."""
    drill = run(ready(), Start(0), Typed(1, "done"), Finish(2))
    late = step(drill, event)
    assert ("done", 2.0, Phase.SCORING) == (late.text, late.elapsed_s, late.phase)


@pytest.mark.parametrize(
    "event", [Finish(1), Note("x"), Grade("ex.control", 3), Graded(), Reveal({}, ()), Change("x")]
)
def test_a_move_that_makes_no_sense_is_our_bug(event: Event) -> None:
    """Before the start there is nothing to finish, grade or reveal."""
    with pytest.raises(IllegalMove):
        step(ready(), event)


def test_pace_stretches_every_clock() -> None:
    """1.5 means half as much again; untimed has no overtime."""
    assert 180.0 == ready(pace="1.5").remaining_s
    assert (720.0, 270.0) == (
        ready("deep", pace="1.5").format.main_s,
        ready("deep", pace="1.5").format.follow_up_s,
    )
    drill = run(ready(pace="untimed"), Start(0), *ticks(1, 200))
    assert (200.0, 0.0) == (drill.elapsed_s, drill.overtime_s)
