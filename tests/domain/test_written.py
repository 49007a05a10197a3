"""Tasks that programs and stories answer for: which, and since when."""

from dataclasses import replace

import pytest

from portfolios import whole_program, whole_story
from tpmprep.adapters.content import load_stages
from tpmprep.domain.own_files import THEMES
from tpmprep.domain.plan_tasks import all_tasks
from tpmprep.domain.program import Program
from tpmprep.domain.stages import DoneWhen, Stage, Task
from tpmprep.domain.story_check import Lack, Verdict
from tpmprep.domain.written import written_on

TODAY = "2026-11-24"
FULL = whole_program(added="2026-11-20")
TOLD = whole_story(added="2026-11-21")


def task(name: str, rule: DoneWhen | None) -> Task:
    """A task with a rule."""
    return Task(name, name, name, 5, done_when=rule)


STAGES = [
    Stage(
        "s",
        "S",
        (
            task("first", DoneWhen(programs=1)),
            task("second", DoneWhen(programs=2)),
            task("conflict", DoneWhen(story="conflict", holds=("number", "decision"))),
            task("any", DoneWhen(story="conflict")),
            task("drill", DoneWhen(questions=("q",))),
            task("tick", None),
        ),
    )
]


def days(programs: list[Program], verdicts: list[Verdict]) -> dict[str, str]:
    """What is done, and since when."""
    return written_on(STAGES, programs, verdicts, TODAY)


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ([], {}),
        (["2026-11-22"], {"first": "2026-11-22"}),
        ([""], {"first": TODAY}),
        (["2026-11-22", "2026-11-20"], {"first": "2026-11-20", "second": "2026-11-22"}),
        (["2026-11-22", ""], {"first": "2026-11-22", "second": TODAY}),
        (
            ["2026-11-23", "2026-11-20", "2026-11-22"],
            {"first": "2026-11-20", "second": "2026-11-22"},
        ),
    ],
)
def test_programs(added: list[str], expected: dict[str, str]) -> None:
    """The first that is whole, and the second, on the day that they were added."""
    programs = [replace(FULL, id=f"p{n}", added=day) for n, day in enumerate(added)]
    half = replace(FULL, budget=" ", added="2026-11-01")
    assert expected == days([half, *programs], [])


@pytest.mark.parametrize(
    ("missing", "theme", "expected"),
    [
        ((), "conflict", {"conflict", "any"}),
        (("number",), "conflict", {"any"}),
        (("decision",), "conflict", {"any"}),
        (("own_decision",), "conflict", {"any"}),
        (("price", "lesson", "we", "result"), "conflict", {"conflict", "any"}),
        ((), "failure", set()),
        ((), "own/conflict", set()),
    ],
)
def test_stories(missing: tuple[str, ...], theme: str, expected: set[str]) -> None:
    """A story of the theme, with what the task asks of an answer."""
    lacks = tuple(Lack(name, "action", "") for name in missing)
    verdict = Verdict(replace(TOLD, theme=theme), 1, lacks)
    assert dict.fromkeys(expected, "2026-11-21") == days([], [verdict])


def test_the_first_story_that_fits_gives_the_day() -> None:
    """Whatever the order; one without a day counts from the start."""
    stories = [replace(TOLD, added=day) for day in ("2026-11-23", "2026-11-22", "")]
    verdicts = [Verdict(story, 1, ()) for story in stories]
    assert {"conflict": "2026-11-22", "any": "2026-11-22"} == days([], verdicts)
    assert {"conflict": TODAY, "any": TODAY} == days([], verdicts[2:])
    unsound = Verdict(replace(TOLD, added="2026-11-01"), 0, (Lack("number", "numbers", ""),))
    assert "2026-11-22" == days([], [unsound, *verdicts])["conflict"]


def test_the_rules_that_ship() -> None:
    """Two tasks of programs, and one of a story for each of four themes."""
    rules = {one.id: one.done_when for one in all_tasks(load_stages()) if one.done_when}
    programs = {name: rule.programs for name, rule in rules.items() if rule.programs}
    assert {"inventory.largest": 1, "inventory.second": 2} == programs
    stories = {name: rule for name, rule in rules.items() if rule.story}
    assert {f"stories.{theme}" for theme in THEMES[:4]} == set(stories)
    assert all(name == f"stories.{rule.story}" for name, rule in stories.items())
    assert {("number", "decision")} == {rule.holds for rule in stories.values()}
