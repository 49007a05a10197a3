"""Finds the rows of an artefact: in tables whose columns are called a bit otherwise, in lists."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tpmprep.domain.artifact_text import LONGEST_HEADING, Line, Part, Table, bare, plain
from tpmprep.domain.artifacts import Artifact, Rules

MOST_WORDS = 6
"""No name of a column or section has more words."""

LOOK_BACK = 60
_PARENS = re.compile(r"\([^()]*\)")
_JOINED = re.compile(r"[/,;&+]|\b(?:and|or)\b", flags=re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_ENDS = ":;|,.!?"
_SEPARATORS = " \t;,.|–—-"

Label = tuple[int, int, tuple[tuple[int, str], ...]]
"""A colon: where the words before it may begin a label, where its value begins."""


@dataclass
class Row:
    """What one row says. `is_called`: a list says what it is, `Risk: ...`."""

    number: int
    indent: int = 0
    is_called: bool = False
    pieces: dict[str, list[str]] = field(default_factory=dict)

    def add(self, part: str, text: str) -> None:
        """Put `text` behind what the part says already."""
        self.pieces.setdefault(part, []).append(text)

    @cached_property
    def cells(self) -> dict[str, str]:
        """What each part says. Asked for when the row is complete."""
        return {part: " ".join(filter(None, texts)) for part, texts in self.pieces.items()}


@dataclass(frozen=True, slots=True)
class Group:
    """A table or list of an artefact. `given` are the parts that it has a place for."""

    artifact: Artifact
    number: int
    given: frozenset[str]
    rows: tuple[Row, ...]
    table: bool

    @property
    def is_full(self) -> bool:
        """Whether it is surely meant as one: it says what its rows are, and half of the rest."""
        needed = [part for part in self.artifact.needed if part.id in self.given]
        return self.artifact.parts[0].id in self.given and 2 * len(needed) >= len(
            self.artifact.needed
        )


def named_parts(artifact: Artifact, title: str) -> tuple[str, ...]:
    """The parts that a column or heading names: `Owner / Action` names two."""
    if len(title) > LONGEST_HEADING:
        return ()
    title = _PARENS.sub(" ", title)
    whole = artifact.by_name.get(plain(title))
    if whole:
        return (whole,)
    ends = (_at_end(artifact.by_name, plain(piece).split()) for piece in _JOINED.split(title))
    return tuple(dict.fromkeys(part for part in ends if part))


def columns_of(artifact: Artifact, head: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Which column holds which parts. A name at the beginning counts where nothing fits better."""
    found = {place: named_parts(artifact, cell) for place, cell in enumerate(head)}
    taken = {part for parts in found.values() for part in parts}
    for place, cell in enumerate(head):
        if not found[place] and len(cell) <= LONGEST_HEADING:
            words = plain(cell).split()
            begun = (artifact.by_name.get(" ".join(words[:n])) for n in range(MOST_WORDS, 0, -1))
            part = next((part for part in begun if part), None)
            if part and part not in taken:
                found[place] = (part,)
    return {place: parts for place, parts in found.items() if parts}


def groups_in(part: Part, named: Collection[str], rules: Rules) -> list[Group]:
    """The tables and lists under a heading that names these papers."""
    groups, lines = [], []
    for block in part.blocks:
        if not isinstance(block, Table):
            lines.append(block)
        elif group := _table_group(block, named, rules):
            groups.append(group)
        elif not block.ruled:
            lines += block.lines
    lines = [line for line in lines if plain(line.text) not in rules.prompts]
    seen = {group.artifact.id for group in groups}
    artifacts = [artifact for artifact in rules.of("rows") if artifact.id not in seen]
    listed = _list_group(lines, named, artifacts)
    return [*groups, listed] if listed else groups


def _table_group(table: Table, named: Collection[str], rules: Rules) -> Group | None:
    best, most = None, 0
    for artifact in rules.of("rows"):
        columns = columns_of(artifact, table.head)
        given = {part for parts in columns.values() for part in parts}
        score = _score(artifact, table, columns, named)
        if score > most and (table.ruled or len(given) > 1):
            rows = tuple(_row(number, cells, columns) for number, cells in table.rows)
            best = Group(artifact, table.number, frozenset(given), rows, table=True)
            most = score
    return best


def _score(
    artifact: Artifact, table: Table, columns: Mapping[int, tuple[str, ...]], named: Collection[str]
) -> int:
    """How much a table looks like this paper; 0 when it does not."""
    given = [part for parts in columns.values() for part in parts]
    first = artifact.parts[0].id
    by_heading = artifact.id in named
    by_column = first in given and any(map(artifact.is_named, table.head))
    if not given or not (by_heading or by_column or _nearly_all(artifact, given)):
        return 0
    leads = first in columns[min(columns)]
    return len(set(given)) + 3 * by_heading + 2 * by_column + leads


