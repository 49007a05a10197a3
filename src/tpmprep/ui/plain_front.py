"""The drill as plain lines: for screen readers, dumb terminals and `--plain`.

Nothing is redrawn and no control sequence is written. The time is told in words now and then.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tpmprep.domain.clock import Clock
from tpmprep.domain.credit import Reached
from tpmprep.domain.drill import Drill, Phase
from tpmprep.domain.engine import step
from tpmprep.domain.events import (
    Abandon,
    Event,
    Finish,
    Grade,
    Note,
    Reveal,
    Spoke,
    Start,
    Tick,
    Typed,
    Wake,
)
from tpmprep.domain.hints import doubt
from tpmprep.domain.quotes import Evidence, may_quote, spans_for
from tpmprep.domain.rubric import LEVEL_NUMBERS, Dimension
from tpmprep.errors import StorageFailed
from tpmprep.ui import hint_pages, layout, pages, words
from tpmprep.ui.front import OFFERS, Choice, Opening, Place
from tpmprep.ui.lines import LineReader, deadly_signals
from tpmprep.ui.theme import Look

if TYPE_CHECKING:
    from rich.console import RenderableType

END_MARK = "."
_LEVELS = tuple(str(number) for number in LEVEL_NUMBERS)
TELL_AT_S = (60.0, 10.0)
"""Seconds left at which the clock speaks, beside the half, a longer closing time, and the end."""


@dataclass(slots=True)
class PlainFront:
    """Implements Front with lines in and lines out."""

    lines: LineReader
    clock: Clock
    persist: Callable[[Drill], None]
    show: "Callable[[RenderableType], None]"
    look: Look
    aloud: bool = False
    tick_s: float = 1.0
    _told: set[float] = field(default_factory=set)
    _latest: Drill | None = None

    def card(self, drill: Drill, offers: Collection[Choice]) -> Opening:
        """The question, then one line: a digit, a letter, or nothing."""
        self._say(words.heading(drill), "", drill.question.asked, "")
        rest = "".join(f", {key} {about}" for key, about in (OFFERS[choice] for choice in offers))
        self._say(
            "How likely would your answer pass? 1 to 9 (tens of percent) and Enter starts.",
            f"Enter starts, t think first{rest}, q quit.",
        )
        known = {"": Choice.START, "t": Choice.THINK, "q": Choice.QUIT}
        known |= {OFFERS[choice][0]: choice for choice in offers}
        while True:
            answer = self._ask().lower()
            if answer in known:
                return Opening(known[answer])
            if (percent := _percent(answer)) is not None:
                return Opening(Choice.START, percent)
            self._say("Please type a digit from 1 to 9, or one of the letters above.")

    def answer(self, drill: Drill) -> Drill:
        """Lines until one that is a single dot; the interviewer speaks in between."""
        if drill.phase is Phase.PAUSED:
            self._say(drill.question.asked, "", drill.text, "", f"[{words.stands_at(drill)}]")
        self._say(self._how_to_answer(), *spoken(drill))
        with deadly_signals():
            try:
                return self._answered(drill)
            except (KeyboardInterrupt, EOFError):
                self._keep(step(self._latest or drill, Abandon(self.clock.steady_s())))
                raise

    def notes(self, drill: Drill, part: int) -> Drill:
        """Lines until a single dot, without a clock."""
        so_far = replace(drill, parts=drill.parts[: part + 1])
        self._say(*(spoken(so_far) or [drill.question.prompt]), drill.parts[part].text)
        self._say("A few lines on what you said. A line with only a dot ends it.")
        while (line := self._ask("")) != END_MARK:
            drill = step(drill, Note(f"{drill.parts[part].text}\n{line}".strip(), part))
            self._keep(drill)
        return drill

    def felt(self, drill: Drill) -> int | None:
        """The same scale as before."""
        self.show(pages.given(drill))
        self._say("How likely did it pass? 1 to 9 (tens of percent), Enter to skip.")
        while (answer := self._ask()) and _percent(answer) is None:
            self._say("Please type a digit from 1 to 9, or only Enter.")
        return _percent(answer)

    def grade(self, dimension: Dimension, place: Place, evidence: Evidence) -> Grade:
        """A numbered list of the spans, then one of the levels.

        A doubt is only said: a question now and then would shift the lines of a script.
        """
        self._say("", f"{place.number} of {place.total}. {dimension.name}: {dimension.looks_at}")
        if lacks := words.not_found(dimension, evidence):
            self._say(lacks)
        quotes = self._quotes(dimension, evidence) if evidence.text.strip() else ()
        self._say(words.ASK_LEVEL)
        level = self._level(dimension)
        if question := doubt(dimension, level, evidence.found):
            self._say(question)
        self.show(pages.graded(dimension, level, quotes, self.look))
        return Grade(dimension.id, level, quotes)

    def reveal(self, drill: Drill, found: Sequence[Reached]) -> Reveal:
        """What was expected; numbers say what was said and what happened."""
        question = drill.question
        self.show(layout.stack("", hint_pages.brief(drill, self.look)))
        self.show(layout.stack("", pages.expected(question, found, self.look, numbered=True)))
        names = [signal.id for signal in question.strong_signals]
        said = [n for n, mention in enumerate(found, 1) if mention.mentioned]
        self._say("Which did you say? Their numbers, 0 for none, Enter for the found ones.")
        ticked = self._numbers(len(names), said)
        self.show(
            layout.stack(
                "", layout.bullets("Watch out for", question.red_flags, self.look, numbered=True)
            )
        )
        self._say("Which of these happened? Their numbers, Enter for none.")
        happened = self._numbers(len(question.red_flags), [])
        self.show(layout.stack("", layout.outline(question, drill.format.outline)))
        confirmed = {name: n in ticked for n, name in enumerate(names, 1)}
        return Reveal(confirmed, tuple(question.red_flags[n - 1] for n in happened))

    def wait(self, why: str) -> None:
        """One line, whatever is on it."""
        self._say(why)
        if self._ask("").lower() == "q":
            raise KeyboardInterrupt

    def change(self) -> str:
        """One line."""
        self._say("One thing to change next time:")
        return self._ask()

    # -- the answer -----------------------------------------------------------------------------

    def _answered(self, drill: Drill) -> Drill:
        self._told = set()
        drill = step(drill, Wake(self.clock.steady_s()))
        while drill.phase in (Phase.THINKING, Phase.ANSWERING, Phase.PAUSED):
            line = self._next_line(drill)
            now = self.clock.steady_s()
            if line is not None:  # it was begun before anything that is due now
                drill = self._moved(drill, self._event(drill, line, now))
            drill = self._moved(drill, Tick(now))
            if line is None and drill.phase is Phase.THINKING and drill.remaining_s <= 0:
                drill = self._moved(drill, Start(now))
            self._latest = drill
            self._tell_time(drill)
            self._keep(drill)
        return drill

    def _next_line(self, drill: Drill) -> str | None:
        """What was typed within a tick. The end of the input finishes an answer that has words."""
        try:
            line = self.lines.next(self.tick_s)
        except EOFError:
            if not self.aloud and drill.is_bare:
                raise
            return END_MARK
        if line == END_MARK and not self.aloud and drill.is_bare:
            self._say("Nothing typed yet. Ctrl-C stops.")
            return None
        return line

    def _event(self, drill: Drill, line: str, now: float) -> Event:
        if drill.phase is Phase.THINKING:
            return Start(now) if self.aloud or line in ("", END_MARK) else Typed(now, line)
        if line == END_MARK:
            return Finish(now)
        if self.aloud:
            return Spoke(now)
        before = drill.part.text
        if before == drill.given_text:
            before = ""  # the first new line takes the place of what stood there
        return Typed(now, f"{before}\n{line}" if before else line)

    def _moved(self, drill: Drill, event: Event) -> Drill:
        """The next state; what the interviewer says now is printed."""
        after = step(drill, event)
        if len(after.parts) > len(drill.parts):
            self._told = set()
            self._say(*spoken(after))
        if drill.phase is Phase.THINKING and after.phase is Phase.ANSWERING:
            self._say("Go on: the clock runs.")
        return after

    def _tell_time(self, drill: Drill) -> None:
        if drill.phase is not Phase.ANSWERING or not drill.format.timed:
            return
        closing = (drill.format.close_s,) if drill.format.close_s > TELL_AT_S[0] else ()
        times = (drill.part.clock_s / 2, *closing, *TELL_AT_S, 0.0)
        due = [at for at in times if drill.remaining_s <= at]
        news = [at for at in due if at not in self._told and at < drill.part.clock_s]
        self._told.update(due)
        if news:
            self._say(f"[{words.status(drill)}]")

    def _keep(self, drill: Drill) -> None:
        try:
            self.persist(drill)
        except StorageFailed as error:
            self._say(f"[NOT SAVED: {error.message}]")

    def _how_to_answer(self) -> str:
        if self.aloud:
            return "Speak. Enter when you speak again after an interruption, a dot when you end."
        return "Type your answer. A line with only a dot ends it. Ctrl-C stops and keeps it."

    # -- asking ---------------------------------------------------------------------------------

    def _say(self, *lines: str) -> None:
        for line in lines:
            self.show(layout.text(line))

    def _ask(self, prompt: str = "> ") -> str:
        if prompt:
            self.show(layout.text(prompt.strip()))
        with deadly_signals():
            line = self.lines.next()
        return (line or "").strip()

    def _level(self, dimension: Dimension) -> int:
        for number in LEVEL_NUMBERS:
            self._say(f"  {number}  {dimension.words(number)}")
        while (answer := self._ask()) not in _LEVELS:
            self._say(f"Level: one of {', '.join(_LEVELS)}.")
        return int(answer)

    def _quotes(self, dimension: Dimension, evidence: Evidence) -> tuple[str, ...]:
        text, spans = evidence.text, spans_for(dimension, evidence)
        options = {str(n): words.quotable(span) for n, span in enumerate(spans, 1)}
        self._say(words.ASK_QUOTE)
        for key, span in options.items():
            self._say(f"  {key}  {span}")
        self._say(
            "A number, or the words themselves; Enter for none: a 3 or 4 is then unsupported."
        )
        while answer := self._ask():
            if answer in options:
                return (spans[int(answer) - 1].text,)
            if may_quote(text, answer):
                return (answer,)
            self._say("These words are not in your answer. Again, two or more, or Enter for none.")
        return ()

    def _numbers(self, most: int, default: list[int]) -> list[int]:
        while True:
            words_ = self._ask().replace(",", " ").split()
            if not words_:
                return default
            if all(_up_to(most, word) for word in words_):
                return sorted({int(word) for word in words_} - {0})
            self._say(f"Numbers from 1 to {most}, with blanks between them.")


def spoken(drill: Drill) -> list[str]:
    """What the interviewer said last, or the task that is next, with the words it begins from."""
    if not drill.parts:
        return []
    if drill.part.kind == "main":
        sheet = drill.format.sheet
        return ["Begin each section with its heading:", *sheet.split("\n\n\n")] if sheet else []
    if drill.part.kind != "task":
        return ["", f"Interviewer: {drill.part.prompt}"]
    place = words.progress(drill)
    lines = ["", f"{place[:1].upper()}{place[1:]}. {drill.part.prompt}"]
    if drill.part.carries and drill.part.text:
        lines += ["", drill.part.text, "", "A dot keeps it; what you type now takes its place."]
    return lines


def _percent(answer: str) -> int | None:
    return int(answer) * 10 if answer in tuple("123456789") else None


def _up_to(most: int, word: str) -> bool:
    """Whether `word` is a number up to `most`; endless digits are none."""
    return word.isascii() and word.isdigit() and len(word) <= 6 and int(word) <= most
