"""Reads a page of Markdown, however it was typed, as headings, tables and lines of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Cells = tuple[str, ...]

DEEPEST = 6
"""The level of a heading with six signs; a line in bold counts as one below it."""

LONGEST_HEADING = 120
MOST_COLUMNS = 60
"""What is behind so many bars is the last cell."""

_BREAK = re.compile(r"\r\n|\r|\n")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-+:?")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_BOLD = re.compile(r"(\*\*|__)([^*_]+)\1:?")
_BULLET = re.compile(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_WORD = re.compile(r"[^\W_]+")
_EDGE = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])|[*`]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. A bullet begins an item of a list, `indent` columns inside."""

    number: int
    text: str
    indent: int = 0
    bullet: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or lines with bars that may be one (`ruled` is off): the first row is its head."""

    number: int
    head: Cells
    rows: tuple[tuple[int, Cells], ...]
    ruled: bool

    @property
    def lines(self) -> Iterator[Line]:
        """Its rows as lines of text."""
        for number, cells in ((self.number, self.head), *self.rows):
            yield Line(number, " | ".join(cells))


Block = Line | Table


@dataclass(slots=True)
class Part:
    """What stands under a heading, up to the next one. The first part of a page has no heading."""

    number: int
    title: str
    level: int
    blocks: list[Block] = field(default_factory=list)

    @property
    def lines(self) -> Iterator[Line]:
        """Everything in it as lines of text."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from block.lines
            else:
                yield block


def plain(text: str) -> str:
    """The words of `text`, in small letters, without any sign: how names are compared."""
    return " ".join(_WORD.findall(text.casefold()))


def bare(text: str) -> str:
    """`text` without the signs that make words bold, italic or code."""
    return _EDGE.sub("", text).strip()


def cells_of(line: str) -> Cells:
    """The cells of a row; outer bars may be missing, and `\\|` is part of its cell."""
    cells = [cell.strip() for cell in _PIPE.split(line.strip(), MOST_COLUMNS)]
    if len(cells) > 1 and not cells[0]:
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1]:
        cells = cells[:-1]
    return tuple(cell.replace("\\|", "|") for cell in cells)


def parts_of(text: str) -> list[Part]:
    """The page as parts; the first one holds what stands above every heading."""
    parts = [Part(1, "", 0)]
    rows: list[tuple[int, str]] = []
    lines = _BREAK.split(text.removeprefix("\ufeff"))
    for number, raw in enumerate([*lines, ""], start=1):
        line = raw.strip().removeprefix(">").strip()
        if _is_row(line):
            rows.append((number, line))
            continue
        if rows:
            parts[-1].blocks += _tables(rows)
            rows = []
        if not line or line.startswith(("```", "~~~")):
            continue
        if heading := _heading(line):
            parts.append(Part(number, *heading))
        elif not (_is_underline(line) and _raised(parts, number, line)):
            parts[-1].blocks.append(_line(number, raw, line))
    return parts


def _is_row(line: str) -> bool:
    """Whether a line may be a row: it has bars, and it is no item of a list."""
    if _PIPE.search(line) is None:
        return False
    return line.startswith("|") or _BULLET.match(line) is None or _is_rule(cells_of(line))


def _is_rule(cells: Cells) -> bool:
    return all(_RULE.fullmatch(cell) for cell in cells)


def _tables(rows: list[tuple[int, str]]) -> Iterator[Table]:
    """The tables in lines that follow each other: each begins above a line of dashes."""
    cut = [(number, cells_of(line)) for number, line in rows]
    rules = [place for place, (_, cells) in enumerate(cut) if _is_rule(cells)]
    rules = [place for place in rules if place == rules[0] or "--" in rows[place][1]]
    ruled = {rows[place][0] for place in rules}
    heads = [place - 1 for place in rules if place and rows[place - 1][0] not in ruled]
    starts = heads if heads and heads[0] == 0 else [0, *heads]
    for start, end in zip(starts, [*starts[1:], len(cut)], strict=True):
        body = [row for row in cut[start:end] if row[0] not in ruled]
        if body:
            (number, head), *others = body
            filled = tuple(row for row in others if any(row[1]))
            yield Table(number, head, filled, ruled=start in heads)


def _heading(line: str) -> tuple[str, int] | None:
    if found := _HEADING.match(line):
        return found[2].strip().rstrip("#").strip(), len(found[1])
    bold = _BOLD.fullmatch(line) if len(line) <= LONGEST_HEADING else None
    return (bold[2].strip().rstrip(":"), DEEPEST + 1) if bold else None


def _is_underline(line: str) -> bool:
    return len(line) >= 3 and not line.strip(line[0]) and line[0] in "=-"


def _raised(parts: list[Part], number: int, line: str) -> bool:
    """Make the line above an underline a heading; whether there was one."""
    above = parts[-1].blocks[-1] if parts[-1].blocks else None
    if not isinstance(above, Line) or above.bullet or above.number != number - 1:
        return line[0] == "-"  # a rule across the page
    parts[-1].blocks.pop()
    parts.append(Part(above.number, above.text, 1 if line[0] == "=" else 2))
    return True


def _line(number: int, raw: str, line: str) -> Line:
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    bullet = _BULLET.match(line)
    text = line[bullet.end() :] if bullet else line
    quoted = raw.lstrip().startswith(">")
    return Line(number, text, indent, bullet is not None, quoted)
