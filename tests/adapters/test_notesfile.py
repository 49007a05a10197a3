"""The notes on disk: changed by several at once and nothing lost, never over words by hand."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from portfolios import Desk, tree, written
from tpmprep.adapters import notesfile
from tpmprep.adapters.files import LOCK_STEP_S, waiting_lock
from tpmprep.adapters.notesfile import change_notes
from tpmprep.adapters.portfolio import load_shelf
from tpmprep.domain.notes import Notes
from tpmprep.errors import BadData, Busy, StorageFailed


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with nothing on it."""
    return Desk(home)


def test_a_change_gets_what_stands_there(desk: Desk) -> None:
    """And gives what is kept; a file of ours is replaced without ado."""
    assert (Notes("a"), None) == change_notes(desk.home, lambda old: replace(old, role="a"), "1")
    second = change_notes(desk.home, lambda old: replace(old, risks=("b",)), "1")
    assert (Notes("a", risks=("b",)), None) == second
    assert second[0] == load_shelf(desk.home).portfolio.notes
    assert not desk.home.trash.exists()


def test_notes_by_hand_go_to_the_trash_first(desk: Desk) -> None:
    """Byte for byte, each time under a name of its own, which is given."""
    texts = [b"# mine\nrole: c\n", b"role: d # too\n"]
    places = []
    for text in texts:
        written(desk.home.notes, text)
        places.append(change_notes(desk.home, lambda _: Notes("e"), "1")[1])
    assert [desk.home.trash / "brief-1.yaml", desk.home.trash / "brief-1-2.yaml"] == places
    assert texts == [path.read_bytes() for path in places if path]
    assert Notes("e") == load_shelf(desk.home).portfolio.notes


def test_what_is_as_it_was_is_not_written(desk: Desk) -> None:
    """But for notes that do not exist yet: then there is something to edit."""
    change_notes(desk.home, lambda old: old, "1")
    assert desk.home.notes.exists()
    written(desk.home.notes, "# mine\nrole: c\n")
    before = tree(desk.home.data)
    assert (Notes("c"), None) == change_notes(desk.home, lambda old: old, "1")
    assert before == tree(desk.home.data)


def test_a_broken_file_stays(desk: Desk) -> None:
    """By line and key; the change is not even asked for."""
    written(desk.home.notes, "# mine\nrle: c\n")
    before = tree(desk.home.data)
    with pytest.raises(BadData, match=r"brief\.yaml:2: rle: unknown key"):
        change_notes(desk.home, lambda _: pytest.fail("asked"), "1")
    assert before == tree(desk.home.data)


def test_six_at_once_keep_six(desk: Desk) -> None:
    """Each adds to what the one before kept."""
    ready = Barrier(6)

    def add(question: str) -> None:
        ready.wait()
        change_notes(desk.home, lambda old: replace(old, ask=(*old.ask, question)), "1")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, "abcdef"))
    assert [*"abcdef"] == sorted(load_shelf(desk.home).portfolio.notes.ask)


def test_a_disk_that_is_full(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its reason; the file is as it was, and the next one may write."""
    change_notes(desk.home, lambda _: Notes("a"), "1")
    before = tree(desk.home.data)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(notesfile, "replace_whole", full)
    with pytest.raises(StorageFailed, match="could not save your notes: the disk is full"):
        change_notes(desk.home, lambda _: Notes("b"), "1")
    assert before == tree(desk.home.data)
    monkeypatch.undo()
    assert Notes("b") == change_notes(desk.home, lambda _: Notes("b"), "1")[0]


def test_a_lock_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some time, then it is told with what to do; afterwards it is free again."""
    naps: list[float] = []
    monkeypatch.setattr("tpmprep.adapters.files.time.sleep", naps.append)
    path = tmp_path / "x.lock"
    told = pytest.raises(Busy, match="another terminal is writing this")
    with waiting_lock(path), told as caught, waiting_lock(path, 0.5):
        pytest.fail("held twice")
    assert "Try again in a moment." == caught.value.hint
    assert [LOCK_STEP_S] * 10 == naps
    with waiting_lock(path, 0):
        assert path.exists()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_a_lock_that_cannot_be_made(tmp_path: Path) -> None:
    """A link is not followed, and a missing folder is told."""
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name, why in (("link", "it is a link"), ("none/x", "it does not exist")):
        with pytest.raises(StorageFailed, match=why), waiting_lock(tmp_path / name):
            pytest.fail("held")
    assert not (tmp_path / "elsewhere").exists()
