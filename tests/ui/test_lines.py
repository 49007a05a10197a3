"""Reading lines while a clock runs, from whoever types them."""

import io
from typing import Any

import pytest

from driving import pipe
from tpmprep.ui.lines import LineReader

TICK_S = 0.02


def test_reading_can_end_after_a_while() -> None:
    """Nothing in time is None; the end of input stays the end."""
    with pipe() as (stream, write):
        lines = LineReader(stream)
        assert lines.next(TICK_S) is None
        write("a\r\nb\n")
        assert ["a", "b"] == [lines.next(), lines.next()]
    reader = LineReader(io.StringIO("last"))
    assert "last" == reader.next()
    for _ in range(2):
        with pytest.raises(EOFError):
            reader.next()


def test_nothing_is_read_before_it_is_wanted() -> None:
    """An editor opened between two questions has the keyboard to itself."""

    class Counted:
        lines = ("a\n", "b\n", "c\n")
        reads = 0

        def readline(self) -> str:
            self.reads += 1
            return self.lines[self.reads - 1]

    stream: Any = Counted()
    reader = LineReader(stream)
    assert ["a", "b"] == [reader.next(), reader.next()]
    assert 2 == stream.reads
