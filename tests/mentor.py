"""A mentor at the page: opens it from disk, fills it in, and saves the file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from sheets import TOKEN, a_sheet
from tpmprep.adapters.html import mentor_page
from tpmprep.domain.share import Reply, Sheet

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

REPLY = TypeAdapter(Reply)


@dataclass
class Opened:
    """A page in the browser, and all that was noticed around it."""

    page: "Page"
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def dialog(self, dialog: "Dialog") -> None:
        """Note a dialog, and let the page go on."""
        self.dialogs.append(dialog.type)
        dialog.accept()

    def level(self, number: int, level: str) -> None:
        """Choose a level in dimension `number`, counted from 1."""
        self.page.check(f"input[name='level-{number}'][value='{level}']")

    def save(self) -> Reply:
        """Press the button and read the file that the browser was given."""
        return REPLY.validate_json(self.save_raw())

    def save_raw(self) -> bytes:
        """The bytes of that file; its name begins with the token."""
        with self.page.expect_download() as download:
            self.page.click("#save")
        assert f"tpmprep-scores-{TOKEN[:8]}.json" == download.value.suggested_filename
        return Path(download.value.path()).read_bytes()


Open = Callable[..., Opened]


@contextmanager
def pages(browser: "Browser", folder: Path) -> Iterator[Open]:
    """A function that opens the page of a sheet in a fresh profile; options are the profile's."""
    contexts = []

    def open_page(sheet: Sheet | None = None, script: str = "", **options: Any) -> Opened:
        path = folder / "answer.html"
        path.write_text(mentor_page(sheet or a_sheet()), "utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        seen = Opened(context.new_page())
        seen.page.on("request", lambda request: seen.asked.append(request.url))
        seen.page.on("console", lambda message: seen.said.append(message.text))
        seen.page.on("pageerror", lambda error: seen.said.append(str(error)))
        seen.page.on("dialog", seen.dialog)
        seen.page.goto(path.as_uri())
        return seen

    try:
        yield open_page
    finally:
        for context in contexts:
            context.close()


def filled(seen: Opened) -> Opened:
    """The least that can be saved."""
    seen.level(1, "3")
    seen.page.fill("#rater", "Grace Mentor")
    return seen
