"""Real interviews through the real command: noted, kept when stopped, ended, held against practice.

The clock is the machine's own here; days are counted from it.
"""

import json
import shlex
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fakes import make_attempt
from inside import tpmprep
from program import data_of, save_one
from tpmprep.adapters.paths import Home
from tpmprep.adapters.store import Store

NEW = "How would you sell a pen to me?"
KNOWN = "How do you escalate without surprising people?"
TODAY = datetime.now(UTC).astimezone().date()
LINES = f"Acme\nonsite\n{NEW}\n{KNOWN}\n\n1 = payments\nnice people\n\nfast talker\n7\n\n"
"""Every answer of the form; the last, empty one means today."""


def day(before: int) -> str:
    """The day so many days ago."""
    return (TODAY - timedelta(days=before)).isoformat()


def rounds(home: Path) -> list[dict[str, Any]]:
    """What was noted, oldest first."""
    files = sorted((home / "data" / "rounds").rglob("*.json"))
    return [json.loads(file.read_text("utf-8")) for file in files]


def noted(home: Path, *flags: str) -> Any:
    """Note a round without prompts; its data."""
    return data_of(tpmprep(home, "brief", "debrief", "--company", "Acme", *flags, "--json"))


def practise(home: Path, before: int, level: int) -> None:
    """An answer so many days ago, at noon, with one level."""
    moment = datetime.now(UTC).replace(hour=12, minute=0) - timedelta(days=before)
    attempt = make_attempt(
        f"{moment:%Y%m%d}-120000-{before:08x}",
        started_at=moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        scores={"ex.control": level},
        quotes={},
    )
    Store(Home(home / "data", home / "state", home / "cache")).save(attempt)


def test_line_by_line(home: Path) -> None:
    """All answers make the record; the new question goes into the area that is named."""
    run = tpmprep(home, "--plain", "brief", "debrief", stdin=f"{LINES}stakeholder\n")
    assert (0, "") == (run.returncode, run.stderr)
    [found] = rounds(home)
    assert ("Acme", "onsite", day(0), 70) == tuple(
        found[key] for key in ("company", "stage", "on", "felt")
    )
    assert ([NEW, KNOWN], "fast talker") == (found["questions"], found["notes"])
    assert [
        {"question": "What programs are currently stuck and why?", "heard": "payments"},
        {"question": "", "heard": "nice people"},
    ] == found["asked"]
    assert f"{NEW} (new, now own/q-01)" in run.stdout
    assert "(gq-12, not practised yet)" in run.stdout
    assert "tpmprep brief outcome passed" in run.stdout
    drill = next(line for line in run.stdout.splitlines() if "drill --question" in line)
    assert "tpmprep drill --question own/q-01" in drill
    entry = data_of(tpmprep(home, "bank", "show", "own/q-01", "--json"))
    assert (NEW, "stakeholder", []) == (entry["prompt"], entry["area"], entry["tracks"])
    assert [] == list((home / "state" / "forms").iterdir())


def test_the_questions_to_the_interviewer_stand_there_with_numbers(home: Path) -> None:
    """The guide's five, then one's own, so that a number is enough."""
    assert 0 == tpmprep(home, "brief", "ask", "--add", "Who left last?").returncode
    run = tpmprep(home, "--plain", "brief", "debrief", stdin="A\n\n\n6 = Ben\n\n\n\n\n")
    assert "  1  What programs are currently stuck and why?" in run.stdout
    assert "  6  Who left last?" in run.stdout
    assert [{"question": "Who left last?", "heard": "Ben"}] == rounds(home)[0]["asked"]


@pytest.mark.parametrize("cut", range(1, LINES.count("\n")))
def test_stopped_half_way(home: Path, cut: int) -> None:
    """Whatever the line after which the input ends: nothing is lost, and the rest is asked."""
    lines = LINES.splitlines(keepends=True)
    run = tpmprep(home, "--plain", "brief", "debrief", stdin="".join(lines[:cut]))
    assert 130 == run.returncode
    assert "Your answers are kept" in run.stderr
    assert "Go on with: tpmprep brief debrief" in run.stderr
    assert [] == rounds(home)
    run = tpmprep(home, "--plain", "brief", "debrief", stdin="".join(lines[cut:]) + "skip\n")
    assert 0 == run.returncode
    assert "Going on where you stopped" in run.stdout
    [found] = rounds(home)
    assert ("Acme", [NEW, KNOWN], 70) == (found["company"], found["questions"], found["felt"])


