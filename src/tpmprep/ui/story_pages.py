"""Programs and stories as people read them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.form import Field
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program, gaps
from tpmprep.domain.story import MOST_STORIES, Story, Theme
from tpmprep.domain.text import shorten
from tpmprep.ui.layout import commands, grid, indented, marked, stack, text
from tpmprep.ui.theme import ACCENT, Look
from tpmprep.ui.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tpmprep.domain.story_check import Verdict

FIRST_PROGRAM = ("tpmprep story program add", "write down a program you led")
FIRST_STORY = ("tpmprep story add", "make a story out of one")
ENOUGH = (
    f"You have {MOST_STORIES} stories, and more than that nobody has ready under pressure. "
    "Sharpen one of them instead, or take one out first: tpmprep story remove ID"
)


def program_list(portfolio: Portfolio, look: Look) -> "RenderableType":
    """The inventory: what stands there, what is still empty, and the stories of each."""
    if not portfolio.programs:
        return stack(
            text("No program yet. Two of them, written down in full, carry most interviews.\n"),
            commands([FIRST_PROGRAM], look),
        )
    table = grid("ID", "Program", "Stories", "Still empty", right=(2,))
    room = max(10, (look.width - 17 - max(map(len, portfolio.programs))) // 2)
    for program in portfolio.programs.values():
        table.add_row(
            text((program.id, ACCENT)),
            text(shorten(program.name, room)),
            text(str(len(portfolio.stories_of(program.id)))),
            text((shorten(", ".join(map(spoken, gaps(program))) or "nothing", room), "dim")),
        )
    return table


def program_page(
    program: Program, fields: Sequence[Field], stories: Sequence[Story], look: Look
) -> "RenderableType":
    """One program: what is known, what is missing, and what to do with it."""
    blocks: list[RenderableType] = [text((program.name, "bold"), (f"  {program.id}\n", "dim"))]
    rows = [(field.title, said) for field in fields[1:] if (said := _said(program, field.id))]
    blocks.append(_table(rows, look))
    if empty := [spoken(name) for name in gaps(program)]:
        blocks.append(text(("\nStill empty: ", "bold"), ", ".join(empty)))
    if stories:
        names = ", ".join(story.id for story in stories)
        blocks.append(text(("\nStories: ", "bold"), names))
    steps = [
        (f"tpmprep story translate {program.id}", "headline, story and walk-through on the clock"),
        (f"tpmprep story add --program {program.id}", "a story out of it"),
        (f"tpmprep story program edit {program.id}", "change what stands here"),
    ]
    return stack(*blocks, text(""), commands(steps, look))


def story_list(
    portfolio: Portfolio, verdicts: Sequence["Verdict"], themes: Mapping[str, Theme], look: Look
) -> "RenderableType":
    """All stories with their themes, and how much each still lacks."""
    if not verdicts:
        first = FIRST_STORY if portfolio.programs else FIRST_PROGRAM
        line = "No story yet. Four carry an interview: an ambiguous program, a scope cut, a "
        return stack(text(line + "conflict, a technical risk.\n"), commands([first], look))
    table = grid("ID", "Story", "Theme", "Lacks")
    room = max(10, (look.width - 16 - max(len(v.story.id) for v in verdicts)) // 2)
    for verdict in verdicts:
        story, lacks = verdict.story, len(verdict.lacks)
        table.add_row(
            text((story.id, ACCENT)),
            text(shorten(story.title, room)),
            text(shorten(theme_name(story.theme, themes), room)),
            text((count(lacks, "thing") if lacks else "nothing", "dim")),
        )
    return stack(table, text(""), commands([("tpmprep story check", "what they lack")], look))


def story_page(story: Story, fields: Sequence[Field], theme: str, look: Look) -> "RenderableType":
    """One story with its parts."""
    head = text((story.title, "bold"), (f"  {story.id} {look.marks.dot} {theme}\n", "dim"))
    skip = ("theme", "title")
    rows = [
        (field.title, said)
        for field in fields
        if field.id not in skip and (said := _said(story, field.id))
    ]
    for name, values in (("Questions", story.questions), ("Shows", story.competencies)):
        if values:
            rows.append((name, ", ".join(values)))
    steps = [
        (f"tpmprep story check {story.id}", "what it lacks"),
        (f"tpmprep story edit {story.id}", "change it"),
    ]
    return stack(head, _table(rows, look), text(""), commands(steps, look))


def check_page(verdicts: Sequence["Verdict"], look: Look) -> "RenderableType":
    """What each story lacks, most important first; the finished ones in a line."""
    blocks: list[RenderableType] = []
    for verdict in verdicts:
        if verdict.lacks:
            blocks.append(text((verdict.story.title, "bold"), (f"  {verdict.story.id}", "dim")))
            marks = ((look.marks.dot, lack.message) for lack in verdict.lacks)
            blocks += [marked(*marks), text("")]
    fine = [verdict.story.title for verdict in verdicts if not verdict.lacks]
    if fine:
        blocks.append(text(("Nothing is missing in: ", "bold"), ", ".join(fine)))
    lacking = next((verdict.story for verdict in verdicts if verdict.lacks), None)
    if lacking is not None:
        step = (f"tpmprep story edit {lacking.id}", "write in what is missing")
        blocks += [text(("Found by rule: questions to your story, no grades.\n", "dim"))]
        blocks.append(commands([step], look))
    else:
        step = ("tpmprep story matrix", "what the stories cover together")
        blocks += [text(""), commands([step], look)]
    return stack(*blocks)


def saved(title: str, where: str, steps: Sequence[tuple[str, str]], look: Look) -> "RenderableType":
    """What was saved, where, and what may come next."""
    head = text(("Saved: ", "bold"), title, (f"\n       {where}\n", "dim"))
    return stack(head, commands(steps, look))


def nothing_lacks(look: Look) -> "RenderableType":
    """Said when every part of the notes holds something."""
    line = text("Every part is filled. One part anew: tpmprep brief fill close\n")
    return stack(line, commands([("tpmprep brief", "the whole page")], look))


def theme_name(theme: str, themes: Mapping[str, Theme]) -> str:
    """A theme as people call it."""
    return themes[theme].title if theme in themes else theme.removeprefix("own/")


def spoken(key: str) -> str:
    """A key as it stands inside a sentence."""
    return "budget or headcount" if key == "budget" else key.replace("_", " ")


def _said(value: object, path: str) -> str:
    for name in path.split("."):
        value = getattr(value, name)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _table(rows: Sequence[tuple[str, str]], look: Look) -> "RenderableType":
    """Names and words side by side; below each other where that is too narrow."""
    from rich.table import Table

    if look.width < 60:
        blocks = [stack(text((name, "dim")), indented(text(words))) for name, words in rows]
        return stack(*blocks)
    table = Table.grid(padding=(0, 2))
    for name, words in rows:
        table.add_row(text((name, "dim")), text(words))
    return table
