"""Answers in parts: what a part begins with, what belongs to it, how it ends."""

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from prompt_toolkit.output import DummyOutput

from driving import CTRL_D, PLAIN, RunningClock, desk, squeezed
from fakes import FakeClock, interrupting, make_question
from tpmprep.cli.output import rendered
from tpmprep.domain.credit import reached
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import Finish, Note, Start, Think, Tick, Typed
from tpmprep.domain.formats import FORMATS, Format, Stretch, paced
from tpmprep.ui.answer_screen import SURE, AnswerScreen
from tpmprep.ui.answer_view import NOTES
from tpmprep.ui.lines import LineReader
from tpmprep.ui.plain_front import PlainFront
from tpmprep.ui.session import Session
from tpmprep.ui.widgets import Screen

SHEET = "# Goals\n\n\n# Risks\n"
UNDO = "\x1f"
CUT = (
    Stretch("draft", "Draft", "Write it down.", 60),
    Stretch("cut", "Cut", "Take out a third.", 60, carries="draft"),
)


def takehome(hours: float = 1.0) -> Format:
    """A page with two headings and one time box."""
    fmt = FORMATS["takehome"]
    return replace(fmt, main_s=hours * 3600, close_s=hours * 720, sheet=SHEET)


def drill_in(fmt: Format) -> Drill:
    """A drill that nobody interrupts, on its card."""
    return Drill(make_question(), fmt, interrupting(None))


def narrative() -> Drill:
    """One that was written, and is to be cut."""
    drill = step(drill_in(paced(FORMATS["narrative"], "1.0", CUT)), Start(0.0))
    return step(step(drill, Typed(1.0, "One. Two.")), Finish(2.0))


def in_lines(drill: Drill, lines: str, step_s: float = 1.0) -> tuple[Drill, str]:
    """The drill after lines, and all that was said."""
    said: list[str] = []
    front = PlainFront(
        LineReader(StringIO(lines)),
        RunningClock(step_s),
        lambda _: None,
        lambda body: said.append(rendered(body, PLAIN)),
        PLAIN,
        tick_s=0.005,
    )
    return front.answer(drill), "".join(said)


def on_screen(drill: Drill, keys: str, **more: object) -> Drill:
    """The drill after keys."""
    with desk(keys) as at:
        screen = Screen(at.screen.look, at.pipe, DummyOutput())
        return AnswerScreen(drill, FakeClock(), lambda _: None, screen, tick_s=0.02, **more).run()  # type: ignore[arg-type]


def test_what_a_part_takes_over_is_replaced_line_by_line() -> None:
    """Also when the drill was left and gone on with in between."""
    drill, said = in_lines(narrative(), "Two only.\n.\n")
    assert "what you type now takes its place" in said
    assert "Two only." == drill.part.text == drill.text
    kept, _ = in_lines(narrative(), ".\n")
    assert "One. Two." == kept.text


def test_a_line_belongs_to_the_part_in_which_it_was_begun() -> None:
    """Who types a paragraph without a break has said it before the interruption that came in it."""
    cut = Drill(make_question(), FORMATS["2min"], interrupting(50.0))
    drill = step(cut, Start(0.0))
    for second in range(1, 49):
        drill = step(drill, Tick(float(second)))
    drill = replace(drill, last_at_s=1000.0)
    drill, _ = in_lines(drill, "A whole paragraph.\nThen the reply.\n.\n", step_s=3.0)
    assert ["A whole paragraph.", "Then the reply."] == [part.text for part in drill.parts]
    assert drill.part.recovery_s is not None
    assert drill.part.recovery_s > 0


def test_a_take_home_is_told_when_four_fifths_are_used() -> None:
    """In plain lines too, beside the half of the time and the last minute."""
    drill = step(drill_in(takehome(0.1)), Start(1000.0))
    clock = RunningClock(2.0)
    said: list[str] = []

    class Slow(LineReader):
        """Nothing is typed until the time is over."""

        def next(self, timeout_s: float | None = None) -> str | None:
            """The next line, when there is one."""
            return None if clock.steady_s() < 1350 else "."

    front = PlainFront(
        Slow(StringIO()),
        clock,
        lambda _: None,
        lambda body: said.append(rendered(body, PLAIN)),
        PLAIN,
    )
    front.answer(step(drill, Typed(1001.0, "# Goals\nOne.")))
    assert "[1:10 left · four fifths are used: close]" in "".join(said)


def test_thinking_leaves_the_headings_where_they_are() -> None:
    """Who writes while thinking writes below the first of them."""
    thinking = step(drill_in(takehome()), Think(1000.0, 60.0))
    drill = on_screen(thinking, f"One.{CTRL_D}{CTRL_D}")
    assert "# Goals\nOne.\n\n# Risks\n" == drill.text


