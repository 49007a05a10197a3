"""Artefacts: the empty pages, what is recognised however it was typed, and what changes nothing."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters.content import load_artifacts
from tpmprep.adapters.paths import content_dir
from tpmprep.adapters.schema import parse
from tpmprep.adapters.yamlfile import read_yaml
from tpmprep.domain.artifact_check import CheckedPaper, check
from tpmprep.domain.artifact_text import plain
from tpmprep.domain.artifacts import Artifact, Rules, template
from tpmprep.domain.casework import Section
from tpmprep.domain.papers import PAPERS, papers

NAMES = ["charter", "milestones", "dependencies", "risks", "decisions", "launch", "summary"]
HEAD = "| Risk | Trigger | Owner | Action | By when | Price |\n|---|---|---|---|---|---|\n"
GOOD = "| Vendor late | no schema by 3 May | Ana Ruiz | use the old feed | 1 day | 2 weeks |\n"


@cache
def rules() -> Rules:
    """The shipped rules."""
    return load_artifacts()


def paper(name: str) -> Artifact:
    """One of the seven."""
    return rules().by_id[name]


def checked(text: str, name: str = "") -> CheckedPaper:
    """A text, checked as the file it would be."""
    return check(text, "f.md", rules(), name)


def found(text: str, *, remarks: bool = False) -> list[tuple[int, str]]:
    """Line and key of every problem, without the remarks."""
    return [(p.line, p.key) for p in checked(text).problems if remarks or p.bars]


def kinds(text: str, name: str = "") -> list[tuple[str, int]]:
    """What was read, and how many rows or sections of it."""
    return [(reading.artifact.id, reading.rows) for reading in checked(text, name).readings]


def table(artifact: Artifact, rows: list[list[str]]) -> str:
    """A table of all parts under the artefact's title."""
    lines = [[part.title for part in artifact.parts], ["---"] * len(artifact.parts), *rows]
    return f"# {artifact.title}\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in lines)


def page(artifact: Artifact, without: str = "") -> str:
    """A written page of sections."""
    sections = [f"## {p.title}\n\nBy 3 May\n" for p in artifact.parts if p.id != without]
    return "\n".join([f"# {artifact.title}\n", *sections])


TABLES = [artifact for artifact in load_artifacts().artifacts if artifact.shape == "rows"]
PAGES = [artifact for artifact in load_artifacts().artifacts if artifact.shape == "sections"]


def test_the_rules_are_in_order() -> None:
    """The seven of the guide, as the checker of shapes sees them; no name has two meanings."""
    value, findings = parse(Rules, read_yaml(content_dir() / "artifacts.yaml").value)
    assert (rules(), []) == (value, findings)
    assert NAMES == list(rules().by_id)
    for artifact in rules().artifacts:
        names = [plain(n) for p in artifact.parts for n in {*p.names, p.title, p.id}]
        several = {name for name in names if names.count(name) > 1}
        assert several <= {plain(p.title) for p in artifact.parts}, artifact.id
        assert max(len(name.split()) for name in names) <= 6
        for name in several:
            assert 1 == len(
                {p.id for p in artifact.parts if name in map(plain, [*p.names, p.title])}
            )


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_page_is_known_and_not_finished(name: str) -> None:
    """One page that says what it must change; every example and row of it is told, no remark."""
    artifact, text = paper(name), template(paper(name))
    assert 60 > len(text.splitlines())
    assert f"# {artifact.title}" == text.splitlines()[0]
    assert plain(artifact.changes) in plain(text.splitlines()[2])
    assert [(name, 0)] == kinds(text)
    parts = [part.id for part in artifact.parts]
    expected = parts if artifact.shape == "sections" else [parts[0]] * 3
    assert expected == [key for _, key in found(text, remarks=True)]


@pytest.mark.parametrize("artifact", PAGES, ids=lambda a: a.id)
def test_a_section_is_missed(artifact: Artifact) -> None:
    """A written page is fine; without a section there is one problem, on the title's line."""
    assert [] == found(page(artifact), remarks=True)
    for part in artifact.parts:
        assert [(1, part.id)] == found(page(artifact, part.id), remarks=True)
        empty = page(artifact).replace(f"## {part.title}\n\nBy 3 May", f"## {part.title}\n\n…")
        assert [part.id] == [key for _, key in found(empty)]
        assert [(artifact.id, len(artifact.parts) - 1)] == kinds(empty)
        beside = page(artifact).replace(f"## {part.title}\n", f"## {part.title}\n\n…\n")
        assert [part.id] == [key for _, key in found(beside)]


