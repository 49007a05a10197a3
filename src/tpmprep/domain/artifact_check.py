"""Says where an artefact changes nothing: what is missing, on which line, and what that does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tpmprep.domain.artifact_page import Page, Sections, page_of
from tpmprep.domain.artifact_rows import Group, Row
from tpmprep.domain.artifact_text import bare, plain
from tpmprep.domain.artifacts import PLACEHOLDER, Artifact, Piece, Rules, is_example
from tpmprep.domain.lint import Problem
from tpmprep.domain.text import shorten

LONGEST_NAME, LONGEST_VALUE = 40, 30
_DOTS = re.compile(r"\[(?:\.{2,4}|…)\]")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]|<([^<>@:]*)>")
_FILLED = re.compile(r"[ xX\d]*")
_APART = re.compile(r"[,;/&+]|\band\b", flags=re.IGNORECASE)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: so many rows of an artefact, or sections of it with something in them."""

    artifact: Artifact
    rows: int


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """What a file holds, and where it changes nothing. Remarks are problems that do not bar."""

    file: str
    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]

    @property
    def barring(self) -> int:
        """How many problems are no mere remarks."""
        return sum(problem.bars for problem in self.problems)


def check(text: str, file: str, rules: Rules, name: str = "") -> CheckedPaper:
    """What `text` is and where it changes nothing; no readings when it is none of the papers.

    `file` is shown; `name`, that of the file without its ending, may tell which paper it is.
    """
    page = page_of(text, name, rules)
    found = _Check(file, rules)
    problems = sorted(found.of(page), key=lambda problem: problem.line)
    readings = (
        [Reading(page.sections.artifact, found.written(page.sections))] if page.sections else []
    )
    for artifact in dict.fromkeys(group.artifact for group in page.groups):
        rows = (row for group in page.groups if group.artifact is artifact for row in group.rows)
        readings.append(Reading(artifact, sum(not _is_left(artifact, row) for row in rows)))
    readings += [Reading(unread.artifact, 0) for unread in page.unread if unread.is_all]
    return CheckedPaper(file, tuple(readings), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Check:
    file: str
    rules: Rules

    def of(self, page: Page) -> Iterator[Problem]:
        """Everything that is missing in a page."""
        if page.sections:
            yield from self._sections(page.sections)
        for group in page.groups:
            yield from self._group(group)
        for unread in page.unread:
            paper = unread.artifact
            labels = " ".join(f"{part.title}: …" for part in paper.needed[:3])
            message = (
                f"no table of {paper.many}, and no list with labels ({labels}), can be read here"
            )
            yield self._problem(unread.number, paper.id, message, bars=unread.is_all)

    def written(self, found: Sections) -> int:
        """How many sections of a page say something."""
        return len(found.artifact.parts) - sum(problem.bars for problem in self._sections(found))

    def _sections(self, found: Sections) -> Iterator[Problem]:
        for part in found.artifact.parts:
            if part.id not in found.heads:
                yield self._problem(found.number, part.id, f"no such section: {part.why}")
                continue
            lines = found.lines.get(part.id, [])
            said = " ".join(line.text for line in lines)
            left = next((line for line in lines if _is_of_template(line.text, said)), None)
            if left:
                what = "example" if is_example(left.text) else "placeholder"
                message = f"the {what} is still there; write your own in its place"
                yield self._problem(left.number, part.id, message)
            else:
                yield from self._said(part, said, found.heads[part.id], "")

    def _group(self, group: Group) -> Iterator[Problem]:
        paper = group.artifact
        for part in paper.parts:
            if part.id not in group.given:
                message = "no column for it" if group.table else f"no {paper.one} here has it"
                why = f"{message}: {part.why}"
                yield self._problem(group.number, part.id, why, bars=part.needed)
        if not group.rows:
            message = f"the table has no rows: without a {paper.one} in it nothing follows"
            yield self._problem(group.number, paper.id, message)
        for row in group.rows:
            yield from self._row(paper, row, [p for p in paper.parts if p.id in group.given])

    def _row(self, paper: Artifact, row: Row, parts: Sequence[Piece]) -> Iterator[Problem]:
        first = paper.parts[0].id
        if _is_example_row(row):
            message = f"the example is still there; write a {paper.one} of yours in its place"
            yield self._problem(row.number, first, message)
        elif _is_left(paper, row):
            message = "an empty row is left; fill it in, or delete it"
            yield self._problem(row.number, first, message)
        else:
            called = shorten(bare(row.cells.get(first, "")), LONGEST_NAME)
            for part in parts:
                name = f' for "{called}"' if called and part.id != first else ""
                yield from self._said(part, row.cells.get(part.id, ""), row.number, name)

    def _said(self, part: Piece, value: str, number: int, name: str) -> Iterator[Problem]:
        """What is wrong with the words of a cell or section; `name` says whose they are."""
        if lack := self._lack(part, value):
            bars = part.needed or "placeholder" in lack
            yield self._problem(number, part.id, f"{lack}{name}: {part.why}", bars=bars)
        elif part.needed and (doubt := self._doubt(part, value)):
            shown = shorten(bare(value), LONGEST_VALUE)
            yield self._problem(number, part.id, f'"{shown}"{name} {doubt}', bars=False)

    def _lack(self, part: Piece, value: str) -> str:
        """What keeps words from saying anything; empty when they say something."""
        text = value.strip()
        if found := _placeholder(text):
            return f'still holds the placeholder "{shorten(found, LONGEST_VALUE)}"'
        words = plain(text)
        shown = shorten(bare(text), LONGEST_VALUE)
        if not words or words in self.rules.missing:
            return f'says only "{shown}"' if shown else "is empty"
        if part.kind == "owner" and len(text) < LONGEST_NAME:
            empty = (*self.rules.nobody, *self.rules.missing, "")
            if all(plain(piece) in empty for piece in _APART.split(text)):
                return f'"{shown}" is no person'
        return ""

    def _doubt(self, part: Piece, value: str) -> str:
        """What a listener would ask about; only where it is clear."""
        if part.kind not in ("sign", "number") or _DIGIT.search(value):
            return ""
        if part.kind == "number":
            return "has no number in it"
        if any(word.startswith(self.rules.signs) for word in plain(value).split()):
            return ""
        return "has no number, date or change in it that anybody could see"

    def _problem(self, line: int, key: str, message: str, *, bars: bool = True) -> Problem:
        return Problem(self.file, line, key, message, bars)


def _placeholder(text: str) -> str:
    """A placeholder that was not replaced: `[...]` anywhere, or nothing but words in brackets."""
    if dots := _DOTS.search(text):
        return dots[0]
    whole = _BRACKETS.fullmatch(bare(text))
    if whole and not _FILLED.fullmatch(whole[1] or whole[2] or ""):
        return whole[0]
    return ""


def _is_of_template(line: str, said: str) -> bool:
    """Whether a line is an example, or a placeholder that was left beside other words."""
    return is_example(line) or (bare(line) in (PLACEHOLDER, "...") and bool(plain(said)))


def _is_example_row(row: Row) -> bool:
    return any(map(is_example, row.cells.values()))


def _is_left(paper: Artifact, row: Row) -> bool:
    """Whether a row is still the example or a placeholder of the empty page."""
    if _is_example_row(row):
        return True
    examples = {plain(part.example) for part in paper.parts}
    cells = [plain(cell) for cell in row.cells.values()]
    return not any(cells) or all(cell in examples for cell in cells)
