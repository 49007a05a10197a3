"""Any text can be read as an artefact, at a pace that does not depend on what it is made of."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters.content import load_artifacts
from tpmprep.domain.artifact_check import check
from tpmprep.domain.artifact_text import cells_of

HEAD = "| Risk | Trigger | Owner | Action | By when | Price |\n|---|---|---|---|---|---|\n"
GOOD = "| Vendor late | no schema by 3 May | Ana Ruiz | use the old feed | 1 day | 2 weeks |\n"
ITEM = "- Risk: vendor late, trigger: no schema by 3 May, owner: Ana, action: old feed\n"
PIECES = ["# ", "Risk", "Trigger:", "owner", "|", "---", "\n", "- ", "Charter", "…", "[...]", "\\|"]


@given(st.one_of(st.text(), st.lists(st.sampled_from([*PIECES, "a", ":", " "])).map("".join)))
def test_any_text_can_be_checked(text: str) -> None:
    """Nothing raises; every problem has a place in the text, and they come in its order."""
    result = check(text, "f.md", load_artifacts())
    lines = [problem.line for problem in result.problems]
    assert lines == sorted(lines)
    assert not result.problems or result.readings
    last = 1 + text.count("\n") + text.count("\r")
    assert all(1 <= line <= last for line in lines)


@given(st.lists(st.text("ab|\\ ", max_size=6), min_size=1, max_size=5))
def test_cells_come_back(cells: list[str]) -> None:
    """What is written with a backslash before its bars is read again."""
    asked = [cell.replace("\\", "").strip() or "x" for cell in cells]
    row = " | ".join(cell.replace("|", "\\|") for cell in asked)
    assert tuple(asked) == cells_of(f"| {row} |")


LONG: dict[str, Callable[[int], str]] = {
    "good rows": lambda n: HEAD + GOOD * (n // 80),
    "bad rows": lambda n: HEAD + "| a | | team | ? | - | |\n" * (n // 25),
    "items": lambda n: ITEM * (n // 80),
    "bars": lambda n: "|" * n,
    "rules": lambda n: "|--\n" * (n // 4),
    "colons": lambda n: "# Risks\n- " + "a:" * (n // 2),
    "one item": lambda n: "- Risk: a owner: b\n" + "words here\n" * (n // 11),
    "headings": lambda n: "# Charter\n## Outcome\n" * (n // 21),
    "brackets": lambda n: HEAD + "|" + "[" * n + "|" + "<" * 99,
    "marks": lambda n: "_" * (n // 2) + "**a" * (n // 6),
    "spaces": lambda n: "#" + " " * n + "|" + "(" * 99,
}


@pytest.mark.parametrize("kind", LONG)
def test_time_grows_with_the_text(kind: str) -> None:
    """Five times the text takes about five times as long, not twenty-five."""
    rules = load_artifacts()

    def took(size: int) -> float:
        text = LONG[kind](size)
        start = time.process_time()
        check(text, "f.md", rules)
        return time.process_time() - start

    most = 400_000 if kind == "good rows" else 150_000
    took(10_000)
    small, large = took(most // 5), took(most)
    assert large < 12 * max(small, 0.02)
