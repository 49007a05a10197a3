"""The content that is shipped: complete, word for word where it must be, and usable."""

import io
import json
import shlex
from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from tpmprep.adapters.bank import Bank, load_shipped
from tpmprep.adapters.bankcheck import check_path
from tpmprep.adapters.content import load_competencies, load_facts, load_stages
from tpmprep.adapters.paths import shipped_bank
from tpmprep.cli.app import run
from tpmprep.cli.env import Env
from tpmprep.domain.bank_stats import stats_of
from tpmprep.domain.detectors import BY_ID
from tpmprep.domain.formats import FORMATS, OWN_QUESTIONS
from tpmprep.domain.ladder import COST_MIN
from tpmprep.domain.question import AREAS, LEVELS, TRACKS, FormatName, Question, fits_format
from tpmprep.domain.rubric import LEVEL_NUMBERS
from tpmprep.domain.signals import mentions
from tpmprep.domain.stages import Task

PROMPTS = {
    "gq-01": "Tell me about a program you led from ambiguous idea to launch. "
    "How did you define scope?",
    "gq-02": "How do you build a plan when engineering estimates are uncertain?",
    "gq-03": "What signals tell you a program is off track before the milestone is missed?",
    "gq-04": "How do you manage dependencies across teams that do not report to the same leader?",
    "gq-05": "How do you avoid turning program management into status theater?",
    "gq-06": "You are leading a migration from a monolith to services. What risks do you track?",
    "gq-07": "How would you program-manage a database migration with no downtime requirement?",
    "gq-08": "An AI feature has impressive demos but inconsistent quality. "
    "How do you define launch criteria?",
    "gq-09": "A platform API is used by 200 internal teams. How do you roll out a breaking change?",
    "gq-10": "Cloud spend increased 40% quarter over quarter. "
    "How would you structure a cost-reduction program?",
    "gq-11": "Tell me about a time product wanted a date that engineering thought was unrealistic.",
    "gq-12": "How do you escalate without surprising people or damaging trust?",
    "gq-13": "Launch passkeys across web, iOS, Android, and support tooling in six months. "
    "Build the program plan.",
    "gq-14": "Lead a migration from a legacy billing provider to a new platform "
    "without disrupting renewals.",
    "gq-15": "Reduce p95 API latency by 50% across a critical customer workflow.",
}
OPENERS = [
    *("own-program", "own-scope-cut", "own-tech-risk", "own-recruiter", "own-close"),
    *("own-headline", "own-story", "own-walkthrough"),
]
STRONG = {
    ("gq-07", "source_of_truth"): "Until we cut over, the old cluster stays the truth and change "
    "data capture feeds the new one; a failed write is queued and tried again.",
    ("gq-12", "peers_first"): "I give the other lead a heads up on Monday, and on Wednesday we go "
    "up with a shared note.",
    ("gq-02", "riskiest_first"): "We did the scariest part first, even though the screens would "
    "have looked better in the demo.",
}
STORY = "I decided to cut the tablet client, and tickets fell from 900 to 310 a week."
UNRELATED = (
    "My grandmother baked bread on Sundays. She mixed flour, water and salt, let the dough sleep "
    "under a towel, and sang while the oven grew warm. The kitchen smelled of rosemary. We ate the "
    "crust with butter and honey in the garden, below the old pear tree, and the dog got a little."
)


@cache
def bank() -> Bank:
    """The shipped bank."""
    return load_shipped()


@cache
def everything() -> dict[str, Question]:
    """The questions and the openers."""
    return {**bank().questions, **bank().openers}


@cache
def tasks() -> dict[str, Task]:
    """The tasks of the plan."""
    return {task.id: task for stage in load_stages() for task in stage.tasks}


def ran(*arguments: str) -> tuple[int, str]:
    """The exit code and the output of a command line, with a story at its input."""
    out = io.StringIO()
    code = run(arguments, lambda s: Env(s, stdin=io.StringIO(STORY), stdout=out, stderr=out))
    return code, out.getvalue()


every_question = pytest.mark.parametrize("question_id", list(everything()))
every_task = pytest.mark.parametrize("task_id", list(tasks()))


