"""Ten days of preparation, as somebody reads them who misses three and rests one."""

from pathlib import Path

from life import MISSED, RESTED, ten_days

GOLDEN = Path(__file__).parents[1] / "data" / "ten_days.txt"


def test_the_mornings_of_ten_days(home: Path) -> None:
    """Word for word what was read and found sensible; see tests/life.py for a change on purpose."""
    assert GOLDEN.read_text("utf-8") == ten_days(home)


def test_what_the_golden_file_shows() -> None:
    """Missed days are free and never a debt, the rest is kept, the story without a number waits."""
    text = GOLDEN.read_text("utf-8")
    last = text[text.rindex("$ tpmprep plan\n") :].splitlines()
    states = {line[:6].strip(): line for line in last if line.startswith("Day ")}
    assert 10 == len(states)
    assert all("free" in states[f"Day {day}"] for day in MISSED)
    assert states[f"Day {RESTED}"].rstrip().endswith("rest")
    assert "overdue" not in text.lower()
    assert "told already, with no number and no decision in it yet" in text
    assert "The interview is today. Good luck." in last
