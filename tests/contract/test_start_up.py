"""Start-up is a feature: what is only shown loads nothing heavy."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portfolios import Desk
from program import save_one, tpmprep
from terminal import environment
from tpmprep.adapters.bankcache import FRESH_AFTER_NS

HEAVY = ("pydantic", "rich", "yaml", "prompt_toolkit", "questionary")
SPY = """
import json, sys
from tpmprep.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules} | set(sys.modules))))
"""


def loaded_by(home: Path, *arguments: str) -> set[str]:
    """What is in sys.modules after a command."""
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
    return loaded


def heavy(home: Path, *arguments: str) -> list[str]:
    """The heavy libraries in sys.modules after a command."""
    loaded = loaded_by(home, *arguments)
    return [name for name in HEAVY if name in loaded]


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["-h"], ["drill", "--help"], ["bank", "list", "-h"]]
)
def test_nothing_heavy_is_loaded(home: Path, arguments: list[str]) -> None:
    """None of the heavy libraries is loaded to say what there is."""
    assert [] == heavy(home, *arguments)


def test_a_question_is_shown_without_reading_yaml(home: Path) -> None:
    """The first time builds the cache; then neither YAML nor pydantic is needed.

    Fails when Typer changes the slot that cli/as_typed.py fills: see there.
    """
    assert {"pydantic", "yaml"} <= set(heavy(home, "bank", "show", "gq-04"))
    assert ["rich"] == heavy(home, "bank", "show", "gq-04")
    assert [] == heavy(home, "bank", "show", "gq-04", "--json")


@pytest.mark.parametrize(
    "arguments", [[], ["bank", "show", "gq-04"], ["plan", "--days", "3"], ["review"]]
)
def test_the_word_lists_of_the_detectors_wait(home: Path, arguments: list[str]) -> None:
    """They are long, and only a drill, a score and hints need them."""
    assert "tpmprep.domain.detectors.reading" not in loaded_by(home, *arguments)


def test_the_plan_needs_no_checker(home: Path) -> None:
    """Answers that were read before cost neither pydantic nor the word lists."""
    save_one(home)
    time.sleep(FRESH_AFTER_NS / 1e9 + 0.1)
    assert 0 == tpmprep(home, "plan", "--days", "3").returncode
    for arguments in (["plan"], ["plan", "today", "--json"]):
        loaded = loaded_by(home, *arguments)
        assert not {"pydantic", "prompt_toolkit", "questionary", "icalendar"} & loaded
        assert "tpmprep.domain.detectors.reading" not in loaded
    assert "tpmprep.domain.detectors.reading" not in loaded_by(home)


def test_a_warm_plan_reads_no_story(home: Path) -> None:
    """Nor does it judge one; without the cache the same comes out, byte for byte."""
    Desk(home).program()
    Desk(home).story()
    time.sleep(FRESH_AFTER_NS / 1e9 + 0.1)
    assert 0 == tpmprep(home, "plan", "--days", "3").returncode
    assert (home / "cache" / "written.json").exists()
    loaded = loaded_by(home, "plan")
    assert not {"pydantic", "tpmprep.domain.story_check", "tpmprep.adapters.portfolio"} & loaded
    assert "tpmprep.domain.detectors.reading" not in loaded
    warm = tpmprep(home, "plan", "--json").stdout
    shutil.rmtree(home / "cache")
    assert warm == tpmprep(home, "plan", "--json").stdout
    done = [t["id"] for d in json.loads(warm)["data"]["days"] for t in d["tasks"] if t["done"]]
    assert ["inventory.largest", "stories.conflict"] == sorted(done)


def test_version_says_what_helps_in_a_report(home: Path) -> None:
    """Name, version, Python and platform on one line."""
    result = tpmprep(home, "--version")
    python = ".".join(str(n) for n in sys.version_info[:3])
    assert f"tpmprep 0.1.0 (Python {python}, {sys.platform})\n" == result.stdout
    assert result.stdout == tpmprep(home, "--plain", "--version").stdout
