"""Running the installed program from outside, without a terminal."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import inside
from terminal import environment
from warm import warm

PROGRAM = [sys.executable, "-m", "tpmprep"]
ANSWER = "I watch flow. Each signal has a threshold and an owner. We can roll back."


def tpmprep(
    home: Path, *arguments: str, stdin: str | None = None, **environ: str
) -> "subprocess.CompletedProcess[str]":
    """Run one command line. Without `stdin` the input is closed at once."""
    warm(home)
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=stdin if stdin is not None else "",
        env=environment(home, COLUMNS="80", **environ),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def data_of(result: "subprocess.CompletedProcess[str]") -> Any:
    """What a --json command printed; fails when it printed anything else."""
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)["data"]


def save_one(home: Path, *flags: str, question: str = "gq-03", answer: str = ANSWER) -> Any:
    """Save an attempt without prompts, in this process, and give its document."""
    arguments = ["drill", "--question", question, "--answer", "-", *flags, "--json"]
    return data_of(inside.tpmprep(home, *arguments, stdin=answer))
