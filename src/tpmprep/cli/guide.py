"""`tpmprep guide`: the guide, topic by topic, and the word that leads to its artefacts."""

from dataclasses import asdict
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tpmprep.cli.as_typed import Command
from tpmprep.cli.options import MaybeText

if TYPE_CHECKING:
    from collections.abc import Callable

    from tpmprep.cli.env import Env
    from tpmprep.domain.guide import AskQuestion, Given
    from tpmprep.domain.loops import LoopStage

ARTIFACT = "artifact"


class Guide(Command):
    """The command, but for the word `artifact`: what follows it belongs to another command."""

    def make_context(
        self, info_name: Any, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """A context of this command, or of the one that writes artefacts."""
        words = [word for word in args if not word.startswith("-")]
        if words[:1] != [ARTIFACT]:
            return super().make_context(info_name, args, parent, **extra)
        from tpmprep.cli.guide_artifact import app as artifact

        rest = list(args)
        rest.remove(ARTIFACT)
        command = typer.main.get_command(artifact)
        return command.make_context(f"{info_name} {ARTIFACT}", rest, parent, **extra)


app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Guide)
def guide(
    ctx: typer.Context,
    topic: Annotated[MaybeText, typer.Argument(metavar="TOPIC", help="One topic.")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """What the interviews test and how to answer, topic by topic.

    \b
    The topics:           tpmprep guide
    One of them:          tpmprep guide execution
    Write an artefact:    tpmprep guide artifact charter --to DIR
    Check an artefact:    tpmprep guide artifact check FILE

    A topic fits on one screen and ends with the commands that practise it.
    """
    if topic is None:
        _show_topics(ctx.obj)
    else:
        _show_topic(ctx.obj, topic)


def _show_topics(env: "Env") -> None:
    from tpmprep.adapters.content import load_topics
    from tpmprep.cli.output import emit
    from tpmprep.ui import guide_pages

    groups = load_topics()
    rows = [{"id": t.id, "title": t.title, "group": g.title} for g in groups for t in g.topics]
    page = None if env.settings.json else guide_pages.topics_page(groups, env.look)
    emit(env, "guide", rows, page)


def _show_topic(env: "Env", name: str) -> None:
    from tpmprep.adapters.content import load_topics
    from tpmprep.cli.output import emit
    from tpmprep.domain.guide import topics_of
    from tpmprep.errors import NotFound
    from tpmprep.ui import guide_pages

    topics = {topic.id: topic for topic in topics_of(load_topics())}
    ids, wanted = list(topics), name.strip().lower()
    if wanted not in topics:
        raise NotFound("topic", name, [*ids, ARTIFACT], "See the topics with: tpmprep guide")
    topic = topics[wanted]
    topic = topic.filled({source: given(env, source) for source in topic.sources})
    after = dict(pairwise(ids)).get(wanted, "")
    page = None if env.settings.json else guide_pages.topic_page(topic, after, env.look)
    emit(env, "guide.topic", asdict(topic), page)


def given(env: "Env", source: str) -> "Given":
    """What a source gives: `loop.checks` is what the guide's interviews check."""
    kind, _, which = source.partition(".")
    return SOURCES[kind](env, which)


def _of_loop(_: "Env", which: str) -> "Given":
    from tpmprep.adapters.content import load_loops
    from tpmprep.domain.guide import Given, Item

    def told(stage: "LoopStage") -> str:
        if which == "strong":
            return f"{_capital(stage.strong_signal)}."
        return f"{stage.name}: {', '.join(stage.checks)}."

    stages = load_loops()["guide"].stages
    return Given(tuple(Item(stage.id, told(stage), stage.id) for stage in stages))


def _of_plan(_: "Env", which: str) -> "Given":
    """The days and the title of a block; the four stories are its tasks."""
    from tpmprep.adapters.content import load_stages
    from tpmprep.domain.guide import Given, Item
    from tpmprep.domain.stages import STORIES

    stages = load_stages()
    number, stage = next((n, s) for n, s in enumerate(stages) if s.id == which)
    title = f"Days {2 * number + 1} and {2 * number + 2}: {_small(stage.title)}"
    tasks = stage.tasks if which == STORIES else ()
    return Given(tuple(Item(task.id, task.short) for task in tasks), title)


def _of_phrases(_: "Env", which: str) -> "Given":
    from tpmprep.adapters.content import load_phrases
    from tpmprep.domain.guide import Given, Item

    phrases = load_phrases()
    if which == "assumptions":
        return Given((Item(which, f'"{phrases.assumptions.said({})}"'),))
    if which == "closing":
        return Given((Item(which, phrases.closing.question, more=phrases.closing.when),))
    steps = enumerate(phrases.closing.if_answered, start=1)
    return Given(tuple(Item(f"step-{n}", step) for n, step in steps))


def _of_artifacts(_: "Env", which: str) -> "Given":
    from tpmprep.adapters.content import load_artifacts
    from tpmprep.domain.guide import Given, Item

    rows = load_artifacts().artifacts
    if which == "titles":
        return Given(tuple(Item(row.id, row.title) for row in rows))
    return Given(tuple(Item(row.id, row.changes, row.id) for row in rows))


def _of_lengths(_: "Env", which: str) -> "Given":
    from tpmprep.adapters.content import load_lengths
    from tpmprep.domain.guide import Given, Item

    return Given(tuple(Item(row.id, row.holds, _capital(row.title)) for row in load_lengths()))


def _of_asks(_: "Env", which: str) -> "Given":
    from tpmprep.adapters.content import load_asks
    from tpmprep.domain.guide import Given, Item

    def told(ask: "AskQuestion") -> str:
        return ask.why if which == "why" else f"{_capital('; '.join(ask.listen_for))}."

    return Given(tuple(Item(ask.id, ask.text, more=told(ask)) for ask in load_asks()))


def _of_questions(env: "Env", which: str) -> "Given":
    """The guide's own questions of an area; people and cases are one group there."""
    from tpmprep.domain.guide import Given, Item

    areas = ("stakeholder", "case") if which == "stakeholder" else (which,)
    ids = sorted(h.id for h in env.bank.heads() if h.id.startswith("gq-") and h.area in areas)
    return Given(tuple(Item(name, env.bank.questions[name].prompt, name) for name in ids))


SOURCES: "dict[str, Callable[[Env, str], Given]]" = {
    "loop": _of_loop,
    "plan": _of_plan,
    "phrases": _of_phrases,
    "lengths": _of_lengths,
    "artifacts": _of_artifacts,
    "asks": _of_asks,
    "questions": _of_questions,
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
