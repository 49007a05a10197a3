"""A question of the bank: what is asked, followed up, expected and scored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal, get_args

from tpmprep.domain.formats import CASE_FORMATS, OWN_QUESTIONS
from tpmprep.domain.text import normalised

Area = Literal["execution", "technical", "stakeholder", "case"]
Track = Literal[
    "platform", "product", "infrastructure", "security", "ai-ml", "data", "enterprise", "mobile"
]
Level = Literal["tpm2", "senior", "staff", "principal"]
Kind = Literal["past", "hypothetical", "deep-dive", "case"]
FollowUpKind = Literal["redirect", "constraint", "probe"]
FormatName = Literal[
    "headline", "2min", "5min", "deep", "update", "pushback", "retro", "narrative", "estimate"
]

AREAS: tuple[str, ...] = get_args(Area)
TRACKS: tuple[str, ...] = get_args(Track)
LEVELS: tuple[str, ...] = get_args(Level)
KINDS: tuple[str, ...] = get_args(Kind)

_STRICT: dict[str, Any] = {"extra": "forbid"}
_LISTS = ("tracks", "rubric", "red_flags", "competencies", "formats", "facts")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the interviewer says next: interrupts, changes the conditions, or probes."""

    kind: FollowUpKind
    text: str
    unless: str | None = None
    expects: tuple[str, ...] = ()

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class Signal:
    """Something a strong answer says; every keyword group must be hit for it to be mentioned."""

    id: str
    text: str
    keywords: tuple[tuple[str, ...], ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


@dataclass(frozen=True, slots=True)
class OutlineStep:
    """One step of a two-minute answer: what to say and for how many seconds."""

    s: int
    say: str

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT


def outline_key(field: str) -> str:
    """The key in files; Python names cannot begin with a digit."""
    return {"two_min": "2min", "five_min": "5min"}.get(field, field)


@dataclass(frozen=True, slots=True)
class Outline:
    """The answer at the guide's three lengths; in files the keys are 2min, 5min and deep."""

    two_min: tuple[OutlineStep, ...]
    five_min: tuple[str, ...]
    deep: tuple[str, ...]

    __pydantic_config__: ClassVar[dict[str, Any]] = {**_STRICT, "alias_generator": outline_key}


@dataclass(frozen=True, slots=True)
class Question:
    """One entry of the bank.

    `context` holds facts that the candidate may use; `formats` the drills it is made for (none
    named: the answer at its ordinary lengths); `competencies` and `facts` are ids of the content;
    `workstreams` are the strands of a case, each a name and other words for it.
    """

    id: str
    prompt: str
    area: Area
    level: Level
    kind: Kind
    tests: str
    follow_ups: tuple[FollowUp, ...]
    strong_signals: tuple[Signal, ...]
    red_flags: tuple[str, ...]
    outline: Outline
    rubric: tuple[str, ...]
    bar: dict[Level, str]
    tracks: tuple[Track, ...] = ()
    competencies: tuple[str, ...] = ()
    context: str = ""
    formats: tuple[FormatName, ...] = ()
    facts: tuple[str, ...] = ()
    workstreams: tuple[tuple[str, ...], ...] = ()

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    @property
    def digest(self) -> str:
        """Sixteen hex digits that change with the wording, so an attempt knows its own."""
        from hashlib import sha256

        return sha256(self.asked.encode()).hexdigest()[:16]

    @property
    def asked(self) -> str:
        """The prompt, and below it the facts that the candidate may use, if there are any."""
        return f"{self.prompt}\n\n{self.context}" if self.context else self.prompt

    def follow_ups_of(self, kind: str) -> tuple[FollowUp, ...]:
        """The follow-ups of one kind, in the order of the file."""
        return tuple(f for f in self.follow_ups if f.kind == kind)


def as_document(question: Question) -> dict[str, Any]:
    """The whole entry with the keys that the YAML file has."""
    doc = asdict(question)
    doc["outline"] = {outline_key(k): v for k, v in doc["outline"].items()}
    return doc


def question_from(doc: Mapping[str, Any]) -> Question:
    """The question of a document that was checked before (it is what `as_document` gives)."""
    outline = doc["outline"]
    return Question(
        **{
            **doc,
            **{key: tuple(doc.get(key, ())) for key in _LISTS},
            "follow_ups": tuple(follow_up_from(item) for item in doc["follow_ups"]),
            "strong_signals": tuple(_signal_from(item) for item in doc["strong_signals"]),
            "workstreams": tuple(tuple(names) for names in doc.get("workstreams", ())),
            "outline": Outline(
                tuple(OutlineStep(**item) for item in outline["2min"]),
                tuple(outline["5min"]),
                tuple(outline["deep"]),
            ),
        }
    )


def follow_up_from(doc: Mapping[str, Any]) -> FollowUp:
    """The follow-up of a checked document."""
    return FollowUp(**{**doc, "expects": tuple(doc.get("expects", ()))})


def _signal_from(doc: Mapping[str, Any]) -> Signal:
    return Signal(doc["id"], doc["text"], tuple(tuple(group) for group in doc["keywords"]))


Place = tuple[str | int, ...]
"""The keys that lead to a value inside an entry."""


def texts(question: Question) -> Iterator[tuple[Place, str]]:
    """Every text of an entry that people read, with its place."""
    yield ("prompt",), question.prompt
    yield ("context",), question.context
    yield ("tests",), question.tests
    for place, follow_up in enumerate(question.follow_ups):
        yield ("follow_ups", place, "text"), follow_up.text
    for place, signal in enumerate(question.strong_signals):
        yield ("strong_signals", place, "text"), signal.text
    for place, flag in enumerate(question.red_flags):
        yield ("red_flags", place), flag
    outline = question.outline
    for place, step in enumerate(outline.two_min):
        yield ("outline", "2min", place, "say"), step.say
    for key, items in (("5min", outline.five_min), ("deep", outline.deep)):
        for place, item in enumerate(items):
            yield ("outline", key, place), item
    for level, bar in question.bar.items():
        yield ("bar", level), bar


def words(question: Question) -> list[str]:
    """All text of an entry without its places, quickly."""
    found = [question.id, question.prompt, question.context, question.tests, *question.red_flags]
    found += (*question.outline.five_min, *question.outline.deep, *question.bar.values())
    found += [step.say for step in question.outline.two_min]
    for follow_up in question.follow_ups:
        found += (follow_up.text, follow_up.unless or "", *follow_up.expects)
    for signal in question.strong_signals:
        found += (signal.id, signal.text)
        for group in signal.keywords:
            found += group
    for names in question.workstreams:
        found += names
    return found


def identifiers(question: Question) -> Iterator[tuple[Place, str]]:
    """Every other text of an entry: ids and aliases, with their places."""
    yield ("id",), question.id
    for place, follow_up in enumerate(question.follow_ups):
        for number, name in enumerate((follow_up.unless or "", *follow_up.expects)):
            yield ("follow_ups", place, "expects", number), name
    for place, signal in enumerate(question.strong_signals):
        yield ("strong_signals", place, "id"), signal.id
        for group, aliases in enumerate(signal.keywords):
            for number, alias in enumerate(aliases):
                yield ("strong_signals", place, "keywords", group, number), alias
    for place, names in enumerate(question.workstreams):
        for number, name in enumerate(names):
            yield ("workstreams", place, number), name


@dataclass(frozen=True, slots=True)
class Head:
    """What filters ask of a question, so that a large bank is not read whole."""

    id: str
    area: str
    level: str
    kind: str
    tracks: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


def head_of(question: Question) -> Head:
    """The head of a question."""
    return Head(
        question.id,
        question.area,
        question.level,
        question.kind,
        question.tracks,
        question.formats,
    )


def fits(
    question: Question | Head,
    *,
    area: str | None = None,
    track: str | None = None,
    level: str | None = None,
    kind: str | None = None,
    fair_for: str | None = None,
    for_format: str | None = None,
) -> bool:
    """Whether a question meets every filter that is given.

    A question without tracks fits every track; `fits_format` says which format it fits. `fair_for`
    takes the questions of a level and of the levels below it; `level` those of exactly that level.
    """
    return (
        (area is None or question.area == area)
        and (track is None or not question.tracks or track in question.tracks)
        and (level is None or question.level == level)
        and (kind is None or question.kind == kind)
        and (fair_for is None or LEVELS.index(question.level) <= LEVELS.index(fair_for))
        and (for_format is None or fits_format(question, for_format))
    )


def fits_format(question: Question | Head, format_id: str) -> bool:
    """Whether a question can be asked in a format.

    One made for some formats fits those, any other the ordinary lengths, and cases the case board.
    """
    if format_id in CASE_FORMATS:
        return question.kind == "case" and not question.formats
    return format_id in question.formats or not (question.formats or format_id in OWN_QUESTIONS)


def search(questions: Iterable[Question], words: Sequence[str]) -> list[Question]:
    """The questions that hold every word, those with a word in the prompt first."""
    wanted = [normalised(word) for word in words]
    hits = []
    for question in questions:
        prompt = normalised(f"{question.id} {question.prompt}")
        whole = " ".join([prompt, normalised(_searchable(question))])
        if all(word in whole for word in wanted):
            hits.append((-sum(word in prompt for word in wanted), question.id, question))
    return [question for *_, question in sorted(hits, key=lambda hit: hit[:2])]


def _searchable(question: Question) -> str:
    signals = [signal.text for signal in question.strong_signals]
    follow_ups = [follow_up.text for follow_up in question.follow_ups]
    return " ".join([question.tests, *question.tracks, *signals, *follow_ups])
