"""What a mentor sends back: taken only as it was saved, on a page of ours, and within bounds."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from sheets import KEY, SHARE, TOKEN
from tpmprep.domain.raters import MOST_NAME
from tpmprep.domain.share import (
    MOST_COMMENT,
    REPLY_SCHEMA,
    Reply,
    quotes_in,
    rater_of,
    seal_of,
    sealed_text,
    share_of,
    why_refused,
)

CHANGED = "it was changed after the mentor saved it"
OTHER = replace(SHARE, id="20261124-031502-00000000", token="0" * 32, key="ab" * 32)


def sealed(key: str = KEY, **changes: Any) -> Reply:
    """A reply under the seal that a page with this key makes for it."""
    reply = Reply(
        schema=REPLY_SCHEMA,
        share=TOKEN,
        reply="00112233445566ff",
        rater="Grace Mentor",
        scores={"ex.scope": 3, "dl.answer_first": 2},
        seal="",
        quotes={"ex.scope": "one owner"},
        comments={"dl.answer_first": "The point came late."},
        comment="Good material.",
    )
    reply = replace(reply, **changes)
    return replace(reply, seal=seal_of(reply, key))


def test_a_reply_as_it_was_saved_is_taken() -> None:
    """Whatever other shares there are, and whatever their order."""
    assert "" == why_refused(sealed(), [SHARE])
    assert "" == why_refused(sealed(), [OTHER, SHARE])
    assert SHARE == share_of(sealed(), [OTHER, SHARE])


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"schema": "tpmprep.reply/2"}, "it is of a newer or unknown kind"),
        ({"schema": ""}, "it is of a newer or unknown kind"),
        ({"share": "f" * 32}, "it answers a page that was not made here"),
        ({"share": TOKEN.upper()}, "it answers a page that was not made here"),
        ({"share": ""}, "it answers a page that was not made here"),
        ({"share": OTHER.token}, CHANGED),
        ({"reply": "00112233445566fe"}, CHANGED),
        ({"rater": "Grace"}, CHANGED),
        ({"rater": "Grace Mentor "}, CHANGED),
        ({"scores": {"ex.scope": 4, "dl.answer_first": 2}}, CHANGED),
        ({"scores": {"ex.scope": 3}}, CHANGED),
        ({"scores": {"ex.scope": 3, "dl.answer_first": 2, "ex.planning": 4}}, CHANGED),
        ({"scores": {"ex.planning": 3, "dl.answer_first": 2}}, CHANGED),
        ({"scores": {}}, CHANGED),
        ({"quotes": {}}, CHANGED),
        ({"quotes": {"ex.scope": "one  owner"}}, CHANGED),
        ({"quotes": {"dl.answer_first": "one owner"}}, CHANGED),
        ({"comments": {"dl.answer_first": "The point came early."}}, CHANGED),
        ({"comments": {"ex.scope": "The point came late."}}, CHANGED),
        ({"comment": ""}, CHANGED),
        ({"comment": "Good material.\n"}, CHANGED),
        ({"seal": ""}, CHANGED),
        ({"seal": "0" * 64}, CHANGED),
        ({"seal": "ä" * 64}, CHANGED),
    ],
    ids=str,
)
def test_what_was_changed_by_hand_is_refused(changes: dict[str, Any], why: str) -> None:
    """Every field is under the seal; what is not ours is said to be foreign first."""
    assert why == why_refused(replace(sealed(), **changes), [SHARE, OTHER])


def test_a_seal_is_bound_to_its_key() -> None:
    """Also one of our own, of another page."""
    assert CHANGED == why_refused(sealed(OTHER.key), [SHARE, OTHER])
    assert "it answers a page that was not made here" == why_refused(sealed(), [])


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        *(({"scores": {"ex.scope": n}}, "a level is not 1 to 4") for n in (0, 5, -1, 10**30)),
        ({"scores": {"ex.launch": 3}}, "it scores what was not on the page"),
        ({"scores": {"ex.scope": 3, "": 3}}, "it scores what was not on the page"),
        ({"scores": {}, "quotes": {}, "comments": {}}, "it holds no score"),
        ({"rater": ""}, "it does not say who scored"),
        ({"rater": " \t\n"}, "it does not say who scored"),
        ({"rater": "x" * (MOST_NAME + 1)}, "it does not say who scored"),
        ({"comment": "x" * (MOST_COMMENT + 1)}, "a comment is too long"),
        ({"comments": {"ex.scope": "x" * (MOST_COMMENT + 1)}}, "a comment is too long"),
        ({"quotes": {"ex.scope": "x" * (MOST_COMMENT + 1)}}, "a comment is too long"),
        ({"scores": {"ex.scope": 3}, "quotes": {"": "x" * 9999}}, "a comment is too long"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_right_seal_is_not_enough(changes: dict[str, Any], why: str) -> None:
    """The key stands on the page, so whoever has it can seal anything: bounds hold all the same."""
    assert why == why_refused(sealed(**changes), [SHARE])


@pytest.mark.parametrize("field", ["quotes", "comments"])
def test_remarks_on_what_was_not_on_the_page_are_refused(field: str) -> None:
    """No seal covers them, so nobody knows who wrote them."""
    said = {"ex.launch": "Great!"}
    changes: dict[str, Any] = {"quotes": {}, "comments": {}, field: said}
    assert "" != why_refused(replace(sealed(), **changes), [SHARE])
    only = sealed(**changes)
    assert "it comments on what was not on the page" == why_refused(only, [SHARE])


def test_what_just_fits_is_taken() -> None:
    """A name, a comment and levels at their bounds."""
    reply = sealed(
        rater="x" * MOST_NAME,
        scores={"ex.scope": 1, "ex.planning": 4},
        comments={"ex.scope": "x" * MOST_COMMENT},
        comment="x" * MOST_COMMENT,
    )
    assert "" == why_refused(reply, [SHARE])


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Grace Mentor", "Grace Mentor"),
        ("  Grace \n Mentor ", "Grace Mentor"),
        ("self", "mentor"),
        (" SELF\t", "mentor"),
        ("Self", "mentor"),
        ("\nself", "mentor"),
        ("selfie", "selfie"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
    ],
)
def test_a_mentor_is_never_oneself(name: str, filed: str) -> None:
    """Scores under `self` would count as one's own."""
    assert filed == rater_of(replace(sealed(), rater=name))


