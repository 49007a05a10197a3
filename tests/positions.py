"""Programs of many kinds, as people write them down: whole, almost empty, and hostile."""

import re

from hypothesis import strategies as st

from tpmprep.domain.notes import Level, Notes
from tpmprep.domain.program import Program, Scale, texts

LEDGER = Program(
    "ledger",
    "Ledger move",
    employer="Fielder",
    role="Owned the plan, the cut-over decision and the stop rules.",
    scope="Move 212 services from the old ledger to one new ledger while it kept paying out; "
    "refunds stayed outside.",
    teams="4 teams and 31 engineers, reporting to two directors",
    timeline="9 months, planned for 6",
    launched="3 October 2025",
    budget="1.4 million dollars and 9 contractors",
    technical_risk="Two ledgers could disagree under load. "
    "We compared every payout and stopped above 0.01% differences.",
    decisions=(
        (
            "I moved billing last instead of first, because its data had no owner: "
            "it cost 6 weeks and saved a freeze."
        ),
        "We chose dual writes over a weekend cut-over.",
        "To drop the reporting rewrite. It brought the date forward by 5 weeks.",
    ),
    metrics=("Payout errors fell from 340 to 12 a month", "p95 latency from 900 ms to 410 ms"),
    outcome="Live in October 2025 without downtime. Support tickets went from 900 to 310 a week.",
    scale=Scale(
        customers="2.1 million merchants",
        migration_size="212 services, 40 TB",
        latency="p95 from 900 ms to 410 ms",
        savings="$3.2M a year",
        executive_audience="CFO, every other week",
    ),
)
ASSISTANT = Program(
    "assistant",
    "Claims assistant",
    employer="Northgate",
    role="Program lead for launch criteria and rollout",
    scope="An assistant that drafts answers to insurance claims on the web and in the agent "
    "console",
    teams="Three squads: models, web, claims operations",
    timeline="Q1 to Q3 2025",
    technical_risk="Wrong answers on rare policies; the evaluation set had 1,200 cases and "
    "missed them.",
    decisions=(
        "Stopped the March launch: 7% of drafts were wrong on rare policies",
        "I set the bar at 2% wrong drafts, signed by legal",
    ),
    metrics=("Wrong drafts from 7% to 1.4%", "64% of agents use it every day after 8 weeks"),
    outcome="Launched in July 2025 to 3,400 agents; handling time down 22%.",
)
PASSKEYS = Program(
    "passkeys",
    "Passkeys",
    role="I owned the rollout",
    scope="Passkeys on web, iOS, Android and in support tooling.",
    teams="Identity, mobile, support: about 25 people",
    timeline="six months",
    technical_risk="Locked-out users: recovery had never been load-tested",
    decisions=("Cut SMS fallback for new accounts",),
    metrics=("Sign-in failures from 6.2% to 1.9%",),
    outcome="4 million accounts moved; account-takeover cases halved.",
    scale=Scale(
        customers="11 million consumers",
        executive_audience="CISO and the board's risk committee",
    ),
)
TRAIN = Program(
    "train",
    "iOS release train",
    scope="iOS and Android app releases every two weeks instead of every eight.",
    teams="5",
    timeline="January to June 2024",
    metrics=(
        "Crash-free sessions from 98.1% to 99.7%",
        "release cycle from 8 weeks to 2 weeks",
    ),
    outcome="Adoption of the newest version after a week rose to 71 percent.",
)
CRM = Program(
    "crm",
    "CRM consolidation",
    employer="Acme",
    scope="We replaced three CRMs with one for enterprise sales in EMEA",
    teams="7 teams in 3 countries",
    timeline="18 months",
    budget="EUR 6 million, 40 FTE",
    decisions=(
        "The COO decided to keep Germany on the old system for two quarters; I proposed it",
    ),
    metrics=("Renewals worth 40 million euros a year were at stake, none was lost",),
    outcome="Two releases late. 2,300 sellers moved.",
)
BARE = Program("bare", "Something new")
HOSTILE = Program(
    "hostile",
    "\x1b[31mX\u202e" * 5,
    scope="word " * 400,
    teams="x" * 2000,
    timeline=".",
    launched="\n\n",
    budget="9" * 5000,
    technical_risk="(((" + "a, " * 500,
    decisions=("", "\n", "1.", "we " * 500 + "cut 4 teams " + "and " * 500),
    metrics=("from 1 to 2 to 3 to 4", "((((40%", "from to from to", "4 " * 1000),
    outcome="\ud800 40% [bold]\r\n" * 50,
)
PROGRAMS = (LEDGER, ASSISTANT, PASSKEYS, TRAIN, CRM, BARE, HOSTILE)
NOTES = Notes(
    role="Senior TPM, Payments Platform at Acme",
    level=Level(
        owned="Programs of four teams over nine months.",
        ready="A program across two organisations.",
        bridge="Payments has nine teams and one date: the same work, one size larger.",
    ),
)
RESUME = """EXPERIENCE
Fielder, 2021 - 2024
• Coordinated weekly meetings with stakeholders
  across product and engineering.
• Led the ledger move for 4 teams over 9 months: payout errors from 340 to 12.
- Coordinated 4 teams to cut p95 latency from 900 to 410 ms
- Worked with stakeholders to align roadmaps
- Responsible for company-wide communication
* Decided to stop the March launch

Program manager with many years in payments and a passion for clarity
"""
PIECES = st.sampled_from(
    (
        *("4 teams", "I cut the tablet client", "from 900 to 310 a week", "p95", "AWS", "iOS app"),
        *(". ", "\n", "; ", ": ", ", ", " (", ") ", " — ", "We", "To drop it", "$3.2M", "40%"),
        *("tickets", "Support", "3 October 2025", "two directors", "…", "“", "9 months", "é", "1."),
        *("because", "and then", "users", "x" * 200, "a b c d e f g h i j k l m n o p", "CEO"),
    )
)
WRITTEN = st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=80)
ANY_PROGRAM = st.builds(
    Program,
    id=st.just("p"),
    name=WRITTEN,
    scope=WRITTEN,
    teams=WRITTEN,
    timeline=WRITTEN,
    launched=WRITTEN,
    budget=WRITTEN,
    technical_risk=WRITTEN,
    decisions=st.lists(WRITTEN, max_size=3).map(tuple),
    metrics=st.lists(WRITTEN, max_size=3).map(tuple),
    outcome=WRITTEN,
    role=WRITTEN,
    stakeholders=WRITTEN,
    scale=st.builds(Scale, *[WRITTEN] * 5),
)


def words_in(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return {word.casefold() for word in re.findall(r"[^\W_]+", text)}


def all_texts(program: Program) -> str:
    """Everything that stands in a program."""
    return "\n".join(text for _, text in texts(program))
