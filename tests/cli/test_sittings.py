"""Ladders, mocks and cases, as it is typed: shown again, gone on with, never in two places."""

import json
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from fakes import NOON
from inside import tpmprep
from program import PROGRAM, data_of, save_one
from terminal import draft_text, environment
from tpmprep.adapters.drafts import find_drafts, open_journal
from tpmprep.adapters.paths import find_home
from tpmprep.adapters.sittings import held, open_sittings
from tpmprep.domain.formats import RUNGS

WORDS = "I led 6 teams and cut the date risk from 30 to 5 days, and Ana decided."
ONE = f"6\n{WORDS}\n.\n"
SCORES = "1\n3\n" * 4


def attempts(home: Path) -> list[dict[str, Any]]:
    """What was saved."""
    files = (home / "data/attempts").rglob("*.json")
    return [json.loads(file.read_text("utf-8")) for file in files]


def killed(home: Path, *arguments: str, stdin: str) -> None:
    """Type lines, wait until the last one is in the draft, and kill the program."""
    with subprocess.Popen(
        [*PROGRAM, "--plain", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=environment(home),
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        process.stdin.write(stdin)
        process.stdin.flush()
        deadline = time.monotonic() + 20
        while stdin.splitlines()[-1] not in draft_text(home) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.kill()


def mocked(home: Path) -> dict[str, Any]:
    """A finished mock of one stage, as it was saved."""
    run = tpmprep(home, "--plain", "mock", "--stage", "screen", stdin=f"\n{ONE}{ONE}\n{SCORES}")
    assert 0 == run.returncode, run.stderr
    (path,) = (home / "data/mocks").rglob("*.json")
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


def test_a_finished_mock_can_be_seen_again(home: Path) -> None:
    """By its id or the beginning of it; the list names it, and its answers are no open work."""
    mock = mocked(home)
    shown = tpmprep(home, "review", mock["id"][:20]).stdout
    for words in ("Debrief", "screen", "All stages: 3.0 of 4", "each program comes with its size"):
        assert words in shown
    assert all(f"tpmprep review {attempt['id']}" in shown for attempt in attempts(home))
    listed = tpmprep(home, "review").stdout
    assert f"tpmprep review {mock['id']}" in listed
    assert 2 == listed.count("in a mock")
    assert "unscored" not in listed
    one = tpmprep(home, "review", attempts(home)[0]["id"]).stdout
    assert f"Scored with its stage: tpmprep review {mock['id']}" in one
    data = data_of(tpmprep(home, "review", mock["id"], "--json"))
    assert (3.0, "guide") == (data["score"], data["loop"])


def test_a_damaged_mock_is_told_and_left(home: Path) -> None:
    """The list goes on without it."""
    mocked(home)
    (path,) = (home / "data/mocks").rglob("*.json")
    path.write_text('{"id": 5}', "utf-8")
    run = tpmprep(home, "review")
    assert 0 == run.returncode
    assert "could not be read: it is not a mock" in run.stderr
    assert '{"id": 5}' == path.read_text("utf-8")


def test_an_answer_of_a_mock_goes_on_in_its_mock(home: Path) -> None:
    """Whatever was begun after it: no levels before the end of the mock."""
    killed(home, "mock", "--stage", "screen", stdin="\n6\nHalf a thought\n")
    tpmprep(home, "--plain", "mock", "--stage", "screen", stdin=f"\n{ONE}")
    run = tpmprep(home, "--plain", "drill", "--resume", stdin=".\n")
    assert "Level" not in run.stdout
    assert "Go on with: tpmprep mock --resume" in run.stderr
    assert {"mock"} == {attempt["sitting"].split()[0] for attempt in attempts(home)}


def test_what_was_left_last_goes_on_first(home: Path) -> None:
    """A ladder that was left after a single answer, not that answer."""
    killed(home, "drill", "--question", "gq-03", stdin="6\nHalf a thought\n")
    ladder = ["--plain", "drill", "--format", "ladder", "--question", "gq-01"]
    tpmprep(home, *ladder, stdin=ONE)
    run = tpmprep(home, "--plain", "drill", "--resume")
    assert "Ladder, 2 of 4" in run.stdout


def test_a_sitting_is_open_in_one_terminal(home: Path) -> None:
    """A second one is told so, and nothing changes."""
    tpmprep(home, "--plain", "mock", "--stage", "screen", stdin=f"\n{ONE}")
    place = find_home({"TPMPREP_HOME": str(home)})
    (sitting,), _ = open_sittings(place)
    with held(place, sitting):
        run = tpmprep(home, "--plain", "mock", "--resume", stdin=ONE)
    assert (75, 1) == (run.returncode, len(attempts(home)))
    assert "this mock is open in another terminal" in run.stderr
    again = tpmprep(home, "--plain", "mock", "--resume", stdin=f"{ONE}\n{SCORES}")
    assert (0, []) == (again.returncode, list((home / "state/sittings").iterdir()))


def test_an_older_mock_is_free_while_another_is_open(home: Path) -> None:
    """The newest that no other terminal has."""
    for _ in range(2):
        tpmprep(home, "--plain", "mock", "--stage", "screen", stdin=f"\n{ONE}")
    place = find_home({"TPMPREP_HOME": str(home)})
    (newest, oldest), _ = open_sittings(place)
    with held(place, newest):
        tpmprep(home, "--plain", "mock", "--resume", stdin=ONE)
    by_id = {sitting.id: sitting.done for sitting in open_sittings(place)[0]}
    assert {newest.id: 1, oldest.id: 2} == by_id


def test_a_sitting_that_died_after_its_first_answer_was_saved_goes_on(home: Path) -> None:
    """The answer is on disk and the sitting does not know it yet."""
    tpmprep(home, "--plain", "mock", "--stage", "screen", stdin=f"\n{ONE}")
    (file,) = (home / "state/sittings").glob("*.json")
    document = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**document, "done": 0}), "utf-8")
    run = tpmprep(home, "--plain", "mock", "--resume", stdin=f"{ONE}\n{SCORES}")
    assert (0, 2) == (run.returncode, len(attempts(home)))


