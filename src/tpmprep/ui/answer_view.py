"""What is seen while one answers: question, text so far, interruptions, clock and keys."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tpmprep.domain.drill import Drill, Part, Phase
from tpmprep.domain.text import clean, shorten
from tpmprep.ui import words
from tpmprep.ui.theme import terminal_width

if TYPE_CHECKING:
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.formatted_text import StyleAndTextTuples as Lines
    from prompt_toolkit.layout import Container, Layout, Window


@dataclass(frozen=True, slots=True)
class Manner:
    """One way of answering: typed on the clock, aloud on the clock, or notes without one."""

    editor: bool
    clock: bool
    keys: str


TYPED = Manner(editor=True, clock=True, keys="Ctrl-D {done} · Ctrl-C stop and keep · Ctrl-Z pause")
ALOUD = Manner(
    editor=False,
    clock=True,
    keys="Enter {done} · Space speaking again · Ctrl-C stop · Ctrl-Z pause",
)
NOTES = Manner(editor=True, clock=False, keys="Ctrl-D done · Ctrl-C stop and keep")


class AnswerView:
    """Draws the state of a drill around an editor; it is asked anew for every redraw."""

    def __init__(
        self,
        drill: Callable[[], Drill],
        note: Callable[[], str],
        buffer: "Buffer",
        manner: Manner,
    ) -> None:
        """`drill` and `note` give the state and the word beside the keys as of now."""
        self._drill, self._note, self._buffer, self._manner = drill, note, buffer, manner

    def layout(self) -> "Layout":
        """Question, what was said, editor, clock, keys; less of it in a small terminal."""
        from prompt_toolkit.layout import ConditionalContainer, HSplit, Layout, Window
        from prompt_toolkit.layout.controls import FormattedTextControl

        def lines(get: Callable[[], "Lines"], rows: int, **size: Any) -> "Container":
            """Text that gives way when the terminal has fewer than `rows` rows."""
            window = Window(FormattedTextControl(get), dont_extend_height=True, **size)
            return ConditionalContainer(window, self._when(lambda: self._rows() >= rows))

        def rule() -> "Container":
            window = Window(char="─", height=1, style="class:rule")
            return ConditionalContainer(window, self._when(lambda: self._rows() >= 14))

        has_spoken = self._when(self._spoke)
        has_earlier = self._when(lambda: self._spoke() and bool(self._earlier_rows()))
        parts = [
            lines(self._question, 8, wrap_lines=True, height=self._question_height),
            rule(),
            ConditionalContainer(lines(self._earlier, 6, height=self._earlier_height), has_earlier),
            ConditionalContainer(self._prompt_window(), has_spoken),
            self._body(),
            rule(),
            Window(FormattedTextControl(self._status), height=1),
            lines(self._keys, 5, height=1),
        ]
        return Layout(HSplit(parts))

    def _body(self) -> "Window":
        """The editor, or what stands in its place when one speaks."""
        from prompt_toolkit.layout import Window
        from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
        from prompt_toolkit.layout.dimension import Dimension

        from tpmprep.ui.wordwrap import WordWrap

        if not self._manner.editor:
            return Window(FormattedTextControl(self._aloud), wrap_lines=True)
        control = BufferControl(self._buffer, input_processors=[WordWrap()], focusable=True)

        def height() -> Dimension:
            rows = max(self._rows() // 3, len(self._wrapped(self._buffer.text)) + 1)
            return Dimension(min=self._least_rows(), preferred=rows)

        return Window(control, wrap_lines=True, height=height)

    def _prompt_window(self) -> "Container":
        """What is to be answered now: whole before anything that was said earlier."""
        from prompt_toolkit.layout import Window
        from prompt_toolkit.layout.controls import FormattedTextControl
        from prompt_toolkit.layout.dimension import Dimension

        control = FormattedTextControl(self._asked)
        return Window(
            control,
            dont_extend_height=True,
            height=lambda: Dimension(min=min(len(self._prompt_rows()), self._rows() // 2)),
        )

    def _least_rows(self) -> int:
        """How many rows the editor keeps in any case."""
        return max(1, min(3, self._rows() // 6))

    def _when(self, test: Callable[[], bool]) -> Any:
        from prompt_toolkit.filters import Condition

        return Condition(test)

    def _rows(self) -> int:
        from prompt_toolkit.application import get_app

        return get_app().output.get_size().rows

    def _question(self) -> "Lines":
        question = self._drill().question
        asked = len(self._wrapped(question.prompt))
        rows = self._question_rows()
        facts = "\n".join(rows[asked:])
        prompt = "\n".join(rows[:asked])
        return [("class:question", prompt), ("class:quiet", f"\n{facts}" if facts else "")]

    def _question_height(self) -> Any:
        """All of the question, before anything that was said earlier has room."""
        from prompt_toolkit.layout.dimension import Dimension

        prompt = len(self._prompt_rows()) if self._spoke() else 0
        room = self._rows() - prompt - self._around()
        return Dimension(min=max(1, min(len(self._question_rows()), room)))

    def _around(self) -> int:
        """Two rules, the clock, the keys, and the least of the editor."""
        return 4 + self._least_rows()

    def _question_rows(self) -> list[str]:
        """The question, and of the facts that belong to it as much as half of the screen holds."""
        question = self._drill().question
        room = max(1, self._rows() // 2 - 2)
        return [*self._wrapped(question.prompt), *self._wrapped(question.context)[:room]]

    def _spoke(self) -> bool:
        """Whether there is more to show than the question and the first words."""
        parts = self._drill().parts
        return bool(parts) and (len(parts) > 1 or parts[0].kind != "main")

    def _earlier(self) -> "Lines":
        return [("class:quiet", "\n".join(self._earlier_rows()))]

    def _earlier_height(self) -> Any:
        from prompt_toolkit.layout.dimension import Dimension

        return Dimension(min=len(self._earlier_rows()))

    def _earlier_rows(self) -> list[str]:
        """The end of what was said before, as far as question and prompt leave room for it."""
        parts = self._drill().parts
        before = [part for part in parts[:-1] if part.line != parts[-1].carries or not part.line]
        said = [row for part in before for row in self._told(part)]
        asked = len(self._question_rows()) + len(self._prompt_rows())
        left = self._rows() - asked - self._around()
        room = max(0, min(left, self._rows() // 4))
        return said[len(said) - room :] if room < len(said) else said

    def _asked(self) -> "Lines":
        return [("class:interrupt", "\n".join(self._prompt_rows()))]

    def _told(self, part: Part) -> list[str]:
        """A finished part: what was asked on one line, and the words."""
        asked = "" if part.kind == "main" else shorten(clean(part.prompt), terminal_width() - 4)
        rows = [words.INTERRUPTED + asked] if asked else []
        return [*rows, *self._wrapped(part.text)]

    def _prompt_rows(self) -> list[str]:
        """What the interviewer said last, or the task of this part, a row each."""
        prompt = self._drill().parts[-1].prompt
        rows = textwrap.wrap(clean(prompt), max(10, terminal_width() - 4))
        return [words.INTERRUPTED + row for row in rows]

    def _wrapped(self, text: str) -> list[str]:
        width = max(10, terminal_width() - 1)
        return [row for line in clean(text).split("\n") for row in textwrap.wrap(line, width)]

    def _aloud(self) -> "Lines":
        if self._drill().phase is Phase.THINKING:
            return []
        part = self._drill().parts[-1] if self._drill().parts else None
        if part and part.kind not in ("main", "task") and part.recovery_s is None:
            return [("class:quiet", "Press Space as soon as you speak again.")]
        return [("class:quiet", "Speak. The clock and the interviewer are real, nobody records.")]

    def _status(self) -> "Lines":
        left = words.status(self._drill()) if self._manner.clock else "notes · no clock runs"
        if progress := words.progress(self._drill()):
            left = f"{progress} · {left}"
        right = words.length(self._drill()) if self._manner.editor else ""
        return [("class:status", _both_ends(left, right))]

    def _keys(self) -> "Lines":
        last = not self._drill().has_more
        if self._drill().phase is Phase.THINKING:
            return [("class:quiet", "Enter starts the clock · Ctrl-C stops")]
        more = "next part" if self._drill().format.stretches else "next question"
        keys = self._manner.keys.format(done="finish" if last else more)
        return [("class:quiet", _both_ends(keys, self._note(), right_first=True))]


def _both_ends(left: str, right: str, *, right_first: bool = False) -> str:
    """`left` and `right` at the two ends of the line; one gives way when both do not fit.

    A warning on the right goes before the keys on the left, the clock before the word count.
    """
    width = terminal_width() - 1
    gap = width - len(left) - len(right)
    if gap >= 1:
        return left + " " * gap + right
    if right_first and right.startswith(("NOT SAVED", "only", "nothing", "Ctrl-D again")):
        return right[:width]
    return left[:width]
