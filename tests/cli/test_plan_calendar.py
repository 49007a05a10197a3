"""`tpmprep plan ics` from outside: the file, what is refused, a second export, hostile words."""

import io
import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]

from fakes import FakeClock
from program import data_of, tpmprep
from tpmprep.adapters.calendar import PRODUCT
from tpmprep.cli.app import run
from tpmprep.cli.env import Env

GOOD = (Path(__file__).parents[1] / "data" / "bank" / "good.yaml").read_text("utf-8")
STORY = "I decided to cut the tablet client, and tickets fell from 900 to 310 a week."
DAY_S = 24 * 3600.0


class Desk:
    """The program in this process, on a day that we choose, in Berlin."""

    def __init__(self, home: Path) -> None:
        self.clock = FakeClock()
        self.file = home.parent / "practice.ics"
        self.code, self.err = 0, ""
        self._environ = {"TPMPREP_HOME": str(home), "TZ": "Europe/Berlin"}

    def types(self, *arguments: str, stdin: str = "") -> str:
        """What a command prints; its exit code and its errors are kept."""
        out, err = io.StringIO(), io.StringIO()
        self.code = run(
            [*arguments],
            lambda settings: Env(
                settings, self._environ, self.clock, io.StringIO(stdin), stdout=out, stderr=err
            ),
        )
        self.err = err.getvalue()
        return out.getvalue()

    def exports(self, *flags: str) -> dict[str, Any]:
        """The entries of the file by their ids, after an export."""
        self.types("plan", "ics", str(self.file), *flags)
        assert (0, "") == (self.code, self.err)
        calendar = vobject.readOne(self.file.read_text("utf-8"))
        return {str(event.uid.value): event for event in calendar.vevent_list}


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with a plan of ten days."""
    made = Desk(home)
    made.types("plan", "--days", "10")
    return made


def test_the_file_says_what_to_do_each_day(desk: Desk) -> None:
    """An entry a day at the usual time, with the commands of the plan, and the interview."""
    made = desk.exports()
    today = json.loads(desk.types("plan", "today", "--json"))["data"]
    practice = [event for uid, event in made.items() if uid.startswith("practice-")]
    assert (10, 11) == (len(practice), len(made))
    first = practice[0]
    assert "Interview practice: inventory" == first.summary.value
    assert datetime(2026, 11, 24, 18) == first.dtstart.value.replace(tzinfo=None)  # noqa: DTZ001
    assert all(task["command"] in first.description.value for task in today["tasks"])
    assert all(drill["question"] in first.description.value for drill in today["drills"])
    prompt = json.loads(desk.types("bank", "show", today["drills"][0]["question"], "--json"))
    assert prompt["data"]["prompt"] in first.description.value
    assert "valarm" not in first.contents
    (interview,) = (event for uid, event in made.items() if uid.startswith("interview-"))
    assert "2026-12-04" == interview.dtstart.value.isoformat()


@pytest.mark.parametrize(("given", "hour"), [("19:30", (19, 30)), ("9:05", (9, 5))])
def test_the_time_and_the_reminder(desk: Desk, given: str, hour: tuple[int, int]) -> None:
    """As asked for; the day of the interview reminds of nothing."""
    made = desk.exports("--at", given, "--alarm", "10")
    for uid, event in made.items():
        assert ("valarm" in event.contents) is uid.startswith("practice-")
        if uid.startswith("practice-"):
            assert hour == (event.dtstart.value.hour, event.dtstart.value.minute)
            assert -600 == event.valarm.trigger.value.total_seconds()


def test_what_is_printed(desk: Desk) -> None:
    """Where it was written, how many entries, in which zone; the same as JSON."""
    out = " ".join(desk.types("plan", "ics", str(desk.file)).split())
    assert f"Written: {desk.file}" in out
    assert "11 entries, times in Europe/Berlin." in out
    document = json.loads(desk.types("plan", "ics", str(desk.file), "--json"))
    assert "tpmprep.plan.ics/1" == document["schema"]
    expected = {"path": str(desk.file), "events": 11, "zone": "Europe/Berlin"}
    assert expected == document["data"]


def test_a_later_export_changes_entries_and_doubles_none(desk: Desk) -> None:
    """The ids are those of the days; what changed since has a higher number."""
    before = desk.exports()
    for question in ("gq-01", "gq-13"):
        desk.types("drill", "--question", question, "--answer", "-", stdin=STORY)
    desk.types("plan", "--minutes", "30")
    desk.clock.advance(DAY_S)
    after = desk.exports("--at", "20:00")
    assert set(after) == set(before) - {next(iter(before))}
    for uid, event in after.items():
        assert int(event.sequence.value) > int(before[uid].sequence.value)
    practice = [uid for uid in after if uid.startswith("practice-")]
    assert any(after[uid].description != before[uid].description for uid in practice)


def test_a_new_plan_has_entries_of_its_own(desk: Desk) -> None:
    """A plan that was ended and begun anew is another one; a moved interview is not."""
    before = set(desk.exports())
    desk.types("plan", "--days", "9")
    assert len(before & set(desk.exports())) >= 9
    desk.types("plan", "reset")
    desk.types("plan", "--days", "10")
    assert not before & set(desk.exports())


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--at", "soon"), "--at takes a time of day such as 18:30, not 'soon'"),
        (("--at", "25:00"), "--at takes a time of day such as 18:30, not '25:00'"),
        (("--at", ""), "--at takes a time of day such as 18:30, not ''"),
        (("--alarm", "-1"), "--alarm takes a whole number from 0 to 10080, not '-1'"),
        (("--alarm", "10081"), "--alarm takes a whole number from 0 to 10080, not '10081'"),
        (("--alarm", "ten"), "--alarm takes a whole number from 0 to 10080, not 'ten'"),
    ],
)
def test_a_wrong_time_is_told(desk: Desk, flags: tuple[str, ...], words: str) -> None:
    """With the name of the flag; nothing is written."""
    assert "" == desk.types("plan", "ics", str(desk.file), *flags)
    assert (2, f"error: {words}\n") == (desk.code, desk.err)
    assert not desk.file.exists()


@pytest.mark.parametrize("theirs", [b"", b"BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\n", b"\xff"])
def test_a_file_of_somebody_else_is_left(desk: Desk, theirs: bytes) -> None:
    """Only a calendar of ours is written over."""
    desk.file.write_bytes(theirs)
    assert "" == desk.types("plan", "ics", str(desk.file))
    assert 73 == desk.code
    assert "is there already and is not from tpmprep" in desk.err
    assert theirs == desk.file.read_bytes()
    desk.file.write_bytes(f"PRODID:{PRODUCT}\r\n".encode())
    assert 11 == len(desk.exports())


def test_places_where_no_file_can_be(desk: Desk, home: Path) -> None:
    """A folder that is not there, and a folder in place of the file: 73 in words."""
    for place, words in ((home / "gone" / "a.ics", "there is no folder"), (home, "could not")):
        assert "" == desk.types("plan", "ics", str(place))
        assert 73 == desk.code
        assert words in desk.err
    assert not (home / "gone").exists()


def test_without_a_plan_there_is_nothing_to_export(home: Path) -> None:
    """It says how to make one."""
    desk = Desk(home)
    assert "" == desk.types("plan", "ics", str(desk.file))
    assert (2, True) == (desk.code, "there is no plan yet" in desk.err)
    assert not desk.file.exists()


def test_hostile_text_is_clean_in_the_calendar(desk: Desk, home: Path) -> None:
    """Whatever stands in the plan's file: shown as words, and no line of the format."""
    path = home / "data" / "plan.json"
    document = json.loads(path.read_text("utf-8"))
    bad = "\x1b[2J\x07\r\nEND:VEVENT\r\nX-BAD:1"
    document["interviews"][0] |= {"loop": bad, "stage": bad}
    path.write_text(json.dumps({**document, "key": bad, "track": bad}), "utf-8")
    made = desk.exports()
    text = desk.file.read_bytes().decode("utf-8").replace("\r\n ", "").replace("\r\n", "\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert 11 == len(made) == text.count("\nEND:VEVENT")
    assert "\nX-BAD" not in text
    assert "<U+001B>[2J<U+0007>" in text


def test_a_pack_cannot_speak_through_the_plan(desk: Desk, home: Path) -> None:
    """Markup of a question is text, in the plan and in the calendar; escapes are refused."""
    prompt = "[bold]Half[/bold] of a release; is :smile: late: \\n BEGIN:VALARM?"
    found = re.compile(r"prompt: >-\n    .*\n    .*\n")
    text = found.sub(lambda _: f"prompt: '{prompt}'\n", GOOD, count=1)
    put(home, "kind", text)
    put(home, "wrong", text.replace("q-01", "q-07").replace("Half", "\x1b[2JHalf"))
    flags = ("--question", "kind/q-01", "--answer", "-", "--score", "ex.scope=1")
    desk.types("drill", *flags, stdin=STORY)
    desk.clock.advance(8 * DAY_S)
    pages = desk.types("plan", "--minutes", "300") + desk.types("plan", "today")
    assert (0, True) == (desk.code, "warning: " in desk.err)
    assert not {"\x1b", "\x07"} & set(pages + desk.err)
    assert "\n      [bold]Half[/bold] of a release; is :smile: late" in pages
    desk.types("plan", "ics", str(desk.file))
    calendar = vobject.readOne(desk.file.read_text("utf-8"))
    assert any(prompt in event.description.value for event in calendar.vevent_list)
    assert not any("valarm" in event.contents for event in calendar.vevent_list)
    assert "\x1b" not in desk.file.read_text("utf-8")


def test_hostile_words_in_the_plan_are_shown(desk: Desk, home: Path) -> None:
    """On every page; an unknown loop counts as the usual one."""
    path = home / "data" / "plan.json"
    document = json.loads(path.read_text("utf-8"))
    bad = "\x1b[31mred\x07\u202e[bold]"
    document["interviews"].insert(0, {"date": "2026-11-26", "loop": bad, "stage": bad})
    path.write_text(json.dumps({**document, "track": bad, "key": bad, "done": {bad: bad}}), "utf-8")
    pages = desk.types("plan") + desk.types("plan", "--json") + desk.types()
    assert "interview: <U+001B>[31mred<U+0007><U+202E>[bold]" in pages
    assert not {"\x1b", "\x07", "\u202e"} & set(pages)
    desk.clock.advance(2 * DAY_S)
    assert "Good luck." in desk.types("plan", "today")


def test_a_damaged_plan_stops_nobody(desk: Desk, home: Path) -> None:
    """The plan says what is wrong; one can still practise, and is told; the file stays."""
    path = home / "data" / "plan.json"
    path.write_text("{", "utf-8")
    for command in (("plan",), ("plan", "today"), ("plan", "--days", "3"), ("plan", "reset")):
        assert ("", 65) == (desk.types(*command), desk.code)
        assert "is not a plan" in desk.err
    assert "No attempts yet." in desk.types()
    assert (0, True) == (desk.code, "is not a plan: it is not complete JSON" in desk.err)
    assert "From your plan" not in desk.types("--plain", "drill", stdin="q\n")
    assert 0 == desk.code
    assert "{" == path.read_text("utf-8")


def put(home: Path, name: str, text: str) -> None:
    """A pack of one file, as if it had been installed."""
    folder = home / "data" / "banks" / name
    folder.mkdir(parents=True)
    (folder / "questions.yaml").write_text(text, "utf-8")


def test_the_installed_program_writes_it(home: Path, tmp_path: Path) -> None:
    """In the zone of TZ, with the rules of the zone in it."""
    file = tmp_path / "a.ics"
    zone = {"TZ": "America/New_York"}
    assert 0 == tpmprep(home, "plan", "--days", "2", **zone).returncode
    data = data_of(tpmprep(home, "plan", "ics", str(file), "--json", **zone))
    assert ("America/New_York", 3) == (data["zone"], data["events"])
    assert "TZID:America/New_York" in file.read_text("utf-8")
