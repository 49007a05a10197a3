"""The order of a drill, and the same drill in plain lines."""

import io
from collections.abc import Collection, Sequence
from typing import Any

import pytest

from fakes import FakeClock, interrupting, make_dimension, make_question
from tpmprep.cli.output import rendered
from tpmprep.domain.credit import Reached
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import Felt, Finish, Grade, Graded, Note, Reveal, Start, Suspend, Typed
from tpmprep.domain.formats import FORMATS
from tpmprep.domain.interviewer import Interviewer
from tpmprep.domain.quotes import Evidence
from tpmprep.domain.rubric import Dimension
from tpmprep.errors import StorageFailed
from tpmprep.ui.front import Choice, Opening, Place
from tpmprep.ui.lines import LineReader
from tpmprep.ui.plain_front import PlainFront
from tpmprep.ui.session import Offers, Quit, Session
from tpmprep.ui.theme import Look

PLAIN = Look(plain=True, color=False, unicode=True, width=80)
DIMENSIONS = [make_dimension("ex.control"), make_dimension("dl.concision", name="Concision")]
TEXT = "One owner decides. We can roll back."


class ScriptedFront:
    """A front that answers at once and writes down what it was asked."""

    def __init__(self, *choices: Choice, text: str = TEXT) -> None:
        self.choices, self.text = list(choices) or [Choice.START], text
        self.asked: list[str] = []

    def card(self, drill: Drill, offers: Collection[Choice]) -> Opening:
        """The next choice."""
        self.asked.append(" ".join(["card", drill.question.id, *offers]))
        return Opening(self.choices.pop(0), 70)

    def answer(self, drill: Drill) -> Drill:
        """An answer of two seconds."""
        self.asked.append(f"answer {drill.phase}")
        at_s = drill.last_at_s or 0.0
        return step(step(drill, Typed(at_s + 1, self.text)), Finish(at_s + 2))

    def notes(self, drill: Drill, part: int) -> Drill:
        """Notes."""
        self.asked.append("notes")
        return step(drill, Note("my notes", part))

    def felt(self, drill: Drill) -> int | None:
        """Half likely."""
        self.asked.append(f"felt {drill.phase}")
        return 50

    def grade(self, dimension: Dimension, place: Place, evidence: Evidence) -> Grade:
        """Always 3."""
        self.asked.append(f"grade {dimension.id} {place.number}/{place.total}")
        return Grade(dimension.id, 3, (evidence.text[:3],))

    def reveal(self, drill: Drill, found: Sequence[Reached]) -> Reveal:
        """What was found was said."""
        self.asked.append(f"reveal {drill.phase}")
        return Reveal({mention.signal: mention.mentioned for mention in found}, ())

    def change(self) -> str:
        """One thing."""
        self.asked.append("change")
        return "shorter"


def ready(question_id: str = "tq-01") -> Drill:
    """A drill before its start."""
    return Drill(make_question(question_id), FORMATS["2min"], Interviewer())


def answered() -> Drill:
    """A drill that waits for its scoring."""
    return step(step(step(ready(), Start(0)), Typed(1, TEXT)), Finish(2))


def session(front: Any, kept: list[Drill] | None = None, **changes: Any) -> Session:
    """A session that keeps its states in a list."""
    keep = (kept if kept is not None else []).append
    values = {"persist": keep, "dimensions": lambda _: DIMENSIONS, **changes}
    return Session(front, FakeClock(), **values)


def test_the_order_of_a_drill() -> None:
    """Card, answer, felt, every dimension, and only then what was expected."""
    front, kept = ScriptedFront(), list[Drill]()
    drill = session(front, kept).run(ready())
    assert [
        "card tq-01",
        "answer answering",
        "felt scoring",
        "grade ex.control 1/2",
        "grade dl.concision 2/2",
        "reveal reveal",
        "change",
    ] == front.asked
    assert (Phase.DONE, 70, 50) == (
        drill.phase,
        drill.scoring.predicted_pass,
        drill.scoring.felt_pass,
    )
    assert {"owner": True, "rollback": True} == drill.scoring.confirmed
    assert drill == kept[-1]
    assert {"ex.control": 3} in [state.scoring.scores for state in kept]


def another(drills: list[Drill]) -> Offers:
    """Offers these drills, one after the other."""
    drawn = iter(drills)
    return lambda _: {Choice.ANOTHER: lambda: next(drawn)}


def test_another_question_and_thinking() -> None:
    """`s` draws until one is taken; `t` starts the thinking clock."""
    front = ScriptedFront(Choice.ANOTHER, Choice.ANOTHER, Choice.THINK)
    front.text = "x"
    with pytest.raises(StopIteration):
        session(ScriptedFront(*[Choice.ANOTHER] * 3)).run(ready(), another([]))
    opened = session(front)._opened(ready(), another([ready("tq-02"), ready("tq-03")]))  # noqa: SLF001  # up to the clock
    assert ("tq-03", Phase.THINKING, 60.0) == (
        opened.question.id,
        opened.phase,
        opened.think_limit_s,
    )


def test_leaving_the_card() -> None:
    """Nothing was started."""
    with pytest.raises(Quit):
        session(ScriptedFront(Choice.QUIT)).run(ready())


