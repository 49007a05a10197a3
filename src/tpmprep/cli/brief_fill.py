"""Filling the notes for the day before: asked part by part, kept after every answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tpmprep.adapters import schema
from tpmprep.adapters.content import load_forms
from tpmprep.adapters.notesfile import change_notes
from tpmprep.adapters.paths import for_people
from tpmprep.cli.choices import one_of
from tpmprep.cli.env import Env
from tpmprep.cli.forms import EVERY_PART, NOTES, Form, filled, start_afresh
from tpmprep.cli.given import answers_given
from tpmprep.cli.output import emit
from tpmprep.cli.own_files import edited, shelf_of
from tpmprep.domain.form import Answer, Answers, Field, document_of, plain_words
from tpmprep.domain.notes import NOTE_PARTS, Notes, value_in
from tpmprep.domain.own_files import check_notes
from tpmprep.errors import BadData, NothingFits, UsageProblem
from tpmprep.ui import bank_pages, layout, story_pages

if TYPE_CHECKING:
    from tpmprep.adapters.portfolio import Shelf

EXAMPLES, AMBIGUITY, STORIES = "examples", "ambiguity", "stories"
AUTOMATIC = "-"
EDIT = "tpmprep brief edit"
PAGE = ("tpmprep brief", "the whole page")


def fill_notes(env: Env, part: str | None, flags: Sequence[str], *, fresh: bool) -> None:
    """Ask for one part anew, or for all that is still empty, and keep it. Raises BadData."""
    one_of("part", part, NOTE_PARTS)
    shelf = shelf_of(env)
    notes = _sound(env, shelf)
    forms = load_forms()
    answers = answers_given((f for name in NOTE_PARTS for f in forms[name]), flags)
    answers = {name: _meant(shelf, name, said) for name, said in answers.items()}
    fields = [one for one in _fields(part, notes, forms) if one.offers != STORIES or _told(shelf)]
    if part == EXAMPLES and not fields:
        raise NothingFits("there is no story to choose from", "Write one: tpmprep story add")
    is_all = part is None or {one.id for one in fields} <= answers.keys()
    if answers and (is_all or env.settings.no_input or env.settings.json):
        _tell(env, _kept(env, answers))
        return
    name = f"{NOTES}{part or EVERY_PART}"
    if not fields:
        start_afresh(env, name)  # what waits there was filled otherwise
        emit(env, "brief.fill", asdict(notes), story_pages.nothing_lacks(env.look))
        return
    env.require_prompts(f"give --set {fields[0].id}=...")
    if fresh:
        start_afresh(env, name)
    again = f"tpmprep brief fill {part}" if part else "tpmprep brief fill"
    known = {one.id: value_in(notes, one.id) for one in fields}
    form = filled(env, Form(name, fields, again, _offers(shelf), answers, known))
    new = {key: said for key, said in form.answers.items() if part or key in known}
    changed = {key: said for key, said in new.items() if said != known.get(key)}
    kept = _kept(env, {**changed, **answers})
    form.done()
    _tell(env, kept)


def add_questions(env: Env, questions: Sequence[str]) -> None:
    """Add questions of one's own to those for the interviewer. Raises BadData, UsageProblem."""
    words = [plain_words(question) for question in questions]
    if not all(words):
        raise UsageProblem("--add needs the words of a question")
    _sound(env, shelf_of(env))
    notes = _changed(env, lambda old: {"ask": list(dict.fromkeys([*old.ask, *words]))})
    steps = [PAGE, ("tpmprep brief ask", "all that you may ask"), (EDIT, "change or take out")]
    page = layout.stack(
        layout.bullets("Your questions to them", notes.ask, env.look),
        "",
        layout.commands(steps, env.look),
    )
    emit(env, "brief.ask.add", asdict(notes)["ask"], page)


def edit_notes(env: Env) -> None:
    """Open the notes in the editor; they are written with empty keys when there are none."""
    if not env.home.notes.exists() and not env.home.notes.is_symlink():
        _changed(env, lambda _: {})
    edited(env, "notes", env.home.notes, EDIT)


def _sound(env: Env, shelf: "Shelf") -> Notes:
    """The notes as they are stored. Raises BadData when the file cannot be used."""
    wrong = [one for one in shelf.problems if one.file == str(env.home.notes) and one.bars]
    if wrong:
        hint = f"Nothing was changed. Mend it with: {EDIT}"
        raise BadData(bank_pages.problem_line(wrong[0]), hint)
    return shelf.portfolio.notes


def _told(shelf: "Shelf") -> bool:
    return bool(shelf.portfolio.stories)


def _fields(part: str | None, notes: Notes, forms: Mapping[str, tuple[Field, ...]]) -> list[Field]:
    """The fields of a part, or all that are empty; examples are suggested, so they never lack."""
    if part is not None:
        return list(forms[part])
    every = [one for name in NOTE_PARTS if name != EXAMPLES for one in forms[name]]
    return [one for one in every if not value_in(notes, one.id)]


def _offers(shelf: "Shelf") -> Mapping[str, Mapping[str, str]]:
    titles = {name: story.title for name, story in shelf.portfolio.stories.items()}
    return {STORIES: {**titles, AUTOMATIC: "whichever is strongest by then"}}


def _meant(shelf: "Shelf", name: str, said: Answer) -> Answer:
    """The whole id where a story is named by its beginning. Raises NotFound."""
    is_story = name == AMBIGUITY or name.startswith(f"{EXAMPLES}.")
    if not is_story or not isinstance(said, str) or said in ("", AUTOMATIC):
        return said
    return shelf.id_of("story", said)


def _kept(env: Env, answers: Answers) -> Notes:
    """Put the answers into the notes as they stand now; what was not asked stays as it is."""

    def changes(old: Notes) -> dict[str, Any]:
        named = {k: "" if v == AUTOMATIC else v for k, v in answers.items()}
        chosen = {k: named.pop(k) for k in list(named) if k.startswith(f"{EXAMPLES}.")}
        document = document_of(named, keep_empty=True)
        if chosen:
            before = dict(enumerate(old.examples, start=1))
            wanted = [chosen.get(f"{EXAMPLES}.{n}", before.get(n, "")) for n in (1, 2, 3)]
            document[EXAMPLES] = [name for name in wanted if name]
        return document

    return _changed(env, changes)


def _tell(env: Env, notes: Notes) -> None:
    where = for_people(env.home.notes, env.environ)
    emit(env, "brief.fill", asdict(notes), story_pages.saved("your notes", where, [PAGE], env.look))


def _changed(env: Env, changes: Callable[[Notes], dict[str, Any]]) -> Notes:
    """The notes with changes that fit what stands there now. Raises BadData or StorageFailed."""

    def new(old: Notes) -> Notes:
        kept, wrong = schema.parse(Notes, _merged(asdict(old), changes(old)))
        if wrong := wrong or check_notes(kept):
            key = ".".join(map(str, wrong[0].path))
            told = f"cannot save your notes: {key}: {wrong[0].message}"
            raise BadData(told, "Nothing was changed.")
        return kept  # type: ignore[no-any-return]  # parse gives what it was asked for

    notes, aside = change_notes(env.home, new, f"{env.clock.now():%Y%m%d-%H%M%S}")
    if aside is not None:
        env.warn(f"your notes were written by hand; the file as it was is in {aside}")
    return notes


def _merged(whole: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """`whole` with `changes` put in, also inside each other."""
    inside = {
        key: _merged(whole[key], value) if isinstance(value, dict) else value
        for key, value in changes.items()
    }
    return {**whole, **inside}
