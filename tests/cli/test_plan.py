"""`tpmprep plan` from outside: what is stored, shown and refused, and the drills of the plan."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from fakes import FakeClock
from program import tpmprep
from tpmprep.cli.app import run
from tpmprep.cli.env import Env
from tpmprep.domain.formats import FORMATS

STORY = "I decided to cut the tablet client, and tickets fell from 900 to 310 a week."
VAGUE = "We worked with all the teams and kept everybody aligned, and it went well."
DAY_S = 24 * 3600.0
REST = ["2026-11-25", "2026-11-26"]
PHONE = {"date": "2026-11-27", "loop": "amazon", "stage": "phone"}
ADD_PHONE = ("2026-11-27", "--loop", "amazon", "--stage", "phone")


class Tty(io.StringIO):
    """A terminal that shows any sign."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """It is one."""
        return True


class Desk:
    """The program in this process, on a day that we choose: a Tuesday, at first."""

    def __init__(self, home: Path) -> None:
        self.home, self.clock = home, FakeClock()
        self.code, self.err = 0, ""

    def types(self, *arguments: str, stdin: str = "", out: io.StringIO | None = None) -> str:
        """What a command prints; its exit code and its errors are kept."""
        out, err = out or io.StringIO(), io.StringIO()
        environ = {"TPMPREP_HOME": str(self.home)}
        stream = io.StringIO(stdin)
        self.code = run(
            [*arguments],
            lambda settings: Env(settings, environ, self.clock, stream, stdout=out, stderr=err),
        )
        self.err = err.getvalue()
        return out.getvalue()

    def data(self, *arguments: str) -> Any:
        """What a --json command prints."""
        document = json.loads(self.types(*arguments, "--json"))
        assert (0, "", []) == (self.code, self.err, document["warnings"])
        return document["data"]

    def goes_on(self, days: int = 1) -> None:
        """Let days pass."""
        self.clock.advance(days * DAY_S)

    @property
    def stored(self) -> Any:
        """The plan as it is on disk."""
        return json.loads((self.home / "data" / "plan.json").read_text("utf-8"))


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk without a plan."""
    return Desk(home)


@pytest.mark.parametrize(
    ("flags", "stored", "shown"),
    [
        ("", {"minutes": 45, "weekdays": {}, "rest": []}, "3 days - 45 minutes a day\n"),
        ("--minutes 30", {"minutes": 30}, "30 minutes a day\n"),
        ("--minutes sat=90", {"minutes": 45, "weekdays": {"5": 90}}, "45 minutes a day, sat 90"),
        ("--minutes 30,Saturday=90,sun=0", {"weekdays": {"5": 90, "6": 0}}, "day, sat 90, sun 0"),
        ("--minutes wed=0 --minutes 60 --minutes thu=20", {"minutes": 60}, "day, wed 0, thu 20"),
        ("--minutes wed=0", {"weekdays": {"2": 0}}, "Day 2  Wed 25 Nov  rest"),
        ("--rest 2026-11-26 --rest 2026-11-25", {"rest": REST}, "Day 3  Thu 26 Nov  rest"),
        ("--loop amazon --stage phone", {"interviews": [PHONE]}, "Interview Fri 27 Nov"),
        ("--track data", {"track": "data"}, "Interview Fri 27 Nov"),
    ],
    ids=str,
)
def test_what_is_asked_for_is_stored_and_shown(
    desk: Desk, flags: str, stored: dict[str, Any], shown: str
) -> None:
    """By both ways to name the day, and again when it is only looked at."""
    for day in (("--days", "3"), ("--date", "2026-11-27")):
        assert shown in desk.types("plan", *day, *flags.split())
        assert stored.items() <= desk.stored.items()
        assert "2026-11-27" == desk.stored["interviews"][0]["date"]
        assert shown in desk.types("plan")


