"""What the plan needs of programs and stories, kept in the cache as long as no file changes."""

import json
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tpmprep.adapters.bankcache import FRESH_AFTER_NS
from tpmprep.adapters.files import make_folder, read_bounded, replace_quickly
from tpmprep.errors import BadData, TpmprepError

MOST_BYTES = 1_000_000


def remembered(
    cache: Path,
    folders: Iterable[Path],
    key: str,
    compute: Callable[[], dict[str, str]],
    now_ns: Callable[[], int] = time.time_ns,
) -> dict[str, str]:
    """What `compute` gives, from the cache when neither the files nor `key` have changed.

    Nothing is computed where there is no file. The cache may be deleted at any time.
    """
    stamps = [stamp for folder in folders for stamp in _stamps(folder)]
    if not stamps:
        return {}
    wanted = {"key": key, "stamps": stamps}
    kept = _kept(cache)
    if kept.get("of") == wanted and isinstance(kept.get("found"), dict):
        return {str(name): str(day) for name, day in kept["found"].items()}
    found = compute()
    # a file that changed just now may change again and look the same
    if max(stamp[2] for stamp in stamps) < now_ns() - FRESH_AFTER_NS:
        with suppress(OSError, TpmprepError):  # it is only a cache
            make_folder(cache.parent)
            replace_quickly(cache, json.dumps({"of": wanted, "found": found}).encode())
    return found


def _stamps(folder: Path) -> list[list[Any]]:
    """Name, size and times of each file of a folder."""
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        infos = [(str(path), path.lstat()) for path in paths]
    except OSError:
        return []
    return [[name, i.st_size, max(i.st_mtime_ns, i.st_ctime_ns)] for name, i in infos]


def _kept(cache: Path) -> dict[str, Any]:
    try:
        document = json.loads(read_bounded(cache, MOST_BYTES))
    except (OSError, ValueError, RecursionError, BadData):
        return {}
    return document if isinstance(document, dict) else {}
