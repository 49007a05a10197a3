"""The one page for the day before: what is stored, in the guide's order, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tpmprep.domain.brief_markdown import markdown
from tpmprep.domain.brief_parts import Brief, Line, Missing, Section
from tpmprep.domain.brief_stories import figures_of, number_of, suggested
from tpmprep.domain.guide import AskQuestion
from tpmprep.domain.notes import Notes
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story, Theme
from tpmprep.domain.story_check import checked
from tpmprep.domain.text import normalised, shorten
from tpmprep.errors import closest

__all__ = ["Brief", "brief_of", "markdown"]

EXAMPLES, RISKS, ASKS = 3, 2, 5
AMBIGUOUS = "ambiguous"
LEVEL = {"owned": "Owned", "ready": "Ready for", "bridge": "Why here"}
CLOSE = {
    "style": "Style",
    "engineering": "Engineers",
    "escalation": "Escalation",
    "success": "Success",
}


def brief_of(  # noqa: PLR0917  # six things are known, each of its own kind
    portfolio: Portfolio,
    themes: Mapping[str, Theme],
    asks: Sequence[AskQuestion],
    closing: str,
    interview: date | None,
    weakest: Sequence[tuple[str, float]],
) -> Brief:
    """The page out of everything that is known.

    `asks` and `closing` are what the guide has one ask. `weakest` are areas or dimensions with the
    mean of their levels; the two lowest are suggested as risks where none were written down.
    """
    notes = portfolio.notes
    examples = _examples(portfolio, themes)
    programs = _programs(portfolio, examples)
    sections = (
        examples,
        _risks(notes, weakest),
        _ambiguity(portfolio, themes),
        _numbers(notes, programs, examples),
        _artifacts(notes, programs),
        _parts("level", "Level story", notes.level, LEVEL),
        _parts("close", "How I work", notes.close, CLOSE),
        Section("ask", "Questions to ask", _asks(notes, asks)),
        Section("closing", "Closing question", (Line(closing),)),
    )
    missing = [lack for section in sections for lack in section.missing]
    role, day = notes.role.strip(), interview.isoformat() if interview else ""
    return Brief(role, day, sections, _merged([*missing, *_head(role, day)]))


def _examples(portfolio: Portfolio, themes: Mapping[str, Theme]) -> Section:
    """Those that were chosen, and up to three with those that suit best."""
    stories, wanted = portfolio.stories, list(dict.fromkeys(portfolio.notes.examples))
    missing = [_unknown(name, stories) for name in wanted if name not in stories]
    chosen = [stories[name] for name in wanted if name in stories]
    proposed = suggested(portfolio, chosen, EXAMPLES - len(chosen))
    lines = [_told(story, portfolio, themes) for story in chosen]
    lines += [_told(story, portfolio, themes, suggested=True) for story in proposed]
    lacking = EXAMPLES - len(lines)
    if lacking > 0:
        more = " more" if lines else ""
        what = f"{lacking}{more} example{'s' if lacking > 1 else ''}"
        missing.append(Missing(what, "tpmprep story add"))
    return Section("examples", "Three examples", tuple(lines), tuple(missing))


def _programs(portfolio: Portfolio, examples: Section) -> list[Program]:
    """The programs that the examples come from; every one while there is no example."""
    told = (portfolio.stories[line.story].program for line in examples.lines)
    names = dict.fromkeys(told) if examples.lines else portfolio.programs
    return [portfolio.programs[name] for name in names if name in portfolio.programs]


def _risks(notes: Notes, weakest: Sequence[tuple[str, float]]) -> Section:
    """Those that were written down, and up to two with what scored lowest."""
    own = _lines(notes.risks)
    lowest = sorted(weakest, key=lambda pair: pair[1])[: max(0, RISKS - len(own))]
    proposed = (
        Line(name, number=f"{level:.1f} of 4 so far", suggested=True) for name, level in lowest
    )
    what = "the risks that you expect" if not own else "a second risk"
    missing = (Missing(what, "tpmprep brief fill risks"),) if len(own) < RISKS else ()
    return Section("risks", "Two risks to expect", (*own, *proposed), missing)


def _ambiguity(portfolio: Portfolio, themes: Mapping[str, Theme]) -> Section:
    """The story that was chosen for it, else the best of that theme."""
    stories, wanted = portfolio.stories, portfolio.notes.ambiguity
    missing = [_unknown(wanted, stories)] if wanted and wanted not in stories else []
    found = [stories[wanted]] if wanted in stories else []
    if not found:
        found = [story for story in stories.values() if story.theme == AMBIGUOUS]
        found = sorted(found, key=lambda story: len(checked(story).lacks))[:1]
    if not found:
        missing.append(Missing("the ambiguity story", f"tpmprep story add --theme {AMBIGUOUS}"))
    lines = tuple(_told(story, portfolio, themes) for story in found)
    return Section("ambiguity", "The ambiguity story", lines, tuple(missing))


def _numbers(notes: Notes, programs: Iterable[Program], examples: Section) -> Section:
    own = _lines(notes.numbers)
    rest = (Line(text, program=one.name) for one in programs for text in figures_of(one))
    lines, missing = _distinct((*own, *rest)), []
    if not lines:
        missing.append(Missing("honest numbers", "tpmprep brief fill numbers"))
    bare = sum(not line.number for line in examples.lines)
    if bare:
        missing.append(Missing(f"a number in {bare} of the examples", "tpmprep story check"))
    return Section("numbers", "Honest numbers", lines, tuple(missing))


def _artifacts(notes: Notes, programs: Iterable[Program]) -> Section:
    own = _lines(notes.artifacts)
    rest = (Line(text, program=one.name) for one in programs for text in one.artifacts)
    lines = _distinct((*own, *rest))
    missing = () if lines else (Missing("things to show", "tpmprep brief fill numbers"),)
    return Section("artifacts", "Things to show", lines, missing)


def _parts(name: str, title: str, value: object, labels: Mapping[str, str]) -> Section:
    """The level story or the close: a line for each part, and the parts that are missing."""
    said = {key: str(getattr(value, key)).strip() for key in labels}
    lines = tuple(Line(text, label=labels[key]) for key, text in said.items() if text)
    empty = [labels[key].lower() for key, text in said.items() if not text]
    whole = "the level story" if name == "level" else "how you work"
    what = f"{whole} ({', '.join(empty)})" if lines else whole
    missing = (Missing(what, f"tpmprep brief fill {name}"),) if empty else ()
    return Section(name, title, lines, missing)


def _asks(notes: Notes, asks: Sequence[AskQuestion]) -> tuple[Line, ...]:
    """Questions of one's own, and those of the guide up to five in all."""
    own = _lines(notes.ask)
    rest = (Line(question.text) for question in asks)
    return _distinct((*own, *rest))[: max(ASKS, len(own))]


