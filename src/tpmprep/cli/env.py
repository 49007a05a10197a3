"""The composition root: everything a command needs from outside, built once, replaced in tests."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tpmprep.adapters.clock import SystemClock
from tpmprep.domain.clock import Clock
from tpmprep.errors import NeedsInput
from tpmprep.ui.theme import Look, terminal_width, wants_color, wants_plain

if TYPE_CHECKING:
    from random import Random

    from rich.console import RenderableType

    from tpmprep.adapters.bank import Bank
    from tpmprep.adapters.paths import Home
    from tpmprep.adapters.store import Damage, Store
    from tpmprep.domain.history import History
    from tpmprep.ui.lines import LineReader

TICK_S = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What the global options ask for."""

    plain: bool = False
    no_input: bool = False
    no_color: bool = False
    debug: bool = False
    json: bool = False
    bank: str | None = None
    """A file or folder of questions to try in this run."""


def _nowhere() -> TextIO:
    """Stands in for a stream that whoever started us has closed."""
    return Path(os.devnull).open("w", encoding="utf-8")


@dataclass(frozen=True)
class Env:
    """The outside world of one run. Parts are made when they are first asked for."""

    settings: Settings = field(default_factory=Settings)
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    clock: Clock = field(default_factory=SystemClock)
    stdin: TextIO | None = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout or _nowhere())
    stderr: TextIO = field(default_factory=lambda: sys.stderr or _nowhere())
    tick_s: float = TICK_S
    warnings: list[str] = field(default_factory=list)

    @cached_property
    def home(self) -> "Home":
        """The user's folders."""
        from tpmprep.adapters.paths import find_home

        return find_home(self.environ)

    @cached_property
    def store(self) -> "Store":
        """The saved attempts and scores."""
        from tpmprep.adapters.store import Store

        return Store(self.home)

    @cached_property
    def bank(self) -> "Bank":
        """The questions and rubrics; a broken file becomes a warning."""
        from tpmprep.adapters.bank import load_bank
        from tpmprep.adapters.packs import installed, pack_at

        packs = {pack.name: pack for pack in installed(self.home)}
        if self.settings.bank is not None:
            tried = pack_at(Path(self.settings.bank))
            packs[tried.name] = tried
        bank = load_bank(self.home.cache / "bank", packs.values())
        for problem in bank.problems:
            self.warnings.append(f"{problem.file}:{problem.line}: {problem.message}")
        return bank

    @cached_property
    def lines(self) -> "LineReader":
        """The lines that are typed or piped in: one reader for the whole run."""
        from tpmprep.ui.lines import LineReader

        assert self.stdin is not None
        return LineReader(self.stdin)

    @cached_property
    def look(self) -> Look:
        """What this terminal gets."""
        is_tty = self.stdout.isatty()
        plain = self.settings.plain or not is_tty or wants_plain(self.environ)
        color = not plain and not self.settings.no_color
        return Look(
            plain=plain,
            color=color and wants_color(self.environ, is_tty=is_tty),
            unicode=(self.stdout.encoding or "").lower().replace("-", "") == "utf8",
            width=terminal_width(),
        )

    def history(self) -> "History":
        """Every readable attempt with its later scores; damaged files become warnings."""
        from tpmprep.domain.history import history_of

        saved, damaged = self.store.attempts()
        scores, more = self.store.scores()
        self.warn_of([*damaged, *more])
        return history_of((item.attempt for item in saved), scores)

    def warn_of(self, damaged: "Iterable[Damage]") -> None:
        """Tell once of each file that could not be read."""
        for damage in damaged:
            self.warn(f"{damage.path} could not be read: {damage.why}. It was left in place.")

    def warn(self, line: str) -> None:
        """Keep a warning to be told with the result; each once."""
        if line not in self.warnings:
            self.warnings.append(line)

    def random(self, seed: int) -> "Random":
        """The randomness of one drill; the same seed draws the same."""
        from random import Random

        return Random(seed)  # noqa: S311  # practice questions, no secrets

    def new_seed(self) -> int:
        """A seed that nobody asked for."""
        import secrets

        return secrets.randbelow(2**31)

    def new_key(self) -> str:
        """What tells the calendar entries of one plan from those of another."""
        import secrets

        return secrets.token_hex(4)

    def new_id(self) -> str:
        """The id of a new attempt or score."""
        import secrets

        from tpmprep.domain.attempt import new_id

        return new_id(self.clock.now(), secrets.token_hex(4))

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits at both ends of a terminal."""
        return self.stdin is not None and self.stdin.isatty() and self.stdout.isatty()

    def require_prompts(self, instead: str) -> None:
        """Refuse to prompt where it cannot work or is not wanted. Raises NeedsInput.

        Lines through a pipe are enough with --plain. `instead` says what to do without prompts.
        """
        settings = self.settings
        if settings.json or settings.no_input:
            flag = "--json" if settings.json else "--no-input"
            raise NeedsInput(f"with {flag} nothing is asked: {instead}")
        if self.stdin is None:
            raise NeedsInput(f"there is no input: {instead}")
        if settings.plain or (self.stdin.isatty() and self.stdout.isatty()):
            return
        hint = "Or add --plain to answer line by line, also through a pipe."
        if not self.stdin.isatty():
            raise NeedsInput(f"there is no terminal to ask at: {instead}", hint)
        raise NeedsInput(f"the output goes elsewhere, so nothing is asked: {instead}", hint)

    def show(self, body: "RenderableType") -> None:
        """Print a block for people."""
        from tpmprep.cli.output import rendered

        self.stdout.write(rendered(body, self.look))
        self.stdout.flush()


EnvMaker = Callable[[Settings], Env]
