"""Detectors: the places they see, and the look-alikes they leave alone."""

import pytest

from tpmprep.domain.detectors import numbers, we_without_owner


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell from 4.5% to 2 %.", ["4.5%", "2 %"]),
        ("Two teams, twelve weeks, half the cost.", ["Two", "twelve", "half"]),
        ("We saved $1,200 and €40.", ["$1,200", "€40"]),
        ("One of us went to the shop.", []),
        ("p95 and v2 are names", []),
        ("", []),
    ],
)
def test_numbers(text: str, found: list[str]) -> None:
    """Figures and counted words; "one" is too common to say anything."""
    spans = numbers(text)
    assert found == [text[span.start : span.end].rstrip(".,") for span in spans]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We decided to wait.", 1),
        ("We decided to wait, and I told the sponsor.", 0),
        ("We asked the director. We went on.", 2),
        ("The director said yes to what we asked. We went on.", 1),
        ("Three days after we opened, calls tripled.", 0),
        ("Everyone agreed.", 0),
        ("The power went out.", 0),
    ],
)
def test_we_without_an_owner(text: str, count: int) -> None:
    """A sentence in which "we" act and nobody is named who acts; who is only asked did nothing."""
    spans = we_without_owner(text)
    assert count == len(spans)
    assert all(text[span.start : span.end] == span.text for span in spans)
