"""Pages for the day: a full one, one as long as they get, an empty one, and one that attacks."""

from datetime import date

from sheets import HOSTILE
from tpmprep.domain.brief import Brief, brief_of
from tpmprep.domain.guide import AskQuestion
from tpmprep.domain.notes import Close, Level, Notes
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story, Theme

CLOSING = (
    "Based on today’s conversation, is there any area where you would want more signal from me "
    "before making a recommendation?"
)
DAY = date(2026, 12, 4)
WEAKEST = (("Validation", 2.1), ("Scope", 1.5), ("Answer first", 1.8))
THEMES = {
    name: Theme(name, title, "", "", ())
    for name, title in (
        ("ambiguous", "ambiguous program"),
        ("scope-cut", "scope cut"),
        ("conflict", "stakeholder conflict"),
        ("technical-risk", "technical risk"),
        ("failure", "failure"),
    )
}
ASKS = tuple(
    AskQuestion(str(place), text, "", ())
    for place, text in enumerate(
        (
            "What programs are currently stuck and why?",
            "How is success measured for TPMs here?",
            "Where does this role have decision authority versus influence?",
            "How technical are the expected program reviews?",
            "Which stakeholder relationship will be most important in the first 90 days?",
        )
    )
)
PROGRAMS = (
    Program(
        "beds",
        "Discharge times",
        employer="Northgate Health",
        metrics=("discharge before noon from 18% to 41%", "4 h less waiting for a bed"),
        outcome="Live in five hospitals after nine months. Two wards went back to paper.",
        artifacts=("launch plan, one page", "decision log", "before-and-after chart"),
    ),
    Program(
        "passkeys",
        "Passkeys",
        employer="Fielder",
        metrics=("sign-in failures from 6.2% to 1.9%", "31% fewer support tickets"),
        outcome="Two releases late, 4 million accounts moved.",
        artifacts=("rollout plan with stop rules", "architecture diagram"),
    ),
    Program("ledger", "Ledger move", employer="Fielder", metrics=("212 services moved",)),
)


def a_story(name: str, theme: str, program: str = "", **changes: object) -> Story:
    """A story that lacks nothing, but for what is changed."""
    whole: dict[str, object] = {
        "title": f"The {name} story",
        "situation": "Five hospitals, four teams.",
        "task": "I had to bring the wait down by March.",
        "action": "I timed sixty discharges, and I cut the forecast.",
        "decision": "I decided to drop the forecast, over adding a team.",
        "mechanism": "The director decided on cost by 3 May.",
        "result": "The wait fell from 9 hours to 5 hours in six weeks.",
        "price": "Two wards lost their report.",
        "lesson": "I measure before I plan.",
    }
    return Story(name, theme=theme, program=program, **{**whole, **changes})  # type: ignore[arg-type]


STORIES = (
    a_story("forecast", "ambiguous", "beds", title="The forecast nobody needed"),
    a_story(
        "second-factor",
        "scope-cut",
        "passkeys",
        title="Passkeys without the second factor",
        numbers=("sign-in failures from 6.2% to 1.9%", "4 million accounts"),
    ),
    a_story("two-owners", "conflict", "ledger", title="Two directors, one team"),
    a_story("replay", "technical-risk", "ledger", title="Replay before the move", price=""),
)
NOTES = Notes(
    role="Senior TPM, Payments Platform at Acme",
    examples=("forecast", "second-factor", "two-owners"),
    ambiguity="forecast",
    risks=(
        "Depth: they will ask how the ledger keeps its order under load",
        "Scope: my largest program had four teams, theirs has nine",
    ),
    numbers=("9 months, 4 teams, 5 hospitals", "1 launch that I stopped"),
    artifacts=("discharge chart", "the stop rules as a page"),
    level=Level(
        owned="Programs of four teams over nine months, with a director as the last word.",
        ready="A program across two organisations with a budget of its own.",
        bridge="Payments has nine teams and one date: the same work, one size larger.",
    ),
    close=Close(
        style="I write the decision down before the meeting, and the meeting corrects it.",
        engineering="I read the design first, and ask where it breaks before I ask when.",
        escalation="After one honest try between us, with both options and their price.",
        success="The date that we promised in writing, and a measure that moved.",
    ),
    ask=(
        "Who decided the last scope cut, and how did people hear of it?",
        "What would you want to be different after my first two quarters?",
    ),
)


def portfolio(
    notes: Notes = NOTES,
    stories: tuple[Story, ...] = STORIES,
    programs: tuple[Program, ...] = PROGRAMS,
) -> Portfolio:
    """Everything that somebody stored."""
    return Portfolio({one.id: one for one in programs}, {one.id: one for one in stories}, notes)


def a_brief(held: Portfolio | None = None, day: date | None = DAY) -> Brief:
    """The page out of it, with what ships."""
    return brief_of(held or portfolio(), THEMES, ASKS, CLOSING, day, WEAKEST)


def an_empty_brief() -> Brief:
    """Nothing was stored, and nothing scored."""
    return brief_of(Portfolio(), THEMES, ASKS, CLOSING, None, ())


def words(count: int) -> str:
    """Plain words of so many characters."""
    text = "Nine teams moved 212 services to one ledger while the old one kept paying out, and "
    return (text * (count // len(text) + 1))[: count - 1].strip() + "."


def a_long_brief() -> Brief:
    """As much as an ordinary person writes: this has to fit on one sheet."""
    stories = tuple(
        a_story(name, theme, "beds", title=words(100).rstrip("."), numbers=(words(60),))
        for name, theme in (("a", "ambiguous"), ("b", "conflict"), ("c", "failure"))
    )
    program = Program("beds", "The program with a name of thirty")
    notes = Notes(
        role="Principal Technical Program Manager, Payments Platform at Acme Incorporated",
        examples=("a", "b", "c"),
        ambiguity="a",
        risks=(words(200), words(200)),
        numbers=tuple(f"{n}: {words(57)}" for n in range(1, 9)),
        artifacts=tuple(f"{n}: {words(47)}" for n in range(1, 9)),
        level=Level(words(300), words(300), words(300)),
        close=Close(words(200), words(200), words(200), words(200)),
        ask=tuple(f"{n}: {words(77)}" for n in range(1, 9)),
    )
    return a_brief(portfolio(notes, stories, (program,)))


def a_hostile_brief(text: str = HOSTILE) -> Brief:
    """`text` wherever a file can put one."""
    story = Story("a", text, f"own/{text}", "p", situation=text, result=text, numbers=(text,))
    program = Program("p", text, employer=text, metrics=(text,), artifacts=(f"{text}2",))
    notes = Notes(
        role=text,
        examples=("a", text),
        ambiguity="a",
        risks=(text, text),
        numbers=(f"{text}3",),
        artifacts=(f"{text}4",),
        level=Level(text, text, text),
        close=Close(text, text, text, text),
        ask=(text,),
    )
    return a_brief(portfolio(notes, (story,), (program,)))
