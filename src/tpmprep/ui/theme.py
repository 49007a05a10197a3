"""How things look: one accent, quiet rules, and marks that survive terminals without them."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass

ACCENT = "#5f87d7"
QUIET = "#808080"

WIDGET_STYLE = {
    "question": "bold",
    "rule": QUIET,
    "quiet": QUIET,
    "interrupt": f"bold {ACCENT}",
    "status": "bold",
    "warning": "bold",
    "pointer": f"bold {ACCENT}",
    "highlighted": ACCENT,
    "selected": "noreverse",
    "qmark": "",
    "answer": "",
    "instruction": QUIET,
}


@dataclass(frozen=True, slots=True)
class Marks:
    """The few signs in use, in Unicode or in words of plain ASCII."""

    yes: str = "✓"
    no: str = "×"
    ask: str = "?"
    full: str = "█"
    empty: str = "░"
    steps: str = "▁▃▅█"
    dot: str = "·"
    none: str = "–"  # an en dash is the sign for "nothing" in a table


PLAIN_MARKS = Marks(
    yes="yes", no="no", ask="?", full="#", empty=".", steps="1234", dot="-", none="-"
)


@dataclass(frozen=True, slots=True)
class Look:
    """What this terminal gets. `plain`: no redraw, no colour, no box."""

    plain: bool
    color: bool
    unicode: bool
    width: int

    @property
    def marks(self) -> Marks:
        """The signs that this terminal can show and a screen reader can say."""
        return Marks() if self.unicode and not self.plain else PLAIN_MARKS


def terminal_width() -> int:
    """Columns to write in, at least 20 so that nothing divides by nothing."""
    return max(20, shutil.get_terminal_size((80, 24)).columns)


def wants_plain(environ: Mapping[str, str]) -> bool:
    """Whether the environment asks for plain output: a dumb terminal or a screen reader."""
    asked = any(environ.get(name) for name in ("TPMPREP_ACCESSIBLE", "ACCESSIBLE"))
    return asked or environ.get("TERM") == "dumb"


def wants_color(environ: Mapping[str, str], *, is_tty: bool) -> bool:
    """Whether colour is welcome: a terminal, and no NO_COLOR (https://no-color.org)."""
    if environ.get("NO_COLOR"):
        return False
    forced = any(environ.get(name) for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
    return forced or is_tty
