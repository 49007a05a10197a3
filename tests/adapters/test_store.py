"""Attempts and scores on disk: saved once, read back equal, never overwritten or changed."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.adapters import jsonfile
from tpmprep.adapters.paths import Home
from tpmprep.adapters.store import Store
from tpmprep.domain.attempt import ScoreRecord
from tpmprep.domain.text import encodable
from tpmprep.errors import BadData, CannotCreate, NotFound

ID = "20261124-120000-00000001"
OTHER = "20261203-080000-0000000a"


def store_at(folder: Path) -> Store:
    """A store below `folder`."""
    return Store(Home(folder / "data", folder / "state", folder / "cache"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return store_at(tmp_path)


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def make_score(record_id: str = "20261125-090000-00000002", **changes: object) -> ScoreRecord:
    """A later score of the usual attempt."""
    record = ScoreRecord(record_id, ID, "self", "2026-11-25T09:00:00.000Z", {"ex.control": 3})
    return replace(record, **changes)  # type: ignore[arg-type]


def test_saved_and_read_back(store: Store) -> None:
    """An attempt comes back equal, from a file in the folder of its month."""
    path = store.save(make_attempt())
    [saved], damaged = store.attempts()
    assert (make_attempt(), path, []) == (saved.attempt, saved.path, damaged)
    assert Path("attempts/2026-11") / f"{ID}.json" == path.relative_to(store.home.data)


@given(st.text(st.characters(), max_size=60), st.text(max_size=20))
def test_any_words_are_read_back(answer: str, change: str) -> None:
    """Whatever was typed, the saved words are the ones that come back."""
    with tempfile.TemporaryDirectory() as folder:
        store = store_at(Path(folder))
        attempt = make_attempt(answer=encodable(answer), next_change=encodable(change))
        store.save(attempt)
        assert attempt == store.attempt(attempt.id).attempt


def test_empty_store(store: Store) -> None:
    """Without any folder there are no attempts, no scores and no damage, and none is made."""
    assert (([], []), ([], [])) == (store.attempts(), store.scores())
    assert not store.home.data.exists()


def test_oldest_first(store: Store) -> None:
    """Attempts come in the order of their time, whatever the order of saving."""
    ids = ["20261203-080000-00000001", "20251231-235959-00000001", ID]
    for attempt_id in ids:
        store.save(make_attempt(attempt_id))
    assert sorted(ids) == [saved.attempt.id for saved in store.attempts()[0]]


def test_has(store: Store) -> None:
    """The store knows what was saved."""
    store.save(make_attempt())
    assert (True, False) == (store.has(ID), store.has(OTHER))


def test_same_id_twice_keeps_both(store: Store) -> None:
    """A taken name is never written over: the second attempt goes beside the first."""
    first = store.save(make_attempt(answer="first"))
    second = store.save(make_attempt(answer="second"))
    assert (f"{ID}.json", f"{ID}.dup-1.json") == (first.name, second.name)
    assert ["second", "first"] == [saved.attempt.answer for saved in store.attempts()[0]]
    assert {"first", "second"} == {jsonfile.load(p.read_bytes())["answer"] for p in (first, second)}


SAVER = """
import sys
from pathlib import Path
from fakes import make_attempt
from tpmprep.adapters.paths import Home
from tpmprep.adapters.store import Store

root, number = Path(sys.argv[1]), int(sys.argv[2])
store = Store(Home(root / "data", root / "state", root / "cache"))
store.save(make_attempt("20261124-120000-ffffffff", answer=f"shared {number}"))
for n in range(50):
    store.save(make_attempt(f"20261124-1200{n:02}-0000000{number}", answer=f"{number} {n}"))
