"""The page for the day as Markdown, read again by a Markdown parser."""

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefs import NOTES, a_brief, a_hostile_brief, a_long_brief, an_empty_brief, portfolio
from sheets import ATTACKS
from tpmprep.domain.brief import Brief, markdown
from tpmprep.domain.notes import Notes
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.text import clean_line

MARKUP = (
    *("# h", "###", "## a ##", "C #", "> q", ">q", "- i", "+ i", "* i", "-", "---", "***", "___"),
    *("===", "1. one", "12) one", "```sh", "~~~", "`code`", "| a | b |", "|-|-|", "    code"),
    *("**b**", "__b__", "*i*", "_i_", "~~s~~", "<b>b</b>", "<!-- c -->", "<https://a.example>"),
    *(
        "[a](https://a.example)",
        "![a](b)",
        "[a]: /b",
        "&lt;&#60;&amp;",
        "\\",
        "\\*",
        "a\\",
        "- [ ] x",
    ),
    *("a\n# b", "a\n---", "a\n\n> b", "a  \nb", "\t# tab", "$x$", "5 * 3 * 2", "snake_case_name"),
)


class Seen(HTMLParser):
    """What a reader sees of a page, and the elements it has."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.words = ""
        self.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element; none has attributes."""
        assert [] == attrs
        self.tags[tag] += 1

    def handle_data(self, data: str) -> None:
        """Text."""
        self.words += data

    def handle_comment(self, data: str) -> None:
        """There are none."""
        raise AssertionError(data)


def noted(role: str, risk: str) -> Brief:
    """A page with hardly more than these two."""
    return a_brief(Portfolio(notes=Notes(role=role, risks=(risk, "b"))))


PLAIN = Seen(markdown(noted("x", "x")))


def test_a_full_page() -> None:
    """Readable as it stands."""
    lines = markdown(a_brief()).splitlines()
    assert [
        "# Senior TPM, Payments Platform at Acme",
        "",
        "Interview on Friday 4 December 2026",
    ] == (lines[:3])
    assert (
        "- **Passkeys without the second factor** "
        "(sign-in failures from 6.2% to 1.9%; scope cut; Passkeys)"
    ) in lines
    assert "- **Ready for:** A program across two organisations with a budget of its own." in lines
    assert "- 31% fewer support tickets (Passkeys)" in lines
    assert "## Still missing" not in lines
    assert "\n\n\n" not in "\n".join(lines)


def test_an_empty_page() -> None:
    """Says what is not written yet, and how to write it."""
    text = markdown(an_empty_brief())
    assert text.startswith("# Interview brief\n\n## Three examples\n\nNot written yet.\n")
    assert "- the level story: `tpmprep brief fill level`\n" in text
    assert text.endswith("let the figures do the rest.\n")


def test_what_is_suggested_says_so() -> None:
    """It is nobody's choice yet."""
    text = markdown(a_brief(portfolio(replace(NOTES, risks=()))))
    assert "- Scope (1.5 of 4 so far) *suggested*\n" in text


def test_nothing_is_cut() -> None:
    """Every text of a long page in full."""
    brief = a_long_brief()
    shown = Seen(markdown(brief)).words
    texts = [line.text for section in brief.sections for line in section.lines]
    assert [] == [text for text in texts if clean_line(text) not in shown]


@pytest.mark.parametrize("text", [*MARKUP, *ATTACKS])
def test_markup_in_a_text_stays_text(text: str) -> None:
    """The same elements as with a plain word in its place, and all of it is seen."""
    seen, plain = Seen(markdown(a_hostile_brief(text))), Seen(markdown(a_hostile_brief("word")))
    assert plain.tags == seen.tags
    assert seen.words.count(clean_line(text)) >= 15


@given(st.text(alphabet="ab1 \n\t\\`*_#>-+=|~<&;[](){}.!:/'\"", min_size=1, max_size=30))
def test_no_text_is_markup(text: str) -> None:
    """Whatever the signs and their order."""
    seen = Seen(markdown(noted(f"x{text}", f"x {text}")))
    assert PLAIN.tags == seen.tags
    assert clean_line(f"x{text}") in seen.words
    assert clean_line(f"x {text}") in seen.words


@given(st.text(min_size=1, max_size=12).filter(lambda text: text.strip() != ""))
def test_a_text_in_front_is_no_markup(text: str) -> None:
    """As the whole of a line."""
    assert PLAIN.tags == Seen(markdown(noted("x", text))).tags


def test_ordinary_signs_stay_as_they_are() -> None:
    """Readable without a viewer too."""
    brief = a_brief(portfolio(replace(NOTES, risks=("3.5 million, -40% & +2", "R&D (C#) at $2M!"))))
    text = markdown(brief)
    assert "\n- 3.5 million, -40% & +2\n" in text
    assert "\n- R&D (C#) at $2M!\n" in text
