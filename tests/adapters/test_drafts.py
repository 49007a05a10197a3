"""Journals of unfinished answers: what was on disk is found again, however the program ended."""

import errno
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import NOON
from tpmprep.adapters.drafts import Journal, find_drafts, is_open, open_journal
from tpmprep.domain.draft import has_words
from tpmprep.errors import Busy, CannotCreate, StorageFailed

STATES: list[dict[str, Any]] = [
    {"elapsed_s": 1, "parts": []},
    {"elapsed_s": 2, "parts": [{"text": "One owner"}]},
    {"elapsed_s": 3, "parts": [{"text": "One owner – naïve 漢 😀\nnext \ud800 line"}]},
    {"elapsed_s": 4, "parts": [{"text": "One"}]},
    {},
    {"elapsed_s": 5, "parts": [{"text": "One and all", "kind": "main"}]},
]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """An open, empty journal named `a`."""
    journal = open_journal(tmp_path / "drafts", "a")
    yield journal
    journal.close()


def documents(folder: Path) -> list[dict[str, Any]]:
    """What the readable drafts of a folder hold."""
    return [found.document for found in find_drafts(folder)[0]]


def written(folder: Path, states: list[dict[str, Any]]) -> tuple[Path, list[int]]:
    """A closed journal with all states, and its size after each."""
    journal = open_journal(folder, "a")
    sizes = [0]
    for second, state in enumerate(states):
        journal.save(state, NOON + timedelta(seconds=second))
        sizes.append(journal.path.stat().st_size)
    journal.close()
    return journal.path, sizes


def test_last_state_is_found(journal: Journal) -> None:
    """After each save the draft holds exactly that state, and when it was."""
    for second, state in enumerate(STATES):
        now = NOON + timedelta(seconds=second)
        journal.save(state, now)
        [found], unreadable = find_drafts(journal.path.parent)
        assert (state, now, []) == (found.document, found.saved_at, unreadable)
        assert journal.path == found.path


def test_same_state_is_not_written_again(journal: Journal) -> None:
    """Nothing is appended when nothing changed, and the time stays that of the change."""
    journal.save(STATES[1], NOON)
    size = journal.path.stat().st_size
    journal.save(dict(STATES[1]), NOON + timedelta(seconds=9))
    assert size == journal.path.stat().st_size
    assert NOON == find_drafts(journal.path.parent)[0][0].saved_at


def test_only_the_change_is_written(journal: Journal) -> None:
    """A word added to a long answer costs a short line, at the end and in the middle."""
    text = "word " * 20_000
    journal.save({"text": text, "end": 1}, NOON)
    sizes = [journal.path.stat().st_size]
    for longer in (text + "more", text[:50_000] + "MIDDLE" + text[50_000:] + "more"):
        journal.save({"text": longer, "end": 1}, NOON)
        sizes.append(journal.path.stat().st_size)
    assert max(sizes[1] - sizes[0], sizes[2] - sizes[1]) < 200
    assert [{"text": longer, "end": 1}] == documents(journal.path.parent)


def test_cut_at_every_byte(tmp_path: Path) -> None:
    """However much of the journal reached the disk, the last whole state in it is found."""
    path, sizes = written(tmp_path / "full", STATES)
    data = path.read_bytes()
    folder = tmp_path / "cut"
    folder.mkdir()
    for cut in range(len(data) + 1):
        (folder / "a.draft").write_bytes(data[:cut])
        whole = sum(size <= cut for size in sizes) - 1
        expected = [STATES[whole - 1]] if whole else []
        assert expected == documents(folder), cut


