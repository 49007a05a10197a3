"""The guide is in the content, item by item: nothing of it can be lost unnoticed."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tpmprep.adapters.content import GUIDE, load_asks, load_phrases, load_topics
from tpmprep.adapters.paths import content_dir, shipped_bank
from tpmprep.adapters.schema import parse
from tpmprep.adapters.shipped import build
from tpmprep.adapters.yamlfile import read_yaml
from tpmprep.domain.guide import Given, Group, Item, Topic, topics_of
from tpmprep.errors import BadData

COVERAGE = Path(__file__).parent / "data" / "guide_coverage.yaml"
COUNTED = {
    # disguised as ambiguity 1, carried through 4, subjects 9, roles 7
    "Technical Program Manager Interview Questions in 2026": 1 + 4 + 9 + 7,
    # outcome 1, operators 5, themes 6, judgement 3, jobs of an answer 3, not only recall 1
    "What these interviews are testing in 2026": 1 + 5 + 6 + 3 + 3 + 1,
    # five interviews in three columns
    "Typical interview loop": 5 * 3,
    # artefacts 7, change behaviour 1, a register that triggers 1; infrastructure 7, AI 7;
    # scope 5 and three things to tell apart; influence 4 and four audiences; three ties in each
    "Core areas to prepare": (7 + 1 + 1) + (7 + 7) + (5 + 3) + (4 + 4) + 4 * 3,
    # groups 3, questions 15, use them actively 1, lengths 3, only the long one 1
    "Questions to practice": 3 + 15 + 1 + 3 + 1,
    # kinds 4; execution 7, no syncs, signal, decision; technical 1 and 11; stakeholder 2, 5, 1, 1;
    # failure 2 and 4; missing facts 1, the sentence and its 7 slots, what for 2
    "How strong answers sound": 4 + (7 + 3) + (1 + 11) + (2 + 5 + 1 + 1) + (2 + 4) + (1 + 8 + 2),
    # order 1, steps 9, workstreams 10, hours 1, sections 3, asking about unpaid work 3
    "Take-home, whiteboard, or live exercise traps": 1 + 9 + 10 + 1 + 3 + 3,
    # operator 1, scale 9, senior 3, the summary 1, anchors 9, level 2
    "How to position yourself in applications and screens": 1 + 9 + 3 + 1 + 9 + 2,
    # blocks 5; fields 8; stories 4, numbers, mechanisms; cases 5; fundamentals 8; close 4
    "A 10-day prep plan": 5 + 8 + (4 + 2) + 5 + 8 + 4,
    # questions 5, closing 1, what it is good for 1
    "What to ask the interviewer": 5 + 1 + 1,
    # one page 1, examples, risks, story, numbers; things to show 8; level 3; what for 1
    "2026 calibration checklist": 1 + 4 + 8 + 3 + 1,
    # nothing hidden 1, ingredients 4, a launchable decision 1
    "Final calibration": 1 + 4 + 1,
    # every project 1, formats 3, what they hold 2, 2 and 3, nothing vague 1, follow-ups 3
    "Extra practice pass": 1 + 3 + (2 + 2 + 3) + 1 + 3,
    "Related guides": 5,
}
ASKS = [
    "What programs are currently stuck and why?",
    "How is success measured for TPMs here?",
    "Where does this role have decision authority versus influence?",
    "How technical are the expected program reviews?",
    "Which stakeholder relationship will be most important in the first 90 days?",
]
CLOSING = (
    "Based on today’s conversation, is there any area where you would want more signal from me "
    "before making a recommendation?"
)
ASSUMPTIONS = (
    "I will design this for a two-quarter program with five engineering teams, two product teams, "
    "executive visibility, customer-facing launch risk, and dependencies that can slip by weeks if "
    "unmanaged; if the numbers are much larger, I would change these parts first."
)
WORDS = ("text", "title", "prompt", "name", "ask", "says")
"""The keys that may hold what a record says, the first that it has."""


def joined(at: str, name: str) -> str:
    """The address of a record below another; a task of the plan names its stage itself."""
    return name if not at or name.startswith(f"{at}.") else f"{at}.{name}"


def records(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every record and field with its address: the ids on the way, and the key of a field."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield joined(at, key), inner
            elif isinstance(inner, dict):
                yield from records(inner, joined(at, key))
            elif all(isinstance(one, str) for one in inner):
                yield joined(at, key), "; ".join(inner)
            else:
                yield from records(inner, at)
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, dict) and "id" in one:
                place = below(one, at)
                yield place, next((one[key] for key in WORDS if one.get(key)), "")
                yield from records({key: own for key, own in one.items() if key != "id"}, place)


def below(one: Any, at: str) -> str:
    """The address of what stands in a list."""
    return joined(at, one["id"]) if isinstance(one, dict) and "id" in one else at


def without(value: Any, address: str, at: str = "") -> Any:
    """The same content with one record or field taken out."""
    if isinstance(value, dict):
        return {
            key: without(own, address, joined(at, key) if isinstance(own, dict) else at)
            for key, own in value.items()
            if joined(at, key) != address
        }
    if isinstance(value, list):
        places = [below(one, at) for one in value]
        both = zip(value, places, strict=True)
        return [without(one, address, place) for one, place in both if place != address]
    return value


@cache
def coverage() -> dict[str, Any]:
    """The list of the guide's items, and of what the pages say beyond it."""
    return dict(read_yaml(COVERAGE).value)


@cache
def named() -> frozenset[str]:
    """Every record that the list names, with its file."""
    return frozenset([*(row["record"] for row in coverage()["guide"]), *coverage()["own"]])


