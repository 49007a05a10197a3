"""The bank commands, as it is typed: counts, own questions, packs, trying without installing."""

import json
import stat
from pathlib import Path

import pytest

from inside import tpmprep
from program import data_of, save_one
from tpmprep.domain.starter import RUBRICS

GOOD = Path(__file__).parents[1] / "data" / "bank" / "good.yaml"
PROMPT = "You have 9 weeks to move 40 teams to one calendar of releases. What do you do first?"
ANSWER = "In short: one owner. Final say is with the director."


def pack(tmp_path: Path, name: str = "acme") -> Path:
    """A folder with one good file."""
    folder = tmp_path / name
    folder.mkdir()
    (folder / "a.yaml").write_text(GOOD.read_text("utf-8"), "utf-8")
    return folder


def ids(home: Path, *flags: str) -> list[str]:
    """The ids that `bank list` shows."""
    return [row["id"] for row in data_of(tpmprep(home, "bank", "list", *flags, "--json"))]


def test_stats_count_the_bank(home: Path) -> None:
    """The same numbers as the list has, in JSON and on a page."""
    stats = data_of(tpmprep(home, "bank", "stats", "--json"))
    rows = data_of(tpmprep(home, "bank", "list", "--json"))
    assert len(rows) == stats["questions"] == sum(stats["levels"].values())
    assert sum(row["area"] == "case" for row in rows) == stats["areas"]["case"]
    assert sum("data" in row["tracks"] for row in rows) == stats["tracks"]["data"]
    page = tpmprep(home, "bank", "stats").stdout
    assert f"{stats['questions']} questions" in page
    assert max(len(line) for line in page.splitlines()) <= 80


def test_own_question(home: Path) -> None:
    """Written without prompts, listed, shown, answered; a second one beside it."""
    flags = ["--no-input", "--area", "execution", "--prompt", PROMPT]
    first = tpmprep(home, "bank", "new", *flags)
    assert (0, "") == (first.returncode, first.stderr)
    assert "Saved own/q-01" in first.stdout
    assert "tpmprep drill --question own/q-01" in first.stdout
    second = data_of(tpmprep(home, "bank", "new", *flags, "--track", "data", "--json"))
    assert ("own/q-02", []) == (second["id"], second["advice"])
    assert ["own/q-01", "own/q-02"] == [name for name in ids(home) if name.startswith("own/")]
    shown = data_of(tpmprep(home, "bank", "show", "own/q-02", "--json"))
    assert (PROMPT, ["data"], "senior") == (shown["prompt"], shown["tracks"], shown["level"])
    attempt = save_one(home, question="own/q-01", answer=ANSWER)
    assert attempt["signals"]["named_decider"]["mentioned"]
    mode = stat.S_IMODE((home / "data" / "banks" / "own" / "execution.yaml").stat().st_mode)
    assert 0o600 == mode
    assert [] == list((home / "state" / "drafts").iterdir())


@pytest.mark.parametrize(
    ("flags", "code", "words"),
    [
        (["--area", "case"], 2, "give --area and --prompt"),
        (["--prompt", PROMPT], 2, "give --area and --prompt"),
        (["--area", "cases", "--prompt", PROMPT], 2, "Did you mean 'case'?"),
        (["--area", "case", "--prompt", PROMPT, "--id", "../x"], 65, "may hold small letters"),
        (["--area", "case", "--prompt", "\x1b[2J what?"], 65, "control or hidden character"),
        (["--from", "none.yaml"], 66, "there is no file 'none.yaml'"),
    ],
)
def test_own_question_that_cannot_be(home: Path, flags: list[str], code: int, words: str) -> None:
    """Told in words; nothing is filed."""
    run = tpmprep(home, "bank", "new", "--no-input", *flags)
    assert code == run.returncode
    assert words in run.stderr
    assert not (home / "data" / "banks").exists()


def test_an_entry_that_was_refused_is_kept(home: Path) -> None:
    """The draft stays, and --from goes on with it."""
    flags = ["--no-input", "--area", "case", "--prompt", PROMPT, "--id", "UP"]
    run = tpmprep(home, "bank", "new", *flags)
    draft = Path(run.stderr.split("--from ")[1].strip())
    draft.write_text(draft.read_text("utf-8").replace("id: UP", "id: up"), "utf-8")
    run = tpmprep(home, "bank", "new", "--no-input", "--from", str(draft))
    assert "Saved own/up" in run.stdout
    assert not draft.exists()


def test_packs_come_and_go(home: Path, tmp_path: Path) -> None:
    """Added, listed under its name, answered, removed; the attempt keeps its question."""
    folder = pack(tmp_path)
    run = tpmprep(home, "bank", "add", str(folder))
    assert (0, "") == (run.returncode, run.stderr)
    assert "Added acme, 1 question" in run.stdout
    attempt = save_one(home, question="acme/q-01", answer=ANSWER)
    assert "acme/q-01" in ids(home, "--area", "execution")
    assert 1 == data_of(tpmprep(home, "bank", "stats", "--json"))["packs"]["acme"]
    again = tpmprep(home, "bank", "add", str(folder))
    assert (1, "error: a pack 'acme' is installed already") == (
        again.returncode,
        again.stderr.splitlines()[0],
    )
    assert "tpmprep bank remove acme" in again.stderr
    assert 0 == tpmprep(home, "bank", "remove", "acme").returncode
    assert "acme/q-01" not in ids(home)
    shown = tpmprep(home, "review", attempt["id"])
    assert (0, "") == (shown.returncode, shown.stderr)
    assert "3 weeks late" in shown.stdout
    assert 66 == tpmprep(home, "bank", "remove", "acme").returncode