def test_changes_add_up(desk: Desk) -> None:
    """Weekdays and days of rest are added, minutes of every day leave them, none ends all rest."""
    desk.types("plan", "--days", "9", "--minutes", "sat=90", "--rest", "2026-11-26")
    desk.types("plan", "--minutes", "sun=0", "--rest", "2026-11-27", "--loop", "meta")
    assert ({"5": 90, "6": 0}, 2) == (desk.stored["weekdays"], len(desk.stored["rest"]))
    desk.types("plan", "--minutes", "50", "--rest", "none")
    assert ({"5": 90, "6": 0}, []) == (desk.stored["weekdays"], desk.stored["rest"])
    desk.types("plan", "done", "close.calibration")
    desk.types("plan", "--days", "5")
    kept, (interview,) = desk.stored, desk.stored["interviews"]
    assert (50, "meta", "2026-11-29") == (kept["minutes"], interview["loop"], interview["date"])
    assert {"close.calibration": "2026-11-24"} == kept["done"]


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("--days 0", 2, "--days takes a whole number from 1 to 60, not '0'"),
        ("--date 2026-11-24", 2, "--date takes a day from 2026-11-25 to 2027-01-23"),
        ("--date soon --days 3", 2, "give one of them"),
        ("--minutes 9", 2, "--minutes takes a whole number from 10 to 600, not '9'"),
        ("--minutes 45,", 2, "--minutes takes a whole number"),
        ("--minutes sat=5", 2, "--minutes sat takes 0 or 10 to 600 minutes"),
        ("--minutes sut=50", 2, "there is no weekday 'sut'. Did you mean 'sun'?"),
        ("--rest 2026-11-23", 2, "--rest takes a day from 2026-11-24 on, or none"),
        ("--rest tomorrow", 2, "--rest takes a day from 2026-11-24 on, or none"),
        ("--loop amzon", 2, "there is no loop 'amzon'. Did you mean 'amazon'?"),
        ("--loop amazon --stage phne", 66, "there is no stage 'phne'. Did you mean phone?"),
        ("--track moble", 2, "there is no track 'moble'. Did you mean 'mobile'?"),
        ("add 2026-11-24", 2, "takes a day from 2026-11-25 to 2027-01-23"),
        ("add 2026-12-20 --loop amzon", 2, "Did you mean 'amazon'?"),
        ("drop 2026-12-03", 66, "there is no interview '2026-12-03'. Did you mean 2026-12-04"),
        ("drop 2026-12-04", 2, "it is the only interview of the plan"),
        ("done inventory.largst", 66, "Did you mean inventory.largest"),
    ],
)
def test_what_makes_no_sense_is_told(desk: Desk, command: str, code: int, words: str) -> None:
    """In one line that names the flag or what is near; the plan stays byte for byte."""
    desk.types("plan", "--days", "10")
    before = desk.stored
    assert "" == desk.types("plan", *command.split())
    assert (code, before) == (desk.code, desk.stored)
    first = desk.err.splitlines()[0]
    assert first.startswith("error: ")
    assert words in first


def test_several_interviews(desk: Desk) -> None:
    """Added, shown, changed by adding again on the same day, and dropped."""
    desk.types("plan", "--days", "10")
    out = desk.types("plan", "add", "2026-11-30", "--loop", "amazon", "--stage", "phone")
    assert "Next of 2 interviews Mon 30 Nov: amazon, phone - 6 days" in out
    assert "Day 7  Mon 30 Nov  interview: amazon, phone" in out
    for flags in ("--days 5", "--loop meta", "--stage screen"):
        assert ("", 2) == (desk.types("plan", *flags.split()), desk.code)
        assert "say which one" in desk.err
        assert "tpmprep plan add DATE, tpmprep plan drop DATE" in desk.err
    assert "30 minutes a day" in desk.types("plan", "--minutes", "30")
    changed = desk.data("plan", "add", "2026-11-30", "--loop", "meta")
    assert [("2026-11-30", "meta", ""), ("2026-12-04", "", "")] == [
        (one["date"], one["loop"], one["stage"]) for one in changed["interviews"]
    ]
    left = desk.data("plan", "drop", "2026-12-04")
    assert (["2026-11-30"], 6) == ([one["date"] for one in left["interviews"]], len(left["days"]))


def test_the_first_interview_by_add(desk: Desk) -> None:
    """It makes the plan; after it is over, add makes a new one."""
    assert [PHONE] == desk.data("plan", "add", *ADD_PHONE)["interviews"]
    desk.goes_on(5)
    (interview,) = desk.data("plan", "add", "2026-12-02")["interviews"]
    assert ("2026-12-02", "") == (interview["date"], interview["loop"])


def test_reset_keeps_the_answers(desk: Desk) -> None:
    """The plan is in the trash, and can be told where; what was answered stays."""
    desk.types("plan", "--days", "3")
    desk.types("drill", "--question", "gq-03", "--answer", "-", stdin=STORY)
    before = desk.stored
    place = Path(desk.data("plan", "reset")["path"])
    assert desk.home / "data" / "trash" == place.parent
    assert before == json.loads(place.read_text("utf-8"))
    assert 1 == len(desk.data("review"))
    assert ("", 2) == (desk.types("plan", "reset"), desk.code)


def test_a_tick(desk: Desk) -> None:
    """By hand, and it stays ticked."""
    desk.types("plan", "--days", "10")
    assert desk.data("plan", "done", "inventory.headline")["done"]
    assert "yes Your best program in one 30-second headline" in desk.types("plan", "today")
    desk.goes_on()
    tasks = {task["id"]: task["done"] for day in desk.data("plan")["days"] for task in day["tasks"]}
    assert [True, False] == [tasks["inventory.headline"], tasks["inventory.largest"]]