def test_no_problems() -> None:
    """The shipped bank is in order, by the check that users run."""
    checked = check_path(None)
    assert (len(bank().questions), []) == (checked.questions, checked.problems)


def test_questions_of_the_guide() -> None:
    """The guide's fifteen prompts, word for word."""
    guide = {k: q.prompt for k, q in sorted(bank().questions.items()) if k.startswith("gq-")}
    assert PROMPTS == guide


def test_size_of_the_bank() -> None:
    """What is promised of it: enough of everything, and complete entries."""
    stats = stats_of(list(bank().questions.values()))
    assert stats.questions >= 380
    assert min(stats.cells[area][track] for area in AREAS for track in TRACKS) >= 8
    assert stats.kinds["past"] >= 60
    assert stats.level_percent["principal"] >= 12
    assert stats.follow_ups >= 1_700
    assert stats.strong_signals >= 2_700
    assert stats.outlines >= 1_100
    assert {"update": 16, "pushback": 16, "retro": 8, "narrative": 8, "estimate": 8} == {
        name: count for name, count in stats.formats.items() if name in OWN_QUESTIONS
    }


def test_files_are_of_a_size_to_edit() -> None:
    """Eight to twenty entries a file, but for the guide's own, and lines that fit a screen."""
    for path in (shipped_bank() / "questions").rglob("*.yaml"):
        text = path.read_text("utf-8")
        count = text.count("\n- id: ") + text.startswith("- id: ")
        assert path.name == "guide.yaml" or 8 <= count <= 20, path
        assert max(len(line) for line in text.splitlines()) <= 115, path


def test_every_question_is_drilled_in_some_format() -> None:
    """Formats that questions are made for exist now or are named by the design."""
    for question in bank().questions.values():
        assert set(question.formats) <= set(get_args(FormatName)), question.id


def test_openers() -> None:
    """The eight prompts about one's own work are there, all different from the questions."""
    assert OPENERS == list(bank().openers)
    assert len(everything()) == len({question.prompt for question in everything().values()})


def test_facts_are_used_and_dated() -> None:
    """Each fact has a source, and questions name facts that exist."""
    facts = load_facts()
    named = {name for question in bank().questions.values() for name in question.facts}
    assert named <= set(facts)
    for fact in facts.values():
        assert fact.source
        assert fact.says
        assert fact.recheck is None or fact.recheck > fact.as_of


def test_competencies_cover_the_areas() -> None:
    """Each has a meaning and a line for every level."""
    for item in load_competencies().values():
        assert set(item.levels) == set(LEVELS), item.id
        assert item.id.startswith(
            {"execution": "ex", "technical": "te"}.get(item.area, item.area[:2])
        )


def test_format_openers_exist() -> None:
    """A format that begins with a prompt of its own names one that exists."""
    named = {row.opener for row in FORMATS.values() if row.opener}
    assert {"own-recruiter"} == named
    assert named <= set(bank().openers)


def test_dimensions_of_formats_exist() -> None:
    """A format with dimensions of its own names dimensions that exist."""
    named = {dimension for row in FORMATS.values() for dimension in row.rubric}
    assert set() == named - set(bank().dimensions)


@every_question
def test_interviewer_can_interrupt(question_id: str) -> None:
    """Each question has a redirect, a constraint and enough for a deep dive."""
    question = everything()[question_id]
    kinds = Counter(follow_up.kind for follow_up in question.follow_ups)
    assert kinds["redirect"] >= 1
    assert kinds["constraint"] >= 1
    assert kinds.total() >= 4


@every_question
def test_two_minutes(question_id: str) -> None:
    """The steps of the short answer fill two minutes exactly."""
    assert 120 == sum(step.s for step in everything()[question_id].outline.two_min)


@every_question
def test_aliases_are_short(question_id: str) -> None:
    """An alias is one to four words: longer ones are never said just so."""
    lengths = {
        len(alias.split())
        for signal in everything()[question_id].strong_signals
        for group in signal.keywords
        for alias in group
    }
    assert lengths <= {1, 2, 3, 4}


