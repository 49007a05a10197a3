"""Hints for any text, sample answers to score, and how far the scores can be believed."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from inside import tpmprep
from program import data_of
from tpmprep.adapters.content import load_exemplars

if TYPE_CHECKING:
    import subprocess

KEYS = {"words", "spoken_s", "detectors", "signals"}
DETECTORS = {
    "number",
    "date",
    "owner",
    "decision",
    "option_cost",
    "risk_mitigation",
    "rollback",
    "signal_change",
    "non_goal",
    "result",
    "answer_first",
    "theatre",
    "we_without_owner",
    "hedge",
    "filler",
    "signpost",
    "negated",
}
TEXT = (
    "Ana decides on Friday.\nWe can roll back in ten minutes.\r\n"
    "Um, it fell from 40% to 12% – “half”. We had no buffer."
)
LONGER = "Then we built a board and we sent a weekly report to keep everyone aligned with the plan."
EXEMPLARS = load_exemplars()
SAMPLE = EXEMPLARS["ex-gq-01-a"]


def flags_of(name: str, higher: int = 0) -> list[str]:
    """The flags that give a sample its reference levels, or so many higher, up to 4."""
    levels = {d: min(4, level + higher) for d, level in EXEMPLARS[name].levels.items()}
    return [part for d, level in levels.items() for part in ("--score", f"{d}={level}")]


def records(home: Path) -> list[dict[str, Any]]:
    """The later scores on disk, oldest first."""
    found = [json.loads(path.read_text("utf-8")) for path in (home / "data/scores").rglob("*.json")]
    return sorted(found, key=lambda record: str(record["scored_at"]))


def refused(run: "subprocess.CompletedProcess[str]", code: int, words: str) -> None:
    """Refused with this code, in one line that holds these words; a hint may follow."""
    first, *hints = run.stderr.splitlines()
    assert (code, "") == (run.returncode, run.stdout)
    assert first.startswith("error: ")
    assert words in first
    assert all(line.startswith("       ") for line in hints)


@pytest.mark.parametrize("from_pipe", [False, True])
def test_hints_as_json(home: Path, tmp_path: Path, from_pipe: bool) -> None:
    """The same of a file and of a pipe; every span holds the words at its place."""
    file = tmp_path / "answer.txt"
    file.write_bytes(TEXT.encode())
    source = "-" if from_pipe else str(file)
    data = data_of(tpmprep(home, "hints", source, "--json", stdin=TEXT if from_pipe else None))
    assert set(data) >= KEYS
    assert DETECTORS == set(data["detectors"])
    spans = [(name, span) for name, found in data["detectors"].items() for span in found]
    for _, span in spans:
        assert {"start", "end", "text"} == set(span)
        assert TEXT[span["start"] : span["end"]] == span["text"]
    assert {"number", "date", "owner", "rollback", "negated"} <= {name for name, _ in spans}
    assert {} == data["signals"]


def test_hints_for_a_question(home: Path) -> None:
    """Its signals by id, each with where it was found; its own words pasted back are nothing."""
    run = tpmprep(home, "hints", "-", "--question", "gq-03", "--json", stdin=TEXT)
    entry = data_of(tpmprep(home, "bank", "show", "gq-03", "--json"))
    signals = data_of(run)["signals"]
    assert [signal["id"] for signal in entry["strong_signals"]] == list(signals)
    assert all({"mentioned", "negated", "quote"} == set(seen) for seen in signals.values())
    facts = data_of(tpmprep(home, "bank", "show", "gen-es-04", "--json"))["context"]
    arguments = ("hints", "-", "--question", "gen-es-04", "--json")
    copied = data_of(tpmprep(home, *arguments, stdin=facts))
    assert not any(seen["mentioned"] for seen in copied["signals"].values())


def test_hints_for_people(home: Path) -> None:
    """What stands there with its words, what does not, and that nothing is graded."""
    more = f"{TEXT} {LONGER}"
    shown = tpmprep(home, "hints", "-", "--question", "gq-03", stdin=more).stdout
    heads = ["In these words", "Not found", "Look at again", "Expected of a strong answer"]
    assert sorted(heads, key=shown.index) == heads
    for words in ("roll back", "it grades nothing", "words a minute", "Try: "):
        assert words in shown
    again = tpmprep(home, "hints", "-", "--question", "gq-03", stdin=more).stdout
    assert shown == again


@pytest.mark.parametrize("text", ["", "\n", "fine"])
def test_hints_for_next_to_nothing(home: Path, text: str) -> None:
    """Nothing is found, and that is said."""
    data = data_of(tpmprep(home, "hints", "-", "--json", stdin=text))
    assert [] == [span for found in data["detectors"].values() for span in found]
    assert (len(text.split()), None) == (data["words"], data["star"])
    assert "too few words for hints" in tpmprep(home, "hints", "-", stdin=text).stdout


def test_a_pace_of_ones_own(home: Path) -> None:
    """Given by hand, in bounds."""
    data = data_of(tpmprep(home, "hints", "-", "--wpm", "100", "--json", stdin="word " * 50))
    assert (50, 30.0, 100) == (data["words"], data["spoken_s"], data["words_per_minute"])
    for wpm in ("59", "301", "fast"):
        refused(tpmprep(home, "hints", "-", "--wpm", wpm), 2, "--wpm takes a whole number from 60")


def test_a_text_that_cannot_be_read_is_told(home: Path, tmp_path: Path) -> None:
    """Missing, not UTF-8, too long, a folder; an unknown question as everywhere."""
    odd, large = tmp_path / "odd.txt", tmp_path / "large.txt"
    odd.write_bytes(b"caf\xe9")
    large.write_bytes(b"a" * 1_000_001)
    refused(tpmprep(home, "hints", str(tmp_path / "none.txt")), 66, "there is no file")
    refused(tpmprep(home, "hints", str(odd)), 65, "is not UTF-8 text")
    refused(tpmprep(home, "hints", str(large)), 65, "is longer than")
    refused(tpmprep(home, "hints", "-", stdin="a" * 1_000_001), 65, "is longer than")
    refused(tpmprep(home, "hints", str(tmp_path)), 74, "a folder stands where")
    refused(tpmprep(home, "hints", "-", "--question", "gq-99"), 66, "there is no question 'gq-99'")
    refused(tpmprep(home, "hints"), 2, "FILE")


def test_the_list_of_samples_tells_no_level(home: Path) -> None:
    """Which were scored, and what each is scored on."""
    assert 0 == tpmprep(home, "calibrate", "--id", SAMPLE.id, *flags_of(SAMPLE.id)).returncode
    run = tpmprep(home, "calibrate", "--list", "--json")
    rows = data_of(run)
    assert list(EXEMPLARS) == [row["id"] for row in rows]
    assert [SAMPLE.id] == [row["id"] for row in rows if row["scored"]]
    assert [list(e.levels) for e in EXEMPLARS.values()] == [row["dimensions"] for row in rows]
    assert all({"id", "question", "scored", "dimensions"} == set(row) for row in rows)
    shown = tpmprep(home, "calibrate", "--list").stdout
    assert all(name in shown for name in EXEMPLARS)
    assert not any(e.label in shown + run.stdout for e in EXEMPLARS.values())


def test_a_sample_is_scored_by_flags(home: Path) -> None:
    """Kept with its reference, which is then shown with quotes and reasons."""
    flags = flags_of(SAMPLE.id, higher=1)
    data = data_of(tpmprep(home, "calibrate", "--id", SAMPLE.id, *flags, "--json"))
    (kept,) = records(home)
    assert kept == {key: data[key] for key in kept}
    assert (SAMPLE.id, "self", "exemplar") == (kept["attempt"], kept["rater"], kept["kind"])
    assert SAMPLE.levels == kept["reference"]
    assert {name: level + 1 for name, level in SAMPLE.levels.items()} == kept["scores"]
    assert SAMPLE.answer == data["exemplar"]["answer"]
    shown = tpmprep(home, "calibrate", "--id", SAMPLE.id, *flags).stdout
    assert f"Reference: {SAMPLE.overall} of 4" in shown
    assert 4 == shown.count("you 1 higher")
    flat = " ".join(shown.split())
    assert all(f'"{r.quote}"' in flat and r.reason in flat for r in SAMPLE.scores)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--id", SAMPLE.id, "--score", "ex.scope=1"), 2, "missing: ex.risk, ex.launch, dl.answer"),
        (("--id", SAMPLE.id, *flags_of(SAMPLE.id)[:-1], "dl.answer_first=5"), 2, "from 1 to 4"),
        (("--id", SAMPLE.id, *flags_of(SAMPLE.id), "--score", "ex.control=3"), 2, "no rubric dim"),
        (("--id", "ex-gq-01-z", "--score", "ex.scope=1"), 66, "there is no sample answer"),
        (("--plain", "--id", "ex-gq-01-z"), 66, "Did you mean ex-gq-01-"),
        (("--score", "ex.scope=1"), 2, "--score needs --id"),
        (("--count", "0"), 2, "--count takes a whole number from 1 to 12"),
        (("--count", "13"), 2, "--count takes a whole number from 1 to 12"),
        (("--seed", "x"), 2, "--seed takes a whole number"),
        ((), 2, "give --id and --score DIM=N for each dimension"),
        (("--no-input",), 2, "give --id and --score DIM=N for each dimension"),
    ],
    ids=str,
)
def test_calibrate_tells_what_is_wrong(
    home: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """In one line, and nothing is kept."""
    refused(tpmprep(home, "calibrate", *arguments), code, words)
    assert [] == records(home)


def test_a_sample_is_scored_line_by_line(home: Path) -> None:
    """A quote and a level each; the reference stands behind the last level, never before."""
    stdin = "1\n3\n" + "\n2\n" * 3
    run = tpmprep(home, "--plain", "calibrate", "--id", SAMPLE.id, stdin=stdin)
    assert (0, "") == (run.returncode, run.stderr)
    (kept,) = records(home)
    assert [3, 2, 2, 2] == list(kept["scores"].values())
    asked, shown = run.stdout.split("Reference:")
    assert 4 == asked.count("Which level describes it?")
    assert SAMPLE.label in shown
    assert not any(reference.reason[:40] in asked for reference in SAMPLE.scores)
    assert " ".join(SAMPLE.answer.split()) in " ".join(asked.split())


@pytest.mark.parametrize("stdin", ["", "1\n3\n", "1\n3\n" * 3, "1\n3\n" * 3 + "1\n"])
def test_who_stops_keeps_nothing(home: Path, stdin: str) -> None:
    """Ctrl-D before the last level: no half a sample is saved, and no reference is shown."""
    run = tpmprep(home, "--plain", "calibrate", "--id", SAMPLE.id, stdin=stdin)
    assert 130 == run.returncode
    assert "Nothing was saved of this sample answer" in run.stderr
    assert "Reference" not in run.stdout
    assert [] == records(home)


@pytest.mark.parametrize(
    ("end", "code", "kept"),
    [("", 130, 1), ("q\n", 130, 1), ("\n1\n3\n", 130, 1), ("\n" + "\n3\n" * 4, 0, 2)],
)
def test_two_samples_one_after_the_other(
    home: Path, tmp_path: Path, end: str, code: int, kept: int
) -> None:
    """What is finished is kept; the seed draws the same order again."""
    arguments = ("--plain", "calibrate", "--count", "2", "--seed", "3")
    run = tpmprep(home, *arguments, stdin="\n3\n" * 4 + end)
    assert (code, kept) == (run.returncode, len(records(home)))
    assert "Enter shows the next one, q stops." in run.stdout
    first = records(home)[0]["attempt"]
    again = tpmprep(tmp_path / "other", "--plain", "calibrate", "--seed", "3", stdin="")
    assert f"A sample answer to {EXEMPLARS[first].question}\n" in again.stdout
    assert EXEMPLARS[first].answer[:60] in again.stdout


def test_without_data_there_is_no_figure(home: Path) -> None:
    """Only why somebody else is needed, and how to get there."""
    shown = tpmprep(home, "review", "--calibration").stdout
    assert "Nobody else has scored an answer of yours yet." in shown
    assert "tpmprep calibrate" in shown
    assert "You score about" not in shown
    data = data_of(tpmprep(home, "review", "--calibration", "--json"))
    sides = {"others", "reference", "later_self"}
    assert sides | {"raters", "predicted", "felt", "planning_bias", "rounds"} == set(data)
    assert [0] * 3 == [data[side]["agreement"]["pairs"] for side in sorted(sides)]
    assert {0, None} == set(data["reference"]["agreement"].values())
    assert (None, []) == (data["planning_bias"], data["raters"])


def test_from_five_pairs_on_there_is_a_figure(home: Path) -> None:
    """Four only say how many are missing; the interval is the same each time."""
    names = [name for name, one in EXEMPLARS.items() if max(one.levels.values()) < 4][:5]
    for name in names[:4]:
        tpmprep(home, "calibrate", "--id", name, *flags_of(name, higher=1))
    data = data_of(tpmprep(home, "review", "--calibration", "--json"))
    four = data["reference"]["agreement"]
    assert (4, None, None) == (four["pairs"], four["bias"], data["planning_bias"])
    shown = tpmprep(home, "review", "--calibration").stdout
    assert "too early to say: from 5 on, you have 4." in shown.lower()
    assert "You score about" not in shown
    tpmprep(home, "calibrate", "--id", names[4], *flags_of(names[4], higher=1))
    tpmprep(home, "calibrate", "--id", names[0], *flags_of(names[0]))  # the first score counts
    data = data_of(tpmprep(home, "review", "--calibration", "--json"))
    bias = data["reference"]["agreement"]["bias"]
    assert (5, 1.0, 1.0, 1.0) == (bias["pairs"], bias["value"], bias["low"], bias["high"])
    assert 0.5 == data["planning_bias"]
    shown = tpmprep(home, "review", "--calibration").stdout
    assert "You score about 1.0 higher than the reference" in shown
    assert "too early to say: from 10 on, you have 5." in shown.lower()
    assert shown == tpmprep(home, "review", "--calibration").stdout


def test_nothing_that_was_handed_in_is_obeyed(home: Path) -> None:
    """No escape reaches the terminal, whatever the text or the typed words hold."""
    hostile = "We had 3 \x1b[31mred\x1b[0m teams\x9b2J and \x1b]0;t\x07 no \x1b[1mrollback.\n"
    for arguments, stdin in (
        (("hints", "-"), hostile * 9),
        (("hints", "-", "--question", "gq-03"), hostile),
        (("--plain", "calibrate", "--id", SAMPLE.id), hostile + "\n3\n" * 4),
        (("calibrate", "--list"), None),
        (("review", "--calibration"), None),
        (("hints", "\x1b[31mfile"), None),
        (("calibrate", "--id", "\x1b[31m", "--score", "ex.scope=1"), None),
    ):
        run = tpmprep(home, *arguments, stdin=stdin)
        assert not {"\x1b", "\x9b", "\x07"} & set(run.stdout + run.stderr)


def test_a_sample_is_looked_up_before_the_terminal(home: Path) -> None:
    """What is typed wrong is said first, also where nobody could be asked."""
    run = tpmprep(home, "calibrate", "--id", "ex-gq-01-c")
    assert 66 == run.returncode
    assert "there is no sample answer 'ex-gq-01-c'" in run.stderr
