"""Reads a page as artefacts: which papers are in it, and what each says where."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tpmprep.domain.artifact_rows import Group, Row, columns_of, groups_in, named_parts
from tpmprep.domain.artifact_text import LONGEST_HEADING, Line, Part, Table, bare, parts_of, plain
from tpmprep.domain.artifacts import Artifact, Rules

LEAST_SECTIONS = 3
"""So many sections make a page a paper that its title does not name."""


@dataclass(slots=True)
class Sections:
    """A page of sections: on which line each part begins, and what stands in it."""

    artifact: Artifact
    number: int
    heads: dict[str, int] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=dict)

    def add(self, parts: Iterable[str], line: Line) -> None:
        """Put a line into these parts."""
        for part in parts:
            self.heads.setdefault(part, line.number)
            self.lines.setdefault(part, []).append(line)


@dataclass(frozen=True, slots=True)
class Unread:
    """A heading names a paper, and nothing in the page can be read as one."""

    artifact: Artifact
    number: int
    is_all: bool
    """Whether nothing else was read either."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was recognised in a page."""

    sections: Sections | None
    groups: tuple[Group, ...]
    unread: tuple[Unread, ...]


def page_of(text: str, name: str, rules: Rules) -> Page:
    """What a text is. `name`, that of its file, tells where no title or heading does."""
    parts = parts_of(text)
    by_heading = [_named_by(part.title, rules) for part in parts]
    if not any(by_heading):
        by_heading = [_named_by(name, rules) if not part.title else set() for part in parts]
    groups = [
        group for part, named in zip(parts, by_heading, strict=True)
        for group in groups_in(part, named, rules)
    ]  # fmt: skip
    title = _title(parts)
    named = _named_by(title, rules) or _named_by(name, rules)
    sections = _best_sections(parts, named, rules, has_rows=bool(groups))
    if sections:
        return Page(sections, tuple(group for group in groups if group.table and group.is_full), ())
    groups = groups or _alone(parts, named, rules)
    unread = _unread(parts, by_heading, groups, rules)
    return Page(None, tuple(groups), tuple(unread))


def _title(parts: Sequence[Part]) -> str:
    """The first heading; without one, the first line."""
    heading = next((part.title for part in parts if part.title), "")
    return heading or next((line.text for line in parts[0].lines), "")[:LONGEST_HEADING]


def _named_by(title: str, rules: Rules) -> set[str]:
    if len(title) > LONGEST_HEADING:
        return set()
    return {artifact.id for artifact in rules.artifacts if artifact.is_named(title)}


def _best_sections(
    parts: Sequence[Part], named: Collection[str], rules: Rules, *, has_rows: bool
) -> Sections | None:
    """The paper of sections that the page is, if it is one."""
    best, most = None, 0
    rows_named = any(artifact.id in named for artifact in rules.of("rows"))
    for artifact in rules.of("sections"):
        found = sections_in(artifact, parts, rules)
        score = len(found.heads)
        if artifact.id in named:
            score += 10 if score > 1 or not has_rows else 0
        elif rows_named or score < LEAST_SECTIONS:
            score = 0
        if score > most:
            best, most = found, score
    return best if most >= LEAST_SECTIONS else None


def _alone(parts: Sequence[Part], named: Collection[str], rules: Rules) -> list[Group]:
    """A single row that was written as sections, such as one decision on a page of its own."""
    for artifact in rules.of("rows"):
        found = sections_in(artifact, parts, rules)
        first, given = artifact.parts[0].id, set(found.heads)
        if artifact.id in named and len(given - {first}) > 1:
            pieces = {
                part: [bare(line.text) for line in found.lines.get(part, ())] for part in given
            }
            row = Row(found.number, pieces={first: [_title(parts)], **pieces})
            return [Group(artifact, found.number, frozenset(row.cells), (row,), table=False)]
    return []


def _unread(
    parts: Sequence[Part],
    by_heading: Sequence[Collection[str]],
    groups: Sequence[Group],
    rules: Rules,
) -> Iterable[Unread]:
    """Headings that promise a paper. Beside others that were read, only one that says just that."""
    read = {group.artifact.id for group in groups}
    for artifact in rules.of("rows"):
        exact = {plain(name) for name in artifact.named}
        own = [part.number for part in parts if plain(part.title[:LONGEST_HEADING]) in exact]
        near = [
            part.number
            for part, named in zip(parts, by_heading, strict=True)
            if artifact.id in named and any(not line.quoted for line in part.lines)
        ]
        if artifact.id not in read and (own or (near and not read)):
            yield Unread(artifact, [*own, *near][0], is_all=not read)


def sections_in(artifact: Artifact, parts: Sequence[Part], rules: Rules) -> Sections:
    """What stands in which section of a paper: under headings, behind labels, beside them."""
    titled = next((part for part in parts if part.title), None)
    found = Sections(artifact, titled.number if titled else 1)
    current: tuple[str, ...] = ()
    level = 0
    for part in parts:
        is_title = part is titled and artifact.is_named(part.title[:LONGEST_HEADING])
        head, colon, rest = part.title.partition(":")
        named = () if is_title else named_parts(artifact, head)
        if named or part.level <= level:
            current, level = named, part.level
        for name in named:
            found.heads.setdefault(name, part.number)
        if named and colon and rest.strip():
            found.add(named, Line(part.number, rest.strip()))
        _fill(found, part, current, rules)
    return found


def _fill(found: Sections, part: Part, current: tuple[str, ...], rules: Rules) -> None:
    artifact, pending = found.artifact, current
    for block in part.blocks:
        if isinstance(block, Table) and _fill_wide(found, block):
            continue
        for line in block.lines if isinstance(block, Table) else (block,):
            text = bare(line.text)
            if line.quoted or plain(text) in rules.prompts:
                continue
            bar = isinstance(block, Table)
            head, sign, rest = text[:LONGEST_HEADING].partition("|" if bar else ":")
            label = artifact.by_name.get(plain(head)) if sign else None
            if label is None:
                found.add(pending, line)
                continue
            value = Line(line.number, rest.strip() + text[LONGEST_HEADING:])
            found.heads.setdefault(label, line.number)
            if value.text:
                found.add((label,), value)
            found.add((name for name in current if name != label), line)
            pending = current if value.text else (*current, label)


def _fill_wide(found: Sections, table: Table) -> bool:
    """Take a table whose columns are the sections; whether it was one."""
    columns = columns_of(found.artifact, table.head)
    if len(set(chain.from_iterable(columns.values()))) < LEAST_SECTIONS:
        return False
    for names in columns.values():
        for name in names:
            found.heads.setdefault(name, table.number)
    for number, cells in table.rows:
        for place, names in columns.items():
            if place < len(cells) and cells[place]:
                found.add(names, Line(number, cells[place]))
    return True
