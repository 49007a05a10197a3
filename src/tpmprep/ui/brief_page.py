"""The page for the day on one screen: every line short, what is missing at the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

from tpmprep.domain.brief import ASKS, EXAMPLES, RISKS
from tpmprep.domain.brief_parts import GIVEN, Brief, Line, Missing, Section
from tpmprep.domain.guide import AskQuestion
from tpmprep.domain.phrases import Closing
from tpmprep.domain.text import shorten
from tpmprep.ui.layout import NARROW, bullets, commands, indented, stack, text
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

SCREEN = 23
"""The lines of a usual terminal, but for the one to type in."""

GUTTER, STACKED = 12, 48
"""What stands before a line is that wide; in a narrower terminal it stands above."""

LABELS = {
    "examples": "Examples",
    "risks": "Risks",
    "ambiguity": "Ambiguity",
    "numbers": "Numbers",
    "artifacts": "To show",
    "ask": "Ask",
    "closing": "At the end",
}
GROUPS = (
    ("examples", "risks", "ambiguity"),
    ("numbers", "artifacts"),
    ("level",),
    ("close",),
    ("ask", "closing"),
)
"""What stands together, where there is room for blank lines."""

FEWEST_ASKED, MOST_MISSING = 3, 4
SHORTEST = 16
"""Something is cut to so many characters rather than left out."""

EMPTY = "Nothing of yours stands here yet. The page fills itself from your stories and notes:"
FIRST_STEPS = (
    ("tpmprep story program add", "a program: numbers, things to show"),
    ("tpmprep story add", "a story: three of them are examples"),
    ("tpmprep brief fill", "risks, level story, how you work"),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """Something to read, what stands before it, and how many lines it takes."""

    label: str
    words: "Text"
    lines: int = 1


def brief_page(brief: Brief, look: Look) -> "RenderableType":
    """Everything at a glance; Markdown and HTML hold it in full."""
    head = _one_line((shorten(_head(brief, look), look.width), "bold"))
    if brief.is_empty:
        steps = commands(FIRST_STEPS, look)
        names = ("risks", *GIVEN)
        given = [row for name in names for row in _section(brief.section(name), look)]
        return stack(head, "", text(EMPTY), "", steps, "", *_shown(given, look))
    for asked in range(ASKS, FEWEST_ASKED - 1, -1):
        groups = _groups(brief, look, asked)
        if _height(groups) < SCREEN:
            break
    return stack(*_spaced(head, groups, text((brief.foot, "dim")), look))


def _head(brief: Brief, look: Look) -> str:
    day = f"{date.fromisoformat(brief.interview):%a %d %b}" if brief.interview else ""
    if not brief.role:
        return f"Your interview {day}" if day else "Your page for the interview"
    return f"{brief.role} {look.marks.dot} {day}" if day else brief.role


def _groups(brief: Brief, look: Look, asked: int) -> list[list[_Row]]:
    groups = [
        [row for name in names for row in _section(brief.section(name), look, asked)]
        for names in GROUPS
    ]
    return [group for group in (*groups, _missing(brief.missing, look)) if group]


def _height(groups: Iterable[Sequence[_Row]]) -> int:
    return sum(row.lines for group in groups for row in group)


def _spaced(
    head: "Text", groups: list[list[_Row]], foot: "Text", look: Look
) -> "list[RenderableType]":
    """Blank lines and the last sentence, where they do not push the first line off the screen."""
    spare = SCREEN - 1 - _height(groups) - _lines(foot.plain, look.width)
    if spare > len(groups):
        apart = [block for group in groups for block in ("", *_shown(group, look))]
        return [head, *apart, "", foot]
    rows = [row for group in groups for row in group]
    above, below = [""] if spare >= 1 else [], [""] if spare >= 2 else []
    return [head, *above, *_shown(rows, look), *below, *([foot] if spare >= 0 else [])]


def written(path: str, brief: Brief, look: Look) -> "RenderableType":
    """Where the page is now, and what it still lacks."""
    blocks: list[RenderableType] = [text(("Written: ", "bold"), path)]
    if path.endswith(".html"):
        blocks.append(text("It opens in any browser, needs no network, and is made for one sheet."))
    if rows := _missing(brief.missing, look):
        blocks += ["", *_shown(rows, look)]
    return stack(*blocks)


def questions_page(
    own: Sequence[str], asks: Sequence[AskQuestion], closing: Closing, look: Look
) -> "RenderableType":
    """What to ask them: one's own questions, those of the guide with their use, the last one."""
    blocks: list[RenderableType] = []
    if own:
        blocks += [bullets("Yours", own, look), ""]
    blocks.append(text(("From the guide", "bold")))
    for ask in asks:
        hear = f"Listen for: {'; '.join(ask.listen_for)}."
        blocks += [indented(text(ask.text)), indented(text((f"{ask.why}\n{hear}", "dim")), 6)]
    blocks += ["", text(("At the end", "bold")), indented(text(closing.question))]
    blocks += [indented(text((closing.when, "dim")), 6), ""]
    steps = [
        ("tpmprep brief ask --add TEXT", "one of your own"),
        ("tpmprep brief debrief", "afterwards: write down what you heard"),
    ]
    return stack(*blocks, commands(steps, look))