@given(st.data())
def test_one_wrong_byte(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A byte that the disk spoilt costs its line and what follows, never what was before."""
    path, sizes = written(tmp_path_factory.mktemp("drafts"), STATES)
    whole = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    before = sum(size <= place for size in sizes) - 1
    expected = [STATES[before - 1]] if before else []
    assert expected == documents(path.parent)


@pytest.mark.parametrize("torn", [b"", b"0000", b"garbage without an end", b"00000000 {}\n"])
def test_goes_on_after_a_torn_end(tmp_path: Path, torn: bytes) -> None:
    """A journal with a torn end is opened again, and what is saved then is found."""
    path, _ = written(tmp_path, STATES[:3])
    with path.open("ab") as file:
        file.write(torn)
    journal = open_journal(tmp_path, "a")
    assert [STATES[2]] == documents(tmp_path)
    journal.save(STATES[3], NOON)
    journal.save(STATES[5], NOON)
    journal.close()
    assert [STATES[5]] == documents(tmp_path)


def test_reopened_journal_still_writes_only_changes(tmp_path: Path) -> None:
    """After a reopen the journal knows what it last held."""
    path, _ = written(tmp_path, [{"text": "word " * 20_000}])
    size = path.stat().st_size
    journal = open_journal(tmp_path, "a")
    journal.save({"text": "word " * 20_000}, NOON)
    assert size == path.stat().st_size
    journal.save({"text": "word " * 20_000 + "end"}, NOON)
    journal.close()
    assert path.stat().st_size - size < 200


_DOCS = st.lists(
    st.dictionaries(st.text("ab", max_size=2), st.text(st.characters(), max_size=8), max_size=3),
    min_size=1,
    max_size=8,
)


@given(_DOCS)
def test_any_run_of_states(tmp_path_factory: pytest.TempPathFactory, docs: list[Any]) -> None:
    """Whatever is typed and deleted, the last state is the one that is found."""
    path, _ = written(tmp_path_factory.mktemp("drafts"), docs)
    assert [docs[-1]] == documents(path.parent)


def test_second_opener_is_told(journal: Journal) -> None:
    """A draft that is open cannot be opened again, and is not harmed by the try."""
    journal.save(STATES[1], NOON)
    with pytest.raises(Busy) as caught:
        open_journal(journal.path.parent, "a")
    assert caught.value.hint
    assert is_open(journal.path)
    journal.save(STATES[2], NOON)
    assert [STATES[2]] == documents(journal.path.parent)


def test_closed_journal_is_free(tmp_path: Path) -> None:
    """After closing, the draft is open to anyone."""
    path, _ = written(tmp_path, STATES[:2])
    assert not is_open(path)
    open_journal(tmp_path, "a").close()


def test_missing_draft_is_not_open(tmp_path: Path) -> None:
    """What is not there is not open."""
    assert not is_open(tmp_path / "none.draft")


def test_deleted_draft_is_gone(journal: Journal) -> None:
    """A deleted draft is not found any more; deleting twice is fine."""
    journal.save(STATES[1], NOON)
    journal.delete()
    journal.delete()
    assert ([], []) == find_drafts(journal.path.parent)


def test_empty_journal_is_no_draft(journal: Journal) -> None:
    """A journal in which nothing was saved is neither a draft nor damage."""
    assert ([], []) == find_drafts(journal.path.parent)


def test_unreadable_draft_is_told_and_left(tmp_path: Path) -> None:
    """A file that holds nothing readable is named and stays byte for byte."""
    path = tmp_path / "b.draft"
    path.write_bytes(b"not a journal\n")
    written(tmp_path, STATES[:1])
    found, unreadable = find_drafts(tmp_path)
    assert (1, [path], b"not a journal\n") == (len(found), unreadable, path.read_bytes())


def test_newest_first(tmp_path: Path) -> None:
    """Drafts are named by time; the newest comes first, other files are no drafts."""
    for name in ("20261124-1", "20261126-1", "20261125-1"):
        journal = open_journal(tmp_path, name)
        journal.save({"name": name}, NOON)
        journal.close()
    (tmp_path / "notes.txt").write_bytes(b"x")
    names = [document["name"] for document in documents(tmp_path)]
    assert ["20261126-1", "20261125-1", "20261124-1"] == names


def test_no_folder_no_drafts(tmp_path: Path) -> None:
    """Without the folder there are no drafts, and none is made."""
    assert ([], []) == find_drafts(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A file where the drafts belong is told."""
    (tmp_path / "drafts").write_bytes(b"x")
    with pytest.raises(CannotCreate):
        open_journal(tmp_path / "drafts", "a")


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_drafts_are_private_and_no_links(tmp_path: Path) -> None:
    """A draft is for the user alone; a link in its place is refused."""
    path, _ = written(tmp_path / "drafts", STATES[:1])
    assert (0o600, 0o700) == (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777)
    (tmp_path / "drafts" / "b.draft").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageFailed, match="it is a link"):
        open_journal(tmp_path / "drafts", "b")
    assert not (tmp_path / "elsewhere").exists()


def test_failed_append_is_taken_back(journal: Journal) -> None:
    """When the disk takes only a part of a line, the draft stays whole and can go on later."""
    resource = pytest.importorskip("resource")
    journal.save(STATES[1], NOON)
    size = journal.path.stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 50, hard))
    try:
        with pytest.raises(StorageFailed, match="larger than allowed"):
            journal.save({"text": "x" * 500}, NOON)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert size == journal.path.stat().st_size
    journal.save({"text": "y" * 500}, NOON)
    assert [{"text": "y" * 500}] == documents(journal.path.parent)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_told_in_words() -> None:
    """A full disk is StorageFailed with the reason."""
    fd = os.open("/dev/full", os.O_WRONLY)
    full = Journal(Path("/dev/full"), fd)
    with pytest.raises(StorageFailed, match="the disk is full") as caught:
        full.save(STATES[0], NOON)
    full.close()
    assert isinstance(caught.value.__cause__, OSError)
    assert errno.ENOSPC == caught.value.__cause__.errno


@pytest.mark.parametrize(
    ("mode", "elapsed_s", "texts", "worth"),
    [
        ("type", 30.0, [], False),
        ("type", 30.0, ["", " \n\t"], False),
        ("type", 30.0, ["", "a"], True),
        ("aloud", 0.0, [""], False),
        ("aloud", 30.0, [""], True),
    ],
)
def test_draft_without_words(mode: str, elapsed_s: float, texts: list[str], worth: bool) -> None:
    """A draft is worth resuming when something was typed, or said aloud."""
    parts = [{"text": text} for text in texts]
    document = {"origin": {"mode": mode}, "elapsed_s": elapsed_s, "parts": parts}
    assert worth is has_words(document)
