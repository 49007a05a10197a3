"""Anchors: found in a person's own words, and heard in an answer however they are said."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positions import (
    ANY_PROGRAM,
    ASSISTANT,
    BARE,
    CRM,
    LEDGER,
    PASSKEYS,
    PROGRAMS,
    TRAIN,
    WRITTEN,
    all_texts,
    words_in,
)
from tpmprep.adapters.content import load_positioning
from tpmprep.domain.anchors import DATE, Anchor, AnchorKind, anchors_of, said
from tpmprep.domain.clauses import clause_with
from tpmprep.domain.program import Program, Scale
from tpmprep.domain.text import word_count

SHIPPED = load_positioning()
KINDS = {kind.id: kind for kind in SHIPPED.kinds}


def found(program: Program, kinds: tuple[AnchorKind, ...]) -> list[tuple[str, str]]:
    """The anchors of a program in short."""
    return [(anchor.kind, anchor.words) for anchor in anchors_of(program, kinds)]


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (
            LEDGER,
            [
                ("performance", "p95 from 900 ms to 410 ms"),
                ("tickets", "Support tickets went from 900 to 310 a week"),
                ("team_size", "4 teams and 31 engineers, reporting to two directors"),
                ("traffic", "2.1 million merchants"),
                ("launch_date", "launched 3 October 2025"),
            ],
        ),
        (
            ASSISTANT,
            [
                ("team_size", "Three squads: models, web, claims operations"),
                ("launch_date", "Launched in July 2025 to 3,400 agents"),
                ("adoption", "64% of agents use it every day after 8 weeks"),
                ("product_surface", "insurance claims on the web and in the agent console"),
            ],
        ),
        (
            PASSKEYS,
            [
                ("performance", "Sign-in failures from 6.2% to 1.9%"),
                ("team_size", "Identity, mobile, support: about 25 people"),
                ("traffic", "11 million consumers"),
                ("product_surface", "Passkeys on web, iOS, Android and in support tooling"),
            ],
        ),
        (
            TRAIN,
            [
                ("performance", "Crash-free sessions from 98.1% to 99.7%"),
                ("team_size", "5 teams"),
                ("adoption", "Adoption of the newest version after a week rose to 71 percent"),
                (
                    "product_surface",
                    "iOS and Android app releases every two weeks instead of every eight",
                ),
            ],
        ),
        (
            CRM,
            [
                ("team_size", "7 teams in 3 countries"),
                ("revenue", "Renewals worth 40 million euros a year were at stake"),
                ("segment", "We replaced three CRMs with one for enterprise sales in EMEA"),
            ],
        ),
        (BARE, []),
    ],
    ids=lambda value: value.id if isinstance(value, Program) else "",
)
def test_recruiter_anchors(program: Program, expected: list[tuple[str, str]]) -> None:
    """Their own words with the figure, a change first, names without a figure last."""
    assert expected == found(program, SHIPPED.recruiter)


def test_scale_anchors_of_a_migration() -> None:
    """All nine of the application list, each from its own field."""
    kinds = [kind for kind, _ in found(LEDGER, SHIPPED.scale)]

    assert "latency" == kinds[0]
    assert {kind.id for kind in SHIPPED.scale} == set(kinds)
    assert ("budget", "1.4 million dollars and 9 contractors") in found(LEDGER, SHIPPED.scale)


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({"metrics": ("2.1 million users",)}, ["traffic"]),
        ({"metrics": ("2,100,000 accounts moved",)}, ["traffic"]),
        ({"metrics": ("2,100,000 accounts adopted it",)}, ["traffic"]),
        ({"scope": "three tools for sales"}, ["traffic"]),
        ({"metrics": ("40% of users adopted it",)}, ["traffic", "adoption"]),
        ({"teams": "4 teams", "outcome": "All 4 teams stayed."}, ["traffic", "team_size"]),
        ({"teams": "4 teams", "outcome": "4 users called."}, ["traffic", "team_size"]),
    ],
)
def test_one_figure_is_one_anchor(changes: dict[str, Any], kinds: list[str]) -> None:
    """Written twice or in two ways; the same small figure of something else is another."""
    scale = Scale(customers="2.1M users")
    got = anchors_of(replace(BARE, scale=scale, **changes), SHIPPED.recruiter)

    assert sorted(kinds) == sorted(anchor.kind for anchor in got)


def test_a_clause_begins_with_a_whole_word() -> None:
    """Cut out of the middle, "M" of "$3.2M" is no word; and the cut end is seen."""
    text = "We had spent $3.2M on our own 4 teams " + "who came and " * 9

    words = clause_with(text, text.index("4 t"), text.index(" teams"))

    assert words == "$3.2M on our own 4 teams who came and who came…"


@given(ANY_PROGRAM)
@settings(max_examples=150, deadline=None)
def test_anchors_are_short_and_own_words(program: Program) -> None:
    """At most twelve words, each of them and every figure out of the program."""
    written = words_in(all_texts(program)) | {"teams", "customers", "launched"}
    for anchor in anchors_of(program, SHIPPED.kinds):
        assert word_count(anchor.words) <= 13
        assert len(anchor.words) <= 140
        assert "\n" not in anchor.words
        assert words_in(re.sub(r"\S*…", "", anchor.words)) <= written


def anchor(words: str, *, by_name: bool = False) -> Anchor:
    """An anchor of these words."""
    return Anchor("any", "any", words, by_name=by_name)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("4.2 million customers", "We serve 4,200,000 customers."),
        ("4.2 million customers", "about 4.2M people use it"),
        ("4.2 million customers", "four point two million customers"),
        ("4,213,507 accounts", "some 4.2 million accounts"),
        ("4 200 000 rows", "we moved 4.2 million rows"),
        ("p95 from 900 ms to 410 ms", "p95 came down to 410 milliseconds"),
        ("p95 from 900 to 410 ms", "it went from 900 milliseconds to 410"),
        ("p95 from 900 to 300 ms", "it is two thirds less"),
        ("p95 from 900 ms to 410 ms", "from 0.9 seconds to 0.41 seconds"),
        ("64% of agents use it", "64 percent of the agents"),
        ("64% of agents use it", "sixty-four per cent of them"),
        ("two teams", "I run 2 teams"),
        ("4 engineering teams", "I lead four teams in two countries"),
        ("5 teams", "there are five product teams in it"),
        ("tickets from 900 to 310 a week", "tickets are at 310 a week now"),
        ("tickets from 900 to 310 a week", "we cut tickets by two thirds"),
        ("tickets from 900 to 310 a week", "66 percent fewer tickets"),
        ("310 tickets a week, down from 900", "310 a week are left"),
        ("tickets 900 → 310 a week", "we are at three hundred and ten"),
        ("9 months, planned for 6", "a nine-month program"),
        ("18 months", "it took six quarters"),
        ("$3.2M a year", "saves 3.2 million dollars a year"),
        ("EUR 6 million, 40 FTE", "with a budget of €6m"),
        ("launched 3 October 2025", "live since October"),
        ("launched 2025-10-03", "It went live on 3 October 2025."),
        ("Q1 to Q3 2025", "from January to September, so Q1 to Q3"),
        ("a dozen services", "12 services"),
        ("250 services", "two hundred and fifty services"),
        ("account takeovers halved", "takeovers were halved"),
    ],
)
def test_a_figure_is_heard_in_any_form(words: str, answer: str) -> None:
    """Written, spoken, rounded, or as the share that it makes."""
    assert [True] == said([anchor(words)], answer)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("4.2 million customers", "We serve many customers."),
        ("4.2 million customers", "3 million customers"),
        ("4.2 million customers", "4.2 thousand customers"),
        ("4 teams", "It took four weeks, and the team was happy."),
        ("4 teams", "4 services"),
        ("4 teams", "phase 4 of the program"),
        ("tickets from 900 to 310 a week", "we had 900 tickets a week"),
        ("tickets from 900 to 310 a week", "tickets fell by a third"),
        ("64% of agents use it", "64 agents use it"),
        ("64% of agents use it", "46% of agents use it"),
        ("p95 from 900 ms to 410 ms", "410 seconds"),
        ("9 months", "9 weeks"),
        ("launched 3 October 2025", "we may launch in November 2025"),
        ("launched 3 October 2025", "in October 2024"),
        ("$3.2M a year", "3.2% a year"),
        ("5 teams", ""),
    ],
)
def test_another_figure_is_not_heard(words: str, answer: str) -> None:
    """The same digits of another thing, or another value of the same thing."""
    assert [False] == said([anchor(words)], answer)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("sign-in on the web, on iOS and on Android", True),
        ("our Android and iOS sign-in", True),
        ("a mobile app", False),
        ("", False),
    ],
)
def test_a_name_is_heard_by_most_of_its_words(answer: str, expected: bool) -> None:
    """An anchor without a figure."""
    assert [expected] == said([anchor("Sign-in on web, iOS, Android", by_name=True)], answer)


@given(st.sampled_from(PROGRAMS[:-2]))
def test_ones_own_words_are_heard(program: Program) -> None:
    """Who says an anchor as it stands has said it."""
    for one in anchors_of(program, SHIPPED.kinds):
        assert [True] == said([one], f"I lead this: {one.words}.")


@given(WRITTEN, WRITTEN)
@settings(max_examples=100, deadline=None)
def test_said_survives_everything(words: str, answer: str) -> None:
    """Any words, any answer."""
    assert 2 == len(said([anchor(words), anchor(words, by_name=True)], answer))


def test_dates_are_told_from_counts() -> None:
    """A launch date is a date, whatever else is counted around it."""
    kind = KINDS["launch_date"]

    assert (DATE,) == kind.holds
    assert [] == found(replace(BARE, launched="with 4 teams"), (kind,))


def test_another_figure_does_not_stand_for_a_date() -> None:
    """Fourteen warehouses are no launch date, and a date is one without them."""
    launched = Anchor("launch", "launch date", "all 14 live on 9 December", by_date=True)
    assert [False] == said([launched], "I moved 14 warehouses with 6 teams.")
    assert [True] == said([launched], "We were live on the 9th of December.")
