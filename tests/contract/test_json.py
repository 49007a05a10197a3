"""The keys of --json are a contract: scripts read them."""

import json
import stat
import sys
from pathlib import Path

import pytest

from program import ANSWER, data_of, save_one, tpmprep

ATTEMPT_KEYS = {
    "schema",
    "id",
    "app",
    "started_at",
    "utc_offset_min",
    "question",
    "format",
    "mode",
    "limit_s",
    "elapsed_s",
    "overtime_s",
    "think_s",
    "pauses",
    "answer",
    "segments",
    "seed",
    "pace",
    "predicted_pass",
    "felt_pass",
    "scores",
    "quotes",
    "unsupported",
    "signals",
    "red_flags",
    "next_change",
    "sitting",
    "redirects",
    "assumptions",
    "program",
}
FLAGS = (
    "--elapsed",
    "131.4",
    "--predict",
    "60",
    "--score",
    "ex.control=3",
    "--score",
    "dl.concision=2",
    "--quote",
    "ex.control=a threshold and an owner",
    "--next",
    "Open with the claim.",
)


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        ((), "tpmprep.start/1"),
        (("review",), "tpmprep.review/1"),
        (("review", "--trend"), "tpmprep.review.trend/1"),
        (("plan", "--days", "10"), "tpmprep.plan/1"),
        (("bank", "list"), "tpmprep.bank.list/1"),
        (("bank", "show", "gq-01"), "tpmprep.bank.show/1"),
        (("bank", "search", "passkeys"), "tpmprep.bank.search/1"),
        (("bank", "check"), "tpmprep.bank.check/1"),
        (("bank", "schema"), "tpmprep.bank.schema/1"),
    ],
)
def test_the_envelope(home: Path, arguments: tuple[str, ...], schema: str) -> None:
    """One object with schema, data and warnings, and nothing else."""
    result = tpmprep(home, *arguments, "--json")
    document = json.loads(result.stdout)
    assert {"schema", "data", "warnings"} == set(document)
    assert schema == document["schema"]
    assert [] == document["warnings"]
    assert "" == result.stderr


def test_a_saved_attempt(home: Path) -> None:
    """What is printed is what is on disk, with the values of the flags."""
    printed = save_one(home, *FLAGS)
    (path,) = home.glob("data/attempts/*/*.json")
    stored = json.loads(path.read_text("utf-8"))
    assert ATTEMPT_KEYS == set(stored)
    assert ATTEMPT_KEYS | {"score", "path"} == set(printed)
    assert stored == {key: printed[key] for key in ATTEMPT_KEYS}
    assert (131.4, 11.4, 120.0) == (stored["elapsed_s"], stored["overtime_s"], stored["limit_s"])
    assert {"ex.control": 3, "dl.concision": 2} == stored["scores"]
    assert {"ex.control": ["a threshold and an owner"]} == stored["quotes"]
    assert ["dl.concision"] == stored["unsupported"]
    assert (60, ANSWER, 1) == (stored["predicted_pass"], stored["answer"], stored["schema"])
    assert path.stem == stored["id"]
    assert f"{path.stem[:4]}-{path.stem[4:6]}" == path.parent.name


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean little there")
def test_files_are_private(home: Path) -> None:
    """Folders 0700, files 0600."""
    save_one(home)
    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in [home, *home.rglob("*")]
    }
    assert {(True, 0o700), (False, 0o600)} == modes


def test_an_attempt_in_review(home: Path) -> None:
    """`review ID` prints the attempt; unknown keys of its file survive."""
    saved = save_one(home, *FLAGS)
    path = Path(saved["path"])
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "mood": "calm"}), "utf-8")
    shown = data_of(tpmprep(home, "review", saved["id"], "--json"))
    assert set(shown) >= ATTEMPT_KEYS
    assert ("calm", ANSWER, 2.5) == (shown["mood"], shown["answer"], shown["score"])