def _head(role: str, day: str) -> list[Missing]:
    found = [] if role else [Missing("the role and the company", "tpmprep brief fill role")]
    return [*found, *([] if day else [Missing("the day", "tpmprep plan --date YYYY-MM-DD")])]


def _told(
    story: Story,
    portfolio: Portfolio,
    themes: Mapping[str, Theme],
    *,
    suggested: bool = False,
) -> Line:
    theme = themes[story.theme].title if story.theme in themes else story.theme
    program = portfolio.programs.get(story.program)
    return Line(
        story.title.strip(),
        number=number_of(story),
        theme=theme.removeprefix("own/"),
        program=program.name.strip() if program else "",
        story=story.id,
        suggested=suggested,
    )


def _unknown(name: str, stories: Mapping[str, Story]) -> Missing:
    near = closest(name, list(stories), most=1)
    guess = f" (did you mean {near[0]}?)" if near else ""
    return Missing(f"there is no story '{shorten(name, 40)}'{guess}", "tpmprep brief fill examples")


def _lines(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(text.strip()) for text in texts if text.strip())


def _distinct(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines without those that say again what stands above."""
    found: dict[str, Line] = {}
    for line in lines:
        found.setdefault(normalised(line.text), line)
    return tuple(found.values())


def _merged(missing: Iterable[Missing]) -> tuple[Missing, ...]:
    """What the same command helps against stands together."""
    by_command: dict[str, list[str]] = {}
    for lack in missing:
        by_command.setdefault(lack.command, []).append(lack.what)
    return tuple(Missing(" and ".join(what), name) for name, what in by_command.items())
