"""Unfinished sittings and finished mocks on disk: kept whole, found again, told when damaged."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters import jsonfile
from tpmprep.adapters.paths import Home
from tpmprep.adapters.sittings import drop_sitting, open_sittings, save_sitting
from tpmprep.adapters.store import Store
from tpmprep.domain.events import Grade
from tpmprep.domain.sitting import Item, Sitting, answered, as_document, begun, scored
from tpmprep.errors import CannotCreate, StorageFailed

ID = "20261124-120000-00000001"
LATER = "20261203-080000-0000000a"
SITTING = Sitting(
    ID,
    "mock",
    (Item("own-recruiter", "recruiter", "screen"), Item("tq-01", "2min", "execution")),
    loop="guide",
    seed=7,
)


def home_at(folder: Path) -> Home:
    """A home below `folder`."""
    return Home(folder / "data", folder / "state", folder / "cache")


@pytest.fixture
def place(tmp_path: Path) -> Home:
    """A home with nothing in it yet."""
    return home_at(tmp_path)


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_without_a_folder_nothing_is_open(place: Home) -> None:
    """And looking makes none."""
    assert ([], []) == open_sittings(place)
    assert not place.state.exists()


def test_a_sitting_is_found_again(place: Home) -> None:
    """Equal in everything, from a file of its own in the state folder, which is never synced."""
    kept = scored(begun(SITTING, ID), "screen", [Grade("dl.structure", 3, ("first",))])
    save_sitting(place, kept)
    assert ([kept], []) == open_sittings(place)
    assert {f"state/sittings/{ID}.json"} == set(files_below(place.state.parent))


@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=10))
def test_any_words_are_found_again(quote: str, loop: str) -> None:
    """Whatever was typed, half characters of odd locales too."""
    with tempfile.TemporaryDirectory() as folder:
        sitting = replace(SITTING, loop=loop, quotes={"screen": {"dl.structure": [quote]}})
        save_sitting(home_at(Path(folder)), sitting)
        assert ([sitting], []) == open_sittings(home_at(Path(folder)))


def test_each_step_replaces_the_file(place: Home) -> None:
    """One file, whole at any time, with how far one has come."""
    steps = [SITTING, begun(SITTING, "a"), answered(begun(SITTING, "a"))]
    for step in steps:
        save_sitting(place, step)
        assert ([step], []) == open_sittings(place)
    assert [f"{ID}.json"] == [path.name for path in place.sittings.iterdir()]


def test_the_newest_comes_first(place: Home) -> None:
    """By the time in their ids, not by when they were last kept."""
    ids = [LATER, "20251231-235959-00000001", ID]
    for name in ids:
        save_sitting(place, replace(SITTING, id=name))
    assert sorted(ids, reverse=True) == [sitting.id for sitting in open_sittings(place)[0]]


def test_a_dropped_sitting_is_gone(place: Home) -> None:
    """It alone, and to drop it twice is no harm."""
    other = replace(SITTING, id=LATER)
    save_sitting(place, SITTING)
    save_sitting(place, other)
    drop_sitting(place, SITTING)
    assert ([other], []) == open_sittings(place)
    drop_sitting(place, SITTING)
    assert ([other], []) == open_sittings(place)


def test_to_drop_what_was_never_kept_is_no_harm(place: Home) -> None:
    """Not even where there is no folder."""
    drop_sitting(place, SITTING)
    assert not place.state.exists()


def changed(**changes: Any) -> bytes:
    """The file of the usual sitting with these changes."""
    return jsonfile.dump({**as_document(SITTING), **changes})


DAMAGE = {
    "empty": b"",
    "power cut": b"\x00" * 64,
    "cut short": changed()[:-20],
    "list": b"[1]",
    "bytes": b"\xff\xfe",
    "deep": b"[" * 100_000,
    "too large": b'{"id": "' + b"x" * 8_000_001 + b'"}',
    "other": b'{"name": "x"}',
    "no items": changed(items=[]),
    "items of text": changed(items=["tq-01"]),
    "past the end": changed(done=3),
    "before the start": changed(done=-1),
    "no number": changed(done=None),
    "later program": changed(mood="good"),
}


@pytest.mark.parametrize("data", DAMAGE.values(), ids=list(DAMAGE))
def test_a_damaged_file_is_told_and_left(place: Home, data: bytes) -> None:
    """It stays byte for byte, and hides no other sitting."""
    save_sitting(place, SITTING)
    path = place.sittings / f"{LATER}.json"
    path.write_bytes(data)
    before = files_below(place.state)
    assert ([SITTING], [path]) == open_sittings(place)
    assert before == files_below(place.state)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_things_that_are_no_files_are_told(place: Home) -> None:
    """A folder, a link or a FIFO with the name of a sitting; nothing waits."""
    save_sitting(place, SITTING)
    (place.sittings / "a.json").mkdir()
    (place.sittings / "b.json").symlink_to(place.sittings / f"{ID}.json")
    os.mkfifo(place.sittings / "c.json")
    found, unreadable = open_sittings(place)
    assert [SITTING] == found
    assert ["a.json", "b.json", "c.json"] == sorted(path.name for path in unreadable)


def test_other_files_are_no_sittings(place: Home) -> None:
    """What was left of a write that was cut off is passed over."""
    save_sitting(place, SITTING)
    for name in (".tmp-0123456789abcdef", f"{ID}.json.part", "note.txt"):
        (place.sittings / name).write_bytes(b"x")
    assert ([SITTING], []) == open_sittings(place)


def test_a_file_under_another_name_is_no_sitting(place: Home) -> None:
    """A copy, or an id that points elsewhere: told, and never obeyed."""
    save_sitting(place, SITTING)
    copy = place.sittings / f"{ID} (1).json"
    copy.write_bytes((place.sittings / f"{ID}.json").read_bytes())
    assert ([SITTING], [copy]) == open_sittings(place)


def test_what_the_system_hides_is_passed_over(place: Home) -> None:
    """Files of other programs beside ours."""
    save_sitting(place, SITTING)
    (place.sittings / f"._{ID}.json").write_bytes(b"x")
    assert ([SITTING], []) == open_sittings(place)


def test_a_sitting_that_cannot_be_removed_is_told(place: Home) -> None:
    """As a failure of the disk, not as a bug."""
    (place.sittings / f"{ID}.json").mkdir(parents=True)
    with pytest.raises(StorageFailed, match="could not remove"):
        drop_sitting(place, SITTING)


def test_a_file_in_the_way_of_the_folder_is_told(place: Home) -> None:
    """With a way out."""
    place.state.mkdir(parents=True)
    place.sittings.write_bytes(b"x")
    with pytest.raises(CannotCreate, match="cannot create the folder") as caught:
        save_sitting(place, SITTING)
    assert "TPMPREP_HOME" in caught.value.hint


def test_a_folder_in_the_way_of_the_file_is_told(place: Home) -> None:
    """And nothing half written stays behind."""
    (place.sittings / f"{ID}.json").mkdir(parents=True)
    with pytest.raises(StorageFailed, match="could not keep the sitting"):
        save_sitting(place, SITTING)
    assert {} == files_below(place.state)


DEBRIEF = {**as_document(SITTING), "ended_at": "2026-11-24T13:00:00.000Z", "score": 2.5}


def test_a_mock_is_kept_in_the_folder_of_its_month(place: Home) -> None:
    """When this returns, the whole document is on disk."""
    path = Store(place).save_mock(ID, DEBRIEF)
    assert Path("mocks/2026-11") / f"{ID}.json" == path.relative_to(place.data)
    assert jsonfile.dump(DEBRIEF) == path.read_bytes()
    kept = jsonfile.load(path.read_bytes())
    assert (2.5, as_document(SITTING)["quotes"]) == (kept["score"], kept["quotes"])


def test_a_mock_is_kept_once(place: Home) -> None:
    """What was kept first stays; a second debrief of the same mock changes nothing."""
    store = Store(place)
    first = store.save_mock(ID, DEBRIEF)
    assert first == store.save_mock(ID, {**DEBRIEF, "score": 3.0})
    assert 2.5 == jsonfile.load(first.read_bytes())["score"]


def test_a_mock_is_no_attempt(place: Home) -> None:
    """It shows up neither among the attempts nor among the scores, nor as damage of theirs."""
    store = Store(place)
    store.save_mock(ID, DEBRIEF)
    assert (([], []), ([], [])) == (store.attempts(), store.scores())
    assert not store.has(ID)


def test_a_file_in_the_way_of_the_mocks_is_told(place: Home) -> None:
    """With a way out, and the file is left as it is."""
    place.data.mkdir(parents=True)
    place.mocks.write_bytes(b"x")
    with pytest.raises(CannotCreate) as caught:
        Store(place).save_mock(ID, DEBRIEF)
    assert "TPMPREP_HOME" in caught.value.hint
    assert b"x" == place.mocks.read_bytes()