def test_review_rows(home: Path) -> None:
    """Newest first; score is the mean of the levels or null, change against the last one."""
    save_one(home, "--score", "ex.control=2")
    save_one(home)
    save_one(home, "--score", "ex.control=4", "--elapsed", "90")
    rows = data_of(tpmprep(home, "review", "--json"))
    keys = {"id", "started_at", "question", "area", "format", "elapsed_s", "limit_s"}
    assert all(set(row) >= keys | {"score", "change"} for row in rows)
    assert [4.0, None, 2.0] == [row["score"] for row in rows]
    assert [2.0, None, None] == [row["change"] for row in rows]
    assert ("gq-03", "execution", "2min", 90.0, 120.0) == tuple(
        rows[0][key] for key in ("question", "area", "format", "elapsed_s", "limit_s")
    )


def test_plan_keys(home: Path) -> None:
    """Dated days with tasks that name commands and drills that name questions."""
    plan = data_of(tpmprep(home, "plan", "--days", "10", "--json"))
    assert {"interview", "interviews", "days", "minutes", "weekdays", "capacity"} == set(plan)
    assert {"minutes_left", "questions", "left_out", "tasks_left"} == set(plan["capacity"])
    (interview,) = plan["interviews"]
    assert {"date": plan["interview"], "loop": "", "stage": ""} == interview
    assert list(range(1, 11)) == [day["day"] for day in plan["days"]]
    keys = {"date", "day", "stage", "minutes", "minutes_done", "tasks", "drills", "drills_done"}
    task_keys = {"id", "title", "command", "done", "short", "minutes", "lacks", "drill"}
    for day in plan["days"]:
        assert keys | {"interview"} == set(day)
        assert all(task_keys == set(task) for task in day["tasks"])
        drill_keys = {"question", "format", "minutes", "why", "area"}
        assert all(drill_keys == set(drill) for drill in day["drills"])
    stages = [day["stage"] for day in plan["days"]]
    five = ("inventory", "stories", "cases", "fundamentals", "close")
    assert [stage for stage in five for _ in range(2)] == stages
    today = data_of(tpmprep(home, "plan", "today", "--json"))
    assert plan["days"][0] == today


def test_bank_rows(home: Path) -> None:
    """List and search give rows, show gives the entry with the keys of its file."""
    rows = data_of(tpmprep(home, "bank", "list", "--json"))
    assert {"id", "area", "tracks", "level", "kind", "prompt"} == set(rows[0])
    assert len(rows) >= 380
    found = data_of(tpmprep(home, "bank", "search", "passkeys", "--json"))
    assert "gq-13" == found[0]["id"]
    entry = data_of(tpmprep(home, "bank", "show", "gq-13", "--json"))
    assert {"2min", "5min", "deep"} == set(entry["outline"])
    assert {"follow_ups", "strong_signals", "red_flags", "rubric", "bar"} <= set(entry)


def test_a_later_score(home: Path) -> None:
    """`score` writes a record of its own; the attempt stays byte for byte."""
    saved = save_one(home)
    before = Path(saved["path"]).read_bytes()
    record = data_of(tpmprep(home, "score", saved["id"], "--score", "ex.control=3", "--json"))
    keys = {"schema", "id", "attempt", "rater", "scored_at", "scores", "quotes", "next_change"}
    more = {"kind", "comments", "comment", "reply", "reference"}
    assert keys | more | {"score", "path"} == set(record)
    assert (saved["id"], "self", {"ex.control": 3}) == (
        record["attempt"],
        record["rater"],
        record["scores"],
    )
    assert before == Path(saved["path"]).read_bytes()
    (row,) = data_of(tpmprep(home, "review", "--json"))
    assert 3.0 == row["score"]


def test_damage_is_a_warning(home: Path) -> None:
    """One damaged file is named, left in place, and everything else is shown: exit 0."""
    save_one(home)
    broken = home / "data" / "attempts" / "2026-01" / "20260101-000000-00000000.json"
    broken.parent.mkdir(mode=0o700)
    broken.write_bytes(b"")
    result = tpmprep(home, "review", "--json")
    document = json.loads(result.stdout)
    assert 1 == len(document["data"])
    assert [f"{broken} could not be read: it is empty. It was left in place."] == document[
        "warnings"
    ]
    result = tpmprep(home, "review")
    assert (0, b"") == (result.returncode, broken.read_bytes())
    assert f"warning: {broken} could not be read" in result.stderr
