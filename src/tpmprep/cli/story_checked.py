"""`story check` and `story matrix`: what stories lack, alone and together."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tpmprep.adapters.content import load_themes
from tpmprep.cli.env import Env
from tpmprep.cli.forms import begun_page, waiting
from tpmprep.cli.output import emit, write_lines
from tpmprep.cli.own_files import shelf_of, story_in
from tpmprep.domain.story_check import Verdict, checked
from tpmprep.errors import BadData
from tpmprep.ui import bank_pages, layout, story_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tpmprep.adapters.portfolio import Shelf
    from tpmprep.domain.lint import Problem
    from tpmprep.domain.portfolio import Portfolio
    from tpmprep.domain.story import Story

LACKING = 1


def show_overview(env: Env) -> None:
    """Print the programs and the stories, and what was begun."""
    held = shelf_of(env).portfolio
    verdicts = [checked(story) for story in held.stories.values()]
    blocks = [story_pages.program_list(held, env.look)]
    if held.programs or held.stories:
        blocks += ["", story_pages.story_list(held, verdicts, load_themes(), env.look)]
    page = layout.stack(*blocks, begun_page(env, "program", "story"))
    data = {"programs": list(held.programs), "stories": list(held.stories), "begun": waiting(env)}
    emit(env, "story", data, page)


def list_stories(env: Env) -> None:
    """Print the stories, and how much each still lacks."""
    held = shelf_of(env).portfolio
    verdicts = [checked(story) for story in held.stories.values()]
    data = [{**asdict(v.story), "lacks": [lack.id for lack in v.lacks]} for v in verdicts]
    page = story_pages.story_list(held, verdicts, load_themes(), env.look)
    emit(env, "story.list", data, layout.stack(page, begun_page(env, "story")))


def check_stories(env: Env, story_id: str | None) -> int:
    """Print what one story lacks, or all of them, and the files that are broken."""
    from tpmprep.adapters.portfolio import load_shelf

    shelf = load_shelf(env.home)
    stories: list[Story] = list(shelf.portfolio.stories.values())
    problems = shelf.problems
    if story_id is not None:
        stories, problems = [story_in(shelf, story_id)], []
    problems = [*problems, *_remarks(env, shelf, stories)]
    verdicts = [checked(story) for story in stories]
    data = {
        "stories": [_document(verdict) for verdict in verdicts],
        "problems": [asdict(problem) for problem in problems],
    }
    page = None
    if not env.settings.json:
        if problems:
            write_lines(env, "\n".join(map(bank_pages.problem_line, problems)) + "\n")
        page = _page(env, shelf.portfolio, verdicts)
    emit(env, "story.check", data, page)
    if any(problem.bars for problem in problems):
        return BadData.exit_code
    return LACKING if any(verdict.lacks for verdict in verdicts) else 0


def _remarks(env: Env, shelf: "Shelf", stories: "Sequence[Story]") -> "list[Problem]":
    """What stories name that there is not; the bank is read only where they name questions."""
    from tpmprep.adapters.content import load_competencies
    from tpmprep.adapters.portfolio import remark
    from tpmprep.domain.own_files import unknown_names

    naming = [story for story in stories if story.competencies or story.questions]
    if not naming:
        return []
    names = {item.id: item.name for item in load_competencies().values()}
    known = {*env.bank.questions, *env.bank.openers}
    return [
        remark(shelf.file_of("story", story.id), finding)
        for story in naming
        for finding in unknown_names(story, names, known)
    ]


def _page(env: Env, held: "Portfolio", verdicts: list[Verdict]) -> "RenderableType":
    if not verdicts:
        return story_pages.story_list(held, [], {}, env.look)
    return story_pages.check_page(verdicts, env.look)


def show_matrix(env: Env) -> None:
    """Print what the stories cover together."""
    from tpmprep.adapters.content import load_competencies
    from tpmprep.domain.story_matrix import matrix_of
    from tpmprep.ui import matrix_page

    held = shelf_of(env).portfolio
    matrix = matrix_of(held, load_themes(), load_competencies(), _asked(env), _told(env, held))
    emit(env, "story.matrix", matrix, matrix_page.matrix_page(matrix, env.look))


def _asked(env: Env) -> dict[str, int]:
    """How many of the bank's questions about the past ask mainly for each competency."""
    counts: dict[str, int] = {}
    for question in env.bank.questions.values():
        if question.kind == "past" and question.competencies:
            main = question.competencies[0]
            counts[main] = counts.get(main, 0) + 1
    return counts


def _told(env: Env, held: "Portfolio") -> list[tuple[str, str, str]]:
    """Which story was told for which question of which mock."""
    from tpmprep.domain.sitting import MOCK_KIND
    from tpmprep.domain.telling import told_in

    if not held.stories:
        return []
    found = []
    for attempt in env.history().attempts:
        if attempt.sitting.startswith(MOCK_KIND):
            story = told_in(attempt.answer, held.stories.values())
            if story is not None:
                found.append((attempt.sitting, attempt.question.id, story))
    return found


def _document(verdict: Verdict) -> dict[str, Any]:
    lacks = [asdict(lack) for lack in verdict.lacks]
    return {"id": verdict.story.id, "numbers": verdict.numbers, "lacks": lacks}
