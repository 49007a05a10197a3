"""The shipped anchors, and the 45 seconds out of a person's own words."""

from dataclasses import replace
from typing import Any

import pytest

from positions import BARE, CRM, LEDGER, NOTES, PROGRAMS
from tpmprep.adapters.content import load_positioning
from tpmprep.adapters.paths import content_dir
from tpmprep.adapters.schema import parse
from tpmprep.adapters.yamlfile import read_yaml
from tpmprep.domain.anchors import WORDS, cues_of
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.positioning import (
    AnchorKind,
    Positioning,
    anchors_of,
    recruiter_frame,
    strongest,
)
from tpmprep.domain.program import Program, texts
from tpmprep.domain.spoken_figures import figures_of

SHIPPED = load_positioning()
KEYS = {".".join(part for part in path if isinstance(part, str)) for path, _ in texts(LEDGER)}


def test_the_file_has_the_shape_of_its_classes() -> None:
    """The checker that reads users' files would take it too."""
    value = read_yaml(content_dir() / "positioning.yaml").value

    assert (SHIPPED, []) == parse(Positioning, value)


def test_nine_anchors_of_the_guide_each() -> None:
    """The list for applications and the list for recruiters, in the guide's order."""
    assert [kind.id for kind in SHIPPED.scale] == [
        *("teams", "duration", "customers", "budget", "migration_size", "latency", "savings"),
        *("launch_date", "executive_audience"),
    ]
    assert [kind.id for kind in SHIPPED.recruiter] == [
        *("team_size", "product_surface", "traffic", "launch_date", "segment", "tickets"),
        *("revenue", "performance", "adoption"),
    ]


@pytest.mark.parametrize("kind", SHIPPED.kinds, ids=lambda kind: str(kind.id))
def test_a_kind_finds_its_own_example(kind: AnchorKind) -> None:
    """What it looks for, it finds where it looks."""
    assert set(kind.where) <= {*KEYS, "texts"}
    cues_of(kind.keywords)
    program = _with(BARE, kind.key, kind.example)

    assert [kind.id] == [anchor.kind for anchor in anchors_of(program, (kind,))]
    assert kind.holds == (WORDS,) or not figures_of(kind.example).is_empty


def _with(program: Program, key: str, words: str) -> Program:
    changes: dict[str, Any] = {key: (words,) if key == "metrics" else words}
    if key.startswith("scale."):
        changes = {"scale": replace(program.scale, **{key.removeprefix("scale."): words})}
    return replace(program, **changes)


@pytest.mark.parametrize("pace", [100, 140, 150, 190])
def test_slots_add_up_to_45_seconds(pace: int) -> None:
    """At each pace its own number of words: 105 at 140, 112 at 150."""
    frame = recruiter_frame(Portfolio(notes=NOTES), LEDGER, SHIPPED, pace)

    assert 45 == frame.seconds == sum(slot.seconds for slot in frame.slots)
    assert {100: 75, 140: 105, 150: 112, 190: 142}[pace] == frame.room
    assert abs(frame.room - sum(slot.room for slot in frame.slots)) < 5


def test_a_full_program_leaves_no_gap() -> None:
    """Scope, two or three anchors, one result, fit, level: all from the person's words."""
    frame = recruiter_frame(Portfolio(notes=NOTES), LEDGER, SHIPPED)
    own = {slot.id: slot.own for slot in frame.slots}

    assert ["scope", "anchors", "result", "fit", "level"] == list(own)
    assert () == frame.gaps
    assert ("Payout errors fell from 340 to 12 a month",) == own["result"]
    assert "Move 212 services from the old ledger to one new ledger" in own["scope"]
    assert own["anchors"] == (
        "4 teams and 31 engineers, reporting to two directors",
        "2.1 million merchants",
        "launched 3 October 2025",
    )
    assert "Senior TPM, Payments Platform at Acme" == own["fit"][0]
    assert "A program across two organisations" == own["level"][1]
    assert ["result", "team_size", "traffic", "launch_date"] == [a.kind for a in frame.anchors]
    assert frame.spoken_s < 45


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: str(program.id))
def test_every_frame_holds_two_or_three_anchors_or_says_what_lacks(program: Program) -> None:
    """What is missing has a key and a command."""
    frame = recruiter_frame(Portfolio(), program, SHIPPED)
    slots = {slot.id: slot for slot in frame.slots}

    assert 2 <= len(slots["anchors"].own) + len(slots["anchors"].gaps) <= 3
    assert set(slots["anchors"].own).isdisjoint(slots["scope"].own + slots["result"].own)
    assert slots["result"].own or slots["result"].gaps
    assert {"role", "level.bridge"} == {gap.key for gap in slots["fit"].gaps}
    for gap in frame.gaps:
        assert gap.command in (
            f"tpmprep story program edit {program.id}",
            *("tpmprep brief fill role", "tpmprep brief fill level"),
        )


def test_an_empty_program_names_its_gaps() -> None:
    """In the order of the summary, counts before names."""
    frame = recruiter_frame(Portfolio(notes=NOTES), BARE, SHIPPED)

    assert ["role", "scope", "teams", "scale.customers", "metrics"] == [
        gap.key for gap in frame.gaps
    ]
    assert () == frame.anchors


def test_a_slot_says_how_many_words_are_too_many() -> None:
    """Own words that do not fit are shown, and counted."""
    wordy = replace(LEDGER, role="a b c d e f g h i j k l", scope="a b c d e f g h i j k l")
    scope = recruiter_frame(Portfolio(), wordy, SHIPPED).slots[0]

    assert (24, 21, 3) == (scope.words, scope.room, scope.over)


def test_the_program_with_most_anchors_is_the_strongest() -> None:
    """Of equals the newest; none of none."""
    held = Portfolio({one.id: one for one in (BARE, LEDGER, CRM)})
    equals = Portfolio({name: replace(BARE, id=name) for name in ("a", "b")})

    assert LEDGER == strongest(held, SHIPPED.recruiter)
    assert "b" == getattr(strongest(equals, SHIPPED.recruiter), "id", None)
    assert strongest(Portfolio(), SHIPPED.recruiter) is None