def test_begun_afresh(home: Path) -> None:
    """What was answered moves to the trash, and all is asked again."""
    tpmprep(home, "--plain", "brief", "debrief", stdin="Acme\n")
    run = tpmprep(home, "--plain", "brief", "debrief", "--fresh", stdin="Beta\n\n\n\n\n\n\n")
    assert (0, "Beta") == (run.returncode, rounds(home)[0]["company"])
    assert 1 == len(list((home / "data" / "trash" / "forms").iterdir()))


def test_a_wrong_day_is_asked_again(home: Path) -> None:
    """At once, and a wrong percent too; the other answers stay, also when one stops there."""
    tomorrow = day(-1)
    given = f"Acme\n\n\n\n\ngood\n{tomorrow}\n"
    run = tpmprep(home, "--plain", "brief", "debrief", stdin=given)
    assert (130, []) == (run.returncode, rounds(home))
    assert 3 == run.stdout.count("How it felt  6 of 7")
    assert "'good' is no percent" in run.stdout
    assert f"'{tomorrow}' is no percent" in run.stdout
    assert "Day  7 of 7" not in run.stdout
    given = f"60%\n{tomorrow}\n1 May\n{day(3)}\n"
    run = tpmprep(home, "--plain", "brief", "debrief", stdin=given)
    assert (0, 3) == (run.returncode, run.stdout.count("Day  7 of 7"))
    assert f"{tomorrow} is still to come" in run.stdout
    assert "'1 May' is no day" in run.stdout
    assert 2 == run.stdout.count(". Once more:\n")
    assert ("Acme", 60, day(3)) == tuple(rounds(home)[0][k] for k in ("company", "felt", "on"))


def test_stopped_at_the_areas(home: Path) -> None:
    """The round is saved by then; the question is named with the command that files it."""
    run = tpmprep(home, "--plain", "brief", "debrief", stdin=LINES)
    assert (0, 1) == (run.returncode, len(rounds(home)))
    assert f"tpmprep bank new --prompt {shlex.quote(NEW)}" in run.stdout


def test_without_prompts(home: Path) -> None:
    """Every flag; new questions are only named; nothing else is printed than the object."""
    save_one(home, question="gq-12")
    save_one(home, question="gq-12")
    data = noted(
        home,
        *("--stage", "phone", "--on", day(1), "--question", NEW, "--question", KNOWN),
        *("--heard", "2=by launches", "--felt", "5", "--notes", "short"),
    )
    assert ("phone", day(1), 5, "short") == tuple(
        data[key] for key in ("stage", "on", "felt", "notes")
    )
    assert "How is success measured for TPMs here?" == data["asked"][0]["question"]
    assert [("", 0, ""), ("gq-12", 2, "")] == [
        (met["known"], met["practised"], met["own"]) for met in data["met"]
    ]
    assert rounds(home) == [json.loads(Path(data["path"]).read_text("utf-8"))]
    assert not (home / "data" / "banks").exists()


def test_a_bank_area_for_all_new_questions(home: Path) -> None:
    """Each gets an id of its own, is drilled at once, and is known the next time."""
    other = "Tell me about a customer whom you told no."
    data = noted(home, "--question", NEW, "--question", other, "--bank-area", "case")
    assert ["own/q-01", "own/q-02"] == [met["own"] for met in data["met"]]
    kinds = [
        data_of(tpmprep(home, "bank", "show", f"own/q-0{n}", "--json"))["kind"] for n in (1, 2)
    ]
    assert ["hypothetical", "past"] == kinds
    save_one(home, question="own/q-01")
    again = noted(home, "--question", NEW.lower(), "--bank-area", "case")
    assert [("own/q-01", 1, "")] == [
        (met["known"], met["practised"], met["own"]) for met in again["met"]
    ]


def test_a_broken_file_of_ones_own_costs_nothing(home: Path) -> None:
    """The round is saved; the question stays named, and the trouble is told."""
    broken = home / "data" / "banks" / "own" / "case.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("- id: [\n", "utf-8")
    args = ("brief", "debrief", "--company", "Acme", "--question", NEW, "--bank-area", "case")
    run = tpmprep(home, *args)
    assert (0, 1) == (run.returncode, len(rounds(home)))
    assert "a question could not be put into your bank" in run.stderr
    assert "tpmprep bank new --prompt" in run.stdout
    assert "- id: [\n" == broken.read_text("utf-8")


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--no-input", "brief", "debrief"), "--company"),
        (("brief", "debrief", "--json"), "--company"),
        (("brief", "debrief", "--stage", "phone"), "--company"),
        (("brief", "debrief"), "--company"),
        (("brief", "debrief", "--company", "A", "--felt", "120"), "--felt"),
        (("brief", "debrief", "--company", "A", "--on", day(-2)), "--on"),
        (("brief", "debrief", "--company", "A", "--on", "soon"), "--on"),
        (("brief", "debrief", "--company", "A", "--bank-area", "cases"), "area"),
        (("brief", "debrief", "--list", "--company", "A"), "--list"),
        (("brief", "outcome"), "passed, failed or open"),
        (("brief", "outcome", "won"), "outcome"),
        (("brief", "outcome", "passed"), "no round was noted yet"),
    ],
)
def test_refused(home: Path, flags: tuple[str, ...], words: str) -> None:
    """Usage, in words that name the flag; nothing is written."""
    run = tpmprep(home, *flags)
    assert (2, "") == (run.returncode, run.stdout)
    assert words in run.stderr
    assert [] == rounds(home)


