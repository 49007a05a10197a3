"""A person's own programs, stories and notes: sound ones to start from, and a desk to type at."""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fakes import FakeClock
from tpmprep.adapters.paths import Home, find_home
from tpmprep.adapters.yamlwrite import document_yaml
from tpmprep.cli.app import run
from tpmprep.cli.env import Env
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story

PROGRAM: dict[str, Any] = {
    "name": "One sign-in",
    "employer": "Fielder",
    "scope": "Every login of 3 products through one service.",
    "teams": "4 teams, 31 people",
    "timeline": "March to November, planned for June",
    "budget": "2.1 million a year",
    "technical_risk": "Sessions that do not survive the move.",
    "decisions": ["I dropped the tablet client, over a later date."],
    "metrics": ["sign-in failures from 6.2% to 1.9%"],
    "outcome": "Live for 4 million accounts, five months late.",
}
STORY: dict[str, Any] = {
    "title": "Two owners",
    "theme": "conflict",
    "situation": "Two directors wanted the same 6 engineers in the third quarter.",
    "task": "I had to bring one plan for both by 15 July.",
    "action": "I listed the work of both sides by what it was worth a month. I asked each director"
    " for the one date that could move. I wrote both options on a page with their price.",
    "decision": "I proposed to give four of the six to payments, over splitting the team.",
    "mechanism": "The CTO decided by revenue at risk, on 20 July.",
    "result": "Failed payments fell from 4.1% to 1.2% in six weeks.",
    "numbers": ["6 engineers", "4.1% to 1.2%"],
    "price": "Search was eight weeks late, and their director told me so.",
    "lesson": "I bring the price of both options before the meeting.",
}


def whole_program(**changes: Any) -> Program:
    """A program that is complete, but for what is changed."""
    return Program(**_tuples({"id": "sign-in", **PROGRAM, **changes}))


def whole_story(**changes: Any) -> Story:
    """A story that lacks nothing, but for what is changed."""
    return Story(**_tuples({"id": "two-owners", **STORY, **changes}))


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}


class Desk:
    """The program in this process, at noon of a day that we choose."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, FakeClock()
        self.code, self.err = 0, ""

    @property
    def home(self) -> Home:
        """The user's folders."""
        return find_home({"TPMPREP_HOME": str(self.folder)})

    def types(self, *arguments: str, stdin: str = "") -> str:
        """What a command prints; its exit code and its errors are kept."""
        out, err, typed = io.StringIO(), io.StringIO(), io.StringIO(stdin)
        environ = {"TPMPREP_HOME": str(self.folder)}
        self.code = run(
            [*arguments],
            lambda settings: Env(settings, environ, self.clock, typed, stdout=out, stderr=err),
        )
        self.err = err.getvalue()
        return out.getvalue()

    def document(self, *arguments: str) -> Any:
        """The one object that a --json command prints."""
        document = json.loads(self.types(*arguments, "--json"))
        assert {"schema", "data", "warnings"} == set(document)
        return document

    def data(self, *arguments: str) -> Any:
        """What a --json command prints when all is well."""
        document = self.document(*arguments)
        assert ("", []) == (self.err, document["warnings"])
        return document["data"]

    def program(self, name: str = "sign-in", /, **changes: Any) -> Path:
        """A file of a program that is complete, but for what is changed."""
        whole = {"id": name, **PROGRAM, "added": "2026-11-23", **changes}
        return written(self.home.programs / f"{name}.yaml", document_yaml(whole))

    def story(self, name: str = "two-owners", /, **changes: Any) -> Path:
        """A file of a story that lacks nothing, but for what is changed."""
        whole = {"id": name, **STORY, "added": "2026-11-23", **changes}
        return written(self.home.stories / f"{name}.yaml", document_yaml(whole))


def written(path: Path, text: str | bytes) -> Path:
    """A file with this text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def flags(values: Mapping[str, Any]) -> list[str]:
    """Values as flags of the command line."""
    found = []
    for name, value in values.items():
        for one in value if isinstance(value, list) else [value]:
            found += ["--set", f"{name}={one}"]
    return found


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder with its bytes and when it was changed."""
    return {
        str(path): (path.read_bytes() if path.is_file() else b"", path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }
