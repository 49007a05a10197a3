"""Resume lines: drafted from own words and figures, nothing made up; weak ones flagged."""

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
    HOSTILE,
    LEDGER,
    PASSKEYS,
    PROGRAMS,
    RESUME,
    TRAIN,
    WRITTEN,
    all_texts,
    words_in,
)
from tpmprep.adapters.content import load_positioning
from tpmprep.domain.program import Program
from tpmprep.domain.resume import (
    COORDINATION,
    FLAGS,
    NO_ANCHOR,
    NOT_YOURS,
    flagged,
    resume_lines,
)
from tpmprep.domain.text import word_count

SHIPPED = load_positioning()
GLUE = {
    "led",
    "customers",
    "with",
    "over",
    "decided",
    "decision",
    "brought",
    "result",
    "managed",
    "technical",
}
GLUE |= {"risk", "to", "teams"}


def drafted(program: Program) -> list[str]:
    """The lines of a program."""
    return [line.text for line in resume_lines(program, SHIPPED.kinds)]


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (
            LEDGER,
            [
                (
                    "Led ledger move with 4 teams and 31 engineers over 9 months (2.1 million "
                    "merchants, 212 services): payout errors fell from 340 to 12 a month."
                ),
                (
                    "Moved billing last instead of first, because its data had no owner: it cost 6 "
                    "weeks and saved a freeze."
                ),
                "Decision: we chose dual writes over a weekend cut-over.",
                "Decided to drop the reporting rewrite: it brought the date forward by 5 weeks.",
                "Brought p95 latency from 900 ms to 410 ms; live in October 2025 without downtime.",
                (
                    "Managed technical risk: two ledgers could disagree under load; we compared "
                    "every payout and stopped above 0.01% differences."
                ),
            ],
        ),
        (
            ASSISTANT,
            [
                (
                    "Led claims assistant with three squads (Q1 to Q3 2025): wrong drafts from 7% "
                    "to 1.4%."
                ),
                "Stopped the March launch: 7% of drafts were wrong on rare policies.",
                "Set the bar at 2% wrong drafts, signed by legal.",
                "Launched in July 2025 to 3,400 agents.",
                (
                    "Managed technical risk: wrong answers on rare policies; the evaluation set "
                    "had 1,200 cases and missed them."
                ),
            ],
        ),
        (
            PASSKEYS,
            [
                (
                    "Led Passkeys with about 25 people over six months (11 million consumers): "
                    "sign-in failures from 6.2% to 1.9%."
                ),
                "Cut SMS fallback for new accounts.",
                "Result: 4 million accounts moved.",
                "Managed technical risk: locked-out users: recovery had never been load-tested.",
            ],
        ),
        (
            TRAIN,
            [
                (
                    "Led iOS release train with 5 teams (January to June 2024): crash-free "
                    "sessions from 98.1% to 99.7%."
                ),
                (
                    "Brought release cycle from 8 weeks to 2 weeks; adoption of the newest version "
                    "after a week rose to 71 percent."
                ),
            ],
        ),
        (
            CRM,
            [
                "Led CRM consolidation with 7 teams in 3 countries over 18 months.",
                "Decision: the COO decided to keep Germany on the old system for two quarters.",
                "Result: two releases late.",
            ],
        ),
        (BARE, ["Led Something new."]),
    ],
    ids=lambda value: value.id if isinstance(value, Program) else "",
)
def test_drafted_lines(program: Program, expected: list[str]) -> None:
    """Scope with scale, a line per decision, the outcome, the risk."""
    assert expected == drafted(program)


@pytest.mark.parametrize(
    ("changes", "kind", "expected"),
    [
        ({"name": "AWS exit"}, "scope", "Led AWS exit."),
        ({"name": "One sign-in."}, "scope", "Led one sign-in."),
        ({"name": "p95 work"}, "scope", "Led p95 work."),
        ({"name": "Stripe move", "scope": "a move"}, "scope", "Led Stripe move."),
        ({"name": "A\nB"}, "scope", "Led a B."),
        ({"teams": "4"}, "scope", "Led Something new with 4 teams."),
        ({"teams": "We had 4 teams."}, "scope", "Led Something new (we had 4 teams)."),
        ({"teams": "many"}, "scope", "Led Something new."),
        ({"timeline": "About 9 months"}, "scope", "Led Something new over about 9 months."),
        ({"timeline": "since 2024"}, "scope", "Led Something new (since 2024)."),
        ({"decisions": ("",)}, "decision", None),
        ({"decisions": ("1.",)}, "decision", None),
        ({"decisions": ("Drop Android",)}, "decision", "Decision: Drop Android."),
        (
            {"decisions": ("iOS first, by 2 weeks!",)},
            "decision",
            "Decision: iOS first, by 2 weeks.",
        ),
        ({"decisions": ("I cut X.\nIt saved 3 weeks.",)}, "decision", "Cut X: it saved 3 weeks."),
        ({"decisions": ("I, with legal, cut X",)}, "decision", "Decision: I, with legal, cut X."),
        ({"technical_risk": "AWS limits"}, "risk", "Managed technical risk: AWS limits."),
        ({"technical_risk": " \n "}, "risk", None),
        ({"outcome": "Shipped."}, "outcome", "Result: shipped."),
        ({"outcome": "Cut spend by 40%."}, "outcome", "Cut spend by 40%."),
        ({"outcome": "(half done"}, "outcome", "Result: half done."),
    ],
)
def test_odd_input_keeps_its_grammar(
    changes: dict[str, Any], kind: str, expected: str | None
) -> None:
    """Full stops, capitals, names, line ends, sentences where a word was asked for."""
    lines = resume_lines(replace(BARE, **changes), SHIPPED.kinds)

    assert expected == next((line.text for line in lines if line.kind == kind), None)


