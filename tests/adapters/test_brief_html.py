"""The page for the day as one HTML file: what stands on it, and hostile data that stays data."""

import base64
import hashlib
import inspect
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefs import (
    NOTES,
    STORIES,
    a_brief,
    a_hostile_brief,
    a_long_brief,
    an_empty_brief,
    portfolio,
    words,
)
from sheets import ATTACKS, HOSTILE
from tpmprep.adapters import webpage
from tpmprep.adapters.brief_html import brief_html
from tpmprep.domain.brief import Brief
from tpmprep.domain.notes import Level, Notes
from tpmprep.domain.text import clean, clean_line

OURS = Path(inspect.getfile(webpage)).with_name("templates")
ELEMENTS = re.findall(
    r"\S+",
    """html head meta title style body header h1 h2 h3 p main section ol ul li dl div dt dd span bdi
    b code footer""",
)
ATTRIBUTES = re.findall(
    r"\S+", "lang charset http-equiv content name class id dir aria-labelledby aria-hidden"
)


class Seen(HTMLParser):
    """A page as a parser sees it."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.style, self.words, self.open = "", "", [""]
        self.feed(brief_html(brief))
        self.close()
        assert [""] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element and its attributes."""
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Elements end in the order they began."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text, and what stands inside the style."""
        if self.open[-1] == "style":
            self.style += data
        else:
            self.words += data

    def handle_comment(self, data: str) -> None:
        """There are none."""
        raise AssertionError(data)


def size_of(brief: Brief) -> str | None:
    """The size that a page is printed in."""
    return next(attributes["class"] for tag, attributes in Seen(brief).tags if tag == "body")


@pytest.mark.parametrize("brief", [a_brief(), a_long_brief(), an_empty_brief(), a_hostile_brief()])
def test_only_known_elements_and_attributes(brief: Brief) -> None:
    """No script, link, image, address, inline style or event handler, whatever the data says."""
    page = Seen(brief)
    assert {tag for tag, _ in page.tags} <= set(ELEMENTS)
    assert {name for _, attributes in page.tags for name in attributes} <= set(ATTRIBUTES)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    wanted = [a["aria-labelledby"] for _, a in page.tags if "aria-labelledby" in a]
    assert sorted(map(str, ids)) == sorted(map(str, wanted))
    assert 1 == sum(tag == "h1" for tag, _ in page.tags)


@pytest.mark.parametrize("attack", [*ATTACKS, "x" * 5_000])
def test_hostile_texts_are_shown_as_they_are(attack: str) -> None:
    """The same elements as on a harmless page, and every text is there."""
    page, plain = Seen(a_hostile_brief(attack)), Seen(a_hostile_brief("word"))
    assert [tag for tag, _ in plain.tags] == [tag for tag, _ in page.tags]
    assert page.words.count(clean(attack)) >= 18
    source = brief_html(a_hostile_brief(HOSTILE))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u2028\u202e\u2066\ud800\U000e0041]", source)
    source.encode()


def test_the_policy_allows_our_style_and_nothing_else() -> None:
    """Right after the character set."""
    page = Seen(a_hostile_brief())
    assert (OURS / "brief.css").read_text("utf-8") == page.style
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    head = [attributes for tag, attributes in page.tags if tag == "meta"]
    assert {"charset": "utf-8"} == head[0]
    assert "Content-Security-Policy" == head[1]["http-equiv"]
    style = f"script-src 'none'; style-src 'sha256-{digest}'; img-src 'none'"
    expected = f"default-src 'none'; {style}; base-uri 'none'; form-action 'none'"
    assert expected == head[1]["content"]


def test_our_own_files_trust_no_data_and_know_no_address() -> None:
    """Nothing is marked as safe, and nothing is fetched."""
    for name in ("brief.html.j2", "brief.css"):
        text = (OURS / name).read_text("utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup|https?:|//\w|url\(|@import", text)


@pytest.mark.parametrize("brief", [a_brief(), a_long_brief()])
def test_nothing_is_cut(brief: Brief) -> None:
    """Every text in full, once."""
    shown = " ".join(Seen(brief).words.split())
    for section in brief.sections:
        assert section.title in shown
        assert [] == [line.text for line in section.lines if clean_line(line.text) not in shown]
    numbers = {line.number for line in brief.section("examples").lines}
    assert set() == {number for number in numbers if number not in shown}


def test_what_comes_from_a_program_stands_together() -> None:
    """Its name once in front, own things as lines of their own."""
    shown = " ".join(Seen(a_brief()).words.split())
    assert "Passkeys: sign-in failures from 6.2% to 1.9% · 31% fewer support tickets ·" in shown
    assert "9 months, 4 teams, 5 hospitals 1 launch that I stopped Discharge times:" in shown


def test_the_ambiguity_story_among_the_examples_is_not_told_twice() -> None:
    """A hint at its place is enough; another story is told."""
    assert "Example 1, above." in Seen(a_brief()).words
    notes = Notes(examples=("forecast", "second-factor", "two-owners"), ambiguity="replay")
    other = Seen(a_brief(portfolio(notes))).words
    assert "above." not in other
    assert "technical risk · Ledger move" in other


def test_what_is_missing_is_said() -> None:
    """In its place, and at the end with the command."""
    page = Seen(a_brief(portfolio(Notes(), STORIES[:1])))
    assert 2 == page.words.count("Not written yet.")  # level story, close
    assert "the level story: tpmprep brief fill level" in page.words
    assert 3 == page.words.count("(suggested)")
    assert "Still missing" not in Seen(a_brief()).words
    assert "Interview brief\n" in Seen(an_empty_brief()).words


def test_the_more_there_is_the_smaller_it_is_printed() -> None:
    """Four sizes; the least is for whatever is longer."""
    sizes = [
        size_of(a_brief(portfolio(Notes(level=Level(*(words(length),) * 3)), (), ())))
        for length in range(50, 1_500, 50)
    ]
    assert ["large", "medium", "small", "least"] == list(Counter(sizes))
    assert "medium" == size_of(a_brief())
    assert "least" == size_of(a_long_brief())
    assert NOTES.role in Seen(a_brief()).words