def test_today_is_a_day_of_the_plan(desk: Desk) -> None:
    """The same as in the whole plan: practice, rest, an interview; after the last there is none."""
    desk.types("plan", "--days", "3", "--rest", "2026-11-25")
    desk.types("plan", "add", "2026-11-26", "--loop", "meta")
    kinds = {"inventory": "0 of 45 minutes done", "rest": "day of rest", "interview": "Good luck."}
    for number, (stage, words) in enumerate(kinds.items()):
        day = desk.data("plan", "today")
        assert desk.data("plan")["days"][number] == day
        assert (number + 1, True) == (day["day"], day["stage"].startswith(stage))
        assert words in desk.types("plan", "today")
        desk.goes_on()
    assert "Good luck." in desk.types("plan")
    assert "The interview is today. Good luck." in desk.types()
    desk.goes_on()
    assert ("", 66) == (desk.types("plan", "today"), desk.code)
    assert "A new plan: tpmprep plan --days N" in desk.err
    assert "- over -" in desk.types("plan")


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("out", [io.StringIO, Tty], ids=["piped", "terminal"])
def test_every_kind_of_day_fits(
    desk: Desk, columns: int, out: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Done, partly, free, today, ahead, rest and interview: in words, none too long."""
    monkeypatch.setenv("COLUMNS", str(columns))
    desk.types("plan", "--days", "9", "--minutes", "10", "--rest", "2026-11-29")
    desk.types("plan", "add", "2026-11-30", "--loop", "amazon", "--stage", "phone")
    for question in ("gq-01", "own-program"):
        desk.types("drill", "--question", question, "--answer", "-", stdin=STORY)
    desk.goes_on()
    desk.types("drill", "--question", "gq-03", "--answer", "-", stdin=STORY)
    desk.goes_on(2)
    page = desk.types("--no-color", "plan", out=out())
    lines = page.splitlines()
    expected = ["done", "partly", "free", "today", "ahead", "rest", "interview: amazon, phone"]
    days = [line for line in lines if line.startswith("Day ")]
    assert all(word in line for word, line in zip(expected, days, strict=False))
    for command in ((), ("plan", "today")):
        lines += desk.types("--no-color", *command, out=out()).splitlines()
    assert [] == [line for line in lines if cell_len(line) > columns]
    assert ("█" in page) is (out is Tty)


def test_plain_is_what_a_pipe_gets(home: Path) -> None:
    """Line by line, in the installed program."""
    made = tpmprep(home, "plan", "--days", "3", FORCE_COLOR="1")
    assert (0, "") == (made.returncode, made.stderr)
    for flags, term in ((["--plain"], "xterm-256color"), ([], "dumb")):
        assert made.stdout == tpmprep(home, *flags, "plan", TERM=term).stdout


def test_a_story_without_a_number_is_told_again(desk: Desk) -> None:
    """The task says what is lacking until an answer has a number and a decision."""
    desk.types("plan", "--days", "10")
    desk.goes_on(2)
    assert "told already" not in desk.types("plan", "today")
    told = {
        VAGUE: "told already, with no number and no decision in it yet",
        "I decided to cut the tablet client.": "told already, with no number in it yet",
        STORY: "yes Story: from ambiguous idea to launch",
    }
    for answer, words in told.items():
        desk.clock.advance(600)
        desk.types("drill", "--question", "gq-01", "--answer", "-", stdin=answer)
        assert words in desk.types("plan", "today")
    assert "told already" not in desk.types("plan", "today")


@pytest.mark.parametrize(
    "flags", ["--area case", "--format 2min", "--question gq-04", "--track data", "--seed 3"]
)
def test_a_drill_of_ones_own_is_not_from_the_plan(desk: Desk, flags: str) -> None:
    """What is asked for is what comes."""
    desk.types("plan", "--days", "10")
    assert "From your plan" not in desk.types("--plain", "drill", *flags.split(), stdin="q\n")
    assert 0 == desk.code


def test_a_bare_drill_takes_the_next_of_the_plan(desk: Desk) -> None:
    """Each task and drill of the day in turn, with its reason; the end says how to go on."""
    assert "From your plan" not in desk.types("--plain", "drill", stdin="q\n")
    desk.types("plan", "--days", "10", "--minutes", "20")
    while step := next_of(desk.data("plan", "today")):
        why, fmt = step
        parts = 1 + FORMATS[fmt].follow_ups
        typed = "6\n" + f"{STORY}\n.\n" * parts + "5\n" + "1\n3\n" * 12
        out = desk.types("--plain", "drill", stdin=typed)
        desk.clock.advance(600)
        said = " ".join(out.partition(" · ")[0].split())
        assert (True, True) == (said.startswith("From your plan: "), why in said)
        assert fmt == desk.data("review")[0]["format"]
        more = "drill" if next_of(desk.data("plan", "today")) else "drill --question"
        assert f"Now         tpmprep {more}" in out
    assert "From your plan" not in desk.types("--plain", "drill", stdin="q\n")


def next_of(day: Any) -> tuple[str, str] | None:
    """The reason and the format of what comes next on a day."""
    tasks = [task for task in day["tasks"] if not task["done"]]
    steps = [(task["title"], task["command"].partition("--format ")[2]) for task in tasks]
    steps += [(drill["why"], drill["format"]) for drill in day["drills"]]
    return steps[0] if steps else None
