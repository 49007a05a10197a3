"""Sheets for a mentor's page: an ordinary one, and one that attacks from every field."""

from dataclasses import replace

from tpmprep.domain.rubric import Dimension
from tpmprep.domain.share import Share, Sheet, SheetPart

TOKEN, KEY = "1f0c2a9b" * 4, "5e" * 32
SHARE = Share(
    id="20261124-031502-7f3a9c1e",
    attempt="20261124-025502-0a1b2c3d",
    token=TOKEN,
    key=KEY,
    made_at="2026-11-24T03:15:02Z",
    dimensions=["ex.scope", "ex.planning", "dl.answer_first"],
)

ATTACKS = (
    "</style><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}${7*7}",
    "<!-- --!> <![CDATA[ ]]>",
    "</textarea></title></noscript><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)><iframe srcdoc='<script>alert(1)</script>'>",
    "&lt;b&gt; &amp;amp; &#x3C;i>",
    "a\x00b\x1b[31m\u202eevil\u2066\u2028\ud800\U000e0041\r\nend",
)
HOSTILE = " ".join(ATTACKS)


def a_sheet() -> Sheet:
    """A page as it is mostly sent: two parts, one of them after an interruption, and a name."""
    return Sheet(
        token=TOKEN,
        key=KEY,
        prompt="Tell me about a time you set the scope of a program when nobody agreed on it.",
        context="The interviewer leads the payments platform.\nThey have read your resume.",
        area="execution",
        level="staff",
        bar="Sets outcome, measure, date and an exclusion, and names who may reopen them.",
        time="3:41 of 4:00",
        parts=(
            SheetPart(
                "",
                "I set the scope by timing sixty discharges, letting one director own the cuts, "
                "and not building the thing we’d been asked for.\n\n"
                "The thing was a bed forecast. Five hospitals, four software teams, nine months.",
            ),
            SheetPart(
                "You lose two of the four teams in month three. What changes?",
                "The date stays. Two hospitals move to the second release, and the director "
                "signs for that in writing, because the cost of the delay is theirs.",
            ),
        ),
        dimensions=(
            _dimension("ex.scope", "Scope", "The problem, its measure and its edge."),
            _dimension("ex.planning", "Planning", "How the work is put in order."),
            _dimension("dl.answer_first", "Answer first", "When the listener hears the point."),
        ),
        by="Ada Example",
        answered_on="24 November 2026",
    )


def an_anonymous_sheet() -> Sheet:
    """The same answer without a name and a date."""
    return replace(a_sheet(), by="", answered_on="")


def a_hostile_sheet() -> Sheet:
    """The same shape, with every attack in every field that is shown."""
    levels = dict.fromkeys(("1", "2", "3", "4"), HOSTILE)
    ids = [f"{name}{HOSTILE}" for name in SHARE.dimensions]
    return Sheet(
        token=HOSTILE,
        key=HOSTILE,
        prompt=HOSTILE,
        context=HOSTILE,
        area=HOSTILE,
        level=HOSTILE,
        bar=HOSTILE,
        time=HOSTILE,
        parts=(SheetPart(HOSTILE, HOSTILE), SheetPart(HOSTILE, "")),
        dimensions=tuple(Dimension(i, HOSTILE, HOSTILE, levels) for i in ids),  # type: ignore[arg-type]  # the four keys are there
        by=HOSTILE,
        answered_on=HOSTILE,
    )


def _dimension(name: str, title: str, looks_at: str) -> Dimension:
    return Dimension(
        name,
        title,
        looks_at,
        {
            "1": "Opens with tasks, tools or features, and says yes or no to changes on instinct.",
            "2": "States an aim without a measure, and names what was dropped but never its price.",
            "3": "Sets outcome, measure and date before any plan, and every cut has a price.",
            "4": "Shows evidence for this goal over its neighbour, and plans cuts in the open.",
        },
    )
