"""What the plan needs of the saved attempts: rows in the cache folder, a file of them per month.

A row holds as long as its file has the size and the times that were noted. Every file is looked at,
since a change made in place does not show in its folder; for 5,000 files that takes 13 ms. Only
what is new or has changed is read. The cache may be deleted at any time, and any doubt rebuilds it.
"""

import gc
import json
import os
import shutil
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any

from tpmprep.adapters.bankcache import FRESH_AFTER_NS, ROOM_BYTES
from tpmprep.adapters.files import make_folder, read_bounded, replace_quickly
from tpmprep.adapters.store import Damage, attempt_from, by_month, read_document
from tpmprep.domain.practice import Observe, Practised, practised_of
from tpmprep.domain.rubric import LEVEL_NUMBERS
from tpmprep.errors import BadData, TpmprepError

MOST_BYTES = 64_000_000

Row = list[Any]
"""Name, stamp and digest of the answer of one file, then what Practised holds, as in `_TYPES`."""

_TYPES = (str, list, str, str, str, str, str, str, int, float, bool, dict, list)
_NAME, _STAMP, _DIGEST, _ID, _SCORES, _HOLDS = 0, 1, 2, 3, 11, 12


class PracticeLog:
    """What the plan needs of every saved attempt.

    Read from the cache, or from the attempt where that changed. `key` names what rows depend on
    beside the files; `observe` is asked about attempts that are read.
    """

    def __init__(
        self,
        attempts: Path,
        cache: Path,
        observe: Observe,
        key: str,
        now_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        self._attempts, self._cache = attempts, cache
        self._observe, self._key, self._now_ns = observe, key, now_ns

    def read(self) -> tuple[list[Practised], list[Damage]]:
        """Every readable attempt, oldest first, and the damaged files, all as Store tells them.

        Raises StorageFailed when the folder is there and cannot be listed.
        """
        rows: list[Row] = []
        damaged: list[Damage] = []
        files: set[str] = set()
        with _no_collection():
            for month, entries in by_month(self._attempts):
                file = self._cache / f"{month.name}.json"
                files.add(file.name)
                rows += self._month(file, entries, damaged)
            self._remove_others(files)
            return _practised(rows), damaged

    def _month(
        self, file: Path, entries: list[os.DirEntry[str]], damaged: list[Damage]
    ) -> list[Row]:
        """A row for every readable file of a month; those that are sure to hold are kept."""
        kept = self._kept(file)
        known = {row[_NAME]: row for row in kept}
        settled = self._now_ns() - FRESH_AFTER_NS
        rows: list[Row] = []
        sure: list[Row] = []
        for entry in entries:
            stamp = _stamp(entry)
            row = known.get(entry.name)
            if row is None or row[_STAMP] != stamp:
                try:
                    row = [entry.name, stamp, *self._read(Path(entry.path))]
                except BadData as error:
                    damaged.append(Damage(Path(entry.path), error.message))
                    continue
                # a file that changed just now may change again and look the same
                is_sure = bool(stamp) and max(stamp[1:]) < settled
            else:
                is_sure = True
            rows.append(row)
            if is_sure:
                sure.append(row)
        if sure != kept:
            self._keep(file, sure)
        return rows

    def _read(self, path: Path) -> Row:
        """The digest of an answer and what its attempt holds for the plan. Raises BadData."""
        attempt = attempt_from(read_document(path))
        one = practised_of(attempt, self._observe)
        return [
            _digest(attempt.answer),
            one.id,
            one.question,
            one.area,
            one.format,
            one.started_at,
            one.utc_offset_min,
            one.elapsed_s,
            one.failed,
            one.scores,
            list(one.holds),
        ]

    def _kept(self, file: Path) -> list[Row]:
        """The rows in a file of the cache; none when anything about it is odd."""
        try:
            head, _, body = read_bounded(file, MOST_BYTES).partition(b"\n")
            if json.loads(head) != self._head(body):
                return []
            rows: list[Row] = json.loads(body)
            return rows if _is_sound(rows) else []
        except (OSError, ValueError, TypeError, RecursionError, TpmprepError):
            return []

    def _keep(self, file: Path, rows: list[Row]) -> None:
        """Write a month. A cache that cannot be written is no fault: it only costs time."""
        body = json.dumps(rows, separators=(",", ":")).encode()
        data = json.dumps(self._head(body)).encode() + b"\n" + body
        with suppress(OSError, TpmprepError):
            make_folder(file.parent)
            if shutil.disk_usage(file.parent).free >= ROOM_BYTES:  # answers go first
                replace_quickly(file, data)

    def _head(self, body: bytes) -> list[Any]:
        return [self._key, zlib.crc32(body)]

    def _remove_others(self, files: set[str]) -> None:
        """Remove the months that are gone."""
        with suppress(OSError):
            for file in self._cache.glob("*.json"):
                if file.name not in files:
                    file.unlink()


def _practised(rows: list[Row]) -> list[Practised]:
    """The attempts of these rows, oldest first; a copy with the same words is the same attempt."""
    seen: set[tuple[str, str]] = set()
    found: list[Practised] = []
    for row in rows:
        copy = (row[_ID], row[_DIGEST])
        if copy not in seen:
            seen.add(copy)
            found.append(Practised(*[*row[_ID:_HOLDS], tuple(row[_HOLDS])]))
    found.sort(key=lambda one: (one.started_at, one.id))
    return found


def _is_sound(rows: Any) -> bool:
    """Whether these are rows as we write them. Raises TypeError or ValueError for some others."""
    if type(rows) is not list or not set(map(type, rows)) <= {list}:
        return False
    columns = list(zip(*rows, strict=True))
    if [set(map(type, column)) for column in columns] != [{kind} for kind in _TYPES]:
        return not rows
    levels = list(chain.from_iterable(scores.values() for scores in columns[_SCORES]))
    holds = chain.from_iterable(columns[_HOLDS])
    are_levels = set(map(type, levels)) <= {int} and set(levels) <= set(LEVEL_NUMBERS)
    return are_levels and set(map(type, holds)) <= {str}


def _stamp(entry: os.DirEntry[str]) -> list[int]:
    """What shows that a file changed: its size, when it was written, when its rights or name were.

    Empty when that cannot be told.
    """
    try:
        info = entry.stat(follow_symlinks=False)
    except OSError:
        return []
    return [info.st_size, info.st_mtime_ns, info.st_ctime_ns]


def _digest(answer: str) -> str:
    import hashlib  # rows that are kept need none, and importing it loads a large library

    return hashlib.blake2b(answer.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing here makes cycles, and looking for them among thousands of rows takes time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