@given(st.text(min_size=1, max_size=MOST_NAME))
def test_any_name_is_filed_as_somebody_else(name: str) -> None:
    """On one line, and never as oneself."""
    filed = rater_of(replace(sealed(), rater=name))
    assert "self" != filed.casefold().strip()
    assert len(filed.splitlines()) <= 1


@pytest.mark.parametrize(
    ("quotes", "kept"),
    [
        ({"ex.scope": "one owner DECIDES"}, {"ex.scope": ["one owner DECIDES"]}),
        ({"ex.scope": "decides\nthe order"}, {"ex.scope": ["decides\nthe order"]}),
        ({"ex.scope": "two owners decide"}, {}),
        ({"ex.scope": "wner decid"}, {}),
        ({"ex.scope": ""}, {}),
        ({"ex.scope": "  "}, {}),
        ({"ex.planning": "One owner decides"}, {}),
        ({}, {}),
        (
            {"ex.scope": "a paraphrase", "dl.answer_first": "roll back"},
            {"dl.answer_first": ["roll back"]},
        ),
    ],
)
def test_only_words_of_the_answer_are_kept_as_quotes(
    quotes: dict[str, str], kept: dict[str, list[str]]
) -> None:
    """A paraphrase is no quote, nor are words without a level."""
    assert kept == quotes_in(replace(sealed(), quotes=quotes), make_attempt())


def test_the_sealed_text_is_what_the_page_makes() -> None:
    """By hand, as JSON.stringify writes it: no blanks, ids in order, only what must be escaped."""
    reply = sealed(
        reply="ab",
        rater='a"b\\c/d',
        scores={"ex.scope": 3, "dl.answer_first": 2},
        quotes={"ex.scope": "\u2028\u2029\x7f é 👩🏽\u200d💻"},
        comments={"ex.scope": "\b\f\n\r\t\x00\x1f", "dl.answer_first": "<>&'"},
        comment="",
    )
    assert sealed_text(reply) == (
        f'["tpmprep.reply/1","{TOKEN}","ab","a\\"b\\\\c/d",'
        '[["dl.answer_first",2,"","<>&\'"],'
        '["ex.scope",3,"\u2028\u2029\x7f é 👩🏽\u200d💻","\\b\\f\\n\\r\\t\\u0000\\u001f"]],""]'
    )


def test_a_seal_is_the_one_of_the_standard() -> None:
    """HMAC-SHA256, made by another program: `printf … | openssl dgst -sha256 -mac hmac`."""
    reply = Reply("s", "t", "r", "n", {"a": 1}, "", {}, {}, "é")
    assert '["s","t","r","n",[["a",1,"",""]],"é"]' == sealed_text(reply)
    assert "a0bc8c8cced11bf08cdfddedbb01fe876af10c6cadb0dc210d4d8503b613123a" == seal_of(
        reply, "0b" * 20
    )


@given(st.dictionaries(st.text(max_size=5), st.integers(1, 4), max_size=4), st.text(), st.text())
def test_nothing_is_lost_or_confused_in_the_sealed_text(
    scores: dict[str, int], name: str, comment: str
) -> None:
    """It reads back as what went in, so two replies that differ have two texts."""
    reply = Reply(REPLY_SCHEMA, TOKEN, "0", name, scores, "", {}, {}, comment)
    rows = [[key, scores[key], "", ""] for key in sorted(scores)]
    assert [REPLY_SCHEMA, TOKEN, "0", name, rows, comment] == json.loads(sealed_text(reply))
