"""Text as the product sees it: made safe for a terminal, counted, cut into quotable spans."""

import re
from itertools import pairwise
from typing import NewType

Safe = NewType("Safe", str)
"""Text that a terminal shows and never obeys. Only `clean` makes it."""

SPEAKING_WPM = 140
"""Words a minute of a calm speaker: the middle of the 125 to 160 that speaking guides give."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 (but tab and line feed), DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # text direction overrides
    "\u2028\u2029\ufeff"  # line separators that terminals treat each in their way
    "\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f"  # no width; joiners stay: scripts need them
    "\U000e0000-\U000e007f"  # tag characters: invisible text
    "\ud800-\udfff]"  # lone surrogates: cannot be encoded
)
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+[\"”’')\]]*(?=\s)|\n")
_NO_END = re.compile(r"(?:^[ \t]*\d{1,3}|\b(?:e\.g|i\.e|vs))\.\Z", flags=re.MULTILINE)
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def clean(text: str) -> Safe:
    """`text` with every control, direction and invisible character made visible as `<U+XXXX>`.

    The joiners U+200C and U+200D stay, because scripts and names are written with them.
    Line ends become `\\n`. The one door between untrusted text and a terminal.
    """
    flat = text.replace("\r\n", "\n").replace("\r", "\n")
    return Safe(_HIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", flat))


def json_shown(text: str) -> str:
    """JSON in which what a terminal could obey or hide stands as `\\uXXXX`: the same values."""
    return _HIDDEN.sub(lambda found: _escaped(found.group()), text)


def _escaped(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))


def is_clean(text: str) -> bool:
    """Whether `clean` would leave `text` as it is, but for its line ends."""
    return _HIDDEN.search(text) is None or _HIDDEN.search(text.replace("\r\n", "\n")) is None


def clean_line(text: str) -> Safe:
    """`clean` text on one line: line breaks and runs of blanks become one blank."""
    return Safe(" ".join(clean(text).split()))


def encodable(text: str) -> str:
    """`text` without lone surrogates (they come from odd locales), so that UTF-8 can store it."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def word_count(text: str) -> int:
    """How many words `text` has."""
    return len(_WORD.findall(text))


def spoken_s(text: str, words_per_minute: int = SPEAKING_WPM) -> float:
    """Seconds it takes to say `text` aloud at `words_per_minute`."""
    return word_count(text) * 60 / words_per_minute


def normalised(text: str) -> str:
    """`text` for comparing quotes: case, quote marks and blanks do not count."""
    plain = text.casefold().replace("’", "'").replace("“", '"').replace("”", '"')
    return " ".join(plain.split())


def holds_quote(text: str, quote: str) -> bool:
    """Whether the words of `quote` stand in `text`, in that order and unbroken, as whole words."""
    wanted = re.escape(normalised(quote))
    whole = rf"(?<!\w){wanted}(?!\w)"
    return bool(wanted) and re.search(whole, normalised(text)) is not None


def sentences(text: str) -> list[str]:
    """The sentences of `text`, trimmed, in order; a line break also ends one."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands, trimmed.

    The dot inside a figure (4.5), of a numbered line or of "e.g." ends none.
    """
    found = (match.end() for match in _SENTENCE_END.finditer(text))
    ends = [end for end in found if not _NO_END.search(text, max(0, end - 12), end)]
    spans = []
    for left, right in pairwise([0, *ends, len(text)]):
        part = text[left:right]
        start = left + len(part) - len(part.lstrip())
        if start < right:
            spans.append((start, left + len(part.rstrip())))
    return spans


def shorten(text: str, width: int) -> str:
    """`text` on one line of at most `width` characters, with an ellipsis.

    Cut at a word, unless that would give away more than half of the room.
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    if width < 1:
        return ""
    head = line[: width - 1]
    at_word = head.rsplit(" ", 1)[0]
    return (at_word if len(at_word) * 2 > width else head) + "…"


def in_a_sentence(title: str) -> str:
    """A title as it stands inside a sentence: only its first letter is made small."""
    return title[:1].lower() + title[1:]


def clock_words(seconds: float) -> str:
    """`seconds` as `m:ss`, from an hour on as `h:mm:ss`; never negative."""
    whole = max(0, int(seconds))
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
