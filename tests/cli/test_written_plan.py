"""The plan ticks what programs and stories answer for, and takes it back when they go."""

import json
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from portfolios import Desk, tree, written
from tpmprep.adapters.bankcache import FRESH_AFTER_NS
from tpmprep.adapters.writtenlog import remembered

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a plan of ten days, and with the questions in its cache."""
    folder = tmp_path_factory.mktemp("planned") / "home"
    Desk(folder).types("plan", "--days", "10")
    return folder


@pytest.fixture
def desk(home: Path, planned: Path) -> Desk:
    """A desk with that plan."""
    shutil.copytree(planned, home)
    return Desk(home)


def ticked(desk: Desk) -> set[str]:
    """The tasks that are done."""
    days = desk.data("plan")["days"]
    return {task["id"] for day in days for task in day["tasks"] if task["done"]}


def test_programs(desk: Desk) -> None:
    """A whole one ticks the first task, two the second; a gap takes it back."""
    assert set() == ticked(desk)
    path = desk.program("a")
    assert {"inventory.largest"} == ticked(desk)
    second = desk.program("b", decisions=[])
    assert {"inventory.largest"} == ticked(desk)
    desk.program("b")
    assert {"inventory.largest", "inventory.second"} == ticked(desk)
    desk.types("story", "program", "remove", "a")
    assert {"inventory.largest"} == ticked(desk)
    second.unlink()
    assert (False, set()) == (path.exists(), ticked(desk))


@pytest.mark.parametrize("theme", ["ambiguous", "scope-cut", "conflict", "technical-risk"])
def test_a_sound_story_ticks_its_task(desk: Desk, theme: str) -> None:
    """That of its theme and no other."""
    desk.story(theme=theme)
    assert {f"stories.{theme}"} == ticked(desk)
    desk.types("story", "remove", "two-owners")
    assert set() == ticked(desk)


NO_NUMBER = {
    "situation": "The directors wanted the same people.",
    "task": "I had to bring a plan for both.",
    "action": "I listed the work.",
    "decision": "I proposed to stop search.",
    "mechanism": "The CTO decided.",
    "result": "Fewer payments fail.",
    "numbers": [],
    "price": "Search was late.",
    "lesson": "I bring the price.",
}
VP = {"decision": "The VP decided to stop search.", "action": "Both sides listed the work."}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (NO_NUMBER, set()),
        ({**NO_NUMBER, "numbers": ["4 of 9 teams"]}, {"stories.conflict"}),
        (VP, set()),
        ({"theme": "failure"}, set()),
        ({"theme": "own/x"}, set()),
        ({"price": "", "lesson": ""}, {"stories.conflict"}),
        ({"prise": "x"}, set()),
    ],
    ids=["no number", "a number", "no own decision", "failure", "own", "no price", "broken"],
)
def test_what_a_story_must_hold(desk: Desk, changes: dict[str, Any], expected: set[str]) -> None:
    """A number and a decision of one's own; all else is a question to the story only."""
    desk.story(**changes)
    assert expected == ticked(desk)


def test_ticks_are_those_of_now(desk: Desk) -> None:
    """Nothing of it is stored with the plan; a tick by hand stays whatever happens."""
    before = desk.home.plan.read_bytes()
    path = desk.story()
    assert {"stories.conflict"} == ticked(desk)
    assert before == desk.home.plan.read_bytes()
    desk.types("plan", "done", "inventory.headline")
    assert {"stories.conflict", "inventory.headline"} == ticked(desk)
    assert ["inventory.headline"] == list(json.loads(desk.home.plan.read_bytes())["done"])
    path.unlink()
    assert {"inventory.headline"} == ticked(desk)


@pytest.mark.parametrize(
    "added", ["", "yesterday", "24.11.2026", "2031-01-01", "2020-01-01", "9" * 500]
)
def test_any_day_of_adding(desk: Desk, added: str) -> None:
    """What is no day, or far away, breaks no plan."""
    desk.story(added=added)
    desk.program(added=added)
    assert {"stories.conflict", "inventory.largest"} == ticked(desk)
    assert 0 == (desk.types("plan", "today"), desk.code)[1]
    assert "" == desk.err


def test_other_things_in_the_folders(desk: Desk) -> None:
    """A broken file, a link to nowhere, leftovers: the others count all the same."""
    desk.story()
    written(desk.home.stories / "broken.yaml", "[")
    written(desk.home.stories / "a.yaml~", "x")
    (desk.home.stories / "link.yaml").symlink_to("nowhere")
    (desk.home.stories / "folder.yaml").mkdir()
    before = tree(desk.home.data)
    assert {"stories.conflict"} == ticked(desk)
    assert before == tree(desk.home.data)


def test_it_is_computed_once(tmp_path: Path) -> None:
    """Again when a file comes, goes or changes, when the rules change, and without the cache."""
    folder, cache = tmp_path / "stories", tmp_path / "cache" / "written.json"
    found, calls = {"stories.conflict": "2026-11-24"}, []

    def compute() -> dict[str, str]:
        calls.append(1)
        return found

    def later() -> int:
        return time.time_ns() + 2 * FRESH_AFTER_NS

    def ask(key: str = "k") -> dict[str, str]:
        return remembered(cache, [folder, tmp_path / "none"], key, compute, later)

    assert ({}, 0) == (ask(), len(calls))
    path = written(folder / "a.yaml", "one")
    assert [found] * 3 == [ask() for _ in range(3)]
    assert 1 == len(calls)
    changes: list[Callable[[], object]] = [
        lambda: written(path, "two"),
        lambda: written(folder / "b.yaml", "x"),
        lambda: (folder / "b.yaml").rename(folder / "c.yaml"),
        (folder / "c.yaml").unlink,
        cache.unlink,
        lambda: written(cache, "{"),
        lambda: written(cache, '{"of": 1, "found": 2}'),
        lambda: written(cache, "[]"),
        lambda: written(cache, json.dumps({**json.loads(cache.read_bytes()), "found": 5})),
    ]
    for number, change in enumerate(changes, start=2):
        change()
        assert [found, found] == [ask(), ask()]
        assert number == len(calls)
    assert (found, number + 1) == (ask("other rules"), len(calls))
    path.unlink()
    assert {} == ask("other rules")


def test_what_changed_just_now_is_not_remembered(tmp_path: Path) -> None:
    """It may change again within the same tick of the clock; nor is a cache needed."""
    written(tmp_path / "stories" / "a.yaml", "one")
    cache = tmp_path / "cache" / "written.json"
    assert {"a": "b"} == remembered(cache, [tmp_path / "stories"], "k", lambda: {"a": "b"})
    assert not cache.exists()
    blocked = written(tmp_path / "file", "") / "written.json"
    found = remembered(blocked, [tmp_path / "stories"], "k", dict, lambda: 2**63)
    assert {} == found
