"""`tpmprep guide`, as it is typed: the list, each topic on one screen, and commands that exist."""

import io
import json
import shlex
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from inside import tpmprep
from program import data_of
from tpmprep.adapters.bank import Bank, load_shipped
from tpmprep.adapters.content import (
    load_artifacts,
    load_asks,
    load_loops,
    load_phrases,
    load_topics,
)
from tpmprep.cli.app import run
from tpmprep.cli.env import Env
from tpmprep.cli.guide import ARTIFACT, given
from tpmprep.cli.output import rendered
from tpmprep.domain.formats import FORMATS, LADDER
from tpmprep.domain.guide import topics_of
from tpmprep.domain.question import AREAS, TRACKS
from tpmprep.ui import guide_pages
from tpmprep.ui.theme import Look

TOPICS = {topic.id: topic for topic in topics_of(load_topics())}
COMMANDS = sorted({row.command for topic in TOPICS.values() for row in topic.practise})
SCREEN = 23
"""Lines of a terminal of 24, but for the one at which one types."""
LOOKS = {
    f"{'plain' if plain else 'terminal'} {width}": Look(plain, not plain, not plain, width)
    for plain in (False, True)
    for width in (80, 60, 40)
}
STAND_INS = {"DIR": "folder", "FILE": "file.md", "NAME": "risks", "PROGRAM": "sign-in"}
"""What stands in a command for what its reader puts there."""

every_topic = pytest.mark.parametrize("name", TOPICS)
every_look = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)


@cache
def pages(look: Look) -> dict[str, list[str]]:
    """Every page as this terminal shows it, colours left out; the list has no name."""
    env = Env(stdout=io.StringIO())
    quiet = Look(look.plain, color=False, unicode=look.unicode, width=look.width)
    bodies = {"": guide_pages.topics_page(load_topics(), quiet)}
    for name, topic in TOPICS.items():
        filled = topic.filled({source: given(env, source) for source in topic.sources})
        bodies[name] = guide_pages.topic_page(filled, "", quiet)
    return {name: rendered(body, quiet).splitlines() for name, body in bodies.items()}


def in_one_line(*arguments: str) -> str:
    """What a command line prints, without its line breaks."""
    out = io.StringIO()
    assert 0 == run(arguments, lambda s: Env(s, stdout=out, stderr=out))
    return " ".join(out.getvalue().split())


@every_look
def test_pages_fit(look: Look, home: Path) -> None:
    """No line is wider than the terminal; at 80 columns no page is longer than the screen."""
    for name, lines in pages(look).items():
        assert max(map(len, lines)) <= look.width, name
        assert look.width < 80 or len(lines) <= SCREEN, (name, len(lines))


@every_look
def test_no_word_is_lost(look: Look, home: Path) -> None:
    """However narrow: every item of a topic stands on its page, whole."""
    for name, topic in TOPICS.items():
        page = "".join("".join(pages(look)[name]).split())
        words = [topic.says, *(i.text for part in topic.parts for i in part.items)]
        assert [] == [text for text in words if "".join(text.split()) not in page]


def test_the_list(home: Path) -> None:
    """Topics with their titles by group, on the page and in JSON."""
    rows = data_of(tpmprep(home, "guide", "--json"))
    assert list(TOPICS) == [row["id"] for row in rows]
    page = tpmprep(home, "guide").stdout
    for row in rows:
        assert {row["title"], row["group"]} == {row["title"], row["group"]} & set(_cells(page))
        assert TOPICS[row["id"]].title == row["title"]


def _cells(page: str) -> list[str]:
    return [cell.strip() for line in page.splitlines() for cell in line.split("  ")]


@every_topic
def test_a_topic_in_json(name: str, home: Path) -> None:
    """The whole topic, with the items that other files give."""
    out = io.StringIO()
    assert 0 == run(["guide", name, "--json"], lambda s: Env(s, stdout=out))
    document = json.loads(out.getvalue())
    assert "tpmprep.guide.topic/1" == document["schema"]
    data, topic = document["data"], TOPICS[name]
    assert (topic.id, topic.title, topic.heading) == (data["id"], data["title"], data["heading"])
    assert all(item["text"] for part in data["parts"] for item in part["items"])
    assert all(part["items"] for part in data["parts"])
    assert [row.command for row in topic.practise] == [row["command"] for row in data["practise"]]


