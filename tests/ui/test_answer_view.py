"""What is seen while one answers: warnings, the clock, the interviewer, and whole words."""

from dataclasses import replace
from typing import Any

import pytest

from fakes import FakeClock
from tpmprep.domain.drill import Drill, Phase, step
from tpmprep.domain.events import Finish, Suspend, Think, Typed
from tpmprep.errors import StorageFailed
from tpmprep.ui.answer_screen import BIG_PASTE, MOST_CHARACTERS, AnswerScreen
from tpmprep.ui.answer_view import ALOUD, NOTES
from ui.driving import (
    CTRL_C,
    CTRL_D,
    ENTER,
    HOSTILE,
    Desk,
    Person,
    RunningClock,
    desk,
    make_drill,
    started,
)

TICK_S = 0.01


def screen_at(at: Desk, drill: Drill, person: Any, **changes: Any) -> AnswerScreen:
    """An answer screen on `at`; time runs a second at each look at the clock."""
    clock = changes.pop("clock", None) or RunningClock()
    return AnswerScreen(drill, clock, person, at.screen, tick_s=TICK_S, **changes)


def pasted(text: str) -> str:
    """The keys of a paste."""
    return f"\x1b[200~{text}\x1b[201~"


def test_question_clock_and_keys_are_seen() -> None:
    """The question, the time that is left, the length in words, and how to end."""
    with desk("four words of mine") as at:
        person = Person(at.press, [(lambda d: d.text != "", CTRL_D)])
        screen_at(at, started(make_drill()), person).run()
        for words in (
            "How do you keep a migration on track",
            "left · close by 0:20",
            "4 words, about 0:01 aloud",
            "Ctrl-D finish · Ctrl-C stop and keep",
        ):
            assert at.pane.showed(words)


def test_a_failing_disk_is_said_until_it_works_again() -> None:
    """NOT SAVED stands on the screen while one types on; later the draft is saved again."""
    failing = [True]

    with desk("still here") as at:

        def keep(drill: Drill) -> None:
            if failing[0] and at.pane.showed("NOT SAVED: the disk is full"):
                failing[0] = False
            if failing[0]:
                raise StorageFailed("the disk is full")
            if at.pane.showed("draft saved"):
                at.press(CTRL_D)

        drill = screen_at(at, started(make_drill()), keep).run()
        assert ("still here", Phase.SCORING) == (drill.text, drill.phase)


def test_the_interviewer_cuts_in() -> None:
    """The redirect appears below the first words, and what is typed then is its answer."""
    with desk("First words.") as at:
        spoken = "┃ Stop: one sentence, what do you do first?"
        person = Person(at.press, [(lambda _: at.pane.showed(spoken), f"Second words.{CTRL_D}")])
        drill = screen_at(at, started(make_drill(redirect_at_s=20.0)), person).run()
    assert [("main", "First words."), ("redirect", "Second words.")] == [
        (part.kind, part.text) for part in drill.parts
    ]
    recovery_s = drill.parts[1].recovery_s
    assert recovery_s is not None
    assert recovery_s > 0


def test_overtime_is_told_and_cuts_nothing() -> None:
    """After the end of the time the screen says so and takes every further word."""
    drill = started(make_drill())
    short = replace(drill, parts=(replace(drill.part, clock_s=20.0),))
    with desk("In time") as at:
        late = f", and late{CTRL_D}"
        person = Person(at.press, [(lambda _: at.pane.showed("overtime 0:0"), late)])
        drill = screen_at(at, short, person).run()
        assert at.pane.showed("finish when you have closed")
    assert "In time, and late" == drill.text


def test_a_paused_answer_stands_until_a_key() -> None:
    """No time counts while it waits; the first key types and the clock goes on."""
    paused = step(step(started(make_drill()), Typed(1001.0, "so far")), Suspend(1002.0))
    with desk() as at:
        words = "paused at 1:58 left · any key goes on"
        person = Person(
            at.press,
            [
                (lambda d: at.pane.showed(words) and len(person.saved) > 5, "!"),
                (lambda d: d.elapsed_s > 4, CTRL_D),
            ],
        )
        drill = screen_at(at, paused, person).run()
    waited = {saved.elapsed_s for saved in person.saved if saved.phase is Phase.PAUSED}
    assert {2.0} == waited
    assert ("so far!", Phase.SCORING) == (drill.text, drill.phase)
    assert ["paused"] == [pause.why for pause in drill.pauses]


def test_an_empty_answer_is_told() -> None:
    """Ctrl-D before the first word says what else ends it."""
    with desk() as at:
        hint = "nothing typed yet · Ctrl-C stops"
        plan = [(lambda _: True, CTRL_D), (lambda _: at.pane.showed(hint), f"x{CTRL_D}")]
        drill = screen_at(at, started(make_drill()), Person(at.press, plan)).run()
    assert "x" == drill.text


