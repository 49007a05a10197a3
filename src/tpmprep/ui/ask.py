"""A few questions one after another: by arrows on a screen, by numbers in plain lines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tpmprep.ui.lines import LineReader
from tpmprep.ui.widgets import Screen, one_line, select

SIGNS = "123456789abcdefghijklmnopqrstuvwxyz"
"""The keys that choose one of several at a screen; any more are reached by arrows alone."""

OnStop = Callable[[str], None]


def forgotten(_: str) -> None:
    """Where nobody wants the words that were not sent off."""


class Asker(Protocol):
    """Asks and hands back what was said. Raises KeyboardInterrupt and EOFError."""

    def choose(self, title: str, options: Mapping[str, str]) -> str:
        """The key of one of `options` (key and text)."""

    def line(self, title: str, on_stop: OnStop = forgotten) -> str:
        """A line of text, empty when nothing was typed.

        `on_stop` gets the words that stand there when the person stops in the middle.
        """


@dataclass(frozen=True, slots=True)
class ScreenAsker:
    """Arrows and Enter."""

    screen: Screen

    def choose(self, title: str, options: Mapping[str, str]) -> str:
        """As the protocol says."""
        keys = list(options)
        signs = [*SIGNS, *map(str, range(len(SIGNS) + 1, len(keys) + 1))]
        chosen = select(
            self.screen, title, [(s, options[k]) for s, k in zip(signs, keys, strict=False)]
        )
        return keys[signs.index(chosen)]

    def line(self, title: str, on_stop: OnStop = forgotten) -> str:
        """As the protocol says."""
        return one_line(self.screen, title, on_stop)


@dataclass(frozen=True, slots=True)
class PlainAsker:
    """Numbers and lines, for pipes and screen readers."""

    lines: LineReader
    say: Callable[[str], None]

    def choose(self, title: str, options: Mapping[str, str]) -> str:
        """As the protocol says; the key itself may be typed too."""
        keys = list(options)
        self.say(title)
        for number, key in enumerate(keys, start=1):
            self.say(f"  {number}  {options[key]}")
        while (answer := self._line().lower()) not in keys:
            if answer in _numbers(keys):
                return keys[int(answer) - 1]
            self.say(f"A number from 1 to {len(keys)}, please.")
        return answer

    def line(self, title: str, on_stop: OnStop = forgotten) -> str:  # noqa: ARG002
        """As the protocol says; a line is read whole, so nothing stands half there."""
        self.say(title)
        return self._line()

    def _line(self) -> str:
        line = self.lines.next()
        if line is None:
            raise EOFError
        return line.strip()


def _numbers(keys: Sequence[str]) -> list[str]:
    return [str(number) for number in range(1, len(keys) + 1)]
