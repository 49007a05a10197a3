"""The one page for the day before: on the screen, as Markdown, or as one sheet of HTML."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tpmprep.adapters.content import load_asks, load_phrases, load_themes
from tpmprep.adapters.files import new_file
from tpmprep.cli.env import Env
from tpmprep.cli.forms import NOTES, begun_page
from tpmprep.cli.output import emit
from tpmprep.cli.own_files import shelf_of
from tpmprep.domain.brief import brief_of, markdown
from tpmprep.errors import UsageProblem
from tpmprep.ui import brief_page, layout

if TYPE_CHECKING:
    from datetime import date

    from tpmprep.domain.brief import Brief

ENDINGS = (".md", ".html")
NEWEST = 3
"""So many of the newest levels of a dimension say where one stands."""


def show_brief(env: Env) -> None:
    """Print the page."""
    brief = _brief(env)
    page = layout.stack(brief_page.brief_page(brief, env.look), begun_page(env, NOTES, "debrief"))
    emit(env, "brief", asdict(brief), page)


def write_brief(env: Env, name: str, *, over: bool) -> None:
    """Write the page into a new file, or with `over` in place of one that is there.

    Raises UsageProblem, CannotCreate or StorageFailed.
    """
    path = Path(name).expanduser()
    if path.suffix not in ENDINGS:
        raise UsageProblem(f"--to takes a file that ends in .md or .html, not '{name}'")
    brief = _brief(env)
    hint = "Write it anew with --over, or name another file."
    new_file(path, _text(brief, path.suffix).encode(), hint, over=over)
    data = {"path": str(path.absolute()), "missing": [line.what for line in brief.missing]}
    emit(env, "brief.written", data, brief_page.written(str(path), brief, env.look))


def show_questions(env: Env) -> None:
    """Print what to ask the interviewer: one's own questions, then the guide's."""
    own = shelf_of(env).portfolio.notes.ask
    asks, closing = load_asks(), load_phrases().closing
    data = {
        "own": own,
        "guide": [asdict(ask) for ask in asks],
        "closing": closing.question,
    }
    emit(env, "brief.ask", data, brief_page.questions_page(own, asks, closing, env.look))


def refuse_before(subcommand: str, to: str | None) -> None:
    """Raises UsageProblem when the page's own flag stands before a subcommand."""
    if to is not None:
        raise UsageProblem(f"--to is for the page itself: leave it out before {subcommand}")


def _text(brief: "Brief", ending: str) -> str:
    if ending == ".md":
        return markdown(brief)
    from tpmprep.adapters.brief_html import brief_html

    return brief_html(brief)


def _brief(env: Env) -> "Brief":
    closing = load_phrases().closing.question
    held = shelf_of(env).portfolio
    return brief_of(held, load_themes(), load_asks(), closing, _interview(env), _weakest(env))


def _interview(env: Env) -> "date | None":
    """The day of the next interview of the plan, where there is a plan."""
    from tpmprep.adapters.planfile import load_plan
    from tpmprep.errors import TpmprepError

    today = env.clock.now().date()
    try:
        state = load_plan(env.home.plan)
    except TpmprepError as error:
        env.warn(f"{error.message}. {error.hint}".rstrip())
        return None
    ahead = [one.on for one in state.interviews if one.on >= today] if state else []
    return min(ahead, default=None)


def _weakest(env: Env) -> list[tuple[str, float]]:
    """The dimensions by their newest levels, lowest first."""
    from tpmprep.domain.review import trend

    names = env.bank.dimensions
    means = [
        (names[line.dimension].name, sum(line.levels[-NEWEST:]) / len(line.levels[-NEWEST:]))
        for line in trend(env.history().attempts)
        if line.dimension in names
    ]
    return sorted(means, key=lambda pair: pair[1])