def test_a_mock_is_saved_once(home: Path) -> None:
    """Who reads no further ends the program; the debrief is there all the same, one time."""
    tpmprep(home, "--plain", "mock", "--stage", "screen", stdin=f"\n{ONE}{ONE}")
    (home / "scores").write_text(f"\n{SCORES}", "utf-8")
    program = " ".join(PROGRAM)
    command = f"{program} --plain mock --resume <scores | sed '/^Debrief/q' >/dev/null"
    subprocess.run(["bash", "-c", command], cwd=home, env=environment(home), check=True)
    assert [] == list((home / "state/sittings").glob("*.json"))
    (saved,) = (home / "data/mocks").rglob("*.json")
    assert 0 == tpmprep(home, "review", saved.stem).returncode


def test_an_answer_of_a_mock_never_goes_on_alone(home: Path) -> None:
    """Also while an answer that has nothing to do with it is open somewhere."""
    killed(home, "mock", "--stage", "screen", stdin="\n6\nHalf a thought\n")
    start = tpmprep(home).stdout
    assert "tpmprep mock --resume" in start
    assert "No attempts yet" not in start
    place = find_home({"TPMPREP_HOME": str(home)})
    (draft,), _ = find_drafts(place.drafts)
    journal = open_journal(place.drafts, "20990101-000000-00000000")
    journal.save(draft.document, NOON)
    run = tpmprep(home, "--plain", "drill", "--resume", stdin=".\n")
    journal.close()
    assert "Level" not in run.stdout
    assert "Mock, 1 of 2" in run.stdout


