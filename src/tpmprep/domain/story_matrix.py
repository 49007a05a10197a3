"""What the stories cover together: kinds of question, competencies, gaps, and what is overused."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tpmprep.domain.knowledge import Competency
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.question import AREAS
from tpmprep.domain.story import MOST_STORIES, Story, Theme, shows
from tpmprep.domain.story_cover import smallest_cover

MOST_QUESTIONS = 2
"""A story told for more questions of one loop sounds like the only one there is."""

ALL_OF, MOST_OF, MOST_SHARE = 2, 4, 0.75
"""All of at least two stories at one employer are a risk, or such a share of at least four."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story of the matrix; `employer` is empty where its program does not name one."""

    id: str
    title: str
    theme: str
    employer: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question, and the ids of the stories that answer it.

    `is_own` when it is not one of the themes that interviewers ask for.
    """

    id: str
    title: str
    stories: tuple[str, ...]
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Ability:
    """A competency, how many questions of the bank ask for it, and the stories that show it."""

    id: str
    name: str
    area: str
    questions: int
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overuse:
    """A story for more than two questions: `sitting` is the mock, empty where it is planned."""

    story: str
    questions: tuple[str, ...]
    sitting: str = ""


@dataclass(frozen=True, slots=True)
class OneEmployer:
    """An employer at whom too many of the stories happened: `stories` of `known`."""

    employer: str
    stories: int
    known: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The stories against what is asked. Gaps, sets and remarks are ids.

    `kind_gaps` and `ability_gaps` have no story, the competencies with the most questions first.
    `smallest` shows each competency that is asked and that any story shows, so it leaves open
    just `ability_gaps`. `spare` is what could go, empty up to the cap. `unknown` are competencies
    that the content does not hold, with the stories that name them.
    """

    stories: tuple[StoryLine, ...]
    kinds: tuple[Kind, ...]
    abilities: tuple[Ability, ...]
    kind_gaps: tuple[str, ...]
    ability_gaps: tuple[str, ...]
    overused: tuple[Overuse, ...]
    one_employer: OneEmployer | None
    no_employer: tuple[str, ...]
    smallest: tuple[str, ...]
    over_cap: bool
    spare: tuple[str, ...]
    unknown: Mapping[str, tuple[str, ...]]


def matrix_of(
    portfolio: Portfolio,
    themes: Mapping[str, Theme],
    competencies: Mapping[str, Competency],
    asked: Mapping[str, int],
    told: Sequence[tuple[str, str, str]],
) -> Matrix:
    """The matrix of a portfolio.

    `asked` is the number of questions about the past for each competency; `told` are the answers
    of mocks that were recognised: sitting, question, story.
    """
    stories = portfolio.stories
    held = {name: set(shows(story, themes)) for name, story in stories.items()}
    lines = tuple(_line(story, portfolio) for story in stories.values())
    kinds = _kinds(stories, themes)
    abilities = _abilities(held, competencies, asked)
    smallest = smallest_cover({n: [a.id for a in abilities if n in a.stories] for n in stories})
    over_cap = len(stories) > MOST_STORIES
    return Matrix(
        stories=lines,
        kinds=kinds,
        abilities=abilities,
        kind_gaps=tuple(kind.id for kind in kinds if not kind.stories),
        ability_gaps=tuple(a.id for a in _by_questions(abilities) if not a.stories),
        overused=(*_planned(stories.values()), *_told(stories, told)),
        one_employer=_one_employer(lines),
        no_employer=tuple(line.id for line in lines if not line.employer),
        smallest=smallest,
        over_cap=over_cap,
        spare=_spare(stories, smallest, kinds) if over_cap else (),
        unknown=_unknown(held, competencies),
    )


def _line(story: Story, portfolio: Portfolio) -> StoryLine:
    employer = " ".join(portfolio.employer_of(story).split())
    return StoryLine(story.id, story.title, story.theme, employer, story.questions)


