"""Entries beside each other, and a bank as a whole: twins, thin cells, uneven mixes."""

import shutil
from pathlib import Path

import pytest

from tpmprep.adapters.bankcheck import check_path
from tpmprep.adapters.paths import shipped_bank

GOOD = Path(__file__).parents[1] / "data" / "bank" / "good.yaml"


def entry(question_id: str, **changes: str) -> str:
    """The good entry under another id, with every `old=new` applied."""
    text = GOOD.read_text("utf-8").replace("id: q-01", f"id: {question_id}")
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def test_the_same_entry_twice_is_told(tmp_path: Path) -> None:
    """Near-duplicates over prompt and signals, and every signal that stands word for word."""
    path = tmp_path / "twice.yaml"
    path.write_text(entry("q-01") + "\n" + entry("q-02"), encoding="utf-8")
    told = [(p.line, p.key, p.message) for p in check_path(path).problems]
    assert (93, "[1].prompt", "is 100% like q-01") == told[0]
    assert 7 == len(told)
    assert {"stands word for word in q-01"} == {message for _, _, message in told[1:]}


def test_the_same_entry_with_other_nouns_is_told(tmp_path: Path) -> None:
    """Nouns of the track do not make another question."""
    first = tmp_path / "a.yaml"
    second = tmp_path / "b.yaml"
    nouns = {"teams": "services", "release": "migration", "figure": "customer"}
    first.write_text(entry("q-01"), encoding="utf-8")
    second.write_text(entry("q-02", **nouns), encoding="utf-8")
    messages = [problem.message for problem in check_path(tmp_path).problems]
    assert any("like q-01" in m or "q-01 with other nouns" in m for m in messages)


def test_a_copy_of_a_shipped_question_is_told(tmp_path: Path) -> None:
    """Under its own id it is a version of it; under another it is the same question again."""
    text = (shipped_bank() / "questions" / "execution" / "guide.yaml").read_text("utf-8")
    path = tmp_path / "copy.yaml"
    path.write_text(text, encoding="utf-8")
    assert [] == check_path(path).problems
    path.write_text(text.replace("id: gq-04", "id: my-04"), encoding="utf-8")
    assert "is 100% like gq-04" in [problem.message for problem in check_path(path).problems]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A copy of the shipped bank."""
    for name in ("questions", "rubrics"):
        shutil.copytree(shipped_bank() / name, tmp_path / name)
    return tmp_path


def gaps(root: Path) -> list[tuple[str, str, str]]:
    """File, key and message of what a whole bank is told."""
    return [
        (str(Path(p.file).relative_to(root)), p.key, p.message) for p in check_path(root).problems
    ]


def test_a_thin_cell_is_told(whole: Path) -> None:
    """Fewer than eight questions of an area and track."""
    (whole / "questions" / "case" / "mobile.yaml").unlink()
    told = gaps(whole)
    assert ("questions/case", "case.mobile", "has 1 questions; at least 8") in told


def test_an_uneven_mix_of_levels_is_told(whole: Path) -> None:
    """More than five points from the wanted share."""
    for path in (whole / "questions").rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("level: tpm2", "level: senior"), "utf-8")
    keys = {key: message for _, key, message in gaps(whole) if key.startswith("level.")}
    assert keys["level.tpm2"] == "is 0.0 percent; 20 with 5 points of room"
    assert "level.senior" in keys


def test_an_untested_competency_is_told(whole: Path) -> None:
    """Fewer than four questions name it; and a question that names none."""
    for path in (whole / "questions").rglob("*.yaml"):
        text = path.read_text("utf-8").replace("ca-time-boxing", "ca-framing")
        path.write_text(text, "utf-8")
    guide = whole / "questions" / "execution" / "guide.yaml"
    line = "  competencies: [ex-control, ex-risk]\n"
    assert 1 == guide.read_text("utf-8").count(line)
    guide.write_text(guide.read_text("utf-8").replace(line, ""), "utf-8")
    told = gaps(whole)
    message = "is tested by 0 questions; at least 4"
    assert ("questions", "competency.ca-time-boxing", message) in told
    assert ("questions/execution/general.yaml", "gq-03.competencies", "names none") in told
