"""Where things live."""

import sys
from pathlib import Path

import pytest

from tpmprep.adapters.paths import Home, content_dir, find_home, for_people, shipped_bank


def test_own_home(tmp_path: Path) -> None:
    """TPMPREP_HOME holds everything, in three folders."""
    home = find_home({"TPMPREP_HOME": str(tmp_path)})
    assert Home(tmp_path / "data", tmp_path / "state", tmp_path / "cache") == home


def test_relative_home_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative TPMPREP_HOME is below the current folder and stays there."""
    monkeypatch.chdir(tmp_path)
    assert tmp_path / "mine" / "data" == find_home({"TPMPREP_HOME": "mine"}).data


def test_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde that the shell left alone is the user's home."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert tmp_path / "x" / "state" == find_home({"TPMPREP_HOME": "~/x"}).state


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders are Linux ones")
@pytest.mark.parametrize("environ", [{}, {"TPMPREP_HOME": ""}])
def test_platform_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    """Without TPMPREP_HOME, or with an empty one, the platform's folders are used."""
    for name in ("DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    expected = Home(
        tmp_path / "DATA" / "tpmprep",
        tmp_path / "STATE" / "tpmprep",
        tmp_path / "CACHE" / "tpmprep",
    )
    assert expected == find_home(environ)


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    """Finding the folders makes none."""
    find_home({"TPMPREP_HOME": str(tmp_path / "mine")})
    assert [] == list(tmp_path.iterdir())


def test_what_is_synced_and_what_is_not() -> None:
    """Attempts, scores and plan are data; drafts and logs are state of this machine."""
    home = Home(Path("d"), Path("s"), Path("c"))
    data = [home.attempts, home.scores, home.plan]
    assert [Path("d/attempts"), Path("d/scores"), Path("d/plan.json")] == data
    assert [Path("s/drafts"), Path("s/log")] == [home.drafts, home.log]


def test_shipped_files_are_there() -> None:
    """The bank and the guide's own data come with the program."""
    assert (shipped_bank() / "questions").is_dir()
    assert (shipped_bank() / "rubrics").is_dir()
    assert (content_dir() / "plan.yaml").is_file()
    assert (content_dir() / "openers.yaml").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="paths of Unix")
@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/ann/.local/x.json", "~/.local/x.json"),
        ("/home/anna/x.json", "/home/anna/x.json"),
        ("/tmp/x.json", "/tmp/x.json"),
    ],
)
def test_paths_as_people_write_them(path: str, shown: str) -> None:
    """The home folder is a tilde; anything else stays whole."""
    assert shown == for_people(Path(path), {"HOME": "/home/ann"})
    assert path == for_people(Path(path), {})
