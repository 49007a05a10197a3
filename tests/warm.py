"""A home in which the questions were read before, as they were for whoever uses the program."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from tpmprep.adapters.bank import load_bank
from tpmprep.adapters.bankcache import ROOM_BYTES


def warm(home: Path) -> None:
    """Give a home that is not there yet the cache of the shipped bank: reading it takes a while.

    A test that wants to see the first reading makes the folder beforehand.
    """
    parent = home.parent
    if home.exists() or not parent.is_dir() or shutil.disk_usage(parent).free < ROOM_BYTES:
        return
    home.mkdir(mode=0o700)
    shutil.copytree(_read_once(), home / "cache")


@cache
def _read_once() -> Path:
    """The cache of the shipped bank, made by the first test of a process that needs it."""
    folder = Path(tempfile.mkdtemp(prefix="tpmprep-tests-"))
    load_bank(folder / "bank", ())
    return folder
