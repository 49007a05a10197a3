"""Somebody's first evening with their own programs, through the real commands, line by line.

They stop in the middle of almost everything, and go on. The ids and the seeds are drawn anew each
time, so what depends on them is not kept.

python tests/newcomer.py > tests/data/newcomer.txt      after a change that is meant
"""

import io
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from life import FIRST_MORNING, TurnedClock
from tpmprep.cli.app import run
from tpmprep.cli.env import Env, Settings

ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
SEED = 7

PROGRAM_1 = ["One sign-in", "Nordbank", "The plan, the order of services, the cut"]
PROGRAM_2 = [
    "One sign-in for web, iOS and Android; the tablet client stayed outside",
    "4 teams, 31 people, none of them reported to me",
    "February to May, 16 weeks",
    "14 May",
    "1.2 million",
    "The token service could not take the morning peak",
    "Cut the tablet client: 3 percent of the traffic, Ana signed it",
]
PROGRAM_3 = [
    "Move in two waves, the smaller country first",
    "",
    "Tickets from 900 to 310 a week",
    "",
    "Live on 14 May, one week late; tickets fell from 900 to 310 a week",
    "Support wanted fewer tickets, product wanted the date; the COO had the last word",
    "The tablet client, 3 percent of the traffic; its users waited until autumn",
    "4.2 million",
    "12 services",
    "",
    "2 million a year",
    "The COO, every second week",
    "Launch plan",
    "",
]
STORY_1 = [
    "Tablet client cut",
    "Support had 900 tickets a week about four ways to sign in.",
    "I was to have one sign-in live by 7 May.",
]
STORY_2 = [
    (
        "I mapped every path to sign in. I measured that tablets were 3 percent of the traffic. "
        "I wrote one page with two options and their price."
    ),
    "I proposed to cut the tablet client instead of moving the date by six weeks.",
    "Ana, the product director, decided within two days, by users lost for each week of delay.",
    "Tickets fell from 900 to 310 a week within a month; we were live one week late.",
    "900 to 310 tickets a week",
    "3 percent of the traffic",
    "",
    "Tablet users waited five months, and 140 of them complained.",
    "Since then I ask in week one what we would drop. In the next program it saved four weeks.",
]
HEADLINE = (
    "Support drowned in 900 tickets a week about four ways to sign in. I led four teams to one "
    "sign-in, and tickets fell to 310 a week."
)
TOLD = (
    "Support had 900 tickets a week. The limit was the date: 7 May, before the contract of the old "
    "vendor ended. I had two ways: move the date by six weeks, or cut the tablet client, 3 percent "
    "of the traffic. I proposed the cut, since each week cost 40 thousand; the price was tablet "
    "users who waited five months. Tickets fell from 900 to 310 a week."
)
WHO = "Ana, the product director, had the last word; support and four engineering leads were in it."
SUMMARY = (
    "I lead identity programs at Nordbank: four teams, 4.2 million customers. This spring we went "
    "to one sign-in, and tickets fell from 900 to 310 a week. Your team moves payments next, and "
    "that is the same kind of move, one size larger."
)
NO_SCORES = ["", "1", "", "1", "", "1"]
"""No quote and level 1 for three dimensions; somebody with more time would read them."""

DONE = ["", "", "Close with the figure"]
"""What was said is what was found, nothing bad happened, and one thing to change."""


class Newcomer:
    """Types commands and answers, and keeps what was printed."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.clock = TurnedClock(FIRST_MORNING)
        self.pages: list[str] = []
        self.codes: list[int] = []

    def types(self, command: str, lines: Sequence[str] = ()) -> str:
        """Run a command with lines to answer with; the input ends after them, like Ctrl-D."""
        out, home = io.StringIO(), str(self._home)

        def make_env(settings: Settings) -> Env:
            return Env(
                settings=settings,
                environ={"TPMPREP_HOME": home, "HOME": home, "COLUMNS": "80"},
                clock=self.clock,
                stdin=io.StringIO("".join(f"{line}\n" for line in lines)),
                stdout=out,
                stderr=out,
            )

        self.clock.turn_to(self.clock.now() + timedelta(minutes=1))
        self.codes.append(run(["--plain", *command.split()], make_env))
        page = ID.sub("<id>", out.getvalue())
        self.pages.append(f"$ tpmprep {command}\n{page}")
        return page


def first_evening(home: Path) -> Newcomer:
    """The whole path: inventory, story, check, three lengths, recruiter, the page."""
    me = Newcomer(home)
    for command in ("story", "story program list", "story list", "brief"):
        me.types(command if command != "story" else "guide translate")
    for lines in (PROGRAM_1, PROGRAM_2, PROGRAM_3):
        me.types("story program add", lines)
    me.types("story program list")
    me.types("story add --theme scope-cut --program one-sign-in", STORY_1)
    me.types("story add", STORY_2)
    me.types("story check")
    me.types("story matrix")
    rest = ["5", *NO_SCORES]
    me.types(f"story translate one-sign-in --seed {SEED}", ["6", HEADLINE, "."])
    me.types("drill --resume", [*rest, *DONE])
    me.types(
        f"story translate one-sign-in --seed {SEED}",
        ["6", TOLD, ".", WHO, ".", *rest, *DONE, "stop"],
    )
    me.types("story pitch")
    me.types("story pitch --drill", ["6", SUMMARY, ".", *rest, *DONE])
    me.types("story resume")
    me.types("brief fill risks", ["Deep systems knowledge"])
    me.types("brief fill risks", ["Programs over a year", ""])
    me.types("brief fill level", ["Four teams, one country, 1.2 million", "Ten teams, one region"])
    me.types("brief fill level", ["This role moves payments across nine countries"])
    me.types("brief fill close", ["Few meetings, clear owners", "", "", ""])
    me.types("brief")
    return me


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write("\n".join(first_evening(Path(folder)).pages))
