"""Wrapping at words in the editor, which prompt_toolkit by itself does at characters."""

import re
from bisect import bisect_right
from itertools import pairwise

from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

LONGEST_LINE = 20_000
"""Longer lines (a paste without line ends) keep the plain wrapping: it costs nothing."""

_WORD = re.compile(r"\S+")


class WordWrap(Processor):
    """Pads the end of a screen row with blanks where the next word would be cut in two.

    Only the display changes; the text keeps its characters and the cursor its place.
    """

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line with the blanks put in, and the maps between its places and the text's."""
        fragments = transformation_input.fragments
        text = fragment_list_to_text(fragments)
        pads = padding(text, transformation_input.width) if len(text) <= LONGEST_LINE else []
        if not pads:
            return Transformation(fragments)
        style = fragments[0][0] if fragments else ""
        cuts = [0, *(place for place, _ in pads), len(text)]
        pieces = [text[start:end] for start, end in pairwise(cuts)]
        blanks = ["", *(" " * count for _, count in pads)]
        shown = "".join(blank + piece for blank, piece in zip(blanks, pieces, strict=True))
        places = [place for place, _ in pads]
        added = [0]
        for _, count in pads:
            added.append(added[-1] + count)

        def to_display(place: int) -> int:
            return place + added[bisect_right(places, place)]

        def to_source(place: int) -> int:
            starts = [start + added[n + 1] for n, start in enumerate(places)]
            passed = bisect_right(starts, place)
            nearest = places[passed] if passed < len(places) else len(text)
            return min(place - added[passed], nearest)

        return Transformation([(style, shown)], to_display, to_source)


def padding(text: str, width: int) -> list[tuple[int, int]]:
    """Where to put how many blanks so that no word of `text` is cut at `width` columns."""
    if width < 2:  # nothing can be wrapped in one column
        return []
    pads: list[tuple[int, int]] = []
    column, last = 0, 0
    for word in _WORD.finditer(text):
        column += get_cwidth(text[last : word.start()])
        size = get_cwidth(word.group())
        room = width - column % width
        if size > room and size <= width and column % width:
            pads.append((word.start(), room))
            column += room
        column += size
        last = word.end()
    return pads
