"""The list of commands says what each command says of itself, and loads none of them."""

import json
import subprocess
import sys

import pytest

from tpmprep.cli.commands import COMMANDS, loaded

SPY = """
import json, sys
from tpmprep.cli.app import run
run(["--help"])
print(json.dumps([name for name in sys.modules if name.startswith("tpmprep.cli.")]))
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_says(name: str) -> None:
    """One line of help, in two places: they must not part."""
    assert COMMANDS[name] == loaded(name).get_short_help_str(limit=200)


def test_the_list_loads_no_command() -> None:
    """Help of the whole program costs no command's module."""
    done = subprocess.run(
        [sys.executable, "-c", SPY], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    modules = json.loads(done.stdout.splitlines()[-1])
    assert "tpmprep.cli.commands" in modules
    assert [] == [name for name in COMMANDS if f"tpmprep.cli.{name}" in modules]
