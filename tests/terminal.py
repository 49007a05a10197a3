"""A terminal with a program in it: keys in, and the screen as a person would see it."""

import json
import os
import re
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pexpect
import pyte

from tpmprep.adapters.drafts import find_drafts
from warm import warm

PROGRAM = [sys.executable, "-m", "tpmprep"]
FAST = [sys.executable, str(Path(__file__).with_name("fast.py"))]
ENTER, CTRL_C, CTRL_D, CTRL_Z = "\r", "\x03", "\x04", "\x1a"
PATIENCE_S = 30.0


class _Answering(pyte.Screen):
    """A screen that answers the questions programs ask a terminal, as real ones do."""

    reply: Callable[[str], object] = staticmethod(lambda _: None)

    def write_process_input(self, data: str) -> None:
        """Called with the answer."""
        self.reply(data)


class Terminal:
    """A pseudo-terminal of `rows` x `columns` that runs `command`."""

    def __init__(
        self,
        home: Path,
        command: list[str],
        *,
        rows: int = 24,
        columns: int = 80,
        environ: dict[str, str] | None = None,
    ) -> None:
        warm(home)
        self.home = home
        self.raw = b""
        self._screen = _Answering(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(rows, columns),
            env=environment(home, **(environ or {})),
            encoding=None,
            timeout=PATIENCE_S,
        )
        self._screen.reply = self.child.send

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self.child.closed:
            self.child.close(force=True)

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def keys(self, keys: str) -> None:
        """Type."""
        self.child.send(keys)

    def see(self, pattern: str) -> "re.Match[str]":
        """Wait until the screen shows `pattern`; fails with the screen when it never does."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if found := re.search(pattern, self.text):
                return found
            if not self._read():
                break
        if found := re.search(pattern, self.text):
            return found
        raise AssertionError(f"never saw {pattern!r}; the screen:\n{self.text}")

    def end(self) -> int | None:
        """Wait for the program to end; its exit code, or None when a signal killed it."""
        while self._read():
            pass
        self.child.wait()
        return self.child.exitstatus

    def hang_up(self) -> int:
        """Close the terminal as a closed window does; the process id of who sat in it."""
        child: Any = self.child
        child.ptyproc.fileobj.close()
        child.ptyproc.closed = child.closed = True
        return int(child.pid)

    def settings(self) -> list[Any]:
        """Flags and control characters, as `stty -a` would show them."""
        return termios.tcgetattr(self.child.child_fd)

    def _read(self) -> bool:
        """Take in what was written; False when nothing more will come."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True


def drill(
    home: Path, *arguments: str, fast: bool = False, term: str = "xterm-256color"
) -> Terminal:
    """`tpmprep drill` at a terminal."""
    command = [*(FAST if fast else PROGRAM), "drill", *arguments]
    return Terminal(home, command, environ={"TERM": term})


def score_everything(at: Terminal, dimensions: int) -> None:
    """Level 3 with the first quote for every dimension; the reveal; one change."""
    at.see("How likely did it pass")
    at.keys("5")
    grade(at, dimensions, level=3, quote="a")
    at.see("Which did you say")
    at.keys(ENTER)
    at.see("Which of these happened")
    at.keys(ENTER)
    at.see("One thing to change")
    at.keys(f"Open with the claim.{ENTER}")


def grade(at: Terminal, dimensions: int, *, level: int = 2, quote: str = "n") -> None:
    """The same quote and level for every dimension; a doubt is heard and the level kept."""
    for number in range(1, dimensions + 1):
        grade_one(at, f"{number} of {dimensions} · ", level=level, quote=quote)


def grade_one(at: Terminal, place: str, *, level: int = 2, quote: str = "n") -> None:
    """One dimension: its words, its level, and what is asked of a high one."""
    at.see(f"{place}[^~]*speak for it")
    at.keys(f"{quote}{ENTER}")
    at.see(f"{place}[^~]*level describes it")
    at.keys(f"{level}{ENTER}")
    asked = at.see(rf"keeps the {level}|speak for it|Which did you say|One thing|All stages")
    if asked.group().startswith("keeps"):
        at.keys(ENTER)


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a person at a terminal."""
    wanted = {"TPMPREP_HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return {**kept, **wanted, **more}


def attempts(home: Path) -> list[dict[str, Any]]:
    """Every saved attempt, as it is on disk."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(home.glob("data/attempts/*/*"))]


def draft_text(home: Path) -> str:
    """All words of the drafts on disk."""
    found, unreadable = find_drafts(home / "state" / "drafts")
    assert [] == unreadable
    return "\n".join(part["text"] for draft in found for part in draft.document["parts"])