def test_a_removed_question_can_still_be_scored(home: Path, tmp_path: Path) -> None:
    """On what it was scored on before, or on the area's own dimensions."""
    folder = pack(tmp_path)
    attempt = save_one(home, "--bank", str(folder), question="acme/q-01", answer=ANSWER)
    run = tpmprep(home, "score", attempt["id"], "--score", "ex.scope=3", "--json")
    assert {"ex.scope": 3} == data_of(run)["scores"]
    run = tpmprep(home, "review", attempt["id"], "--json")
    assert "acme/q-01" == data_of(run)["question"]["id"]


def test_a_bank_is_tried_without_installing(home: Path, tmp_path: Path) -> None:
    """Only for this run, before or after the command's other options."""
    folder = pack(tmp_path)
    assert "acme/q-01" in ids(home, "--bank", str(folder))
    assert "acme/q-01" in ids(home, f"--bank={folder}")
    assert "acme/q-01" not in ids(home)
    assert not (home / "data").exists()
    assert 66 == tpmprep(home, "bank", "list", "--bank", str(tmp_path / "none")).returncode
    (folder / "b.yaml").write_text("- broken", "utf-8")
    run = tpmprep(home, "bank", "show", "acme/q-01", "--bank", str(folder))
    assert 0 == run.returncode
    assert f"warning: {folder / 'b.yaml'}:1: must be a mapping (key: value)\n" == run.stderr


def test_an_edited_question_keeps_its_history(home: Path, tmp_path: Path) -> None:
    """Attempts hold the wording they were asked in; the digest tells it from the new one."""
    folder = pack(tmp_path)
    flags = ["--bank", str(folder)]
    before = save_one(home, *flags, question="acme/q-01", answer=ANSWER)
    text = GOOD.read_text("utf-8").replace("3 weeks late", "5 weeks late")
    (folder / "a.yaml").write_text(text, "utf-8")
    after = save_one(home, *flags, question="acme/q-01", answer=ANSWER)
    assert before["question"]["digest"] != after["question"]["digest"]
    rows = data_of(tpmprep(home, "review", "--question", "acme/q-01", "--json"))
    assert [after["id"], before["id"]] == [row["id"] for row in rows]
    old = data_of(tpmprep(home, "review", before["id"], "--json"))
    assert "3 weeks late" in old["question"]["prompt"]
    assert before["question"] == old["question"]


def test_check_names_every_problem_on_a_line(home: Path, tmp_path: Path) -> None:
    """file:line: key: reason, unwrapped, so that editors jump there; JSON has the same."""
    folder = tmp_path / ("long-" * 20)
    folder.mkdir()
    text = GOOD.read_text("utf-8").replace("critical path", "seamless path")
    (folder / "a.yaml").write_text(text.replace("s: 20", "s: 21"), "utf-8")
    run = tpmprep(home, "bank", "check", str(folder))
    assert 65 == run.returncode
    place = f"{folder / 'a.yaml'}:"
    assert [
        f"{place}69: [0].outline.2min: the seconds add up to 121, not 120",
        f"{place}76: [0].outline.5min[1]: 'seamless' says nothing; say what is done",
        "1 question, 1 file, 2 problems",
    ] == run.stdout.splitlines()
    run = tpmprep(home, "bank", "check", str(folder), "--json")
    problems = json.loads(run.stdout)["data"]["problems"]
    assert [(69, True), (76, False)] == [(p["line"], p["bars"]) for p in problems]


def test_a_context_is_shown_with_its_question(home: Path) -> None:
    """The facts that the candidate may use stand below the prompt, and in the attempt."""
    shown = tpmprep(home, "bank", "show", "gq-15").stdout
    assert "nine services, with a p95 of 1.8 seconds" in " ".join(shown.split())
    attempt = save_one(home, question="gq-15")
    assert "nine services" in attempt["question"]["context"]
    page = " ".join(tpmprep(home, "review", attempt["id"]).stdout.split())
    assert "nine services" in page


def test_the_cache_may_go_at_any_time(home: Path) -> None:
    """Without it, and with a folder that cannot be written, the same comes out."""
    first = tpmprep(home, "bank", "list")
    cache = home / "cache" / "bank"
    assert cache.is_dir()
    for path in cache.iterdir():
        path.unlink()
    assert first.stdout == tpmprep(home, "bank", "list").stdout
    for path in cache.iterdir():
        path.unlink()
    cache.rmdir()
    cache.write_text("in the way", "utf-8")
    assert first.stdout == tpmprep(home, "bank", "list").stdout
    assert cache.stat().st_size == len("in the way")


def test_a_removed_question_is_scored_on_its_area(home: Path, tmp_path: Path) -> None:
    """Asked for level by level, since nobody knows its own dimensions any more."""
    attempt = save_one(home, "--bank", str(pack(tmp_path)), question="acme/q-01", answer=ANSWER)
    lines = "\n3\n" * 4 + "more figures\n"
    alone = tpmprep(home, "score", attempt["id"], stdin=lines)
    assert "there is no terminal to ask at" in alone.stderr
    run = tpmprep(home, "--plain", "score", attempt["id"], stdin=lines)
    assert (0, "") == (run.returncode, run.stderr)
    assert all(f"{name} 3" in run.stdout for name in RUBRICS["execution"])
