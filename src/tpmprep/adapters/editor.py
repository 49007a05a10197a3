"""The user's own editor on a file of ours, without a shell."""

import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tpmprep.errors import TpmprepError


def editor_of(environ: Mapping[str, str]) -> list[str]:
    """The command in VISUAL or EDITOR as words; empty when neither is set or readable."""
    try:
        return shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or "")
    except ValueError:
        return []


def edit(command: list[str], path: Path) -> None:
    """Open `path` and wait until the editor ends. Raises TpmprepError; the file stays as it is."""
    try:
        code = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603  # user's
    except OSError as error:
        message = f"the editor '{command[0]}' could not be started"
        raise TpmprepError(message, f"Your text is safe in {path}") from error
    if code:
        message = f"the editor ended with {code}; nothing was added"
        raise TpmprepError(message, f"Your text is safe in {path}")