@every_question
def test_red_flags_differ(question_id: str) -> None:
    """Each red flag says something, and something else than the others."""
    flags = [flag.strip() for flag in everything()[question_id].red_flags]
    assert all(flags)
    assert len(flags) == len(set(flags))


@every_question
def test_unrelated_text_hits_next_to_nothing(question_id: str) -> None:
    """A text about something else mentions at most three signals of a question."""
    found = mentions(everything()[question_id].strong_signals, UNRELATED)
    assert sum(mention.mentioned for mention in found) <= 3


@pytest.mark.parametrize(("place", "sentence"), STRONG.items(), ids=lambda value: str(value)[:30])
def test_strong_sentence_is_found(place: tuple[str, str], sentence: str) -> None:
    """A sentence that says what a signal asks for mentions it, and is its quote."""
    question_id, signal_id = place
    found = {m.signal: m for m in mentions(everything()[question_id].strong_signals, sentence)}
    assert found[signal_id].mentioned
    assert found[signal_id].quote in sentence


def test_levels_are_told_apart() -> None:
    """Every dimension has a name and four different texts for its levels."""
    assert bank().dimensions
    for dimension in bank().dimensions.values():
        texts = {dimension.words(level).strip() for level in LEVEL_NUMBERS}
        assert 4 == len(texts), dimension.id
        assert all([*texts, dimension.name.strip(), dimension.looks_at.strip()]), dimension.id


def test_bar_texts_differ() -> None:
    """What is good enough differs from level to level."""
    for question in everything().values():
        assert len(question.bar) == len(set(question.bar.values())), question.id


def test_stages_of_the_guide() -> None:
    """The plan has the guide's five blocks in order, with unique task names."""
    stages = load_stages()
    assert ["inventory", "stories", "cases", "fundamentals", "close"] == [s.id for s in stages]
    ids = [task.id for stage in stages for task in stage.tasks]
    assert len(ids) == len(set(ids))
    assert all(task.id.startswith(f"{s.id}.") for s in stages for task in s.tasks)
    short = {task.short for task in tasks().values()}
    assert (len(ids), True) == (len(short), all(0 < len(name) <= 22 for name in short))


def test_commands_of_tasks_do_their_tasks(home: Path) -> None:
    """Each runs as it stands, with an answer where it drills; then nothing is left but to tick."""
    assert 0 == ran("plan", "--days", "10")[0]
    for task in tasks().values():
        name, *words = shlex.split(task.command)
        answered = ["--answer", "-"] if task.drill else []
        assert ("tpmprep", 0) == (name, ran(*words, *answered)[0]), task.id
    shown = json.loads(ran("plan", "--json")[1])["data"]["days"]
    done = {task["id"] for day in shown for task in day["tasks"] if task["done"]}
    assert {task.id for task in tasks().values() if task.done_when} == done


@every_task
def test_drill_of_a_task_fits_the_bank(task_id: str) -> None:
    """Its question is made for the format and stands in the area; without one, enough fit."""
    task, drill = tasks()[task_id], tasks()[task_id].drill
    assert (drill is None) is bool(task.run)
    assert (COST_MIN[drill.format] if drill else 5) == task.minutes
    if drill is None:
        return
    opener = "" if drill.area else FORMATS[drill.format].opener or ""
    named = everything().get(drill.question or opener)
    asked = [named] if named else [q for q in bank().questions.values() if q.area == drill.area]
    fitting = [q for q in asked if fits_format(q, drill.format)]
    assert len(fitting) >= (1 if named else 2)
    assert drill.area in ("", fitting[0].area)


@every_task
def test_task_is_done_by_what_it_asks(task_id: str) -> None:
    """What ends a task names questions, formats, areas and detectors that exist, its own first."""
    task = tasks()[task_id]
    if task.done_when is None:
        return
    assert task.drill is not None
    assert set(task.done_when.questions) <= set(everything())
    assert set(task.done_when.formats) <= set(FORMATS)
    assert set(task.done_when.holds) <= set(BY_ID)
    assert task.done_when.area in (None, task.drill.area)
    if task.done_when.questions:
        assert task.drill.question in task.done_when.questions
    if task.done_when.formats:
        assert task.drill.format in task.done_when.formats
