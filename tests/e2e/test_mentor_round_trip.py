"""All the way round: a drill, a page for a mentor, the mentor's browser, and the scores back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from program import data_of, tpmprep
from terminal import attempts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OPENING = "I would ask one director to own the order, because “we” owns nothing. 6 teams agreed."
REST = "The date stays.\nWe roll back in ten minutes, and Ana décides."
LEVELS = "1\n3\n" * 4
COMMENT = "Which signal? – “flow” is none."
OVERALL = "Good bones.\n\nAdd a figure. 👍🏽"
FIRST, SECOND = "ex.control", "ex.risk"
"""The first two dimensions of gq-03, as the page numbers them."""


@pytest.fixture
def mentor(browser: "Browser") -> Iterator["Page"]:
    """A mentor's browser in a fresh profile; it never asks the network for anything."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert [] == [url for url in asked if not url.startswith(("file:", "blob:"))]


def drilled(home: Path) -> dict[str, Any]:
    """An answer that was typed and scored in a drill; level 3 throughout."""
    stdin = f"6\n{OPENING}\n{REST}\n.\n7\n{LEVELS}\n\nBe shorter.\n"
    run = tpmprep(home, "--plain", "drill", "--question", "gq-03", "--no-redirect", stdin=stdin)
    assert 0 == run.returncode, run.stderr
    (attempt,) = attempts(home)
    assert {3} == set(attempt["scores"].values())
    return attempt


def handed_out(home: Path, folder: Path, attempt: dict[str, Any], *flags: str) -> Path:
    """The page of an attempt, as it would be sent."""
    page = folder / "for a mentor.html"
    data_of(tpmprep(home, "share", "out", attempt["id"], "--to", str(page), *flags, "--json"))
    return page


def saved_by(page: "Page", folder: Path) -> Path:
    """Press the button and keep the file under the name that the page gives it."""
    with page.expect_download() as download:
        page.click("#save")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def filled_in(page: "Page") -> None:
    """Two dimensions with levels, a quote that stands in the answer, one that does not."""
    page.check("input[name='level-1'][value='1']")
    page.fill("#quote-1", "because “we” owns nothing")
    page.fill("#comment-1", COMMENT)
    page.check("input[name='level-2'][value='4']")
    page.fill("#quote-2", "a paraphrase of it")
    page.fill("#overall", OVERALL)
    page.fill("#rater", "Grace Mentor")


def test_the_page_shows_the_answer_and_no_score(home: Path, tmp_path: Path, mentor: "Page") -> None:
    """What was asked and said, by whom; no level is chosen before the mentor chooses."""
    attempt = drilled(home)
    mentor.goto(handed_out(home, tmp_path, attempt, "--name", "Ada Example").as_uri())
    shown = mentor.inner_text("body")
    for words in (attempt["question"]["prompt"], OPENING, "Ana décides", "Ada Example"):
        assert words in shown
    assert "Be shorter" not in mentor.content()
    assert mentor.locator("input[type=radio][value='3']").count() == len(attempt["scores"])
    assert 0 == mentor.locator("input[type=radio][value='3']:checked").count()


def test_scores_go_round(home: Path, tmp_path: Path, mentor: "Page") -> None:
    """What the mentor chose and wrote stands beside one's own scores in the review."""
    attempt = drilled(home)
    mentor.goto(handed_out(home, tmp_path, attempt).as_uri())
    filled_in(mentor)
    file = saved_by(mentor, tmp_path)
    run = tpmprep(home, "share", "in", str(file))
    assert (0, "") == (run.returncode, run.stderr)
    assert "score 2.5 of 4 by Grace Mentor, yours 3.0" in run.stdout
    review = tpmprep(home, "review", attempt["id"]).stdout
    assert "Scored by Grace Mentor" in review
    for words in ("you 2 higher", "you 1 lower", '"because “we” owns nothing"', COMMENT):
        assert words in review
    assert all(line in review for line in OVERALL.splitlines())
    data = data_of(tpmprep(home, "review", attempt["id"], "--json"))
    (record,) = data["others"]
    assert {FIRST: 1, SECOND: 4} == record["scores"]
    assert {FIRST: ["because “we” owns nothing"]} == record["quotes"]
    loose = {FIRST: COMMENT, SECOND: "“a paraphrase of it”"}
    assert (loose, OVERALL) == (record["comments"], record["comment"])
    assert attempt["scores"] == data["scores"]
    assert "were taken before" in tpmprep(home, "share", "in", str(file)).stdout
    found = data_of(tpmprep(home, "review", "--calibration", "--json"))
    assert (1, ["Grace Mentor"]) == (found["others"]["agreement"]["pairs"], found["raters"])


def test_a_file_that_was_changed_on_the_way_is_refused(
    home: Path, tmp_path: Path, mentor: "Page"
) -> None:
    """A kinder level, or the file of a page that somebody else made; then the true one counts."""
    attempt = drilled(home)
    mentor.goto(handed_out(home, tmp_path, attempt, "--anonymous").as_uri())
    mentor.check("input[name='level-1'][value='2']")
    mentor.fill("#rater", "self")
    file = saved_by(mentor, tmp_path)
    true = file.read_text("utf-8")
    kinder = {**json.loads(true), "scores": {FIRST: 4}}
    file.write_text(json.dumps(kinder), "utf-8")
    run = tpmprep(home, "share", "in", str(file))
    assert (65, 1) == (run.returncode, len(run.stderr.splitlines()))
    assert "it was changed after the mentor saved it" in run.stderr
    file.write_text(true, "utf-8")
    elsewhere = tpmprep(tmp_path / "elsewhere", "share", "in", str(file))
    assert 65 == elsewhere.returncode
    assert "it answers a page that was not made here" in elsewhere.stderr
    record = data_of(tpmprep(home, "share", "in", str(file), "--json"))
    assert ("mentor", {FIRST: 2}, True) == (record["rater"], record["scores"], record["new"])