@cache
def content() -> dict[str, Any]:
    """The files that hold the records, by name."""
    names = {f"guide/{name}.yaml" for name in GUIDE} | {name.partition("#")[0] for name in named()}
    bank = {name: shipped_bank() / name for name in names if name.startswith("questions/")}
    return {name: read_yaml(bank.get(name, content_dir() / name)).value for name in sorted(names)}


@cache
def held() -> dict[str, str]:
    """All that these files say, by `file#address`."""
    return {key: text for name, value in content().items() for key, text in read(name, value)}


@cache
def said() -> list[str]:
    """What the topics say: the sentence of each, and every item of its own."""
    spots = []
    for name, group in zip(GUIDE, load_topics(), strict=True):
        for topic in group.topics:
            items = (
                f"{topic.id}.{part.id}.{item.id}" for part in topic.parts for item in part.items
            )
            spots += [f"guide/{name}.yaml#{spot}" for spot in (f"{topic.id}.says", *items)]
    return spots


def read(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """The records of a file by `file#address`."""
    return ((f"{name}#{address}", text) for address, text in records(value))


def missing(there: Mapping[str, str]) -> list[str]:
    """What the list names and the content does not say, and what it says and the list lacks."""
    lost = [name for name in sorted(named()) if not there.get(name, "").strip()]
    return lost + [name for name in said() if name not in named()]


def test_items_are_counted() -> None:
    """As many items under each heading as the guide has, counted by hand, each with its own id."""
    rows = coverage()["guide"]
    assert COUNTED == Counter(row["heading"] for row in rows)
    assert sum(COUNTED.values()) == len({row["id"] for row in rows}) == len(rows)
    assert len(rows) == len({(row["heading"], row["item"]) for row in rows})
    assert set() == {row["record"] for row in rows} & set(coverage()["own"])


def test_every_item_has_its_record() -> None:
    """And every record of a topic is an item of the guide, or is named as our own."""
    assert [] == missing(held())


def test_no_record_can_be_lost() -> None:
    """With any one record taken out of the content, the check fails and names it."""
    unnoticed = []
    for record in sorted(named()):
        name, _, address = record.partition("#")
        others = {key: text for key, text in held().items() if not key.startswith(f"{name}#")}
        left = {**others, **dict(read(name, without(content()[name], address)))}
        if record not in missing(left):
            unnoticed.append(record)
    assert [] == unnoticed


def test_a_new_record_cannot_stay_unlisted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a topic says and the list does not name is found."""
    monkeypatch.setattr(f"{__name__}.said", lambda: ["guide/areas.yaml#scope.new.item"])
    assert ["guide/areas.yaml#scope.new.item"] == missing(held())


def test_headings_are_the_guides() -> None:
    """Each topic comes from one of the headings that are counted."""
    assert {topic.heading for topic in topics_of(load_topics())} <= set(COUNTED)


def test_asks_and_phrases_word_for_word() -> None:
    """What the guide quotes stands as it is there; the fifteen questions: tests/test_content.py."""
    assert ASKS == [ask.text for ask in load_asks()]
    assert all(ask.why and len(ask.listen_for) >= 2 for ask in load_asks())
    assert CLOSING == load_phrases().closing.question
    assert ASSUMPTIONS == load_phrases().assumptions.said({})


@pytest.mark.parametrize("name", GUIDE)
def test_files_are_in_shape(name: str) -> None:
    """No finding of the checker, and what is built without it is the same."""
    value = read_yaml(content_dir() / "guide" / f"{name}.yaml").value
    checked, findings = parse(Group, value)
    assert ([], build(Group, value)) == (findings, checked)


def test_every_file_is_loaded() -> None:
    """A new file cannot be forgotten, and ids tell topics, parts and items apart."""
    assert set(GUIDE) == {path.stem for path in (content_dir() / "guide").glob("*.yaml")}
    topics = list(topics_of(load_topics()))
    assert len(topics) == len({topic.id for topic in topics})
    for topic in topics:
        assert len(topic.parts) == len({part.id for part in topic.parts}), topic.id
        for part in topic.parts:
            assert len(part.items) == len({item.id for item in part.items}), (topic.id, part.id)
            assert bool(part.items or part.source), (topic.id, part.id)


def test_words_are_plain() -> None:
    """No signs that a terminal may lack, no dashes for commas, and short sentences."""
    for record in said():
        text = held()[record]
        assert text.isascii(), record
        assert not re.search(r"&| - |--|\.\.\.", text), record
        assert max(len(part.split()) for part in re.split(r"[.?:;]", text)) <= 28, record


def test_a_part_takes_what_its_source_gives() -> None:
    """Given items come first and a given title replaces its own; parts without one stay."""
    plan = next(topic for topic in topics_of(load_topics()) if topic.id == "plan")
    given = {name: Given((Item("x", "first"),), f"from {name}") for name in plan.sources}
    filled: Topic = plan.filled(given)
    assert ["x", *(item.id for item in plan.parts[0].items)] == [
        i.id for i in filled.parts[0].items
    ]
    assert [f"from {name}" for name in plan.sources] == [part.title for part in filled.parts]
    tests = next(topics_of(load_topics()))
    assert tests == tests.filled({})


def test_a_broken_installation_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the guide that somebody changed is BadData with its name, not a bug of ours."""
    monkeypatch.setattr("tpmprep.adapters.content.content_dir", lambda: tmp_path)
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / f"{GUIDE[0]}.yaml").write_text("- {odd: x}", "utf-8")
    with pytest.raises(BadData, match=f"the shipped guide/{GUIDE[0]}.yaml is broken"):
        load_topics()
