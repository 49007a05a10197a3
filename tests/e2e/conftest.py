"""What several files in a real browser need."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import chromium
from mentor import Open, pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One browser for this file."""
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a sheet from disk, in a profile of its own."""
    with pages(browser, tmp_path) as open_page:
        yield open_page