def test_papers_are_asked_for_before_and_written_after_a_stop(home: Path, tmp_path: Path) -> None:
    """The folder is kept with the unfinished answer."""
    case = ["--plain", "drill", "--question", "gq-13", "--export", str(tmp_path / "papers")]
    first = tpmprep(home, *case, stdin=ONE * 3 + "Half a th")
    assert "case board" in first.stdout
    rest = "".join(f"{WORDS}\n.\n" for _ in range(10))
    run = tpmprep(home, "--plain", "drill", "--resume", stdin=rest + "5\n" + "1\n3\n" * 12)
    assert (0, "") == (run.returncode, run.stderr)
    assert {"charter.md", "raid.md", "executive-summary.md"} == {
        path.name for path in (tmp_path / "papers").iterdir()
    }
    (attempt,) = attempts(home)
    later = tpmprep(home, "review", attempt["id"], "--export", str(tmp_path / "later"))
    assert 0 == later.returncode
    papers = [(tmp_path / name / "charter.md").read_text("utf-8") for name in ("papers", "later")]
    assert papers[0] == papers[1]


def test_papers_never_take_the_place_of_a_file(home: Path, tmp_path: Path) -> None:
    """Told before the work, not after it."""
    (tmp_path / "raid.md").write_text("mine", "utf-8")
    run = tpmprep(home, "--plain", "drill", "--format", "board", "--export", str(tmp_path))
    assert 73 == run.returncode
    assert "is there already" in run.stderr
    assert "" == run.stdout
    (tmp_path / "file").write_text("mine", "utf-8")
    into = tpmprep(home, "drill", "--format", "board", "--export", str(tmp_path / "file"))
    assert 73 == into.returncode
    attempt = save_one(home)
    assert 2 == tpmprep(home, "review", attempt["id"], "--export", "").returncode
    no_case = tpmprep(home, "review", attempt["id"], "--export", str(tmp_path / "new"))
    assert (2, False) == (no_case.returncode, (tmp_path / "new").exists())
    assert 2 == tpmprep(home, "review", "--export", str(tmp_path / "new")).returncode


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("drill", "--format", "ladder", "--answer", "x.txt"), "leave out --answer"),
        (("drill", "--format", "ladder", "--count", "2"), "leave out --count"),
        (("drill", "--resume", "--seed", "4"), "leave out --seed"),
        (("drill", "--resume", "--format", "5min"), "leave out --format"),
        (("drill", "--format", "narrative", "--mode", "aloud"), "leave out --mode aloud"),
        (("drill", "--hours", "2", "--mode", "aloud"), "leave out --mode aloud"),
        (("mock", "--resume", "--loop", "amazon"), "leave out --loop"),
        (("pushback",), "tpmprep drill --format pushback"),
        (("ladder",), "tpmprep drill --format ladder"),
    ],
)
def test_what_means_nothing_is_told(home: Path, arguments: tuple[str, ...], told: str) -> None:
    """No option is passed over in silence, and a kind of drill is no command."""
    run = tpmprep(home, "--plain", *arguments)
    assert 2 == run.returncode
    assert told in run.stderr


@pytest.mark.parametrize(
    ("question", "fmt"), [("gen-na-01", "narrative"), ("gen-es-01", "estimate"), ("gq-01", "2min")]
)
def test_the_next_command_is_one_that_works(home: Path, question: str, fmt: str) -> None:
    """A question that is made for some formats is practised in one of them."""
    flags = ["--question", question, "--format", fmt, "--answer", "-", "--score", "dl.evidence=2"]
    shown = tpmprep(home, "drill", *flags, stdin=WORDS).stdout
    command = next(line for line in shown.splitlines() if line.startswith("Now"))
    again = tpmprep(home, *command.split()[2:], "--answer", "-", stdin=WORDS)
    assert (0, "") == (again.returncode, again.stderr)


def test_only_the_lengths_of_one_question_are_compared(home: Path) -> None:
    """A talk that has one length of its own has no page of lengths."""
    save_one(home, "--format", "pushback", question="sec-pb-02")
    alone = tpmprep(home, "review", "--question", "sec-pb-02").stdout
    assert "One question at its lengths" not in alone
    for fmt in RUNGS[:2]:
        save_one(home, "--format", fmt)
    assert "One question at its lengths" in tpmprep(home, "review", "--question", "gq-03").stdout
