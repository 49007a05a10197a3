"""Every kind of drill as plain lines: with --plain a pipe is a person who types."""

import json
from pathlib import Path
from typing import Any

import pytest

from program import data_of, tpmprep
from tpmprep.adapters.content import load_stretches
from tpmprep.domain.formats import FORMATS, RUNGS

WORDS = "The support tooling comes first, by March, and Ana owns it with 3 people."
SCORES = "1\n3\n" * 12
"""A quote with a level each; what is left over ticks, flags, and says what to change."""


def part(text: str = WORDS) -> str:
    """An answer and the line that ends it."""
    return f"{text}\n.\n"


def parts_of(name: str) -> int:
    """How many answers a format takes."""
    return (len(load_stretches().get(name, ())) or 1) + FORMATS[name].follow_ups


def lines_for(name: str) -> str:
    """The first of two where two are shown; prediction, answers, the feeling after, scores."""
    chosen = "1\n" if FORMATS[name].of_two else ""
    return chosen + "6\n" + part() * parts_of(name) + "5\n" + SCORES


def attempts(home: Path) -> list[dict[str, Any]]:
    """What was saved, oldest first."""
    files = sorted((home / "data/attempts").rglob("*.json"))
    saved = [json.loads(file.read_text("utf-8")) for file in files]
    return sorted(saved, key=lambda attempt: str(attempt["started_at"]))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_runs_in_plain_lines(home: Path, name: str) -> None:
    """From the card to the change: no control sequence, every part kept, scores with quotes."""
    run = tpmprep(home, "--plain", "drill", "--format", name, stdin=lines_for(name))
    assert (0, "") == (run.returncode, run.stderr)
    assert not {"\x1b", "\r", "\u2502"} & set(run.stdout)
    (attempt,) = attempts(home)
    assert name == attempt["format"]
    assert [WORDS] * parts_of(name) == [s["text"].strip() for s in attempt["segments"]]
    assert set(attempt["scores"].values()) == {3}
    assert set(attempt["scores"]) == set(attempt["quotes"])
    assert (60, 50) == (attempt["predicted_pass"], attempt["felt_pass"])


def test_a_narrative_is_about_one_of_two(home: Path) -> None:
    """Both are shown, and the one that is chosen is asked."""
    shown = ["--plain", "drill", "--format", "narrative", "--seed", "3"]
    first, second = (tpmprep(home, *shown, stdin=f"{n}\nq\n").stdout for n in (1, 2))
    assert first.splitlines()[:3] == second.splitlines()[:3]
    assert first.splitlines()[3] != second.splitlines()[3]


def test_a_ladder_in_plain_lines(home: Path) -> None:
    """Four answers, then their scores, then the lengths side by side."""
    answers = "".join("6\n" + part() * parts_of(rung) for rung in RUNGS)
    arguments = ["--plain", "drill", "--format", "ladder", "--area", "execution"]
    run = tpmprep(home, *arguments, stdin=answers + "\n" + "3\n1\n" * 3 + "Shorter.\n" + SCORES * 3)
    assert (0, "") == (run.returncode, run.stderr)
    assert "\x1b" not in run.stdout
    assert list(RUNGS) == [attempt["format"] for attempt in attempts(home)]
    assert 1 == len({attempt["question"]["id"] for attempt in attempts(home)})
    assert "Covered: you have answered it at 2 minutes, 5 minutes, deep dive." in run.stdout


def test_a_mock_in_plain_lines_stops_with_its_lines_and_goes_on(home: Path) -> None:
    """The end of the input is a stop; what was answered is saved, the rest is asked later."""
    first = tpmprep(home, "--plain", "mock", "--stage", "screen", stdin="\n6\n" + part())
    assert 130 == first.returncode
    assert "1 answer is saved" in first.stderr
    run = tpmprep(home, "--plain", "mock", "--resume", stdin="6\n" + part() + "\n" + SCORES)
    assert (0, "") == (run.returncode, run.stderr)
    assert "\x1b" not in run.stdout
    (saved,) = (home / "data/mocks").rglob("*.json")
    document = json.loads(saved.read_text("utf-8"))
    assert ["recruiter", "headline"] == [item["format"] for item in document["items"]]
    assert 2 == len(attempts(home))