def test_the_anchors_of_a_line_and_the_flag_of_one_without() -> None:
    """Ids of the kinds in it, its figures in words; without either a sentence says what to add."""
    scope, moved, dual, *_ = resume_lines(LEDGER, SHIPPED.kinds)

    assert {"teams", "duration", "customers", "migration_size"} <= set(scope.anchors)
    assert "4 teams" in scope.figures
    assert ((), ("6 weeks",), ()) == (moved.anchors, moved.figures, moved.remarks)
    assert (FLAGS["decision"], NOT_YOURS) == dual.remarks
    assert [(FLAGS["scope"],)] == [line.remarks for line in resume_lines(BARE, SHIPPED.kinds)]
    assert "how many teams" in FLAGS["scope"]


def _is_sound(program: Program) -> None:
    written = all_texts(program)
    for line in resume_lines(program, SHIPPED.kinds):
        assert line.text == " ".join(line.text.split())
        assert len(line.text) <= 500
        assert word_count(line.text) <= 60
        assert line.text.endswith((".", "…", "!", "?"))
        assert not line.text.endswith("..")
        assert bool(line.remarks) or line.anchors or line.figures
        whole = re.sub(r"\S*…", "", line.text)
        assert all(figure in written for figure in re.findall(r"\d+(?:[.,]\d+)*", whole))
        assert words_in(whole) <= words_in(written) | GLUE


@given(ANY_PROGRAM)
@settings(max_examples=200, deadline=None)
def test_nothing_is_made_up(program: Program) -> None:
    """Every figure and every word of a line but the glue stands in the program."""
    _is_sound(program)


@pytest.mark.parametrize("program", PROGRAMS[:-1], ids=lambda program: str(program.id))
def test_nothing_is_made_up_of_real_programs(program: Program) -> None:
    """The same of programs as people write them."""
    _is_sound(program)


def test_a_hostile_program_ends() -> None:
    """Thousands of words without a pause, half brackets, lone surrogates."""
    lines = resume_lines(HOSTILE, SHIPPED.kinds)

    assert all(len(line.text) <= 500 for line in lines)
    assert "\ud800" not in "".join(line.text for line in lines)


def test_lines_of_a_pasted_resume() -> None:
    """Headings are passed over, wrapped lines joined, and each line judged."""
    got = {line.number: (line.anchors, line.remarks) for line in flagged(RESUME, SHIPPED)}

    assert got == {
        3: ((), (NO_ANCHOR, COORDINATION)),
        5: (("4 teams", "9 months", "340", "12"), ()),
        6: (("4 teams", "900", "410 ms"), ()),
        7: ((), (NO_ANCHOR, COORDINATION)),
        8: (("company-wide",), (COORDINATION,)),
        9: (("March",), ()),
        11: ((), (NO_ANCHOR,)),
    }
    first = flagged(RESUME, SHIPPED)[0].text
    assert "Coordinated weekly meetings with stakeholders across product and engineering." == first


@pytest.mark.parametrize(
    ("line", "remarks"),
    [
        ("- Coordinated meetings for 12 stakeholders", (COORDINATION,)),
        ("- Worked with legal, and decided to stop the launch in May 2024", ()),
        ("- Facilitated stand-ups for 3 teams", (COORDINATION,)),
        ("- Aligned 5 teams on a rollback rule that prevented an outage", ()),
        ("- Tracked status of milestones", (NO_ANCHOR, COORDINATION)),
        ("- Reported to the CTO every week on the risk", ()),
        ("- Launched the portal", (NO_ANCHOR,)),
        ("1. Launched the portal in 14 countries", ()),
        ("• SOC 2 and ISO 27001 readiness", (NO_ANCHOR,)),
    ],
)
def test_coordination_is_not_enough(line: str, remarks: tuple[str, ...]) -> None:
    """A figure on its own does not save a line in which nothing was decided or changed."""
    assert [remarks] == [one.remarks for one in flagged(line, SHIPPED)]


@given(st.lists(WRITTEN, max_size=8).map("\n- ".join))
@settings(max_examples=100, deadline=None)
def test_flagged_survives_everything(text: str) -> None:
    """Any text; line numbers rise."""
    numbers = [line.number for line in flagged(text, SHIPPED)]

    assert sorted(set(numbers)) == numbers