def _kinds(stories: Mapping[str, Story], themes: Mapping[str, Theme]) -> tuple[Kind, ...]:
    """The themes, then those of one's own; a story also answers a kind whose question it names."""
    own = dict.fromkeys(s.theme for s in stories.values() if s.theme and s.theme not in themes)
    kinds = [
        Kind(theme.id, theme.title, _ids(s for s in stories.values() if _answers(s, theme)))
        for theme in themes.values()
    ]
    for name in own:
        users = _ids(story for story in stories.values() if story.theme == name)
        kinds.append(Kind(name, name.removeprefix("own/"), users, is_own=True))
    return tuple(kinds)


def _answers(story: Story, theme: Theme) -> bool:
    return story.theme == theme.id or theme.question in story.questions


def _ids(stories: Iterable[Story]) -> tuple[str, ...]:
    return tuple(story.id for story in stories)


def _abilities(
    held: Mapping[str, set[str]], competencies: Mapping[str, Competency], asked: Mapping[str, int]
) -> tuple[Ability, ...]:
    """What is asked, area by area, with the most questions first, then as the content has it."""
    order = [*competencies, *(name for name in asked if name not in competencies)]
    rows = []
    for name in order:
        if asked.get(name, 0) > 0:
            known = competencies.get(name)
            title, area = (known.name, known.area) if known else (name, "")
            users = tuple(story for story, shown in held.items() if name in shown)
            rows.append(Ability(name, title, area, asked[name], users))
    return tuple(sorted(_by_questions(rows), key=lambda row: _place(row.area)))


def _by_questions(rows: Iterable[Ability]) -> list[Ability]:
    return sorted(rows, key=lambda row: -row.questions)


def _place(area: str) -> int:
    return AREAS.index(area) if area in AREAS else len(AREAS)


def _planned(stories: Iterable[Story]) -> list[Overuse]:
    named = ((story.id, tuple(dict.fromkeys(story.questions))) for story in stories)
    return [Overuse(name, asked) for name, asked in named if len(asked) > MOST_QUESTIONS]


def _told(stories: Mapping[str, Story], told: Iterable[tuple[str, str, str]]) -> list[Overuse]:
    """Stories told for too many questions of one mock; a question counts once in it."""
    answers: dict[tuple[str, str], list[str]] = {}
    for sitting, question, story in dict.fromkeys(told):
        if story in stories:
            answers.setdefault((sitting, story), []).append(question)
    return [
        Overuse(story, tuple(questions), sitting)
        for (sitting, story), questions in answers.items()
        if len(questions) > MOST_QUESTIONS
    ]


def _one_employer(lines: Iterable[StoryLine]) -> OneEmployer | None:
    """Names are compared without case; stories without an employer do not count."""
    named = [line.employer for line in lines if line.employer]
    counts = Counter(name.casefold() for name in named)
    if not counts:
        return None
    folded, most = counts.most_common(1)[0]
    known = len(named)
    all_of_them = known >= ALL_OF and most == known
    if all_of_them or (known >= MOST_OF and most / known >= MOST_SHARE):
        spelled = next(name for name in named if name.casefold() == folded)
        return OneEmployer(spelled, most, known)
    return None


def _spare(
    stories: Iterable[str], smallest: Sequence[str], kinds: Iterable[Kind]
) -> tuple[str, ...]:
    """What is neither in the smallest set nor the one story of a kind that is asked for."""
    needed = set(smallest)
    for kind in kinds:
        if kind.stories and not kind.is_own and needed.isdisjoint(kind.stories):
            needed.add(kind.stories[0])
    return tuple(name for name in stories if name not in needed)


def _unknown(
    held: Mapping[str, set[str]], competencies: Mapping[str, Competency]
) -> dict[str, tuple[str, ...]]:
    names = sorted(set().union(*held.values()) - competencies.keys())
    return {name: tuple(story for story, shown in held.items() if name in shown) for name in names}
