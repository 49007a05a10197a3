"""A real browser without a window, for pages that people open."""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_FLAGS = [
    "--no-sandbox",  # tests may run as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_AXE = "axe_playwright_python"


@contextmanager
def chromium() -> Iterator["Browser"]:
    """The Chromium of this machine. Skips the test without one, unless TPMPREP_TEST_ALL is set."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        _give_up("there is no chromium on PATH")
    for library in ("playwright", _AXE):
        if importlib.util.find_spec(library) is None:
            _give_up(f"{library} is not installed")
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory(prefix="tpmprep-browser-") as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            headless=True,
            args=_FLAGS,
            env={**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home},
        )
        try:
            yield browser
        finally:
            browser.close()


def axe_script() -> str:
    """The accessibility checker, to be run in a page before its own scripts."""
    return (files(_AXE) / "axe.min.js").read_text("utf-8")


def axe_faults(page: "Page") -> list[str]:
    """The serious and critical faults that axe finds in a page that was opened with its script."""
    found: dict[str, Any] = page.evaluate("() => axe.run()")
    assert len(found["passes"]) > 10
    return [
        f"{fault['id']}: {node['html']}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def _give_up(reason: str) -> None:
    if os.environ.get("TPMPREP_TEST_ALL"):
        pytest.fail(f"TPMPREP_TEST_ALL is set, and {reason}")
    pytest.skip(reason)
