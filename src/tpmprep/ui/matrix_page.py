"""The stories against what interviews ask: what they cover, what is missing, what to watch."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tpmprep.domain.sitting import MOCK_KIND
from tpmprep.domain.story import MOST_STORIES
from tpmprep.domain.story_matrix import Matrix, Overuse
from tpmprep.domain.text import clean_line, in_a_sentence, shorten
from tpmprep.ui.layout import commands, stack, text
from tpmprep.ui.story_pages import FIRST_PROGRAM, FIRST_STORY
from tpmprep.ui.theme import ACCENT, Look
from tpmprep.ui.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

MOST_GAPS = 6
"""So many competencies without a story are named; the rest is counted."""

NAME_ROOM, COUNT_ROOM, MARK_ROOM = 26, 4, 3
"""Columns for the name of a row, for its number of questions, and for each story."""

Row = tuple[str, str, tuple[str, ...]]
Point = tuple[str, str]
"""A sentence and the command that comes next; either may stand alone."""


def matrix_page(matrix: Matrix, look: Look) -> "RenderableType":
    """The whole page; without a story, how to begin."""
    if not matrix.stories:
        line = "No story yet, so there is nothing to compare. Begin with a program you led:\n"
        return stack(text(line), commands([FIRST_PROGRAM, FIRST_STORY], look))
    blocks: list[RenderableType] = [_stories(matrix, look), text(""), _shown(matrix, look)]
    for title, points in (
        ("Gaps", _gaps(matrix)),
        ("Watch", _watch(matrix)),
        ("Smallest set", _smallest(matrix)),
    ):
        if points:
            blocks += [text(""), text((title, "bold")), _points(points, look)]
    return stack(*blocks)


def _stories(matrix: Matrix, look: Look) -> "RenderableType":
    """The stories with the numbers by which the page calls them."""
    titles = {kind.id: kind.title for kind in matrix.kinds}
    none = look.marks.none
    rows = [
        (line.title, titles.get(line.theme, line.theme) or none, line.employer or none)
        for line in matrix.stories
    ]
    theme = min(max(len(row[1]) for row in rows), look.width // 4)
    employer = min(max(len(row[2]) for row in rows), look.width // 5)
    title = look.width - theme - employer - 9
    rooms = (title, theme, employer)
    table = _grid((3, 2, title + 2, theme + 2, employer), right=(0,))
    for number, row in enumerate(rows, start=1):
        cells = (shorten(cell, room) for cell, room in zip(row, rooms, strict=True))
        table.add_row(text((str(number), "dim")), text(""), *map(text, cells))
    return stack(text(("Your stories", "bold")), table)


def _shown(matrix: Matrix, look: Look) -> "RenderableType":
    """The kinds of question and the competencies of each area with the stories that serve them.

    What no story serves stands among the gaps, so that the table stays short.
    """
    blocks = _blocks(matrix)
    numbers = _numbers(matrix)
    names = [name for _, rows in blocks for name, _, _ in rows]
    room = min(NAME_ROOM, max(map(len, names), default=0))
    fits = 2 + room + COUNT_ROOM + MARK_ROOM * len(numbers) <= look.width
    draw = _marked if fits and len(look.marks.yes) == 1 else _listed
    tables = [draw(title, rows, numbers, room, look) for title, rows in blocks]
    if any(row.stories for row in matrix.abilities):
        legend = "The number after a competency: questions about your past that ask for it."
        tables.append(text((legend, "dim")))
    return stack(*tables)


def _blocks(matrix: Matrix) -> list[tuple[str, list[Row]]]:
    kinds: list[Row] = [(kind.title, "", kind.stories) for kind in matrix.kinds if kind.stories]
    blocks = [("Kinds of question", kinds)] if kinds else []
    shown = (row for row in matrix.abilities if row.stories)
    for area, rows in groupby(shown, key=lambda row: row.area):
        lines = [(row.name, str(row.questions), row.stories) for row in rows]
        blocks.append(((area or "other").capitalize(), lines))
    return blocks


def _marked(
    title: str, rows: Sequence[Row], numbers: Mapping[str, int], room: int, look: Look
) -> "RenderableType":
    """Stories as columns, with a mark where one serves the row."""
    widths = (2 + room, COUNT_ROOM, *(MARK_ROOM for _ in numbers))
    table = _grid(widths, right=range(1, len(widths)))
    heads = (text((str(number), "dim")) for number in numbers.values())
    table.add_row(text((title, "bold")), text(""), *heads)
    served, other = (look.marks.yes, ACCENT), (look.marks.dot, "dim")
    for name, asked, stories in rows:
        marks = (text(served if story in stories else other) for story in numbers)
        table.add_row(_name(name, room), text((asked, "dim")), *marks)
    return table


def _listed(
    title: str, rows: Sequence[Row], numbers: Mapping[str, int], room: int, look: Look
) -> "RenderableType":
    """The numbers of the stories in words: where columns do not fit, or are read aloud."""
    room = min(room, look.width // 2)
    table = _grid((2 + room, COUNT_ROOM, 2), right=(1,))
    table.add_column()
    for name, asked, stories in rows:
        places = [numbers[story] for story in stories]
        table.add_row(_name(name, room), text((asked, "dim")), text(""), text(_called(places)))
    return stack(text((title, "bold")), table)


def _gaps(matrix: Matrix) -> list[Point]:
    titles = {kind.id: kind.title for kind in matrix.kinds}
    abilities = {row.id: row for row in matrix.abilities}
    points = []
    if matrix.kind_gaps:
        kinds = _series([titles[kind] for kind in matrix.kind_gaps])
        step = f"tpmprep story add --theme {matrix.kind_gaps[0]}"
        points.append((f"No story yet for {kinds}.", step))
    if matrix.ability_gaps:
        rows = [abilities[name] for name in matrix.ability_gaps]
        names = ", ".join(f"{row.name} ({row.id}, {row.questions})" for row in rows[:MOST_GAPS])
        more = f", and {len(rows) - MOST_GAPS} more" if len(rows) > MOST_GAPS else ""
        told = f"No story shows these, the most asked first: {names}{more}. "
        advice = "Where one of yours does, name its id among the competencies."
        points.append((told + advice, "tpmprep story edit ID"))
    return points


def _watch(matrix: Matrix) -> list[Point]:
    """What may go wrong with the stories that there are."""
    numbers = _numbers(matrix)
    points = [_overused(use, numbers) for use in matrix.overused]
    if risk := matrix.one_employer:
        share = "All" if risk.stories == risk.known else f"{risk.stories} of"
        which = "stories with a known employer" if matrix.no_employer else "stories"
        told = f"{share} {risk.known} {which} happened at {clean_line(risk.employer)}: expect to "
        points.append((f"{told}be asked what you did elsewhere.", "tpmprep story program add"))
    if matrix.no_employer:
        who = in_a_sentence(_stories_called(matrix.no_employer, numbers))
        told = f"No program with an employer stands behind {who}."
        points.append((told, "tpmprep story program list"))
    for name, stories in matrix.unknown.items():
        who = _stories_called(stories, numbers)
        told = f"{who}: there is no competency {clean_line(name)}, so it counts for nothing."
        points.append((told, f"tpmprep story edit {stories[0]}"))
    return points


def _overused(use: Overuse, numbers: Mapping[str, int]) -> Point:
    times = count(len(use.questions), "question")
    which = ", ".join(map(clean_line, use.questions))
    who = f"Story {numbers[use.story]}"
    if use.sitting:
        mock = use.sitting.removeprefix(MOCK_KIND).strip()
        told = f"{who} was told for {times} of one mock ({which}). Have a second one ready."
        return told, f"tpmprep review {mock}"
    told = f"{who} is meant for {times} ({which}). In one loop two are enough: give another story "
    return f"{told}some of them.", f"tpmprep story edit {use.story}"


def _smallest(matrix: Matrix) -> list[Point]:
    """Which stories to know first, and which could go where there are too many."""
    numbers = _numbers(matrix)
    asked = len(matrix.abilities)
    points: list[Point] = []
    if matrix.smallest:
        who = _stories_called(matrix.smallest, numbers)
        alone = len(matrix.smallest) == 1
        verb, them = ("shows", "it") if alone else ("show together", "them")
        share = f"{asked - len(matrix.ability_gaps)} of the {asked} competencies asked for"
        rest = "" if len(matrix.smallest) == len(numbers) else ", as many as all your stories"
        points.append((f"{who} {verb} {share}{rest}. Have {them} ready first.", ""))
    elif asked:
        points.append(("No story shows yet what the questions about your past ask for.", ""))
    return points + _over_cap(matrix, numbers)


def _over_cap(matrix: Matrix, numbers: Mapping[str, int]) -> list[Point]:
    if not matrix.over_cap:
        return []
    told = (
        f"You have {len(numbers)} stories, and more than {MOST_STORIES} nobody has ready under "
        f"pressure. It is fine to let {len(numbers) - MOST_STORIES} go"
    )
    if not matrix.spare:
        return [(f"{told}: the ones you would rather not be asked about.", "tpmprep story list")]
    called = _series([f"{numbers[name]} ({name})" for name in matrix.spare])
    told = f"{told}. What is asked can do without {called}."
    return [(told, f"tpmprep story remove {matrix.spare[-1]}")]


def _points(points: Iterable[Point], look: Look) -> "RenderableType":
    """Sentences with their commands on lines of their own, so that those can be copied."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    for told, step in points:
        words = text(told, "\n", (step, ACCENT)) if step else text(told)
        table.add_row(text(f"  {look.marks.dot}"), words)
    return table


def _grid(widths: Sequence[int], right: Collection[int]) -> "Table":
    """A table of fixed columns without lines; `right` are those that hold numbers and marks."""
    from rich.table import Table

    table = Table.grid(padding=0)
    for place, width in enumerate(widths):
        table.add_column(
            width=width,
            justify="right" if place in right else "left",
            no_wrap=True,
            overflow="ellipsis",
        )
    return table


def _name(name: str, room: int) -> "Text":
    return text(f"  {shorten(name, room)}")


def _numbers(matrix: Matrix) -> dict[str, int]:
    return {line.id: number for number, line in enumerate(matrix.stories, start=1)}


def _stories_called(stories: Sequence[str], numbers: Mapping[str, int]) -> str:
    """`Story 2`, `Stories 2, 4 and 5`."""
    noun = "Story" if len(stories) == 1 else "Stories"
    return f"{noun} {_series([str(numbers[story]) for story in stories])}"


def _called(places: Sequence[int]) -> str:
    return ", ".join(map(str, places))


def _series(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))
