"""The mentor's page under attack, without a network, and for people who see or type otherwise."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from browser import axe_faults, axe_script
from mentor import Open, filled
from sheets import HOSTILE, SHARE, a_hostile_sheet, a_sheet
from tpmprep.domain.share import SheetPart, why_refused

if TYPE_CHECKING:
    from playwright.sync_api import Route


def test_hostile_texts_stay_text(opened: Open) -> None:
    """No dialog, no element, no request; the same shape as a harmless page."""
    count = "() => [...document.querySelectorAll('*')].map((e) => e.localName).join()"
    seen = opened(a_hostile_sheet())
    attacked = seen.page.evaluate(count)
    shown = seen.page.inner_text("body")
    assert "<script>alert(1)</script>" in shown
    assert "<U+202E>evil<U+2066><U+2028><U+D800><U+E0041>" in shown
    assert "{{ 7*7 }}" in shown
    seen.page.wait_for_timeout(200)
    assert ([], []) == (seen.dialogs, seen.said)
    assert 1 == len(seen.asked)
    title = dict.fromkeys(("prompt", "context", "bar", "by", "answered_on"), "x")
    dimensions = tuple(replace(d, name="x") for d in a_hostile_sheet().dimensions)
    plain = replace(a_hostile_sheet(), dimensions=dimensions, **title)  # type: ignore[arg-type]
    assert opened(plain).page.evaluate(count) == attacked


def test_hostile_names_stay_text_in_messages_too(opened: Open) -> None:
    """What the page itself writes from data is text as well."""
    dimensions = tuple(replace(d, name=HOSTILE) for d in a_sheet().dimensions)
    seen = filled(opened(replace(a_sheet(), dimensions=dimensions)))
    seen.page.fill("#comment-2", HOSTILE.replace("\x00", ""))
    reply = seen.save()
    assert "" == why_refused(reply, [SHARE])
    assert "</style><script>alert(1)</script>" in reply.comment
    assert ([], []) == (seen.dialogs, seen.said)


def test_a_whole_sitting_asks_for_nothing(opened: Open) -> None:
    """From opening to the saved file: one file is read, and the console stays empty."""
    seen = filled(opened())
    seen.save()
    seen.page.wait_for_timeout(200)
    rest = [url for url in seen.asked if not url.startswith("blob:")]
    assert [seen.page.url] == rest
    assert [] == seen.said


INJECTED = """async (address) => {
  const image = new Image();
  image.src = address + "image.png";
  document.body.append(image);
  const style = document.createElement("style");
  style.textContent = "body { opacity: 0.5 }";
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(style, script);
  await fetch(address + "fetch", { mode: "no-cors" }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  return [window.ran ?? false, getComputedStyle(document.body).opacity];
}"""


@pytest.mark.parametrize("policy", ["kept", "bypassed"])
def test_the_policy_stops_what_the_listeners_would_see(
    opened: Open, policy: Literal["kept", "bypassed"]
) -> None:
    """The control: without the policy the same image, request, style and script do get through."""
    seen = opened(bypass_csp=policy == "bypassed")
    reached: list[str] = []
    address = "http://outside.invalid/"

    def answer(route: "Route") -> None:
        reached.append(route.request.url.removeprefix(address))
        route.fulfill(status=204)

    seen.page.route(f"{address}**", answer)
    effects = seen.page.evaluate(INJECTED, address)
    violations = [line for line in seen.said if "Content Security Policy" in line]
    if policy == "bypassed":
        assert ["fetch", "image.png"] == sorted(reached)
        assert {f"{address}fetch", f"{address}image.png"} <= set(seen.asked)
        assert ([True, "0.5"], []) == (effects, violations)
    else:
        assert [] == reached
        assert [False, "1"] == effects
        refused = ("loading the image", "inline style", "inline script", "connecting to")
        for what in refused:
            assert [line for line in violations if what in line.lower()], (what, violations)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1100])
def test_no_serious_accessibility_fault(
    opened: Open, scheme: Literal["light", "dark"], width: int
) -> None:
    """As it opens, with errors, and saved; nothing is wider than the window."""
    size = {"width": width, "height": 800}
    long = SheetPart("", "We measured it, decided it and told everybody.\n" * 60)  # it scrolls
    sheet = replace(a_sheet(), parts=(*a_sheet().parts, long, SheetPart("Go on.", "")))
    seen = opened(sheet, script=axe_script(), color_scheme=scheme, viewport=size)
    assert [] == axe_faults(seen.page)
    seen.page.click("#save")
    assert seen.page.is_visible("#problems")
    assert [] == axe_faults(seen.page)
    seen.page.fill("#quote-1", "not in it")
    filled(seen).save()
    assert [] == axe_faults(seen.page)
    assert width == seen.page.evaluate("() => document.documentElement.scrollWidth")


def test_axe_would_find_a_fault(opened: Open) -> None:
    """The control: a field without a label and pale text."""
    seen = opened(script=axe_script())
    seen.page.evaluate(
        """() => {
          document.querySelector("label[for=rater]").remove();
          document.querySelector("h2").style.color = "#ccc";
        }"""
    )
    kinds = {fault.split(":")[0] for fault in axe_faults(seen.page)}
    assert {"label", "color-contrast"} <= kinds


def test_a_browser_that_cannot_seal_says_so(opened: Open) -> None:
    """In place of the button, before anything is typed in vain."""
    gone = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });"
    page = opened(script=gone).page
    assert page.is_hidden("#save")
    assert "cannot save" in page.inner_text("#cannot-save")
    page = opened().page
    assert page.is_visible("#save")
    assert page.is_hidden("#cannot-save")


def test_without_javascript_it_says_so_at_once(opened: Open) -> None:
    """The page can still be read."""
    page = opened(java_script_enabled=False).page
    assert "JavaScript is off" in page.locator("noscript").inner_text()
    assert page.is_hidden("#save")
    assert page.is_visible("#cannot-save")