def _shown(rows: Sequence[_Row], look: Look) -> "list[RenderableType]":
    """Labels in front; above in a very narrow terminal."""
    from rich.table import Table

    if look.width < STACKED:
        blocks: list[RenderableType] = []
        for row in rows:
            blocks += [text((row.label, "dim"))] if row.label else []
            blocks.append(indented(row.words))
        return blocks
    table = Table.grid()
    table.add_column(width=GUTTER)
    table.add_column(width=_room(look))
    for row in rows:
        table.add_row(text((row.label, "dim")), row.words)
    return [table]


def _room(look: Look) -> int:
    return look.width - (GUTTER if look.width >= STACKED else 2)


def _section(section: Section, look: Look, asked: int = ASKS) -> list[_Row]:
    """A row for each line, or for all of them where they are short things of one kind."""
    lines, room = section.lines, _room(look)
    if not lines:
        return []
    match section.id:
        case "numbers" | "artifacts":
            return [_Row(LABELS[section.id], _run([line.text for line in lines], look))]
        case "level" | "close":
            return [_Row(line.label, _one_line(shorten(line.text, room))) for line in lines]
        case "closing":
            question = lines[0].text
            return [_Row(LABELS["closing"], text(question), _lines(question, room))]
    most = {"ask": asked, "examples": EXAMPLES, "risks": RISKS}.get(section.id, 1)
    if section.id == "ambiguity":  # its label says the theme
        lines = tuple(replace(line, theme="") for line in lines)
    rows = [_Row("", _line(line, look)) for line in lines[:most]]
    return _labelled(rows, LABELS[section.id], len(lines) - most, _proposed(lines[:most]))


def _proposed(lines: Sequence[Line]) -> list[int]:
    """The rows at which to say that they are suggested; once where all of them are."""
    places = [place for place, line in enumerate(lines) if line.suggested]
    return places if len(places) < len(lines) else [min(1, len(lines) - 1)]


def _labelled(rows: list[_Row], label: str, more: int, proposed: Sequence[int] = ()) -> list[_Row]:
    """The label at the first row; below it what else there is to say of them."""
    labels = [label, *("" for _ in rows[1:])]
    for place in proposed:
        labels[place] = "suggested" if place else label
    if more > 0:
        labels[-1] = f"and {more} more"
    rows = [replace(row, label=name) for row, name in zip(rows, labels, strict=True)]
    if 0 in proposed:
        rows[0] = replace(rows[0], words=_one_line(("(suggested) ", "dim")) + rows[0].words)
    return rows


def _line(line: Line, look: Look) -> "Text":
    """A story with its figure, or a plain line; cut where it is long."""
    room, dot = _room(look), f" {look.marks.dot} "
    if not line.story:
        beside = f"{dot}{line.number}" if line.number else ""
        return _one_line(shorten(line.text, room - len(beside)), (beside, "dim"))
    reserved = 0 if look.width < NARROW else len(line.theme) + len(dot)
    left = max(room // 2, room - reserved - len(dot))
    title = shorten(line.text, max(left // 2, left - len(line.number)))
    number = _figure(line.number, left - len(title))
    told = title + (f"{dot}{number}" if number else "")
    about = ""
    for said in (line.theme, line.program):
        space = room - len(told) - len(about) - len(dot)
        if said and space >= min(len(said), SHORTEST):
            about += dot + shorten(said, space)
    return _one_line((title, "bold"), told.removeprefix(title), (about, "dim"))


def _figure(said: str, width: int) -> str:
    """The part of it with the first number, where there is no room for all of it."""
    words = said.split()
    front = 0
    while len(" ".join(words[front:])) > width and not any(
        sign.isdigit() for word in words[front : front + 2] for sign in word
    ):
        if front + 2 >= len(words):
            return shorten(said, width)
        front += 1
    return shorten(("…" if front else "") + " ".join(words[front:]), width)


def _one_line(*pieces: tuple[str, str] | str) -> "Text":
    """Styled text that is cut rather than wrapped, however wide its signs are."""
    line = text(*pieces)
    line.no_wrap, line.overflow = True, "ellipsis"
    return line


def _run(items: Sequence[str], look: Look) -> "Text":
    """As many as fit on a line, the last of them cut, and how many more there are."""
    room, dot = _room(look), f" {look.marks.dot} "
    items = [" ".join(item.split()) for item in items]
    for taken in range(len(items), 0, -1):
        rest = len(items) - taken
        more = f"{dot}and {rest} more" if rest else ""
        before = "".join(f"{item}{dot}" for item in items[: taken - 1])
        left = room - len(before) - len(more)
        if left >= min(SHORTEST, len(items[taken - 1])):
            break
    return _one_line(before, shorten(items[taken - 1], left), (more, "dim"))


def _missing(missing: Sequence[Missing], look: Look) -> list[_Row]:
    """What to do next, most important first."""
    rows, room = [], _room(look)
    for lack in missing[:MOST_MISSING]:
        told = f"{lack.what}:"
        on_one = _lines(f"{told} {lack.command}", room) == 1
        words = text(told, " " if on_one else "\n", (lack.command, ACCENT))
        rows.append(_Row("", words, _lines(words.plain, room)))
    return _labelled(rows, "Missing", len(missing) - MOST_MISSING) if rows else []


def _lines(words: str, width: int) -> int:
    """How many lines a text takes, with signs that are two columns wide."""
    from rich.cells import cell_len

    lines = words.splitlines()
    return sum(max(len(wrap(line, width)), -(-cell_len(line) // width)) for line in lines)
