"""Unfinished sittings: one small JSON file each, replaced whole, never synced."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tpmprep.adapters import jsonfile
from tpmprep.adapters.drafts import is_open
from tpmprep.adapters.files import (
    FILE_MODE,
    failed,
    lock,
    make_folder,
    read_bounded,
    replace_whole,
)
from tpmprep.adapters.paths import Home
from tpmprep.domain.sitting import Sitting, as_document, sitting_from
from tpmprep.errors import BadData, Busy


def save_sitting(home: Home, sitting: Sitting) -> None:
    """Keep how far a sitting has come. Raises StorageFailed or CannotCreate."""
    path = _path(home, sitting.id)
    make_folder(path.parent)
    try:
        replace_whole(path, jsonfile.dump(as_document(sitting)))
    except OSError as error:
        raise failed("could not keep the sitting", error) from error


@contextmanager
def held(home: Home, sitting: Sitting) -> Iterator[None]:
    """While this is open no other terminal can go on with the sitting.

    Raises Busy when one does so already, StorageFailed or CannotCreate.
    """
    path = home.sittings / f"{sitting.id}.lock"
    make_folder(path.parent)
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), FILE_MODE)
    except OSError as error:
        raise failed("could not keep the sitting", error) from error
    try:
        if not lock(fd):
            hint = "Finish it there, or close that terminal and try again."
            raise Busy(f"this {sitting.kind} is open in another terminal", hint)
        yield
    finally:
        os.close(fd)
        if not _path(home, sitting.id).exists():
            path.unlink(missing_ok=True)


def is_held(home: Home, sitting: Sitting) -> bool:
    """Whether another terminal goes on with this sitting right now."""
    return is_open(home.sittings / f"{sitting.id}.lock")


def drop_sitting(home: Home, sitting: Sitting) -> None:
    """Forget a sitting that is finished; its attempts are saved. Raises StorageFailed."""
    try:
        _path(home, sitting.id).unlink(missing_ok=True)
    except OSError as error:
        raise failed("could not remove the finished sitting", error) from error


def open_sittings(home: Home) -> tuple[list[Sitting], list[Path]]:
    """The unfinished sittings, newest first, and the files that cannot be read."""
    paths = sorted(home.sittings.glob("*.json"), reverse=True)
    read = {path: _read(path) for path in paths if not path.name.startswith(".")}
    unreadable = [path for path, sitting in read.items() if sitting is None]
    return [sitting for sitting in read.values() if sitting is not None], unreadable


def kept_at(home: Home, sitting: Sitting) -> datetime:
    """When a sitting was last kept, with its time zone; long ago when its file is gone."""
    try:
        seconds = _path(home, sitting.id).stat().st_mtime
    except OSError:
        seconds = 0.0
    return datetime.fromtimestamp(seconds, UTC)


def _read(path: Path) -> Sitting | None:
    """The sitting in a file; None when it is none of ours, or a copy under another name."""
    try:
        sitting = sitting_from(jsonfile.load(read_bounded(path)))
    except (BadData, OSError, KeyError, TypeError, ValueError):
        return None
    return sitting if sitting.id == path.stem else None


def _path(home: Home, name: str) -> Path:
    return home.sittings / f"{name}.json"
