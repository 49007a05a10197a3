"""Ten days of somebody who prepares, through the real commands and with a clock that we turn.

python tests/life.py > tests/data/ten_days.txt      after a change that is meant
"""

import io
import json
import re
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from tpmprep.adapters.bank import Bank, load_shipped
from tpmprep.cli.app import run
from tpmprep.cli.env import Env, Settings

FIRST_MORNING = datetime(2026, 11, 24, 8, 30, tzinfo=timezone(timedelta(hours=1)))
MISSED, RESTED = (4, 5, 6), 8
SAID = {1: ("--days", "10"), 7: ("--rest", "2026-12-01")}
READ_IN_FULL = (1, 4, 7, 8, 10)
HEX = re.compile(r"-[0-9a-f]{8}\b")
"""Eight drawn digits end each id."""

STORY = (
    "I led four teams and twelve services to one sign-in. Support had 900 tickets a week. "
    "I decided to cut the tablet client, since it was 3 percent of the traffic, and Ana signed it. "
    "We shipped on 14 May, and tickets fell from 900 to 310 a week within a month."
)
TOLD_BADLY_AT_FIRST = "own-scope-cut"
VAGUE = "We worked with all the teams and kept everybody aligned, and in the end it went well."


class TurnedClock:
    """The time that we say it is."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The wall time."""
        return self._now

    def steady_s(self) -> float:
        """The steady count."""
        return self._now.timestamp()

    def turn_to(self, now: datetime) -> None:
        """Let time pass."""
        self._now = now


class Life:
    """Somebody with a terminal: types commands, day after day."""

    def __init__(self, home: Path, bank: Bank) -> None:
        self._environ = {"TPMPREP_HOME": str(home), "COLUMNS": "80"}
        self._bank, self._told = bank, set[str]()
        self.clock = TurnedClock(FIRST_MORNING)

    def types(self, *arguments: str, answer: str = "") -> str:
        """What a command prints; it must succeed."""
        out, err = io.StringIO(), io.StringIO()

        def make_env(settings: Settings) -> Env:
            return Env(
                settings=settings,
                environ=self._environ,
                clock=self.clock,
                stdin=io.StringIO(answer),
                stdout=out,
                stderr=err,
            )

        code = run(["--plain", *arguments], make_env)
        assert (0, "") == (code, err.getvalue()), (arguments, err.getvalue())
        return out.getvalue()

    def practises(self, minutes: int, level: int) -> None:
        """Does what the plan has for today, as far as the minutes go."""
        today = json.loads(self.types("plan", "today", "--json"))["data"]
        steps = [(task["command"], task["minutes"]) for task in today["tasks"] if not task["done"]]
        steps += [(_command(drill), drill["minutes"]) for drill in today["drills"]]
        for number, (command, cost) in enumerate(steps):
            minutes -= cost
            if minutes < 0:
                return
            if command.startswith("tpmprep drill"):
                self._drills(command.split()[2:], max(1, level - number % 2))
            self.clock.turn_to(self.clock.now() + timedelta(minutes=cost))

    def _drills(self, flags: list[str], level: int) -> None:
        named = dict(zip(flags[::2], flags[1::2], strict=True))
        question = named.get("--question", "own-recruiter")
        if "--area" in named:
            question = {"5min": "gq-14", "deep": "gq-13"}[named["--format"]]
        rubric = self._bank.question(question).rubric[:2]
        scores = [part for name in rubric for part in ("--score", f"{name}={level}")]
        is_first = question not in self._told
        is_vague = level == 1 or (is_first and question == TOLD_BADLY_AT_FIRST)
        self._told.add(question)
        text = VAGUE if is_vague else STORY
        asked = ("--question", question, "--format", named["--format"])
        self.types("drill", *asked, "--answer", "-", "--elapsed", "110", *scores, answer=text)


def ten_days(home: Path) -> str:
    """What this person reads each morning, with what they typed and did."""
    life = Life(home, load_shipped())
    pages: list[str] = []

    def reads(*arguments: str) -> None:
        typed = " ".join(("tpmprep", *arguments))
        pages.append(f"$ {typed}\n{HEX.sub('-xxxxxxxx', life.types(*arguments))}")

    for day in range(1, 12):
        morning = FIRST_MORNING + timedelta(days=day - 1)
        life.clock.turn_to(morning)
        reads("plan", *SAID.get(day, ()))
        if day in READ_IN_FULL:
            reads("plan", "today")
        if day in MISSED:
            pages.append("(nothing was practised)\n")
        elif day not in (RESTED, 11):
            life.clock.turn_to(morning + timedelta(hours=9))
            life.practises(minutes=20 if day % 3 == 0 else 45, level=2 + (day > 6))
            reads()
    return "\n".join(pages)


def _command(drill: dict[str, Any]) -> str:
    return f"tpmprep drill --question {drill['question']} --format {drill['format']}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(ten_days(Path(folder)))
