"""Packs that mean harm: refused in one line each, quickly, in little memory, touching nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from terminal import environment

GOOD = (Path(__file__).parents[1] / "data" / "bank" / "good.yaml").read_text("utf-8")
MOST_MB = 200
GIVE_UP_S = 30
"""Far above the two seconds that are promised: a test must not fail because a machine is busy."""

BOMB = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x]"]
    + [f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(9)]
)
NUMBER = GOOD.replace("{s: 20,", "{s: " + "9" * 5000 + ",", 1)

HOSTILE: dict[str, tuple[str, str]] = {
    "alias bomb": (BOMB, "anchors and aliases (& and *) are not allowed"),
    "one alias": (GOOD.replace("area: execution", "area: &x execution"), "anchors and aliases"),
    "brackets": ("[" * 100_000, "nested deeper than 20 levels"),
    "braces": ("{a: " * 100_000, "nested deeper than 20 levels"),
    "dashes": ("- " * 100_000 + "x", "nested deeper than 20 levels"),
    "questions": ("? " * 100_000 + "x", "a key must be plain text"),
    "long number": (NUMBER, "must be a whole number"),
    "huge exponent": (GOOD.replace("{s: 20,", "{s: 1e999999999,", 1), "must be a whole number"),
    "duplicate keys": (GOOD.replace("level: senior", "area: case"), "the key 'area' appears twice"),
    "escape": (
        GOOD.replace("The critical path", '"\\x1b]52;c;aGk=\\x07path', 1).replace(
            "sets the date.", 'sets the date."', 1
        ),
        "holds a control or hidden character",
    ),
    "raw escape": (GOOD.replace("critical", "\x1b[2J"), "holds the character U+001B"),
    "right to left": (GOOD.replace("critical", "\u202e"), "holds a control or hidden character"),
    "path as id": (GOOD.replace("q-01", "../../q-01"), "may hold small letters"),
    "absolute id": (GOOD.replace("q-01", "/etc/passwd"), "may hold small letters"),
    "python tag": ("- !!python/object/apply:os.system ['id']", "tags (!) are not allowed"),
    "a million values": ("- [" + "x, " * 60_000 + "x]", "holds more than 50,000 values"),
    "two documents": (GOOD + "\n---\n" + GOOD, "more than one document"),
    "no text": ("\x00\x01", "holds the character U+0000"),
    "endless line": (GOOD.replace("critical", "x" * 1_500_000), "has 1,5"),
    "recursion": ("&a [*a]", "anchors and aliases"),
}

WATCHED = """
import json, os, sys
seen = []
def watch(event, args):
    if event == "open" and isinstance(args[0], str):
        seen.append(os.path.abspath(args[0]))
    elif event in ("subprocess.Popen", "os.system", "socket.connect", "os.exec"):
        seen.append(f"!{event}")
sys.addaudithook(watch)
from tpmprep.__main__ import main
try:
    main()
finally:
    with open(os.environ["WATCH_LOG"], "w") as log:
        json.dump(seen, log)
"""


class Watched:
    """One run of the program: what it said, what it opened, how large it grew."""

    def __init__(self, home: Path, *arguments: str) -> None:
        log = home.parent / f"{home.name}.log"
        run = subprocess.run(
            [sys.executable, "-c", WATCHED, *arguments],
            env=environment(home, COLUMNS="80", WATCH_LOG=str(log)),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=GIVE_UP_S,
            check=False,
        )
        self.stdout, self.stderr, self.code = run.stdout, run.stderr, run.returncode
        self.opened = [Path(name) for name in json.loads(log.read_text("utf-8"))]


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder, with its bytes."""
    return {
        str(path): path.read_bytes() if path.is_file() and not path.is_symlink() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Files beside the pack that nobody may read or write."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.yaml").write_text(GOOD.replace("q-01", "secret"), "utf-8")
    return folder


@pytest.mark.parametrize(("text", "message"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused(
    home: Path, tmp_path: Path, outside: Path, *, text: str, message: str
) -> None:
    """By `bank check` and `bank add`: a line with file, line and reason; nothing is installed."""
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "a.yaml").write_text(text, "utf-8")
    before = tree(pack), tree(outside)
    for command in ("check", "add"):
        run = Watched(home, "bank", command, str(pack))
        assert 65 == run.code, run.stderr
        lines = [line for line in run.stdout.splitlines() if line.startswith(str(pack / "a.yaml"))]
        assert len(lines) >= 1
        assert message in lines[0]
        assert all(len(line) < 400 for line in lines)
        assert "" == run.stderr
        assert not any(path.is_relative_to(outside) for path in run.opened)
    assert before == (tree(pack), tree(outside))
    assert not (home / "data").exists() or [] == list((home / "data").rglob("*.yaml"))


def test_links_and_pipes_are_not_opened(home: Path, tmp_path: Path, outside: Path) -> None:
    """Links to a file and to a folder, a FIFO: each is told, none is followed or waited for."""
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "link.yaml").symlink_to(outside / "secret.yaml")
    (pack / "folder").symlink_to(outside)
    os.mkfifo(pack / "pipe.yaml")
    for command, count in (("check", 2), ("add", 3)):
        run = Watched(home, "bank", command, str(pack))
        assert 65 == run.code
        told = [line for line in run.stdout.splitlines() if line.startswith(str(pack))]
        assert count == len([line for line in told if ":0: " in line])
        assert not any(path.is_relative_to(outside) for path in run.opened)
        assert Path("!subprocess.Popen") not in run.opened
        assert "secret" not in run.stdout


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
@pytest.mark.parametrize("name", ["alias bomb", "brackets", "dashes", "endless line"])
def test_memory_stays_small(home: Path, tmp_path: Path, name: str) -> None:
    """Below 200 MB at the peak, whatever the file promises to become."""
    path = tmp_path / "a.yaml"
    path.write_text(HOSTILE[name][0], "utf-8")
    code = (  # the peak of this program alone: getrusage also knows that of whoever started it
        "import sys\nfrom tpmprep.__main__ import main\ntry:\n    main()\nfinally:\n"
        "    status = open('/proc/self/status').read().split('VmHWM:')[1]\n"
        "    print(status.split()[0], file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "bank", "check", str(path)],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=GIVE_UP_S,
        check=False,
    )
    assert 65 == run.returncode
    assert int(run.stderr.split()[-1]) < MOST_MB * 1024


def test_a_pack_full_of_harm_is_told_line_by_line(home: Path, tmp_path: Path) -> None:
    """All of it at once: every file is named, the good one too is not installed."""
    pack = tmp_path / "pack"
    pack.mkdir()
    for number, (text, _) in enumerate(HOSTILE.values()):
        (pack / f"h{number:02}.yaml").write_text(text, "utf-8")
    (pack / "good.yaml").write_text(GOOD, "utf-8")
    run = Watched(home, "bank", "add", str(pack))
    assert 65 == run.code
    named = {line.split(":")[0] for line in run.stdout.splitlines() if line.startswith(str(pack))}
    expected = {str(pack / f"h{number:02}.yaml") for number in range(len(HOSTILE))}
    assert expected <= named
    assert run.stdout.endswith(f"{pack} was not installed.\n")
    assert [] == list((home / "data").rglob("*.yaml"))