def _nearly_all(artifact: Artifact, given: Collection[str]) -> bool:
    """Whether at most one needed part is missing."""
    return sum(part.id not in given for part in artifact.needed) <= 1


def _row(number: int, cells: Sequence[str], columns: Mapping[int, tuple[str, ...]]) -> Row:
    row = Row(number)
    for place, parts in columns.items():
        for part in parts:
            row.add(part, cells[place] if place < len(cells) else "")
    return row


def _list_group(
    lines: Sequence[Line], named: Collection[str], artifacts: Iterable[Artifact]
) -> Group | None:
    said = [(line, bare(line.text)) for line in lines if not line.quoted]
    cut = [(line, text, tuple(labels(text))) for line, text in said]
    best, most = None, 0
    if not any(found for _, _, found in cut):
        return None
    for artifact in artifacts:
        by_heading = artifact.id in named
        rows = _listed(artifact, cut)
        given = frozenset(part for row in rows for part in row.cells)
        score = sum(map(len, (row.cells for row in rows if len(row.cells) > 1))) + 3 * by_heading
        if score > most and (len(given) > 1 if by_heading else _speaks(artifact, rows)):
            kept = tuple(row for row in rows if by_heading or len(row.cells) > 1)
            best = Group(artifact, kept[0].number, given, kept, table=False)
            most = score
    return best


def _speaks(artifact: Artifact, rows: Iterable[Row]) -> bool:
    """Whether a list names its parts without a heading that says what it is."""
    return any(
        len(row.cells) > 1 and (row.is_called or _nearly_all(artifact, row.cells)) for row in rows
    )


def _listed(artifact: Artifact, cut: Iterable[tuple[Line, str, tuple[Label, ...]]]) -> list[Row]:
    """The items of a list, or paragraphs, in which parts have labels: `trigger: ...`."""
    first = artifact.parts[0].id
    rows: list[Row] = []
    last = first
    for line, text, found in cut:
        lead, said = _said(artifact.by_name, text, found)
        row = rows[-1] if rows else None
        if row is None or _begins(row, line, lead, [part for part, _ in said], first):
            if not (line.bullet or said):
                continue
            row, last = Row(line.number, indent=line.indent), first
            rows.append(row)
        if lead:
            row.add(last, lead)
        for part, value in said:
            row.add(part, value)
            row.is_called |= part == first
            last = part
    return rows


def _begins(row: Row, line: Line, lead: str, parts: Sequence[str], first: str) -> bool:
    """Whether a line begins another row than the one above it."""
    if first in parts and first in row.pieces:
        return True
    if not line.bullet or line.indent > row.indent:
        return False
    return bool(lead) or any(part in row.pieces for part in parts)


def _said(
    names: Mapping[str, str], text: str, found: Iterable[Label]
) -> tuple[str, list[tuple[str, str]]]:
    """The words before the first label, and what each label says."""
    places = [(place, start) for place, start in ((_label(names, f), f[1]) for f in found) if place]
    if not places:
        return text.strip(_SEPARATORS), []
    starts = [begin for (begin, _), _ in places]
    lead = text[: starts[0]]
    ends = [*starts[1:], len(text)]
    said = [
        (part, text[start:end].strip(_SEPARATORS))
        for ((_, part), start), end in zip(places, ends, strict=True)
    ]
    return lead.strip(_SEPARATORS), said


def labels(text: str) -> Iterator[Label]:
    """Every colon that may end a label, with the words before it."""
    place = text.find(":")
    while place >= 0:
        begin = max(0, place - LOOK_BACK)
        before = text[begin:place].rstrip(" \t")
        if before.endswith(")"):
            before = before[: max(before.rfind("("), 0)].rstrip()
        if before[-1:].isalnum():
            begin += max(before.rfind(sign) for sign in _ENDS) + 1
            words = [(w.start(), w[0].casefold()) for w in _WORD.finditer(text, begin, place)]
            yield place, place + 1, tuple(words[-MOST_WORDS:])
        place = text.find(":", place + 1)


def _label(names: Mapping[str, str], label: Label) -> tuple[int, str] | None:
    """Where a label begins, and the part it names."""
    words = label[2]
    for start in range(len(words)):
        part = names.get(" ".join(word for _, word in words[start:]))
        if part:
            return words[start][0], part
    return None


def _at_end(names: Mapping[str, str], words: Sequence[str]) -> str | None:
    for start in range(max(0, len(words) - MOST_WORDS), len(words)):
        part = names.get(" ".join(words[start:]))
        if part:
            return part
    return None
