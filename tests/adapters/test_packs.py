"""Packs: checked, copied, named, taken out; and the user's own questions."""

import os
from pathlib import Path

import pytest

from tpmprep.adapters import packs
from tpmprep.adapters.paths import Home
from tpmprep.errors import BadData, NotFound, TpmprepError, UsageProblem

GOOD = (Path(__file__).parents[1] / "data" / "bank" / "good.yaml").read_text("utf-8")
BAD = GOOD.replace("kind: redirect", "kind: interrupt")


@pytest.fixture
def user(tmp_path: Path) -> Home:
    """An empty home."""
    base = tmp_path / "home"
    return Home(base / "data", base / "state", base / "cache")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder with two files in folders and one that is no YAML."""
    folder = tmp_path / "acme"
    (folder / "more").mkdir(parents=True)
    (folder / "a.yaml").write_text(GOOD, "utf-8")
    (folder / "more" / "b.yml").write_text(GOOD.replace("id: q-01", "id: q-02"), "utf-8")
    (folder / "README.md").write_text("hello", "utf-8")
    return folder


def names(folder: Path) -> list[str]:
    """Every file below a folder."""
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_a_pack_is_installed(user: Home, pack: Path) -> None:
    """Its YAML files are copied byte for byte under its name; the source may then go."""
    installed, checked = packs.install(user, pack)
    assert ("acme", 2, []) == (installed.name, checked.questions, checked.barring)
    assert ["a.yaml", "more/b.yml"] == names(user.banks / "acme")
    assert GOOD == (user.banks / "acme" / "a.yaml").read_text("utf-8")
    assert [installed] == packs.installed(user)
    assert [] == names(user.state)


def test_advice_does_not_bar(user: Home, pack: Path) -> None:
    """Two entries that are alike are told, and installed."""
    _, checked = packs.install(user, pack)
    assert checked.problems
    assert all(problem.file.startswith(str(pack)) for problem in checked.problems)


def test_one_file_is_a_pack_too(user: Home, tmp_path: Path) -> None:
    """Named after the file, or as asked."""
    path = tmp_path / "My Questions.yaml"
    path.write_text(GOOD, "utf-8")
    assert "my-questions" == packs.install(user, path)[0].name
    assert "other" == packs.install(user, path, "other")[0].name
    assert ["my-questions", "other"] == [pack.name for pack in packs.installed(user)]


def test_a_pack_with_a_bad_question_is_refused_whole(user: Home, pack: Path) -> None:
    """Nothing of it is left behind; the problem names the file as the user knows it."""
    (pack / "c.yaml").write_text(BAD, "utf-8")
    _, checked = packs.install(user, pack)
    assert [str(pack / "c.yaml")] == sorted({problem.file for problem in checked.barring})
    assert [] == packs.installed(user)
    assert [] == names(user.data)
    assert [] == names(user.state)


def test_links_and_pipes_are_refused(user: Home, pack: Path, tmp_path: Path) -> None:
    """A pack holds plain files; what a link leads to is never read."""
    secret = tmp_path / "secret.yaml"
    secret.write_text(GOOD.replace("q-01", "secret"), "utf-8")
    (pack / "link.yaml").symlink_to(secret)
    (pack / "folder").symlink_to(tmp_path)
    os.mkfifo(pack / "pipe.yaml")
    _, checked = packs.install(user, pack)
    told = {Path(p.file).name: p.message for p in checked.barring}
    assert told == {
        "link.yaml": "is a link; a pack holds plain files",
        "folder": "is a link; a pack holds plain files",
        "pipe.yaml": "is no regular file; a pack holds plain files",
    }
    assert [] == packs.installed(user)


def test_limits_of_a_pack(user: Home, tmp_path: Path) -> None:
    """Too large a file, and a folder without YAML, are told."""
    folder = tmp_path / "large"
    folder.mkdir()
    _, checked = packs.install(user, folder)
    assert ["holds no YAML file"] == [problem.message for problem in checked.barring]
    (folder / "a.yaml").write_bytes(b"#" * 2_000_001)
    _, checked = packs.install(user, folder)
    assert ["it is larger than 2 MB"] == [problem.message for problem in checked.barring]


@pytest.mark.parametrize("name", ["own", "../up", "UPPER", "a b", "-x", "x" * 65])
def test_names_that_cannot_be(user: Home, pack: Path, name: str) -> None:
    """No name leads out of the folder or meets the user's own questions."""
    with pytest.raises(UsageProblem):
        packs.install(user, pack, name)
    assert [] == packs.installed(user)


def test_a_name_is_taken_once(user: Home, pack: Path) -> None:
    """The pack that is there stays; the hint says how to replace it."""
    packs.install(user, pack)
    with pytest.raises(TpmprepError) as caught:
        packs.install(user, pack)
    assert "tpmprep bank remove acme" in caught.value.hint
    with pytest.raises(NotFound):
        packs.install(user, pack / "none")


def test_removing_moves_to_the_trash(user: Home, pack: Path) -> None:
    """Byte for byte; a pack that is not there is told with what looks like it."""
    packs.install(user, pack)
    with pytest.raises(NotFound, match="Did you mean acme"):
        packs.remove(user, "acm", "1")
    target = packs.remove(user, "acme", "20261124-120000")
    assert ["a.yaml", "more/b.yml"] == names(target)
    assert [] == packs.installed(user)
    assert target.is_relative_to(user.trash)
    packs.install(user, pack)


def test_own_questions_are_appended(user: Home) -> None:
    """What stands in the file stays, comments too."""
    path = packs.add_own(user, "execution", GOOD)
    path.write_text("# mine\n" + path.read_text("utf-8"), "utf-8")
    packs.add_own(user, "execution", GOOD.replace("q-01", "q-02"))
    text = path.read_text("utf-8")
    assert text.startswith("# mine\n- id: q-01")
    assert "\n\n- id: q-02" in text
    assert ["own"] == [pack.name for pack in packs.installed(user)]


@pytest.mark.parametrize(("before", "added"), [(GOOD, GOOD), ("- broken: [", GOOD), (GOOD, BAD)])
def test_a_file_is_never_made_unusable(user: Home, before: str, added: str) -> None:
    """A taken id, a broken file, a broken entry: told, and the file stays as it was."""
    path = user.banks / "own" / "case.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(before, "utf-8")
    with pytest.raises(BadData) as caught:
        packs.add_own(user, "case", added)
    assert str(path) in caught.value.message
    assert before == path.read_text("utf-8")
    assert [] == names(user.state)


def test_folders_that_are_no_packs_are_passed_over(user: Home) -> None:
    """Names that cannot be ids, and files."""
    (user.banks / "Not A Pack").mkdir(parents=True)
    (user.banks / "file").write_text("", "utf-8")
    assert [] == packs.installed(user)
