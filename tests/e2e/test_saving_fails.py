"""A disk that takes nothing: the reason in words, the draft kept, or the answer printed."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import ANSWER, PROGRAM, tpmprep
from terminal import (
    CTRL_C,
    CTRL_D,
    ENTER,
    Terminal,
    attempts,
    draft_text,
    drill,
    environment,
    grade,
)

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(sys.platform != "linux", reason="needs limits and mounts of Linux"),
]
SAID = "Each signal has a threshold and an owner."


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 300 kB of its own, where this machine lets us make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k,mode=700", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting needs an administrator")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Leave no room at all."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return filler


def score_quickly(at: Terminal, dimensions: int) -> None:
    """The shortest way from the answer to the save."""
    at.see("How likely did it pass")
    at.keys(ENTER)
    grade(at, dimensions)
    at.see("Which did you say")
    at.keys(ENTER)
    at.see("Which of these happened")
    at.keys(ENTER)
    at.see("One thing to change")
    at.keys(ENTER)


def test_a_full_disk_without_prompts(small_disk: Path) -> None:
    """Exit 74, `the disk is full`, and the answer between markers."""
    fill(small_disk)
    result = tpmprep(small_disk / "home", "drill", "--answer", "-", stdin=ANSWER)
    assert 74 == result.returncode
    assert "the disk is full" in result.stderr
    assert f"\n{ANSWER}\n" in result.stdout


def test_a_disk_that_fills_up_while_one_answers(small_disk: Path) -> None:
    """NOT SAVED shows at once; the answer is printed at the end, and nothing half is left."""
    home = small_disk / "home"
    with drill(home, "--question", "gq-03", "--format", "headline") as at:
        at.see("Enter start")
        at.keys(ENTER)
        at.see("left")
        at.keys("Each signal ")
        at.see("draft saved")
        fill(small_disk)
        at.keys("has a threshold and an owner. " + "More words. " * 400)
        at.see("NOT SAVED: the disk is full")
        at.keys(CTRL_D)
        score_quickly(at, 3)
        at.see("----- end of your answer -----")
        at.see("error: could not save your answer: the disk is full")
        assert 74 == at.end()
        assert b"threshold and an owner. More words." in at.raw
    assert [] == attempts(home)
    assert [] == list(home.rglob(".tmp-*"))


def test_stopping_on_a_full_disk_prints_what_the_draft_lacks(small_disk: Path) -> None:
    """The draft on disk is older than the answer: the answer is printed, 74."""
    home = small_disk / "home"
    with drill(home, "--question", "gq-03", "--format", "headline") as at:
        at.see("Enter start")
        at.keys(ENTER)
        at.see("left")
        at.keys("Each signal ")
        at.see("draft saved")
        fill(small_disk)
        at.keys("has a threshold. " + "More words. " * 400)
        at.see("NOT SAVED: the disk is full")
        at.keys(CTRL_C)
        at.see("could not save your answer: the draft could not be written")
        assert 74 == at.end()
        assert b"Each signal has a threshold. More words." in at.raw
    whole = "Each signal has a threshold. " + "More words. " * 400
    assert whole.startswith(draft_text(home))


def test_a_full_disk_at_the_end_keeps_the_draft(small_disk: Path, tmp_path: Path) -> None:
    """The draft lives elsewhere and is safe; with room again, --resume saves without asking."""
    home = tmp_path / "home"
    (home / "state").mkdir(parents=True, mode=0o700)
    (home / "data").symlink_to(small_disk)
    with drill(home, "--question", "gq-03", "--format", "headline") as at:
        at.see("Enter start")
        at.keys(ENTER)
        at.see("left")
        at.keys(SAID)
        at.see("draft saved")
        filler = fill(small_disk)
        at.keys(CTRL_D)
        score_quickly(at, 3)
        at.see("could not save your answer: the disk is full")
        at.see("Your draft is safe. Free some space, then run:")
        at.see("tpmprep drill --resume")
        assert 74 == at.end()
    assert SAID == draft_text(home)
    filler.unlink()
    with drill(home, "--resume") as at:
        at.see("Saved")
        assert 0 == at.end()
    (attempt,) = attempts(home)
    assert (SAID, {2}) == (attempt["answer"], set(attempt["scores"].values()))
    assert "" == draft_text(home)


def test_a_write_that_breaks_off_leaves_no_half_file(home: Path) -> None:
    """A limit of one kilobyte a file cuts every write short: nothing is left but the message."""
    script = f"ulimit -f 1; exec {' '.join(PROGRAM)} drill --answer - --question gq-03"
    result = subprocess.run(
        ["bash", "-c", script],
        input=ANSWER,
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert 74 == result.returncode
    assert "the file would be larger than allowed here" in result.stderr
    assert ANSWER in result.stdout
    assert [] == [path for path in home.rglob("*") if path.is_file() and "draft" not in path.name]