def test_assumptions_in_plain_lines(home: Path) -> None:
    """The slots one after another, the sentence, and what an empty one means."""
    slots = "three-quarter\n" + "\n" * 6
    arguments = ["--plain", "drill", "--assume", "--area", "case", "--question", "gq-13"]
    run = tpmprep(home, *arguments, stdin=slots + lines_for("2min"))
    assert "Say this first" in run.stdout
    assert "The last one is empty" in run.stdout


def test_the_papers_of_a_board_in_plain_lines(home: Path, tmp_path: Path) -> None:
    """A map of what was covered, and three papers with the words of the parts."""
    folder = tmp_path / "papers"
    arguments = ["drill", "--question", "gq-13", "--format", "board", "--export", str(folder)]
    run = tpmprep(home, "--plain", *arguments, stdin=lines_for("board"))
    assert (0, "") == (run.returncode, run.stderr)
    assert "Workstreams of this case" in run.stdout
    assert {"charter.md", "raid.md", "executive-summary.md"} == {f.name for f in folder.iterdir()}
    assert all(WORDS in file.read_text("utf-8") for file in folder.iterdir())


@pytest.mark.parametrize("name", ["board", "takehome"])
@pytest.mark.parametrize(
    "text",
    [WORDS, f"# Goals and non-goals\n{WORDS}\n\n# Rationale\nMost users gain.\n# Notes\nAn aside."],
    ids=["bare", "headings"],
)
def test_a_whole_plan_is_cut_at_its_headings(
    home: Path, tmp_path: Path, name: str, text: str
) -> None:
    """A given answer needs no parts; no word of it is left out of the papers."""
    folder = tmp_path / "papers"
    flags = ["--question", "gq-13", "--format", name, "--answer", "-", "--export", str(folder)]
    run = tpmprep(home, "drill", *flags, stdin=text)
    assert (0, "") == (run.returncode, run.stderr)
    charter = (folder / "charter.md").read_text("utf-8")
    assert WORDS in charter
    assert ("An aside." in charter) is ("# Notes" in text)


def test_without_plain_a_pipe_is_the_answer(home: Path) -> None:
    """All of it, as it stands."""
    attempt = data_of(
        tpmprep(home, "drill", "--question", "gq-03", "--json", stdin="One.\n.\nTwo.")
    )
    assert "One.\n.\nTwo." == attempt["answer"]


@pytest.mark.parametrize(
    "change",
    [
        {"loop": "gone"},
        {"question": "own-recruiter", "format": "recruiter", "stage": "gone"},
        {"question": "gone-01", "format": "2min", "stage": "screen"},
        {"question": "gq-01", "format": "gone", "stage": "screen"},
    ],
    ids=["loop", "stage", "question", "format"],
)
def test_a_mock_of_what_is_gone_is_told(home: Path, change: dict[str, str]) -> None:
    """After a change of the bank or of the loops: a warning, nothing lost, nothing in the way."""
    tpmprep(home, "--plain", "mock", "--stage", "screen", stdin="\n6\n" + part())
    (file,) = (home / "state/sittings").glob("*.json")
    document = json.loads(file.read_text("utf-8"))
    if "loop" in change:
        document |= change
    else:
        document["items"] = [document["items"][0], change]
    file.write_text(json.dumps(document), "utf-8")
    run = tpmprep(home, "--plain", "mock", "--resume")
    assert 66 == run.returncode
    assert "there is no unfinished mock" in run.stderr
    assert "asks for what is here no more" in run.stderr
    assert 0 == tpmprep(home).returncode
    assert file.exists()