def test_a_paste_that_is_too_large_is_told() -> None:
    """The first 200,000 characters stay, and a notice says that the rest was left out."""
    with desk() as at:
        at.press(pasted("word \n" * (MOST_CHARACTERS // 6 + 100)))
        plan = [(lambda d: d.text != "", "")] * 3 + [(lambda d: d.text != "", CTRL_D)]
        drill = screen_at(at, started(make_drill()), Person(at.press, plan)).run()
        assert MOST_CHARACTERS == len(drill.text)
        assert at.pane.showed("only 200,000 characters fit; the rest was left out")


@pytest.mark.parametrize(("length", "at_once"), [(BIG_PASTE + 1, True), (BIG_PASTE, False)])
def test_a_large_paste_is_kept_at_once(length: int, at_once: bool) -> None:
    """Much text is not left to the next tick."""
    with desk(pasted("x" * length) + CTRL_D) as at:
        person = Person(at.press)
        clock = FakeClock()
        AnswerScreen(started(make_drill()), clock, person, at.screen, tick_s=60.0).run()
    phases = [Phase.ANSWERING, Phase.SCORING] if at_once else [Phase.SCORING]
    assert phases == [drill.phase for drill in person.saved]
    assert {length} == {len(drill.text) for drill in person.saved}


def test_a_deep_dive_asks_on() -> None:
    """Each Ctrl-D opens the next follow-up with an empty editor; the last one ends it."""
    keys = "".join(f"answer {n}{CTRL_D}" for n in range(5))
    with desk(keys) as at:
        drill = screen_at(at, started(make_drill("deep")), Person(at.press)).run()
    assert [f"answer {n}" for n in range(5)] == [part.text for part in drill.parts]
    assert ["main", "constraint", "probe", "probe", "probe"] == [p.kind for p in drill.parts]


def test_thinking_ends_by_itself() -> None:
    """When the time for thinking is over, the clock of the answer starts."""
    drill = step(make_drill(), Think(1000.0, 6.0))
    with desk() as at:
        person = Person(at.press, [(lambda d: d.phase is Phase.ANSWERING, f"now{CTRL_D}")])
        drill = screen_at(at, drill, person).run()
        assert at.pane.showed("thinking · 0:0")
    assert ("now", Phase.SCORING) == (drill.text, drill.phase)
    assert drill.think_s >= 6


def test_words_typed_while_thinking_are_not_lost() -> None:
    """What stands in the editor when the answer starts is still there."""
    drill = step(make_drill(), Think(1000.0, 60.0))
    with desk(f"An idea{ENTER}") as at:
        person = Person(at.press, [(lambda d: d.phase is Phase.ANSWERING, f", and on{CTRL_D}")])
        drill = screen_at(at, drill, person).run()
    assert "An idea, and on" == drill.text


def test_aloud_asks_for_the_key_after_an_interruption() -> None:
    """Space says that one speaks again, and the hint goes."""
    with desk() as at:
        hint = "Press Space as soon as you speak again."
        plan = [
            (lambda _: at.pane.showed(hint), " "),
            (lambda d: d.part.recovery_s is not None, ENTER),
        ]
        drill = started(make_drill(redirect_at_s=5.0))
        drill = screen_at(at, drill, Person(at.press, plan), manner=ALOUD).run()
    assert Phase.SCORING is drill.phase
    assert drill.part.recovery_s is not None


def test_stopping_notes_keeps_them() -> None:
    """Ctrl-C while one notes raises, the words are in the draft, the answer stays finished."""
    drill = step(started(make_drill()), Finish(1001.0))
    with desk(f"half a note{CTRL_C}") as at:
        person = Person(at.press)
        with pytest.raises(KeyboardInterrupt):
            screen_at(at, drill, person, manner=NOTES).run()
    assert (Phase.SCORING, "half a note") == (person.saved[-1].phase, person.saved[-1].text)


@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_the_question_is_shown_and_never_obeyed(text: str, wanted: str) -> None:
    """Control characters in a prompt appear as text."""
    with desk(f"x{CTRL_D}") as at:
        screen_at(at, started(make_drill(prompt=f"Why {text} so?")), Person(at.press)).run()
        assert at.pane.showed(f"Why {wanted} so?")


def test_no_word_is_cut_at_the_edge() -> None:
    """In the editor each word stands whole on one line."""
    text = "Thresholds, owners and rollbacks were decided before anybody migrated anything."
    with desk(text, columns=34) as at:
        person = Person(at.press, [(lambda _: at.pane.showed("anything."), CTRL_D)])
        screen_at(at, started(make_drill()), person).run()
        picture = next(p for p in at.pane.pictures if "anything." in p)
    assert [] == [word for word in text.split() if word not in picture]


@pytest.mark.parametrize("rows", [1, 3, 5, 7, 13])
def test_small_terminals_can_be_typed_in(rows: int) -> None:
    """However few the rows, the answer is taken; the clock stays from three rows on."""
    with desk("words", rows=rows) as at:
        person = Person(at.press, [(lambda d: len(person.saved) > 3, CTRL_D)])
        drill = screen_at(at, started(make_drill()), person).run()
        assert "words" == drill.text
        assert (rows < 3) or at.pane.showed("left · close by")
