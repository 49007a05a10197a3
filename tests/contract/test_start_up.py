"""Start-up is a feature: `--version` and `--help` load nothing heavy."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from program import tpmprep
from terminal import environment

HEAVY = ("pydantic", "rich", "yaml", "prompt_toolkit", "questionary")
SPY = """
import json, sys
from tpmprep.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--version"], []),
        (["--help"], []),
        (["-h"], []),
        (["drill", "--help"], ["pydantic"]),  # typer itself: it reads the group's own options
        (["bank", "list", "-h"], ["pydantic"]),
    ],
)
def test_nothing_heavy_is_loaded(home: Path, arguments: list[str], allowed: list[str]) -> None:
    """None of the heavy libraries is in sys.modules afterwards."""
    result = subprocess.run(
        [sys.executable, "-c", SPY, *arguments],
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    loaded = set(json.loads(result.stdout.splitlines()[-1]))
    assert "tpmprep" in loaded
    assert allowed == [name for name in HEAVY if name in loaded]


def test_version_says_what_helps_in_a_report(home: Path) -> None:
    """Name, version, Python and platform on one line."""
    result = tpmprep(home, "--version")
    python = ".".join(str(n) for n in sys.version_info[:3])
    assert f"tpmprep 0.1.0 (Python {python}, {sys.platform})\n" == result.stdout
    assert result.stdout == tpmprep(home, "--plain", "--version").stdout
