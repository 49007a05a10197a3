"""Every rule of the bank, broken alone in a file: told with the file, the line, the key and why."""

from pathlib import Path

import pytest

from tpmprep.adapters.bankcheck import check_path

GOOD = Path(__file__).parents[1] / "data" / "bank" / "good.yaml"
PROMPT = """\
    Two teams of nine people each own half of a release that is 3 weeks late. What do you do in
    the first ten days?
"""
WORD = "teams and "
LONG = f"    {WORD * 31}\n"
FLAG = "The answer ends without a figure and without a next step."
FIVE = """\
      - The evidence behind the decision, and where it was thin.
      - The critical path, with the dependency that sets the date.
      - What is cut first if the time runs out, and who agrees to it.
      - How people hear of it, in which order, and what they may ask.
"""
SAME = "      - The answer in one sentence, then the parts that follow now.\n"
DEEP = """\
      - The arithmetic behind the largest figure, step by step.
      - What failed or slipped on the way, and how early it could have been seen.
      - The point at which going back is no longer possible.
      - What you would do differently with today's knowledge.
"""
VAGUE = {
    " person who decides, and the date by which it is decided.": " that has the last word on it.",
    "such as 40 of 120 teams, or an average over 9 weeks.": "and how that came about then.",
    " with its trigger, its owner and the action that follows.": " and what will be done then.",
    ", with a baseline, a target and a date.": ", and for whom it is that it worked.",
    "two options and says what the one not taken would have cost in time, money or risk.": "what "
    "else was possible, and says what it would have meant.",
    " in the first two sentences, before any background.": " at once, before any background.",
}


def one(old: str, new: str) -> dict[str, str]:
    """A single change."""
    return {old: new}


