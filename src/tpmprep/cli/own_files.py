"""What commands do with files of one's own: load, edit, remove."""

from pathlib import Path
from typing import TYPE_CHECKING

from tpmprep.adapters import portfolio
from tpmprep.adapters.editor import edit, editor_of
from tpmprep.adapters.files import make_folder, replace_whole
from tpmprep.adapters.paths import for_people
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import asker_for
from tpmprep.cli.output import emit, write_lines
from tpmprep.errors import BadData, TpmprepError
from tpmprep.ui import bank_pages, layout

if TYPE_CHECKING:
    from tpmprep.adapters.portfolio import Shelf
    from tpmprep.domain.lint import Problem
    from tpmprep.domain.program import Program
    from tpmprep.domain.story import Story

EDITS = {
    "program": "The file is as it was. Mend it with: tpmprep story program edit {}",
    "story": "The file is as it was. Mend it with: tpmprep story edit {}",
}
COMMANDS = {"program": "story.program", "story": "story", "notes": "brief"}
"""What the commands of each kind begin with."""
AGAIN = {"edit": "edit again", "stop": "stop for now"}


def shelf_of(env: Env) -> "Shelf":
    """Everything of one's own; a file that cannot be used becomes a warning."""
    shelf = portfolio.load_shelf(env.home)
    for problem in shelf.problems:
        env.warn(bank_pages.problem_line(problem))
    return shelf


def edited(env: Env, kind: str, path: Path, again: str) -> None:
    """Let the person edit a file in their editor; what is kept is what passes the check.

    A text that does not pass stays beside it as a draft, and the command `again` goes on with it.
    Raises BadData then, or StorageFailed. Without an editor the place of the file is told.
    """
    command = editor_of(env.environ)
    where = for_people(path, env.environ)
    if not command or not env.is_interactive or env.settings.no_input or env.settings.json:
        page = layout.text("Edit this file; it is checked when it is read:\n", where)
        emit(env, f"{COMMANDS[kind]}.edit", {"path": str(path)}, page)
        return
    draft = env.home.forms / f"{kind}-{path.name}"
    make_folder(draft.parent)
    if draft.exists() and path.lstat().st_mtime_ns > draft.stat().st_mtime_ns:
        _put_aside(env, draft)
    before = portfolio.text_of(path)
    if not draft.exists():
        replace_whole(draft, before)
    problems = _until_sound(env, kind, draft, path, command)
    if problems:
        first = problems[0]
        key = f"{first.key}: " if first.key else ""
        message = f"line {first.line}: {key}{first.message}"
        hint = f"Nothing was changed. Your text is safe; go on with: {again}"
        raise BadData(message, hint)
    if portfolio.text_of(path) != before:
        message = "the file changed while you edited it; nothing was written over it"
        raise TpmprepError(message, f"Your text is safe in {for_people(draft, env.environ)}")
    portfolio.replaced(path, portfolio.text_of(draft))
    draft.unlink(missing_ok=True)
    page = layout.text(("Saved: ", "bold"), where)
    emit(env, f"{COMMANDS[kind]}.edit", {"path": str(path)}, page)


def removed(env: Env, kind: str, entry_id: str) -> None:
    """Move a file of one's own to the trash. Raises NotFound or StorageFailed."""
    shelf = portfolio.load_shelf(env.home)
    entry_id = shelf.id_of(kind, entry_id)
    path = shelf.file_of(kind, entry_id)
    target = portfolio.trash(env.home, path, f"{env.clock.now():%Y%m%d-%H%M%S}")
    where = for_people(target, env.environ)
    page = layout.text(f"{entry_id} is in the trash now: ", (where, "dim"))
    emit(env, f"{COMMANDS[kind]}.remove", {"id": entry_id, "path": str(target)}, page)


def _put_aside(env: Env, draft: Path) -> None:
    """Move a text that is older than the file to the trash: somebody mended the file by hand."""
    folder = env.home.trash / "forms"
    make_folder(folder)
    name = f"{draft.stem}-{env.clock.now():%Y%m%d-%H%M%S}{draft.suffix}"
    target = portfolio.unused(folder / name)
    draft.rename(target)
    env.warn(f"the file was changed after your last edit; that text is in {target}")


def _until_sound(
    env: Env, kind: str, draft: Path, path: Path, command: list[str]
) -> "list[Problem]":
    """Open the editor until the text passes the check, or the person stops; what is wrong then."""
    while True:
        edit(command, draft)
        problems = portfolio.check_draft(draft, kind, path)
        if not problems:
            return []
        write_lines(env, "\n".join(bank_pages.problem_line(problem) for problem in problems))
        try:
            if asker_for(env).choose("What now?", AGAIN) == "stop":
                return problems
        except (KeyboardInterrupt, EOFError):
            return problems


def program_in(shelf: "Shelf", program_id: str) -> "Program":
    """A program by id. Raises NotFound, or BadData when its file cannot be used."""
    found = shelf.portfolio.programs.get(shelf.id_of("program", program_id))
    if found is None:
        raise _unusable(shelf.file_of("program", program_id), "program")
    return found


def story_in(shelf: "Shelf", story_id: str) -> "Story":
    """A story by id. Raises NotFound, or BadData when its file cannot be used."""
    found = shelf.portfolio.stories.get(shelf.id_of("story", story_id))
    if found is None:
        raise _unusable(shelf.file_of("story", story_id), "story")
    return found


def _unusable(path: Path, kind: str) -> BadData:
    problems = portfolio.check_file(path, kind)
    told = bank_pages.problem_line(problems[0]) if problems else f"{path} has an id that is taken"
    return BadData(told, EDITS[kind].format(path.stem))