def test_outcomes(home: Path) -> None:
    """The only open round needs no name; of several the beginning of an id is enough."""
    first = noted(home, "--on", day(2))["id"]
    ended = data_of(tpmprep(home, "brief", "outcome", "passed", "--json"))
    assert (first, "passed") == (ended["round"], ended["result"])
    assert {"id", "round", "result", "at", "schema", "path"} == set(ended)
    run = tpmprep(home, "brief", "outcome", "failed")
    assert 2 == run.returncode
    assert "every round has its outcome" in run.stderr
    again = tpmprep(home, "brief", "outcome", first[:-1], "open")
    assert (0, True) == (again.returncode, "is open again" in again.stdout)
    second = noted(home)["id"]
    run = tpmprep(home, "brief", "outcome", "failed")
    assert 2 == run.returncode
    assert {first, second} <= set(run.stderr.split())
    assert 66 == tpmprep(home, "brief", "outcome", "1999", "failed").returncode
    assert 66 == tpmprep(home, "brief", "outcome", "2", "failed").returncode
    assert 0 == tpmprep(home, "brief", "outcome", second, "failed").returncode
    listed = data_of(tpmprep(home, "brief", "debrief", "--list", "--json"))
    assert [(second, "failed"), (first, "open")] == [(row["id"], row["outcome"]) for row in listed]


def test_the_list_and_one_of_it(home: Path) -> None:
    """Empty teaches; then a line each, and one in full."""
    assert "tpmprep brief debrief" in tpmprep(home, "brief", "debrief", "--list").stdout
    data = noted(home, "--question", NEW, "--stage", "onsite")
    assert "Acme, onsite" in tpmprep(home, "brief", "debrief", "--list").stdout
    page = tpmprep(home, "brief", "debrief", "--show", data["id"][:10]).stdout
    assert NEW in page
    assert "Acme, onsite" in page
    whole = tpmprep(home, "brief", "debrief", "--show", data["id"], "--json")
    assert "tpmprep.brief.round/1" == json.loads(whole.stdout)["schema"]


def test_review_says_what_the_outcomes_say(home: Path) -> None:
    """Nothing without a round, too early under three, then the pairs; the list stays a list."""
    for before, level in ((40, 2), (20, 3), (1, 4)):
        practise(home, before, level)
    assert "Real rounds" not in tpmprep(home, "review").stdout
    for before, result in ((40, "failed"), (20, "passed"), (0, "passed")):
        name = noted(home, "--on", day(before))["id"]
        assert "too early" in squeezed(tpmprep(home, "review").stdout)
        assert 0 == tpmprep(home, "brief", "outcome", name, result).returncode
    told = "practice scores may tell passes from fails: higher before the pass in 2 of 2 pairs"
    for arguments in (("review",), ("review", "--calibration")):
        assert told in squeezed(tpmprep(home, *arguments).stdout)
    assert "Real rounds" not in tpmprep(home, "review", "--area", "execution", "--last", "1").stdout
    assert 3 == len(data_of(tpmprep(home, "review", "--json")))
    found = data_of(tpmprep(home, "review", "--calibration", "--json"))["rounds"]
    assert {"higher": 2.0, "pairs": 2, "chance": pytest.approx(1 / 3)} == found["practice"]
    assert (3, 2, 1, 0) == tuple(found[k] for k in ("rounds", "passed", "failed", "open"))


def test_damage_is_a_warning(home: Path) -> None:
    """A file that cannot be read is told and left; everything else works."""
    path = Path(noted(home)["path"])
    path.write_bytes(b"{")
    noted(home, "--on", day(1))
    for arguments in (("review",), ("brief", "debrief", "--list"), ("brief", "outcome", "passed")):
        run = tpmprep(home, *arguments)
        assert 0 == run.returncode
        assert f"warning: {path} could not be read" in run.stderr
    assert b"{" == path.read_bytes()


def squeezed(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())