RULES: dict[str, tuple[dict[str, str], int, str, str]] = {
    "short prompt": (
        one(PROMPT, "    Two teams are late; what do you do?\n"),
        2,
        "[0].prompt",
        "has 8 words; with its context it needs 12 or more",
    ),
    "long prompt": (
        one(PROMPT, LONG + "    what do you do about 3?\n"),
        2,
        "[0].prompt",
        "has 68 words; at most 60",
    ),
    "long context": (
        one("  area: execution\n", f"  context: {WORD * 46}\n  area: execution\n"),
        5,
        "[0].context",
        "has 92 words; at most 90",
    ),
    "four sentences": (
        one("  prompt: >-\n", "  prompt: >-\n    It is Monday. You are new here.\n"),
        2,
        "[0].prompt",
        "has 4 sentences; at most two and one question",
    ),
    "two questions": (
        one("the first ten days?", "ten days? And what not?"),
        2,
        "[0].prompt",
        "asks 2 questions; ask one",
    ),
    "no question": (
        one("What do you do in\n    the first ten days?", "That was\n    ten days ago."),
        2,
        "[0].prompt",
        "asks nothing: end it with a question or a command",
    ),
    "and also": (
        one("What do you do in\n", "What do you say and also do in\n"),
        2,
        "[0].prompt",
        'asks for two things: "and also"',
    ),
    "no scale": (
        one(
            PROMPT,
            "    Some teams share a release that is late. What is it that you do as a start?\n",
        ),
        2,
        "[0].prompt",
        "has neither a number nor a named constraint",
    ),
    "leaked signal": (
        one('["in short", ', '["late", "in short", '),
        30,
        "[0].strong_signals[0]",
        "is mentioned by the prompt itself",
    ),
    "leaked phrase": (
        one('"option", "alternative"', '"own half", "alternative"'),
        50,
        "[0].strong_signals[3].keywords",
        "'own half' stands in the prompt",
    ),
    "company": (
        one("the first ten days?", "ten days at Google?"),
        2,
        "[0].prompt",
        "names a company or product: google",
    ),
    "law": (
        one("the first ten days?", "ten days under GDPR?"),
        2,
        "[0].prompt",
        "names a law (gdpr); say what it asks, and put it in facts",
    ),
    "year": (
        one("the first ten days?", "the year 2027?"),
        2,
        "[0].prompt",
        "names a year (2027); say how far away it is",
    ),
    "past without a cue": (
        one("kind: hypothetical", "kind: past"),
        2,
        "[0].prompt",
        'is of kind past, so it opens like "Tell me about a time…"',
    ),
    "short signal": (
        one(
            "Names the one person who decides, and the date by which it is decided.", "One decider."
        ),
        37,
        "[0].strong_signals[1].text",
        "has 2 words; 6 to 30",
    ),
    "vague signals": (
        VAGUE,
        29,
        "[0].strong_signals",
        "only 1 with a threshold, an artefact or a mechanism; needs 2",
    ),
    "probe after nothing": (
        one("      unless: measured_result\n      expects: [measured_result]\n", ""),
        25,
        "[0].follow_ups[4].expects",
        "a probe names the signals it is after",
    ),
    "long redirect": (
        one("In one sentence: what do you decide?", f"{WORD * 12}what do you decide?"),
        14,
        "[0].follow_ups[0].text",
        "has 30 words; an interruption is short",
    ),
    "silent redirect": (
        one("'Stop there. In one sentence: what do you decide?'", "There is a lot to say here."),
        14,
        "[0].follow_ups[0].text",
        "a redirect asks, commands or quotes somebody",
    ),
    "two red flags": (one(f"    - {FLAG}\n", ""), 64, "[0].red_flags", "has 2; 3 to 5"),
    "judging red flag": (
        one(FLAG, "The answer lacks a figure."),
        67,
        "[0].red_flags[2]",
        "judges ('lacks'); say what can be heard",
    ),
    "nothing new in five minutes": (
        one(FIVE, SAME),
        74,
        "[0].outline.5min",
        "says nothing that is not in the two minutes",
    ),
    "deep without pain": (
        one(DEEP, "      - The reasoning in full, step by step.\n"),
        79,
        "[0].outline.deep",
        "has neither a number nor a failure in it",
    ),
    "no dimension of its area": (
        one("[ex.scope, ex.risk, dl.answer_first", "[dl.structure, dl.concision, dl.answer_first"),
        84,
        "[0].rubric",
        "has no dimension of its own area (ex.…)",
    ),
    "two dimensions": (one("ex.risk, dl.answer_first, ", ""), 84, "[0].rubric", "has 2; 3 to 5"),
    "same bars": (
        one(
            "The answer changes how the organisation decides about problems of this kind.",
            "The problem itself is framed, second-order effects are seen, and a stop is possible.",
        ),
        90,
        "[0].bar.principal",
        "says the same as another level",
    ),
    "banned words": (
        one("The critical path", "The seamless path"),
        76,
        "[0].outline.5min[1]",
        "'seamless' says nothing; say what is done",
    ),
    "unknown competency": (
        one("  area: execution\n", "  area: execution\n  competencies: [ex-risks]\n"),
        6,
        "[0].competencies[0]",
        "there is no competency 'ex-risks' (did you mean 'ex-risk'?)",
    ),
    "unknown fact": (
        one("  area: execution\n", "  area: execution\n  facts: [judge-agreements]\n"),
        6,
        "[0].facts[0]",
        "there is no fact 'judge-agreements' (did you mean 'judge-agreement'?)",
    ),
    "a path as id": (
        one("id: q-01", "id: ../q-01"),
        1,
        "[0].id",
        "may hold small letters, digits, '.', '_' and '-', at most 64, no '-' in front",
    ),
    "hidden characters": (
        one("The critical path", "The \u202ecritical path"),
        76,
        "[0].outline.5min[1]",
        "holds a control or hidden character",
    ),
    "endless text": (
        one("The critical path", "The critical path " + "x" * 2000),
        76,
        "[0].outline.5min[1]",
        "has 2,059 characters; at most 2,000",
    ),
}


def test_the_template_keeps_every_rule() -> None:
    """The file that the broken ones are made of."""
    assert [] == check_path(GOOD).problems


@pytest.mark.parametrize(("changes", "line", "key", "message"), RULES.values(), ids=RULES.keys())
def test_a_broken_rule_is_told(
    tmp_path: Path, *, changes: dict[str, str], line: int, key: str, message: str
) -> None:
    """One problem: the file, the line, the key and the reason, and no other."""
    text = GOOD.read_text("utf-8")
    for old, new in changes.items():
        assert 1 == text.count(old), old
        text = text.replace(old, new)
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    told = [(p.file, p.line, p.key, p.message) for p in check_path(path).problems]
    assert [(str(path), line, key, message)] == told
