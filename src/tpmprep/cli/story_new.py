"""Writing a program or a story down: asked for one thing at a time, or given with --set."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tpmprep.adapters import portfolio
from tpmprep.adapters.content import load_forms, load_themes
from tpmprep.adapters.paths import for_people
from tpmprep.cli.env import Env
from tpmprep.cli.forms import COMMANDS, Form, Offers, filled, start_afresh
from tpmprep.cli.given import answers_given
from tpmprep.cli.output import emit
from tpmprep.cli.own_files import shelf_of
from tpmprep.domain.form import Answers, document_of
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import gaps
from tpmprep.domain.story import MOST_STORIES
from tpmprep.errors import UnknownChoice, UsageProblem
from tpmprep.ui import story_pages

NO_PROGRAM, OWN_THEME = "-", "own"


def add_program(env: Env, given: Sequence[str], *, fresh: bool) -> None:
    """Ask for a program, save it, and say what comes next."""
    answers = answers_given(load_forms()["program"], given)
    saved = _added(env, "program", answers, given, fresh=fresh, offers={})
    value = saved[0]
    steps = [
        (f"tpmprep story add --program {value.id}", "a story out of it"),
        (f"tpmprep story translate {value.id}", "tell it at three lengths on the clock"),
    ]
    if empty := gaps(value):
        about = f"still empty: {', '.join(map(story_pages.spoken, empty))}"
        steps.insert(0, (f"tpmprep story program edit {value.id}", about))
    _tell(env, "story.program.add", saved, value.name, steps)


def add_story(
    env: Env, given: Sequence[str], program: str | None, theme: str | None, *, fresh: bool
) -> None:
    """Ask for a story, save it, and say what comes next. Raises UsageProblem over the cap."""
    shelf = shelf_of(env)
    if len(shelf.portfolio.stories) >= MOST_STORIES:
        raise UsageProblem(story_pages.ENOUGH)
    answers = answers_given(load_forms()["story"], given)
    named = program if program is not None else answers.get("program")
    if isinstance(named, str) and named not in ("", NO_PROGRAM):
        answers["program"] = shelf.id_of("program", named)
    if theme is not None:
        answers["theme"] = theme
    _require_theme(answers)
    offers = _offers(shelf.portfolio)
    saved = _added(env, "story", answers, given, fresh=fresh, offers=offers)
    value = saved[0]
    steps = [
        (f"tpmprep story check {value.id}", "what it still lacks"),
        ("tpmprep story matrix", "what your stories cover together"),
    ]
    _tell(env, "story.add", saved, value.title, steps)


def _added(
    env: Env, kind: str, given: Answers, flags: Sequence[str], *, fresh: bool, offers: Offers
) -> tuple[Any, Path]:
    """The saved program or story, with its place."""
    today = env.clock.now().date()
    fields = [one for one in load_forms()[kind] if not one.offers or offers.get(one.offers)]
    folder = env.home.programs if kind == "program" else env.home.stories
    needed = [field.id for field in fields if field.needed and not given.get(field.id)]
    if env.settings.no_input or env.settings.json or (flags and not needed):
        if needed:
            missing = " ".join(f"--set {name}=..." for name in needed)
            raise UsageProblem(f"nothing is asked here: give {missing}")
        return portfolio.save_new(folder, kind, document_of(_own_theme(given)), today)
    env.require_prompts(f"give --set {needed[0] if needed else fields[0].id}=...")
    if fresh:
        start_afresh(env, kind)
    form = filled(env, Form(kind, fields, COMMANDS[kind], offers, given))
    saved = portfolio.save_new(folder, kind, document_of(_own_theme(form.answers)), today)
    form.done()
    return saved


def _tell(
    env: Env, command: str, saved: tuple[Any, Path], title: str, steps: Sequence[tuple[str, str]]
) -> None:
    value, path = saved
    page = story_pages.saved(title, for_people(path, env.environ), steps, env.look)
    emit(env, command, {**asdict(value), "path": str(path)}, page)


def _offers(held: Portfolio) -> Mapping[str, Mapping[str, str]]:
    """What the fields of a story let one choose from."""
    themes = {theme.id: f"{theme.title}: {theme.asks}" for theme in load_themes().values()}
    programs = {name: program.name for name, program in held.programs.items()}
    return {
        "themes": {**themes, OWN_THEME: "another kind; name it in the title"},
        "programs": {**programs, NO_PROGRAM: "none of these"} if programs else {},
    }


def _require_theme(answers: Answers) -> None:
    """Raises UnknownChoice when a theme was given that there is not."""
    from tpmprep.domain.story import OWN_THEME as OWN

    theme, themes = answers.get("theme"), load_themes()
    if isinstance(theme, str) and theme not in themes and not OWN.fullmatch(theme):
        raise UnknownChoice("theme", theme, [*themes, "own/NAME"])


def _own_theme(answers: Answers) -> Answers:
    """The answers with a theme of one's own named after the title, and no program where none is."""
    changed = dict(answers)
    if changed.get("theme") == OWN_THEME:
        changed["theme"] = f"own/{portfolio.id_of(str(changed.get('title', '')))}"
    if changed.get("program") == NO_PROGRAM:
        changed["program"] = ""
    return changed