@given(st.data())
def test_a_cell_is_missed(data: st.DataObject) -> None:
    """Taking any needed cell out of a good table gives exactly one problem more, on that line."""
    artifact = data.draw(st.sampled_from(TABLES))
    words = st.text("abcdefghij", min_size=4, max_size=12).map(lambda word: f"{word} 7")
    size = len(artifact.parts)
    rows = data.draw(
        st.lists(st.lists(words, min_size=size, max_size=size), min_size=1, max_size=5)
    )
    assert [] == found(table(artifact, rows), remarks=True)
    assert [(artifact.id, len(rows))] == kinds(table(artifact, rows))
    row = data.draw(st.integers(0, len(rows) - 1))
    part = data.draw(st.sampled_from(artifact.needed))
    rows[row][artifact.parts.index(part)] = data.draw(
        st.sampled_from(["", "TBD", "?", "-", "n/a", "…", "[name]", "**tbd**", "[...]"])
    )
    assert [(row + 5, part.id)] == found(table(artifact, rows), remarks=True)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("team", True),
        ("The team", True),
        ("all", True),
        ("team, TBD", True),
        ("everyone and all", True),
        ("Ana and the team", False),
        ("payments team", False),
        ("我", False),
        ("[Ana](mailto:a@b.c)", False),
        ("[x]", False),
        ("[ ]", True),
    ],
)
def test_who_is_a_person(cell: str, problem: bool) -> None:
    """Only what is clearly nobody counts as missing."""
    assert problem is ((3, "owner") in found(HEAD + GOOD.replace("Ana Ruiz", cell)))


@pytest.mark.parametrize(
    ("trigger", "remark"),
    [
        ("things look bad", True),
        ("attention is needed", True),
        ("3 errors", False),
        ("no answer", False),
        ("the vendor stops replying", False),
        ("queue grows", False),
    ],
)
def test_a_trigger_that_nobody_sees_is_a_remark(trigger: str, remark: bool) -> None:
    """It is told, and bars nothing."""
    text = HEAD + GOOD.replace("no schema by 3 May", trigger)
    problems = checked(text).problems
    assert [("trigger", False)] * remark == [(p.key, p.bars) for p in problems]


RENAMED = "Id|Risk description|Early sign|Who|Mitigation|Status\n:--|---|:-:|--|--|--\n"
LISTED = "- Risk: vendor late, trigger: no schema by 3 May, owner: Ana, action: old feed"
SPOKEN: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "other words, no outer bars": (RENAMED + "1|late|3 days|Ana|call|open\n", []),
    "and an empty cell": (RENAMED + "1|late||Ana|call|open\n", [(3, "trigger")]),
    "a short row": (HEAD + "| late | 3 days\n", [(3, "owner"), (3, "action")]),
    "a bar in a cell": (HEAD + GOOD.replace("late", "late \\| lost"), []),
    "one column for two": ("|Risk|Trigger|Owner / Action|\n|-|-|-|\n|a b|3 days|Ana|\n", []),
    "two owners": ("|Risk|Trigger|Owner|Action owner|Action|\n|-|-|-|-|-|\n|a|3|Bo||call|\n", []),
    "CR LF and a mark": ("\ufeff" + (HEAD + GOOD).replace("\n", "\r\n"), []),
    "no rule": ("Risk | Trigger | Owner | Action\nlate | 3 days | | call", [(2, "owner")]),
    "in a quote": ("> " + (HEAD + GOOD).strip().replace("\n", "\n> "), []),
    "no rows": (HEAD, [(1, "risks")]),
    "blank rows": (HEAD + "| | | | | | |\n", [(1, "risks")]),
    "decoration": (
        "# Risks\n\n|Risk|Impact|Likelihood|\n|-|-|-|\n|Vendor|high|low|\n",
        [(3, "trigger"), (3, "owner"), (3, "action")],
    ),
    "an item": (LISTED, []),
    "items without bars": ("* Risk: late trigger: 3 days owner: Ana action: call\n" * 2, []),
    "bold labels": ("- **Risk:** a\n- **Trigger**: 3\n- **Owner:** Bo\n- **Action:** go", []),
    "the second lacks": (
        LISTED + "\n1. Risk: b; trigger: 3; owner: all",
        [(2, "owner"), (2, "action")],
    ),
    "items inside": (
        "# Risks\n- Late\n  - Trigger: 3\n  - Owner: Bo\n  - Action:\n    - call\n",
        [],
    ),
    "paragraphs": (
        "Risk: a\nTrigger: 3\nOwner: Bo\nAction: go\n\nRisk: b\nOwner: Bo",
        [(6, "trigger"), (6, "action")],
    ),
    "unlabelled item": (
        "## Risks\n- Late; trigger: 3; owner: Bo; action: go\n- Fire\n",
        [(3, "trigger"), (3, "owner"), (3, "action")],
    ),
    "an example left": (HEAD + GOOD.replace("Vendor", "Example: vendor") + GOOD, [(3, "risk")]),
}