def test_a_take_home_asks_before_it_ends() -> None:
    """One Ctrl-D does not end what may take days; another word in between asks again."""
    drill = step(drill_in(takehome()), Start(1000.0))
    done = on_screen(drill, f"One.{CTRL_D} Two.{CTRL_D}{CTRL_D}")
    assert "One. Two." in done.text
    assert Phase.SCORING is done.phase
    assert "again" in SURE


def test_an_undo_brings_nothing_back_from_another_part() -> None:
    """Every part has a page of its own."""
    drill = step(
        drill_in(paced(FORMATS["board"], "1.0", (CUT[0], replace(CUT[0], id="b")))), Start(0)
    )
    done = on_screen(drill, f"Goals here.{CTRL_D}{UNDO}{UNDO}Risks.{CTRL_D}")
    assert ["Goals here.", "Risks."] == [part.text for part in done.parts]


def spoken() -> Drill:
    """An answer aloud with a probe for an owner after it, both without words yet."""
    drill = step(Drill(make_question(), FORMATS["deep"], interrupting(None)), Start(0.0))
    drill = step(drill, Finish(1.0))
    assert ("owner",) == drill.part.expects or drill.part.expects
    while drill.phase is Phase.ANSWERING:
        drill = step(drill, Finish(2.0))
    return drill


def test_notes_are_written_part_by_part() -> None:
    """On the screen, and in the engine: so that what came only after a probe counts half."""
    drill = spoken()
    probe = next(n for n, part in enumerate(drill.parts) if "owner" in part.expects)
    noted = step(step(drill, Note("Nothing yet.")), Note("The owner decides.", probe))
    assert "The owner decides." == noted.parts[probe].text
    found = {one.signal: one for one in reached(drill.question.strong_signals, noted.parts)}
    assert found["owner"].aided
    shown = on_screen(drill, f"The owner.\x1a{CTRL_D}", manner=NOTES, noted=probe)
    assert "The owner." == shown.parts[probe].text


@pytest.mark.parametrize("columns", [80, 60])
def test_every_earlier_question_stays_with_its_answer(columns: int) -> None:
    """So that one sees to what one has replied."""
    drill = step(step(drill_in(FORMATS["deep"]), Start(0.0)), Typed(1.0, "My answer."))
    drill = step(step(drill, Finish(2.0)), Typed(3.0, "My reply."))
    asked = drill.part.prompt
    drill = step(drill, Finish(4.0))
    with desk(f"More.{CTRL_D}{CTRL_D}{CTRL_D}", columns=columns) as at:
        AnswerScreen(drill, FakeClock(), lambda _: None, at.screen, tick_s=0.02).run()
        assert at.pane.showed(f"┃ {asked}")
        assert at.pane.showed("My reply.")


LONG = "Half of the people leave for something more urgent and the day of the launch stays. " * 2


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20), (60, 16)])
def test_what_is_to_be_answered_is_always_in_sight(
    columns: int, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole, whatever was said before it, with room for an answer below it."""
    monkeypatch.setenv("COLUMNS", str(columns))
    parts = [Stretch(f"p{n}", "Part", f"{n}. {LONG}", 60) for n in range(4)]
    question = make_question(context="The shop has nine teams. " * 12)
    drill = Drill(question, paced(FORMATS["board"], "1.0", parts), interrupting(None))
    drill = step(drill, Start(0.0))
    for second in range(4):
        with desk(f"More words.{CTRL_D * 4}", columns=columns, rows=rows) as at:
            AnswerScreen(drill, FakeClock(), lambda _: None, at.screen, tick_s=0.02).run()
            pictures = [squeezed(picture.replace("┃", "")) for picture in at.pane.pictures]
        wanted = squeezed(drill.part.prompt)
        assert any(wanted in picture and "left" in picture for picture in pictures)
        asked = squeezed(question.prompt)
        assert any(asked in picture and "left" in picture for picture in pictures)
        drill = step(step(drill, Typed(second, "Said before. " * 20)), Finish(second))


def test_notes_that_were_finished_are_not_asked_for_again() -> None:
    """With words or without: one goes on in the note at which one stopped."""
    seen: list[int] = []

    class Notes:
        """A front that is stopped in the second note, then answers nothing."""

        def notes(self, drill: Drill, part: int) -> Drill:
            """An empty note, or the stop."""
            seen.append(part)
            if part == 1 and len(seen) == 2:
                raise KeyboardInterrupt
            return drill

    kept: list[Drill] = [spoken()]
    front: Any = Notes()
    session = Session(front, FakeClock(), kept.append, lambda _: (), aloud=True)
    with pytest.raises(KeyboardInterrupt):
        session.answered(kept[-1])
    done = session.answered(kept[-1])
    assert [0, 1, 1, *range(2, len(done.parts))] == seen
    assert len(done.parts) == done.scoring.noted
    assert done == session.answered(done)