def test_what_is_quoted_stands_on_its_page(home: Path) -> None:
    """The fifteen questions, the five to ask, and the two sentences, word for word."""
    questions = shipped().questions.values()
    prompts = [question.prompt for question in questions if question.id.startswith("gq-")]
    asked = " ".join(in_one_line("guide", name) for name in TOPICS if name.startswith("questions"))
    assert 15 == sum(" ".join(prompt.split()) in asked for prompt in prompts)
    assert all(ask.text in in_one_line("guide", "ask") for ask in load_asks())
    assert load_phrases().closing.question in in_one_line("guide", "closing")
    assert load_phrases().assumptions.said({}) in in_one_line("guide", "assumptions")


def test_pages_show_what_other_files_hold(home: Path) -> None:
    """The loop with its signals, and what each artefact must change."""
    for stage in load_loops()["guide"].stages:
        assert f"{stage.name}: {', '.join(stage.checks)}" in in_one_line("guide", "loop")
        assert stage.strong_signal[1:] in in_one_line("guide", "signals")
    for row in load_artifacts().artifacts:
        assert row.changes in in_one_line("guide", "papers")


def test_an_unknown_topic(home: Path) -> None:
    """Exit 66 with what is meant; the case of letters does not matter."""
    result = tpmprep(home, "guide", "tecnical")
    assert (66, "") == (result.returncode, result.stdout)
    assert "Did you mean technical" in result.stderr
    assert "See the topics with: tpmprep guide" in result.stderr
    error = json.loads(tpmprep(home, "guide", "nothing-like-it", "--json").stderr)["error"]
    assert "topic_not_found" == error["code"]
    assert 0 == tpmprep(home, "guide", "LOOP").returncode
    assert "Did you mean artifact" in tpmprep(home, "guide", "artefact").stderr


def test_the_word_artifact_leads_on(home: Path) -> None:
    """What comes after it belongs to the other command, wherever --json stands."""
    for words in (["guide", ARTIFACT, "--json"], ["guide", "--json", ARTIFACT]):
        result = tpmprep(home, *words)
        assert json.loads(result.stdout)["schema"].startswith("tpmprep.guide.artifact")
    shown = tpmprep(home, "guide", ARTIFACT, "--help").stdout
    assert shown.startswith("Usage: tpmprep guide artifact ")
    assert ARTIFACT not in TOPICS


def test_every_topic_leads_to_practice() -> None:
    """Each ends with a command, and says what for in a few words."""
    for topic in TOPICS.values():
        assert topic.practise, topic.id
        assert f"tpmprep guide {topic.id}" not in {row.command for row in topic.practise}
        assert all(1 < len(row.why.split()) <= 9 for row in topic.practise), topic.id


@cache
def shipped() -> Bank:
    """The shipped bank, read once."""
    return load_shipped()


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_exist(command: str, home: Path) -> None:
    """The command takes these words and flags, and what they name exists."""
    words = [STAND_INS.get(word, word) for word in shlex.split(command)]
    assert "tpmprep" == words[0]
    out = io.StringIO()
    assert 0 == run([*words[1:], "--help"], lambda s: Env(s, stdout=out, stderr=out))
    bank = shipped()
    known = {
        "--question": bank.has,
        "--format": {*FORMATS, LADDER}.__contains__,
        "--area": AREAS.__contains__,
        "--track": TRACKS.__contains__,
        "--stage": load_loops()["guide"].stage,
        "guide": {*TOPICS, ARTIFACT}.__contains__,
        "show": bank.has,
    }
    pairs = pairwise(words)
    assert [] == [
        (flag, value) for flag, value in pairs if flag in known and not known[flag](value)
    ]