@pytest.mark.parametrize("case", SPOKEN)
def test_however_it_is_typed(case: str) -> None:
    """Tables and lists as people write them are read, and what they lack is told."""
    text, expected = SPOKEN[case]
    assert ["risks"] == [kind for kind, _ in kinds(text)]
    assert expected == found(text)


def test_the_example_of_the_page_is_no_row_of_yours() -> None:
    """Not even when the word Example was taken away."""
    text = template(paper("risks")).replace("Example: ", "")
    assert [("risks", 0)] == kinds(text)
    assert 3 == len(found(text))


def test_several_tables_in_a_file() -> None:
    """Each is checked as what it is; other tables are let be."""
    decisions = table(paper("decisions"), [["a", "b 1, c 2", "Mara", "3 May", "4 weeks"]])
    other = "## Rota\n\n| Day | Name |\n|---|---|\n| 1 | |\n"
    text = f"# RAID\n\n{HEAD}{GOOD}{GOOD}\n{other}\n{decisions}"
    assert [("risks", 2), ("decisions", 1)] == kinds(text)
    assert [] == found(text, remarks=True)


def test_one_decision_on_a_page_of_its_own() -> None:
    """Its sections are its cells."""
    text = "# Decision: buy\n## Options\nbuy 3k, build 5k\n## Decider\nthe team\n## Date\n3 May\n"
    assert [("decisions", 1)] == kinds(text)
    assert [(1, "reopen"), (1, "decider")] == found(text)


def test_sections_behind_labels_and_in_tables() -> None:
    """A charter need not have headings."""
    text = (
        "Project charter: refunds\n\nOutcome: one screen\n**Measure:** 41 to 8 hours\n"
        "Decider: team\n\n| Field | Entry |\n|---|---|\n| Non-goals | new prices |\n| Teams | 3 |\n"
    )
    assert [("charter", 4)] == kinds(text)
    assert [(1, "dates"), (1, "risk"), (5, "decider")] == found(text)
    wide = "|Outcome|Measure|Decider|\n|-|-|-|\n|one screen|8 hours||\n"
    assert [("charter", 2)] == kinds(wide)
    assert (1, "decider") in found(wide)


@pytest.mark.parametrize(
    "text", ["", "Hello", "# Lunch\n\n- soup\n- bread", "|a|b|\n|-|-|\n|1|2|", "…"]
)
def test_nothing_is_recognised(text: str) -> None:
    """Then there are no readings, and no problems."""
    assert ((), ()) == (checked(text).readings, checked(text).problems)


def test_the_name_of_the_file_helps() -> None:
    """Where no title or heading says what it is."""
    text = "- Late; trigger: 3 days\n"
    assert [] == kinds(text)
    assert [("risks", 1)] == kinds(text, "risk-register")


def test_papers_of_a_worked_case() -> None:
    """What `drill --export` writes is recognised, and told where it is prose alone."""
    words = "By 3 May Ana decides for 40 teams."
    ids = {section for _, sections in PAPERS.values() for section, _ in sections}
    texts = papers("Move billing.", [Section(name, name, words) for name in sorted(ids)], words)
    assert [("charter", 5)] == kinds(texts["charter.md"])
    assert ["decider", "risk"] == [key for _, key in found(texts["charter.md"])]
    assert [("dependencies", 0), ("risks", 0)] == kinds(texts["raid.md"])
    assert ["risks", "dependencies"] == [key for _, key in found(texts["raid.md"])]
    assert "summary" == kinds(texts["executive-summary.md"])[0][0]
    assert "decision" in [key for _, key in found(texts["executive-summary.md"])]
    for text in papers("Move billing.", ()).values():
        checked(text)
