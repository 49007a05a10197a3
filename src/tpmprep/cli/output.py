"""The one place that prints: data to stdout, words to stderr, JSON as promised."""

import codecs
import json
import textwrap
from dataclasses import asdict, is_dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any, TextIO

from tpmprep.domain.text import clean, clean_line, json_shown
from tpmprep.errors import TpmprepError
from tpmprep.ui.theme import terminal_width

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tpmprep.cli.env import Env
    from tpmprep.ui.theme import Look

_ASCII = {
    "·": "-",
    "┃": "|",
    "…": "...",
    "–": "-",
    "—": "-",
    "’": "'",
    "“": '"',
    "”": '"',
    "\u00a0": " ",
}
ENCODING_ERRORS = "tpmprep-ascii"


def prepare(stream: TextIO | None, errors: str) -> None:
    """Make a standard stream take every character, whatever its encoding."""
    if stream is not None and hasattr(stream, "reconfigure"):
        stream.reconfigure(errors=errors)


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    """Our own signs in plain letters, anything else as `?`: for terminals without Unicode."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    piece = error.object[error.start : error.end]
    return "".join(_ASCII.get(sign, "?") for sign in piece), error.end


codecs.register_error(ENCODING_ERRORS, _in_ascii)


def rendered(body: "RenderableType", look: "Look") -> str:
    """A block as this terminal shows it: no markup, no emoji codes, no guessed colours."""
    from rich.console import Console

    console = Console(
        file=StringIO(),
        width=look.width,
        color_system="256" if look.color else None,
        force_terminal=not look.plain,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(body)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def emit(env: "Env", command: str, data: Any, page: "RenderableType | None" = None) -> None:
    """Print the result of a command: `page` for people, `data` in the envelope with `--json`."""
    if env.settings.json:
        envelope = {
            "schema": f"tpmprep.{command}/1",
            "data": _plain(data),
            "warnings": env.warnings,
        }
        shown = json_shown(json.dumps(envelope, ensure_ascii=False, indent=1))
        env.stdout.write(shown + "\n")
        return
    if page is not None:
        env.show(page)
    _warn(env)


def _warn(env: "Env") -> None:
    """Print what was noticed on the way, once."""
    for warning in env.warnings:
        env.stderr.write(f"warning: {clean_line(warning)}\n")
    env.warnings.clear()


def emit_error(env: "Env", error: TpmprepError) -> None:
    """Print what went wrong: one line and a hint, or one JSON object with `--json`."""
    if env.settings.json:
        body = {"code": error.code, "message": error.message, "hint": error.hint}
        shown = json_shown(json.dumps({"error": body}, ensure_ascii=False))
        env.stderr.write(shown + "\n")
        return
    _warn(env)
    head = f"error: {clean_line(error.message)}"
    if not error.is_fault:
        head = clean_line(error.message)
    lines = [head, *(f"       {line}" for line in clean(error.hint).splitlines())]
    width = terminal_width() if env.stderr.isatty() else 0
    for line in lines:
        env.stderr.write(_fitted(line, width) + "\n")


def _fitted(line: str, width: int) -> str:
    """`line` wrapped at words for a terminal; elsewhere (0) it stays one line for scripts."""
    if not width:
        return line
    return textwrap.fill(
        line, width, subsequent_indent=" " * 7, break_long_words=False, break_on_hyphens=False
    )


def write_lines(env: "Env", lines: str) -> None:
    """Print text as it is, neither wrapped nor styled, so that it can be copied."""
    env.stdout.write(clean(lines) + "\n")


def _plain(data: Any) -> Any:
    """Values as JSON has them."""
    if is_dataclass(data) and not isinstance(data, type):
        return asdict(data)
    if isinstance(data, list | tuple):
        return [_plain(item) for item in data]
    return data
