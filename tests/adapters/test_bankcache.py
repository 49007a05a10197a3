"""The bank through its cache: the same questions, read once, and never wrong."""

import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tpmprep.adapters.bank import Bank, Pack, load_bank, load_shipped
from tpmprep.adapters.bankcache import Cache, Document, Volume
from tpmprep.domain.lint import Problem

GOOD = Path(__file__).parents[1] / "data" / "bank" / "good.yaml"


@dataclass
class Counting:
    """A reader of lines that counts how often it is asked."""

    reads: list[str] = field(default_factory=list)

    def __call__(self, path: Path) -> tuple[list[Document], list[Problem]]:
        """One entry a line, `id body`; a file that says `bad` is a problem."""
        self.reads.append(path.name)
        text = path.read_text("utf-8")
        if text.startswith("bad"):
            return [], [Problem(str(path), 1, "", "is bad")]
        lines = [line.split() for line in text.splitlines()]
        return [
            Document(name, [len(body)], json.dumps({"body": body}).encode()) for name, body in lines
        ], []


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two files that were written long ago."""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        write(path, f"{path.stem}1 x\n{path.stem}2 yy\n")
    return paths


def write(path: Path, text: str, *, age_s: float = 100) -> None:
    """A file that was last changed `age_s` ago."""
    path.write_text(text, encoding="utf-8")
    moment = path.stat().st_mtime - age_s
    os.utime(path, (moment, moment))


def load(folder: Path, files: list[Path], version: str = "1") -> tuple[Counting, list[Volume]]:
    """The volumes through a cache in `folder`, and what was read for it."""
    reader = Counting()
    cache = Cache(folder / "cache", version)
    volumes = cache.volumes(files, reader)
    cache.save()
    return reader, volumes


def bodies(volumes: list[Volume]) -> dict[str, str]:
    """Every entry, one by one."""
    return {name: v.body(name)["body"] for v in volumes for name in v.rows}


EXPECTED = {"a1": "x", "a2": "yy", "b1": "x", "b2": "yy"}


def test_a_file_is_read_once(tmp_path: Path, files: list[Path]) -> None:
    """The second time comes from the cache, with the same entries, rows and one body each."""
    first, built = load(tmp_path, files)
    again, kept = load(tmp_path, files)
    assert (["a.txt", "b.txt"], []) == (first.reads, again.reads)
    assert EXPECTED == bodies(built) == bodies(kept)
    assert [v.rows for v in built] == [v.rows for v in kept]
    assert kept[0].bodies() == {"a1": {"body": "x"}, "a2": {"body": "yy"}}
    assert {"a1": [1], "a2": [2]} == kept[0].heads() == built[0].heads()


def test_only_an_edited_file_is_read_again(tmp_path: Path, files: list[Path]) -> None:
    """Also when its size stays the same."""
    load(tmp_path, files)
    write(files[1], "b1 z\nb2 yy\n", age_s=50)
    reader, volumes = load(tmp_path, files)
    assert ["b.txt"] == reader.reads
    assert "z" == bodies(volumes)["b1"]
    assert [] == load(tmp_path, files)[0].reads


def test_a_touched_file_is_not_read_again(tmp_path: Path, files: list[Path]) -> None:
    """A new time with the same bytes, as after a checkout."""
    load(tmp_path, files)
    os.utime(files[0], (1_000_000, 1_000_000))
    assert [] == load(tmp_path, files)[0].reads


def test_a_file_changed_just_now_is_looked_at(tmp_path: Path, files: list[Path]) -> None:
    """Within the grain of file times, equal size and time do not prove equal bytes."""
    write(files[0], "a1 x\na2 yy\n", age_s=0)
    load(tmp_path, files)
    moment = files[0].stat().st_mtime_ns
    files[0].write_text("a1 q\na2 yy\n", encoding="utf-8")
    os.utime(files[0], ns=(moment, moment))
    reader, volumes = load(tmp_path, files)
    assert (["a.txt"], "q") == (reader.reads, bodies(volumes)["a1"])


def test_another_version_reads_everything(tmp_path: Path, files: list[Path]) -> None:
    """New checks, or a new program, may judge a file differently."""
    load(tmp_path, files)
    assert ["a.txt", "b.txt"] == load(tmp_path, files, version="2")[0].reads


def test_problems_are_kept_too(tmp_path: Path, files: list[Path]) -> None:
    """A bad file gives its problem from the cache, and no entry."""
    write(files[0], "bad\n")
    load(tmp_path, files)
    reader, volumes = load(tmp_path, files)
    assert [] == reader.reads
    assert [Problem(str(files[0]), 1, "", "is bad")] == volumes[0].problems
    assert {} == volumes[0].rows


def _emptied(cache: Path) -> None:
    for path in cache.glob("*.jsonl"):
        path.write_bytes(b"")


def _zeroed(cache: Path) -> None:
    for path in cache.iterdir():
        path.write_bytes(b"\0" * path.stat().st_size)


def _blobs_gone(cache: Path) -> None:
    for path in cache.glob("*.jsonl"):
        path.unlink()


def _index_of_another_shape(cache: Path) -> None:
    (cache / "index.json").write_text(json.dumps({"version": "1", "volumes": [1]}), "utf-8")


def _index_torn(cache: Path) -> None:
    text = (cache / "index.json").read_text("utf-8")
    (cache / "index.json").write_text(text[: len(text) // 2], "utf-8")


def _gone(cache: Path) -> None:
    shutil.rmtree(cache)


@pytest.mark.parametrize(
    "damage",
    [_emptied, _zeroed, _blobs_gone, _index_of_another_shape, _index_torn, _gone],
    ids=lambda damage: damage.__name__.strip("_"),
)
def test_a_damaged_cache_changes_nothing(tmp_path: Path, damage: object) -> None:
    """Whatever happened to it, the bank is the same; at worst it takes longer."""
    assert callable(damage)
    whole = load_shipped()
    load_bank(tmp_path / "cache")
    damage(tmp_path / "cache")
    bank = load_bank(tmp_path / "cache")
    assert whole.questions["gq-04"] == bank.questions["gq-04"]
    assert dict(whole.questions) == dict(bank.questions.items())
    assert dict(whole.dimensions) == dict(bank.dimensions.items())


def test_an_unwritable_cache_is_no_fault(tmp_path: Path) -> None:
    """A file stands where the folder should be: everything is read, nothing is kept."""
    (tmp_path / "cache").write_text("in the way", "utf-8")
    bank = load_bank(tmp_path / "cache")
    assert list(load_shipped().questions) == list(bank.questions)
    assert "gq-01" == bank.question("gq-01").id
    assert "in the way" == (tmp_path / "cache").read_text("utf-8")


@pytest.fixture(scope="module")
def cached(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """The shipped bank from a warm cache."""
    folder = tmp_path_factory.mktemp("warm")
    load_bank(folder)
    return load_bank(folder)


def test_the_cached_bank_is_the_shipped_bank(cached: Bank) -> None:
    """Questions, openers, dimensions and heads, in the same order."""
    plain = load_shipped()
    assert list(plain.questions.items()) == list(cached.questions.items())
    assert list(plain.openers.items()) == list(cached.openers.items())
    assert list(plain.dimensions.items()) == list(cached.dimensions.items())
    assert plain.heads() == cached.heads()
    assert len(plain.questions) == len(cached.questions)
    assert "nothing" not in cached.questions


def test_packs_stand_beside_the_shipped(tmp_path: Path) -> None:
    """Ids begin with the name of the pack, so the same id can be in both."""
    folder = tmp_path / "acme"
    folder.mkdir()
    text = GOOD.read_text("utf-8").replace("id: q-01", "id: gq-01")
    (folder / "a.yaml").write_text(text, "utf-8")
    (folder / "b.yaml").write_text(
        GOOD.read_text("utf-8").replace("kind: probe", "kind: x"), "utf-8"
    )
    bank = load_bank(tmp_path / "cache", [Pack("acme", folder)])
    assert bank.question("gq-01").prompt != bank.question("acme/gq-01").prompt
    assert "acme/gq-01" == bank.question("acme/gq-01").id
    assert {str(folder / "b.yaml")} == {problem.file for problem in bank.problems}
    assert "acme/gq-01" in {head.id for head in bank.heads()}
    assert "acme/gq-01" not in load_bank(tmp_path / "cache").questions


def test_an_id_in_two_files_of_a_pack_stays_with_the_first(tmp_path: Path) -> None:
    """The second file is told and gives nothing."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / "p" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "p" / name).write_text(GOOD.read_text("utf-8"), "utf-8")
    for _ in range(2):
        bank = load_bank(tmp_path / "cache", [Pack("p", tmp_path / "p")])
        told = [(Path(p.file).name, p.message) for p in bank.problems]
        assert [("b.yaml", "'p/q-01' is taken by a.yaml")] == told