"""


def test_four_processes_at_once(store: Store, tmp_path: Path) -> None:
    """Four processes saving at once lose nothing, not even under one and the same id."""
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    workers = [
        subprocess.Popen([sys.executable, "-c", SAVER, str(tmp_path), str(n)], env=environ)
        for n in range(4)
    ]
    assert [0, 0, 0, 0] == [worker.wait(timeout=60) for worker in workers]
    found, damaged = store.attempts()
    expected = {f"{number} {n}" for number in range(4) for n in range(50)}
    expected |= {f"shared {number}" for number in range(4)}
    assert (204, []) == (len(found), damaged)
    assert expected == {saved.attempt.answer for saved in found}
    assert all(name.endswith(".json") for name in bytes_below(tmp_path))


DAMAGE = [
    ("empty", b"", "it is empty"),
    ("power cut", b"\x00" * 512, "it holds zero bytes, as after a power cut"),
    ("cut short", b'{"id": "2026', "it is not complete JSON"),
    ("merge", b"<<<<<<< HEAD\n{}\n", "it holds the marks of an unfinished merge"),
    ("list", b"[1]", "it is not a JSON object"),
    ("other", b'{"name": "x"}', "it is not an attempt: id: field required"),
    ("bytes", b"\xff\xfe", "it is not UTF-8 text"),
]


@pytest.mark.parametrize(("data", "why"), [row[1:] for row in DAMAGE], ids=[r[0] for r in DAMAGE])
def test_damage_is_told_and_left(store: Store, data: bytes, why: str) -> None:
    """A damaged file is told, stays byte for byte, and hides no other attempt."""
    path = store.save(make_attempt()).with_name(f"{OTHER}.json")
    path.write_bytes(data)
    before = bytes_below(store.home.data)
    found, damaged = store.attempts()
    assert ([ID], [(path, why)]) == (
        [saved.attempt.id for saved in found],
        [(damage.path, damage.why) for damage in damaged],
    )
    assert before == bytes_below(store.home.data)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")
def test_things_that_are_no_files(store: Store) -> None:
    """A folder, a link or a FIFO with the name of a record is damage; nothing waits or crashes."""
    month = store.save(make_attempt()).parent
    (month / "a.json").mkdir()
    (month / "b.json").symlink_to(month / f"{ID}.json")
    os.mkfifo(month / "c.json")
    found, damaged = store.attempts()
    assert 1 == len(found)
    assert ["a.json", "b.json", "c.json"] == [damage.path.name for damage in damaged]


def test_what_sync_tools_leave_is_passed_over(store: Store) -> None:
    """Hidden files, other endings and files beside the month folders are no records."""
    month = store.save(make_attempt()).parent
    for path in (
        month / ".tmp-1",
        month / ".x.json",
        month / "a.json.part",
        month.parent / "b.json",
    ):
        path.write_bytes(b"x")
    found, damaged = store.attempts()
    assert (1, []) == (len(found), damaged)


def test_sync_copy_is_shown_once(store: Store) -> None:
    """A sync tool's copy with the same words is the same attempt."""
    path = store.save(make_attempt())
    shutil.copy(path, path.with_name(f"{ID}.sync-conflict-20261125-101010-ABCDEFG.json"))
    shutil.copy(path, path.with_name(f"{ID} (1).json"))
    found, damaged = store.attempts()
    assert ([path.stem], []) == ([saved.attempt.id for saved in found], damaged)


def test_sync_copy_does_not_make_the_beginning_of_an_id_ambiguous(store: Store) -> None:
    """What is shown once is found by the beginning of its id."""
    path = store.save(make_attempt())
    shutil.copy(path, path.with_name(f"{ID}.sync-conflict-20261125-101010-ABCDEFG.json"))
    assert ID == store.attempt(ID[:15]).attempt.id


def test_sync_copy_with_other_words_is_kept(store: Store) -> None:
    """A copy whose words differ is an attempt of its own; nothing is thrown away."""
    path = store.save(make_attempt(answer="one"))
    other = jsonfile.dump({**jsonfile.load(path.read_bytes()), "answer": "two"})
    path.with_name(f"{ID} (conflict).json").write_bytes(other)
    assert ["one", "two"] == sorted(saved.attempt.answer for saved in store.attempts()[0])


def test_attempt_by_the_beginning_of_its_id(store: Store) -> None:
    """An unmistakable beginning of the id is enough."""
    store.save(make_attempt())
    store.save(make_attempt(OTHER))
    assert OTHER == store.attempt("202612").attempt.id


@pytest.mark.parametrize("name", ["2026", "", "20270101", "nonsense"])
def test_attempt_that_is_not_there(store: Store, name: str) -> None:
    """A beginning of several ids, of none, or nothing at all is not found."""
    store.save(make_attempt())
    store.save(make_attempt(OTHER))
    with pytest.raises(NotFound):
        store.attempt(name)


def test_whole_id_wins_over_its_twin(store: Store) -> None:
    """The whole id is the first file, the twin is reached by its own name."""
    store.save(make_attempt(answer="first"))
    store.save(make_attempt(answer="second"))
    assert "first" == store.attempt(ID).attempt.answer
    assert "second" == store.attempt(f"{ID}.dup-1").attempt.answer


def test_damaged_attempt_is_told_with_its_path(store: Store) -> None:
    """Asked for one damaged attempt, the store says which file and why."""
    path = store.save(make_attempt())
    path.write_bytes(b"{")
    with pytest.raises(BadData, match="cannot be read: it is not complete JSON") as caught:
        store.attempt(ID)
    assert str(path) in caught.value.message


def test_scores_are_read_back(store: Store) -> None:
    """Later scores are files of their own, damaged ones are told."""
    path = store.save_score(make_score(quotes={"ex.control": ["one owner"]}))
    path.with_name("20261126-090000-00000002.json").write_bytes(b"{}")
    found, damaged = store.scores()
    assert [make_score(quotes={"ex.control": ["one owner"]})] == found
    assert ["it is not a score: id: field required"] == [damage.why for damage in damaged]
    assert Path("scores/2026-11") == path.parent.relative_to(store.home.data)


def test_file_in_place_of_the_folder(store: Store) -> None:
    """A file where the attempts belong is told with a way out, for reading and for saving."""
    store.home.data.mkdir(parents=True)
    store.home.attempts.write_bytes(b"x")
    with pytest.raises(CannotCreate, match="a file stands where a folder should be") as caught:
        store.attempts()
    assert "TPMPREP_HOME" in caught.value.hint
    with pytest.raises(CannotCreate):
        store.save(make_attempt())
