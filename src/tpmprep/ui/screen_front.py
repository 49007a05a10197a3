"""The drill on a terminal that can redraw: one key where one key is enough."""

import textwrap
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tpmprep.domain.clock import Clock
from tpmprep.domain.credit import Reached
from tpmprep.domain.drill import Drill
from tpmprep.domain.events import Grade, Reveal
from tpmprep.domain.hints import doubt
from tpmprep.domain.quotes import Evidence, may_quote, spans_for
from tpmprep.domain.rubric import LEVEL_NUMBERS, Dimension
from tpmprep.domain.text import clean, clean_line, shorten
from tpmprep.ui import hint_pages, layout, pages, words
from tpmprep.ui.answer_screen import AnswerScreen, Persist
from tpmprep.ui.answer_view import ALOUD, NOTES, TYPED
from tpmprep.ui.front import OFFERS, Choice, Opening, Place
from tpmprep.ui.widgets import Screen, one_line, press, select, tick

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples as Lines
    from rich.console import RenderableType


@dataclass(slots=True)
class ScreenFront:
    """Implements Front with prompt_toolkit and questionary; `show` prints what stays."""

    screen: Screen
    clock: Clock
    persist: Persist
    show: "Callable[[RenderableType], None]"
    aloud: bool = False
    tick_s: float = 1.0

    def card(self, drill: Drill, offers: Collection[Choice]) -> Opening:
        """The question; a digit says how likely the answer would pass, Enter starts."""
        percent: list[int] = []
        rest = "".join(f" · {key} {about}" for key, about in (OFFERS[choice] for choice in offers))
        keys = f"Enter start · t think first{rest} · q quit"

        def lines() -> "Lines":
            ask = "How likely would your answer pass?"
            return [
                ("class:quiet", f"{words.heading(drill)}\n\n"),
                ("class:question", self._wrapped(drill.question.prompt) + "\n\n"),
                *self._given(drill.question.context),
                *self._scale(ask, percent),
                ("class:quiet", self._wrapped(keys)),
            ]

        def leave(choice: Choice) -> Callable[[], Opening]:
            return lambda: Opening(choice, percent[-1] if percent else None)

        acts: dict[tuple[str, ...], Callable[[], Opening | None]] = {
            ("enter",): leave(Choice.START),
            ("t",): leave(Choice.THINK),
            ("q", "escape"): leave(Choice.QUIT),
        }
        for digit in range(1, 10):
            acts[(str(digit),)] = lambda digit=digit: percent.append(digit * 10)  # type: ignore[misc]
        for choice in offers:
            acts[(OFFERS[choice][0],)] = leave(choice)
        return press(self.screen, lines, acts)

    def answer(self, drill: Drill) -> Drill:
        """The answer on the clock."""
        manner = ALOUD if self.aloud else TYPED
        return AnswerScreen(
            drill, self.clock, self.persist, self.screen, manner=manner, tick_s=self.tick_s
        ).run()

    def notes(self, drill: Drill, part: int) -> Drill:
        """A few lines on what was said, without a clock."""
        return AnswerScreen(
            drill,
            self.clock,
            self.persist,
            self.screen,
            manner=NOTES,
            tick_s=self.tick_s,
            noted=part,
        ).run()

    def felt(self, drill: Drill) -> int | None:
        """The same scale as on the card, after the answer; one digit is enough."""
        self.show(pages.given(drill))
        ask = "How likely did it pass?"

        def lines() -> "Lines":
            return self._scale(ask, [])

        skip = 0
        acts: dict[tuple[str, ...], Callable[[], int | None]] = {("enter",): lambda: skip}
        for digit in range(1, 10):
            acts[(str(digit),)] = lambda digit=digit: digit * 10  # type: ignore[misc]
        return press(self.screen, lines, acts) or None

    def grade(self, dimension: Dimension, place: Place, evidence: Evidence) -> Grade:
        """The words of the answer first, then four levels in words; a doubt asks once more."""
        head = self._title(f"{dimension.name}: {dimension.looks_at}", place)
        lacks = words.not_found(dimension, evidence)
        if lacks:
            head = f"{head}\n {self._hanging(lacks)}"
        quotes = self._quotes(head, dimension, evidence)
        level = self._level(f"{head}{self._chosen(quotes)}\n {words.ASK_LEVEL}", dimension)
        if question := doubt(dimension, level, evidence.found):
            ask = f"{self._hanging(question)}\n Rules miss things: Enter keeps the {level}."
            level = self._level(ask, dimension, str(level))
        self.show(pages.graded(dimension, level, quotes, self.screen.look))
        return Grade(dimension.id, level, quotes)

    def reveal(self, drill: Drill, found: Sequence[Reached]) -> Reveal:
        """What was expected, to be ticked; then the red flags and the outline."""
        question, look = drill.question, self.screen.look
        self.show(layout.stack("", hint_pages.brief(drill, look)))
        self.show(layout.stack("", pages.expected(question, found, look), ""))
        signals = [(signal.id, signal.text) for signal in question.strong_signals]
        said = [mention.signal for mention in found if mention.mentioned]
        ticked = tick(self.screen, "Which did you say? Found ones are ticked.", signals, on=said)
        flags = [(flag, flag) for flag in question.red_flags]
        happened = tick(self.screen, "Watch out for. Which of these happened?", flags)
        marked = [f"{flag}  (ticked)" if flag in happened else flag for flag in question.red_flags]
        self.show(layout.stack(layout.bullets("Watch out for", marked, look), ""))
        self.show(layout.stack(layout.outline(question, drill.format.outline), ""))
        return Reveal({name: name in ticked for name, _ in signals}, tuple(happened))

    def wait(self, why: str) -> None:
        """One line that goes away again."""

        def lines() -> "Lines":
            return [("class:quiet", self._wrapped(why))]

        keys = {("enter",): lambda: True, ("q", "escape"): lambda: False}
        if not press(self.screen, lines, keys):
            raise KeyboardInterrupt

    def change(self) -> str:
        """One line; empty is allowed."""
        return one_line(self.screen, "One thing to change next time:")

    def _chosen(self, quotes: Sequence[str]) -> str:
        """The words that were just picked, on a line of their own."""
        room = max(20, self.screen.look.width - 2)
        return "".join(f"\n {shorten(f'Your words: {clean_line(q)}', room)}" for q in quotes)

    def _level(self, head: str, dimension: Dimension, at: str = "") -> int:
        levels = [(str(n), dimension.words(n)) for n in LEVEL_NUMBERS]
        return int(select(self.screen, head, levels, at))

    def _quotes(self, head: str, dimension: Dimension, evidence: Evidence) -> tuple[str, ...]:
        spans = spans_for(dimension, evidence)
        keys = "abcd"[: len(spans)]
        options = [
            *((key, words.quotable(span)) for key, span in zip(keys, spans, strict=True)),
            ("t", "other words"),
            ("n", "none: a 3 or 4 would be unsupported"),
        ]
        ask = f"{head}\n {words.ASK_QUOTE}"
        key = select(self.screen, ask, options) if evidence.text.strip() else "n"
        if key == "t":
            return self._own_words(evidence.text)
        return (spans[keys.index(key)].text,) if key in keys else ()

    def _own_words(self, text: str) -> tuple[str, ...]:
        ask = "The words, as they stand in your answer:"
        while quote := one_line(self.screen, ask):
            if may_quote(text, quote):
                return (quote,)
            ask = "These words are not in your answer. Again, or Enter for none:"
        return ()

    def _given(self, context: str) -> "Lines":
        """The facts that belong to the question, where there are any."""
        return [("", self._wrapped(context) + "\n\n")] if context else []

    def _scale(self, ask: str, percent: list[int]) -> "Lines":
        chosen = f"  {percent[-1]}%" if percent else ""
        hint = "1 to 9 (tens of percent), or only Enter"
        style = "class:status" if percent else ""
        one = f"{ask}  {chosen.strip() or hint}"
        return [(style, self._wrapped(one) + "\n")]

    def _title(self, head: str, place: Place) -> str:
        return self._hanging(f"{place.number} of {place.total} · {head}")

    def _hanging(self, line: str) -> str:
        """Text that may take more rows below a title, which begins with a blank."""
        return "\n ".join(textwrap.wrap(clean_line(line), self.screen.look.width - 2))

    def _wrapped(self, text: str) -> str:
        width = max(20, self.screen.look.width - 1)
        return "\n".join(textwrap.wrap(clean(text), width))
