"""The notes for the day: one YAML file, changed by one process after another."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from tpmprep.adapters.files import make_folder, reason, replace_whole, waiting_lock
from tpmprep.adapters.paths import Home
from tpmprep.adapters.portfolio import notes_at, text_of, unused
from tpmprep.adapters.yamlwrite import document_yaml
from tpmprep.domain.notes import Notes
from tpmprep.errors import BadData, StorageFailed


def change_notes(
    home: Home, change: Callable[[Notes], Notes], stamp: str
) -> tuple[Notes, Path | None]:
    """Put changed notes in place of those before.

    `change` gets the notes as they stand on disk. Notes that are as they were are not written. A
    file that was written by hand goes to the trash first, since its comments would be lost: its
    place there comes back too. Raises BadData when the file cannot be used, and it stays as it is
    then; Busy, CannotCreate or StorageFailed.
    """
    make_folder(home.state)
    with waiting_lock(home.state / "notes.lock"):
        old, wrong = notes_at(home.notes)
        if wrong:
            raise BadData(f"{wrong[0].file}:{wrong[0].line}: {wrong[0].key}: {wrong[0].message}")
        new = change(old)
        if new == old and home.notes.exists():
            return new, None
        make_folder(home.notes.parent)
        try:
            aside = _put_aside(home, old, stamp)
            replace_whole(home.notes, _yaml(new))
        except OSError as error:
            raise StorageFailed(f"could not save your notes: {reason(error)}") from error
    return new, aside


def _put_aside(home: Home, notes: Notes, stamp: str) -> Path | None:
    """Copy a file that is not as we write it to the trash. Raises OSError."""
    if not home.notes.exists() or text_of(home.notes) == _yaml(notes):
        return None
    make_folder(home.trash)
    aside = unused(home.trash / f"brief-{stamp}.yaml")
    replace_whole(aside, text_of(home.notes))
    return aside


def _yaml(notes: Notes) -> bytes:
    return document_yaml(asdict(notes)).encode()
