"""Choosing one of several: as many as there are programs and stories."""

import pytest

from driving import DOWN, ENTER, desk
from tpmprep.ui.ask import ScreenAsker


@pytest.mark.parametrize(
    ("count", "keys", "chosen"),
    [(2, "2", "k2"), (9, "9", "k9"), (14, "b", "k11"), (35, "z", "k35"), (60, DOWN * 59, "k60")],
)
def test_any_number_of_choices(count: int, keys: str, chosen: str) -> None:
    """Past nine by letters, past those by arrows; nothing breaks."""
    options = {f"k{n}": f"text {n}" for n in range(1, count + 1)}
    with desk(keys + ENTER) as at:
        assert chosen == ScreenAsker(at.screen).choose("Which?", options)