def test_a_paused_answer_goes_on() -> None:
    """No card: the answer is next."""
    front = ScriptedFront()
    session(front).run(step(step(ready(), Start(0)), Suspend(1)))
    assert "answer paused" == front.asked[0]


def test_scoring_asks_only_what_is_missing() -> None:
    """What was said before the stop is not asked again."""
    front = ScriptedFront()
    drill = step(step(answered(), Felt(40)), Grade("ex.control", 2))
    drill = session(front).run(drill)
    assert ["grade dl.concision 2/2", "reveal reveal", "change"] == front.asked
    assert {"ex.control": 2, "dl.concision": 3} == drill.scoring.scores
    front = ScriptedFront()
    session(front).run(step(step(answered(), Grade("ex.control", 2)), Graded()))
    assert ["reveal reveal", "change"] == front.asked


def test_what_is_done_is_not_asked_again() -> None:
    """A drill that only was not saved returns at once."""
    done = session(ScriptedFront()).run(answered())
    front = ScriptedFront()
    assert done == session(front).run(done)
    assert [] == front.asked


def test_aloud_asks_for_notes() -> None:
    """An answer without text is noted first."""
    front = ScriptedFront(text="")
    drill = session(front, aloud=True).run(ready())
    assert "notes" == front.asked[2]
    assert "my notes" == drill.text


def test_a_full_disk_while_scoring_is_no_reason_to_stop() -> None:
    """The draft cannot be kept; the drill goes on to its end."""

    def full(_: Drill) -> None:
        raise StorageFailed("the disk is full")

    assert Phase.DONE is session(ScriptedFront(), persist=full).run(ready()).phase


class Typist(io.StringIO):
    """Lines that were typed."""


def plain(lines: Sequence[str], *, interviewer: Interviewer | None = None) -> tuple[Any, str]:
    """A whole drill in plain lines: the drill (or the error) and everything that was shown."""
    shown: list[str] = []
    clock = FakeClock()

    class Moving(LineReader):
        """A reader during whose waits time passes."""

        def next(self, timeout_s: float | None = None) -> str | None:
            clock.advance(2)
            return LineReader.next(self, timeout_s)

    reader = Moving(Typist("".join(f"{line}\n" for line in lines)))
    front = PlainFront(
        reader, clock, lambda _: None, lambda b: shown.append(rendered(b, PLAIN)), PLAIN
    )
    drill = Drill(make_question(), FORMATS["2min"], interviewer or Interviewer())
    work = Session(front, clock, lambda _: None, lambda _: DIMENSIONS)
    try:
        result: Any = work.run(drill)
    except (EOFError, Quit) as error:
        result = error
    return result, "".join(shown)


ANSWERS = ["One owner decides.", "We can roll back.", "."]
SCORES = ["5", "1", "3", "roll back", "2", "1 2", "1", "shorter"]


def test_a_plain_drill_from_card_to_change() -> None:
    """Lines in, lines out: words, levels, quotes, ticks, and no escape byte."""
    drill, shown = plain(["x", "6", *ANSWERS, *SCORES])
    said = drill.scoring
    assert "One owner decides.\nWe can roll back." == drill.text
    assert ({"ex.control": 3, "dl.concision": 2}, 60, 50) == (
        said.scores,
        said.predicted_pass,
        said.felt_pass,
    )
    assert {"ex.control": ["One owner decides."], "dl.concision": ["roll back"]} == said.quotes
    assert ({"owner": True, "rollback": True}, "shorter") == (said.confirmed, said.next_change)
    assert make_question().red_flags == said.red_flags
    assert "Please type a digit" in shown
    assert "\x1b" not in shown


def test_plain_refuses_what_was_not_said() -> None:
    """Other words than the answer's are asked again; Enter is none."""
    drill, shown = plain(["", *ANSWERS, "", "never said", "", "9", "3", "", "2", "0", "", ""])
    assert "These words are not in your answer." in shown
    assert "Level: one of 1, 2, 3, 4." in shown
    assert {} == drill.scoring.quotes
    assert {"owner": False, "rollback": False} == drill.scoring.confirmed


def test_plain_interrupts_and_tells_the_time() -> None:
    """The interviewer speaks between two lines; half of the time is told."""
    interviewer = interrupting(4.0)
    unsupported = ["5", "", "3", "", "2", "", "", ""]
    lines = ["", "first", "second", "third", *["more"] * 30, ".", *unsupported]
    drill, shown = plain(lines, interviewer=interviewer)
    assert "Interviewer: Stop: one sentence, what do you do first?" in shown
    assert ["main", "redirect"] == [part.kind for part in drill.parts]
    assert "third" in drill.parts[1].text
    assert "[1:00 left" in shown or "[0:5" in shown


def test_plain_ends_with_the_input() -> None:
    """An answer with words is finished by the end of input, then nobody is left to score it."""
    result, shown = plain(["", "words of mine"])
    assert isinstance(result, EOFError)
    assert "Your answer, " in shown
    result, _ = plain([""])
    assert isinstance(result, EOFError)
    result, _ = plain(["q"])
    assert isinstance(result, Quit)


def test_plain_wants_words_before_the_dot() -> None:
    """A dot alone is no answer."""
    drill, shown = plain(["", ".", *ANSWERS, *SCORES])
    assert "Nothing typed yet." in shown
    assert "One owner decides.\nWe can roll back." == drill.text
