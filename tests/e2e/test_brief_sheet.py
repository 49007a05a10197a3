"""The page for the day in a real browser: on paper, on a telephone, and under attack."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefs import (
    NOTES,
    a_brief,
    a_hostile_brief,
    a_long_brief,
    an_empty_brief,
    portfolio,
    words,
)
from browser import axe_faults, axe_script
from sheets import HOSTILE
from tpmprep.adapters.brief_html import brief_html
from tpmprep.domain.brief import Brief
from tpmprep.domain.notes import Close, Level
from tpmprep.domain.text import clean

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

Show = Callable[..., "Page"]

PAPER = ("A4", "Letter")
LEAST_PX = 12.0
"""Nine points: the least that is printed."""

SIZES = """() => [...document.querySelectorAll("body *")]
  .filter((e) => e.getClientRects().length && [...e.childNodes].some((n) => n.nodeType === 3))
  .map((e) => parseFloat(getComputedStyle(e).fontSize))"""


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Opens a page from disk in a profile of its own; whatever it asks or says fails the test."""
    contexts: list[BrowserContext] = []
    noticed: list[str] = []

    def dialog(shown: "Dialog") -> None:
        noticed.append(shown.message)
        shown.accept()

    def open_page(brief: Brief, **options: Any) -> "Page":
        path = tmp_path / "brief.html"
        path.write_text(brief_html(brief), "utf-8")
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: noticed.append(message.text))
        page.on("dialog", dialog)
        page.on("request", lambda request: noticed.append(request.url))
        page.goto(path.as_uri())
        assert [path.as_uri()] == noticed
        noticed.clear()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == noticed


def sheets(page: "Page", paper: str) -> int:
    """How many sheets it takes to print a page."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def larger(count: int) -> Brief:
    """A page with a level story and a close of so many characters each."""
    text = words(count)
    level, close = Level(*(text,) * 3), Close(*(text,) * 4)
    return a_brief(portfolio(replace(NOTES, level=level, close=close)))


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("brief", [a_brief(), a_long_brief(), an_empty_brief()])
def test_it_prints_on_one_sheet(show: Show, brief: Brief, paper: str) -> None:
    """As it is mostly filled, as full as it gets, and empty."""
    assert 1 == sheets(show(brief), paper)


@pytest.mark.parametrize("count", range(50, 451, 100))
def test_every_size_keeps_to_one_sheet(show: Show, count: int) -> None:
    """Also where the next smaller size begins."""
    page = show(larger(count))
    assert [1, 1] == [sheets(page, paper) for paper in PAPER]


def test_what_is_longer_flows_on(show: Show) -> None:
    """Nothing is cut, covered or hidden: more sheets are used instead."""
    page = show(larger(2_000))
    assert all(2 <= sheets(page, paper) <= 4 for paper in PAPER)
    page.emulate_media(media="print")
    hidden = "() => [...document.querySelectorAll('*')].filter((e) => "
    clipped = "getComputedStyle(e).overflow !== 'visible' && e !== document.documentElement)"
    assert [] == page.evaluate(f"{hidden}{clipped}.map((e) => e.localName)")
    assert 7 == page.inner_text("main").count(words(2_000))


@pytest.mark.parametrize("brief", [a_brief(), a_long_brief(), larger(200), larger(350)])
def test_print_is_large_enough_to_read(show: Show, brief: Brief) -> None:
    """Nine points at least, whatever the element; gaps are for the desk, not for paper."""
    page = show(brief)
    page.emulate_media(media="print")
    assert min(page.evaluate(SIZES)) >= LEAST_PX
    assert min(show(a_brief()).evaluate(SIZES)) >= LEAST_PX


def test_what_is_missing_is_not_printed(show: Show) -> None:
    """It is a list of things to do at the desk."""
    page = show(an_empty_brief())
    assert page.is_visible("#missing")
    page.emulate_media(media="print")
    assert not page.is_visible("#missing")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1100, "dark")])
@pytest.mark.parametrize("brief", [a_brief(), an_empty_brief(), a_hostile_brief("a" * 5_000)])
def test_no_serious_accessibility_fault(show: Show, brief: Brief, width: int, scheme: str) -> None:
    """On a telephone and on a desk; nothing is wider than the window."""
    size = {"width": width, "height": 800}
    page = show(brief, viewport=size, color_scheme=scheme, bypass_csp=True)  # axe is a script
    page.evaluate(axe_script())
    assert [] == axe_faults(page)
    assert width == page.evaluate("() => document.documentElement.scrollWidth")


def test_hostile_texts_stay_text(show: Show) -> None:
    """No dialog, no element, no request; the same shape as a harmless page."""
    count = "() => [...document.querySelectorAll('*')].map((e) => e.localName).join()"
    page = show(a_hostile_brief())
    assert show(a_hostile_brief("word")).evaluate(count) == page.evaluate(count)
    shown = page.inner_text("body")
    assert shown.count(" ".join(clean(HOSTILE).split())) >= 15
    assert "<U+202E>evil<U+2066>" in shown
    page.wait_for_timeout(200)


def test_endless_words_are_broken_on_paper(show: Show) -> None:
    """Five thousand letters without a blank take lines, not a wider sheet."""
    page = show(a_hostile_brief("a" * 5_000))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 within its margins
    assert 718 == page.evaluate("() => document.documentElement.scrollWidth")
