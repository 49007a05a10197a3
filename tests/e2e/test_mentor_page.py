"""The mentor's page in a real browser, opened from disk: filled in, saved, and taken back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mentor import REPLY, Open, filled
from sheets import KEY, SHARE, TOKEN
from tpmprep.adapters import jsonfile
from tpmprep.domain.share import MOST_COMMENT, why_refused

AWKWARD = (
    'He said "so", then\n\nleft \\ came back \\n \\" \\u0041',
    "naïve 日本語 👩🏽‍💻 🇨🇭 e\u0301 \u202e\u200d\u2028\u2029\ufeff end",
    "</script><!-- </style> &amp; {{ 7*7 }} \x7f\x1b\x01\x08\x0c\t end",
)


def test_what_is_chosen_comes_back(opened: Open) -> None:
    """Levels, quotes, comments and the name, under the seal of the share."""
    seen = filled(opened())
    seen.level(3, "1")
    seen.page.fill("#quote-1", "letting one director own the cuts")
    seen.page.fill("#comment-3", "The point came late.")
    seen.page.fill("#overall", "  Good material.\r\nTighten it.  ")
    data = seen.save_raw()
    reply = REPLY.validate_json(data)
    assert reply == REPLY.validate_json(json.dumps(jsonfile.load(data)))
    assert "" == why_refused(reply, [SHARE])
    assert ("tpmprep.reply/1", TOKEN, "Grace Mentor") == (reply.schema, reply.share, reply.rater)
    assert {"ex.scope": 3, "dl.answer_first": 1} == reply.scores
    assert {"ex.scope": "letting one director own the cuts"} == reply.quotes
    assert {"dl.answer_first": "The point came late."} == reply.comments
    assert "Good material.\nTighten it." == reply.comment
    assert 16 == len(bytes.fromhex(reply.reply).hex())
    assert data.startswith(b'{\n  "schema"')
    status = seen.page.inner_text("[role=status]")
    assert f"Saved as tpmprep-scores-{TOKEN[:8]}.json" in status
    assert f"tpmprep share in tpmprep-scores-{TOKEN[:8]}.json" in status


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_survive_the_seal(opened: Open, text: str) -> None:
    """Page and program make the same text to seal, whatever was typed."""
    seen = filled(opened())
    for box in ("#quote-1", "#comment-1", "#overall"):
        seen.page.fill(box, text)
    seen.page.fill("#rater", text.replace("\n", " "))
    reply = seen.save()
    assert "" == why_refused(reply, [SHARE])
    assert [text] * 3 == [reply.quotes["ex.scope"], reply.comments["ex.scope"], reply.comment]
    assert text.replace("\n", " ") == reply.rater


def test_half_a_character_becomes_a_whole_one(opened: Open) -> None:
    """Broken UTF-16 from a script or an odd keyboard cannot break the file."""
    seen = filled(opened())
    seen.page.evaluate("() => { document.getElementById('overall').value = 'a\\ud83d b\\udc00' }")
    reply = seen.save()
    assert "a\ufffd b\ufffd" == reply.comment
    assert "" == why_refused(reply, [SHARE])


@pytest.mark.parametrize("change", ["level", "name", "comment", "quote", "more"])
def test_a_changed_file_is_refused(opened: Open, change: str) -> None:
    """Nothing of what was said can be changed without the key, which the page holds."""
    seen = filled(opened())
    seen.page.fill("#quote-1", "nine months")
    reply = seen.save()
    changed = {
        "level": replace(reply, scores={"ex.scope": 4}),
        "name": replace(reply, rater="Grace"),
        "comment": replace(reply, comment="Great!"),
        "quote": replace(reply, quotes={}),
        "more": replace(reply, scores={**reply.scores, "ex.planning": 4}),
    }[change]
    assert "" == why_refused(reply, [SHARE])
    assert "it was changed after the mentor saved it" == why_refused(changed, [SHARE])
    other = replace(SHARE, key=KEY[::-1])
    assert "it was changed after the mentor saved it" == why_refused(reply, [other])


def test_the_same_scores_saved_twice_are_one_reply(opened: Open) -> None:
    """A second file counts as new only when something was changed."""
    seen = filled(opened())
    first, again = seen.save(), seen.save()
    assert first == again
    seen.level(2, "2")
    assert "Changed since you saved" in seen.page.inner_text("#saved")
    changed = seen.save()
    assert first.reply != changed.reply
    assert "" == why_refused(changed, [SHARE])


def test_remarks_without_a_level_move_to_the_overall_comment(opened: Open) -> None:
    """They are not lost, and the page says where they are."""
    seen = filled(opened())
    seen.page.fill("#overall", "Fine.")
    seen.page.fill("#quote-2", "nine months")
    seen.page.fill("#comment-2", "Not asked.")
    reply = seen.save()
    assert "" == why_refused(reply, [SHARE])
    assert ({}, {}) == (reply.quotes, reply.comments)
    moved = "Fine.\n\nPlanning (no level chosen): “nine months” Not asked."
    assert moved == reply.comment
    assert "is in the overall comment" in seen.page.inner_text("#saved")


def test_remarks_that_grow_too_long_together_are_not_cut(opened: Open) -> None:
    """The mentor decides what goes."""
    seen = filled(opened())
    seen.page.fill("#overall", "x" * MOST_COMMENT)
    assert "" == why_refused(seen.save(), [SHARE])
    seen.page.fill("#comment-2", "y")
    seen.page.click("#save")
    assert "together with what you wrote" in seen.page.inner_text("#problems")
    seen.level(2, "1")
    assert seen.page.is_hidden("#problems")
    assert "" == why_refused(seen.save(), [SHARE])


def test_what_is_missing_is_said_and_reached(opened: Open) -> None:
    """The summary has the focus, each line leads to its field, and it goes once all is there."""
    seen = opened()
    page = seen.page
    page.fill("#rater", " \u200b ")
    page.focus("#rater")
    page.keyboard.press("Enter")
    problems = page.get_by_role("alert")
    lines = ["Choose a level in at least one dimension.", "Type your name."]
    assert lines == problems.get_by_role("link").all_inner_texts()
    assert "problems" == page.evaluate("() => document.activeElement.id")
    assert "true" == page.get_attribute("#rater", "aria-invalid")
    page.get_by_role("link", name="Type your name.").click()
    assert "rater" == page.evaluate("() => document.activeElement.id")
    page.get_by_role("link", name="Choose a level").press("Enter")
    assert "level-1" == page.evaluate("() => document.activeElement.name")
    page.keyboard.press("ArrowUp")  # from "cannot say", round to 4 or back
    filled(seen)
    assert page.is_hidden("#problems")
    assert page.is_hidden("#rater-wrong")
    assert "false" == page.get_attribute("#rater", "aria-invalid")


def test_it_works_without_a_mouse(opened: Open) -> None:
    """Tab, arrows and Enter are enough; each group is one stop."""
    page = opened().page
    page.focus("section.answer")
    for keys in ("Tab", "ArrowDown", "Tab", "Tab", "Tab"):
        page.keyboard.press(keys)
    assert "level-2" == page.evaluate("() => document.activeElement.name")
    page.focus("#rater")
    page.keyboard.type("Grace")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    reply = REPLY.validate_json(Path(download.value.path()).read_bytes())
    assert {"ex.scope": 1} == reply.scores


def test_a_quote_that_is_not_in_the_answer_is_pointed_out(opened: Open) -> None:
    """Case, quote marks and line ends do not count, as on the candidate's side."""
    page = opened().page
    for quote, is_there in (
        ("We'd been ASKED for.\nThe thing", True),
        ("a paraphrase", False),
        ("", True),
    ):
        page.fill("#quote-1", quote)
        page.locator("#quote-1").dispatch_event("change")
        assert is_there == (page.inner_text("#quote-hint-1") == "")


def test_leaving_unsaved_asks_first(opened: Open) -> None:
    """Untouched or saved, the page closes without a word."""
    for touch, save, asked in (
        (False, False, []),
        (True, True, []),
        (True, False, ["beforeunload"]),
    ):
        seen = opened()
        if touch:
            filled(seen)
        if save:
            seen.save()
        with seen.page.expect_event("close"):
            seen.page.close(run_before_unload=True)
        assert asked == seen.dialogs


def test_the_file_is_plain_json(opened: Open) -> None:
    """Readable to whoever opens it before sending it on; the key is not in it."""
    data = filled(opened()).save_raw()
    assert data == (json.dumps(json.loads(data), indent=2) + "\n").encode()
    assert KEY.encode() not in data
