"""What counts as said: sentences of one's own, neither the question again nor keywords in a row."""

import pytest

from tpmprep.domain.detectors.own_words import bare_lists, pasted, questions
from tpmprep.domain.detectors.passage import passage_of

ASKED = "A platform API is used by 200 teams. Take them out. How do you roll out a breaking change?"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (ASKED, 3),
        ("How do you roll out a breaking change? I ask who breaks first.", 1),
        ("So: how do you roll out a breaking change, really?", 1),
        ("Take them out.", 1),
        ("I take one team out at a time.", 0),
        ("I roll out a change that breaks ten teams first.", 0),
        ("", 0),
    ],
)
def test_the_question_again(text: str, count: int) -> None:
    """A sentence that is mostly the question's own words in a row, also a short one."""
    assert count == len(pasted(passage_of(text), ASKED))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("owner date risk mitigation rollback metric decision", 1),
        ("Owner, rollback, decision, trade-off.", 1),
        ("owner, rollback, decision", 1),
        ("owner\nrollback\ndecision", 3),
        ("- owner\n- rollback\n- decision log", 3),
        ("1. owner\n2. risk mitigation\n3. 40% result", 3),
        ("Owner. Rollback. Decision. Risk.", 4),
        ("Owner. Rollback.", 0),
        ("We waited. I asked. Nobody knew.", 0),
        ("Priya owns the cutover and Tom signs it.", 0),
        ("So, um, like, you know, we decided to wait.", 0),
        ("Way back: old cluster kept warm until October", 0),
        ("Ana for orders, Tom for returns, Kim for the rest.", 0),
    ],
)
def test_keywords_in_a_row(text: str, count: int) -> None:
    """With commas, with stops, line by line or bare; a short sentence is none."""
    assert count == len(bare_lists(passage_of(text)))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Who owns it? What is the rollback? I asked Priya.", 2),
        ('Then she said: "Is there a way back?"', 0),
        ("The rollback? One flag.", 0),
        ("We cut search, right?", 0),
        ("", 0),
    ],
)
def test_questions(text: str, count: int) -> None:
    """Who asks has not said it; a short heading with a question mark is none."""
    assert count == len(questions(passage_of(text)))
