"""Real interviews on the screen: pages fit, obey nobody, and say what the figures mean."""

from collections.abc import Callable

import pytest
from rich.console import RenderableType

from driving import HOSTILE, LOOKS, NARROW, PLAIN, WIDE, shown, squeezed
from tpmprep.domain.attempt import SCHEMA
from tpmprep.domain.outcomes import Apart, Verdict
from tpmprep.domain.rounds import Heard, Logbook, Round
from tpmprep.ui import layout, round_pages
from tpmprep.ui.round_pages import Met
from tpmprep.ui.theme import Look

ID = "20261120-100000-00000001"
LONG = "How do you keep a migration on track when two teams disagree about the order? " * 4


def round_with(text: str, round_id: str = ID) -> Round:
    """A round that holds `text` wherever a person can put one."""
    return Round(
        round_id, "0.1.0", "2026-11-20", text, text, (text,), (Heard(text, text),), 60, text
    )


PAGES: dict[str, Callable[[str, Look], RenderableType]] = {
    "saved": lambda text, look: round_pages.saved(
        round_with(text),
        "~/somewhere",
        [Met(text, "gq-04", 2), Met(text, own="own/q-01"), Met(text)],
        look,
        is_one_of_several=True,
    ),
    "list": lambda text, look: round_pages.round_list(Logbook((round_with(text),)), look),
    "page": lambda text, look: round_pages.round_page(round_with(text), "open", look),
    "new": lambda text, _: round_pages.new_question(text),
    "ended": lambda text, look: round_pages.ended(
        round_with(text), "passed", Verdict(1, 0, 1, 0, 0), look
    ),
}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())


@every_page
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}-{look.plain}")
@pytest.mark.parametrize("text", [LONG, "漢字" * 60, "x" * 200, "a\nb\r\n\n c"])
def test_every_page_fits(
    page: Callable[[str, Look], RenderableType], look: Look, text: str
) -> None:
    """However long or wide the text is, no line is longer than the terminal."""
    assert "" != shown(page(text, look), look)


@every_page
@pytest.mark.parametrize("look", [WIDE, PLAIN], ids=["screen", "plain"])
@pytest.mark.parametrize(("text", "wanted"), HOSTILE.items())
def test_every_page_shows_and_never_obeys(
    page: Callable[[str, Look], RenderableType], look: Look, text: str, wanted: str
) -> None:
    """Control characters, markup and emoji codes appear as text."""
    out = shown(page(text, look), look)
    assert squeezed(wanted)[:10] in squeezed(out)  # a list may cut it after that
    assert set() == {"\x1b", "\x9b", "\x07", "\u202e"} & set(out)


@pytest.mark.parametrize(
    ("met", "words"),
    [
        (Met("Why?", "gq-04"), "gq-04, not practised yet"),
        (Met("Why?", "gq-04", 1), "you have practised it once"),
        (Met("Why?", "gq-04", 2), "you have practised it twice"),
        (Met("Why?", "gq-04", 3), "you have practised it 3 times"),
        (Met("Why?", own="own/q-01"), "tpmprep drill --question own/q-01"),
        (Met("Why me?"), "tpmprep bank new --prompt 'Why me?'"),
    ],
)
def test_what_they_asked(met: Met, words: str) -> None:
    """Known, new and filed, or new with the command that files it."""
    page = round_pages.saved(round_with("Acme"), "x", [met], WIDE, is_one_of_several=False)
    assert words in shown(page)


def test_a_question_that_was_turned_down_is_let_go() -> None:
    """Who said that it should not go into the bank is not asked to put it there."""
    met = [Met("Why me?", skipped=True)]
    page = round_pages.saved(round_with("Acme"), "x", met, WIDE, is_one_of_several=False)
    assert "bank new" not in shown(page)


def test_ids_are_long_enough_to_tell_rounds_apart() -> None:
    """Two rounds of one second show their whole ids."""
    twins = (round_with("Acme"), round_with("Beta", f"{ID[:-1]}2"))
    assert ID not in shown(round_pages.round_list(Logbook(twins[:1]), NARROW), NARROW)
    assert ID in shown(round_pages.round_list(Logbook(twins), NARROW), NARROW)


def test_a_newer_record_is_marked() -> None:
    """What a newer program wrote may hold more than is shown."""
    newer = Round(ID, "9", "2026-11-20", "Acme", schema=SCHEMA + 1)
    assert "newer tpmprep" in shown(round_pages.round_page(newer, "passed", WIDE))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            Verdict(2, 1, 1, 0, 0),
            (
                "too early to say whether practice scores tell passes from fails: 1 of 3 outcomes. "
                "Open: 1 round."
            ),
        ),
        (
            Verdict(3, 0, 0, 0, 3),
            "0 of 3 outcomes. Left out: 3 rounds without scored practice in the 14 days before.",
        ),
        (Verdict(4, 0, 4, 0, 0), "all 4 passed, so there is nothing to tell apart yet."),
        (Verdict(4, 0, 0, 4, 0), "all 4 failed, so there is nothing to tell apart yet."),
        (
            Verdict(4, 0, 2, 2, 0, Apart(3.5, 4, 0.333)),
            (
                "practice scores may tell passes from fails: higher before the pass in 3.5 of 4 "
                "pairs of a pass and a fail; a coin gets half. Dealt out at random, the same "
                "outcomes do as well 33% of the time: this may be luck."
            ),
        ),
        (
            Verdict(7, 0, 4, 3, 0, Apart(12.0, 12, 0.029)),
            (
                "practice scores told passes from fails: higher before the pass in 12 of 12 pairs "
                "of a pass and a fail; a coin gets half. Dealt out at random, the same outcomes "
                "do as well 3% of the time: hardly luck, yet few rounds, and the scores are your "
                "own."
            ),
        ),
        (
            Verdict(3, 0, 1, 2, 0, Apart(1.0, 2, 0.667)),
            (
                "practice scores did not tell passes from fails: higher before the pass in 1 of 2 "
                "pairs of a pass and a fail; a coin gets half."
            ),
        ),
        (Verdict(50, 0, 25, 25, 0, Apart(600.0, 625, None)), "too many rounds to count"),
        (Verdict(12, 0, 6, 6, 0, Apart(36.0, 36, 0.001)), "under 1% of the time"),
    ],
)
def test_the_verdict_in_words(found: Verdict, words: str) -> None:
    """Early, nothing to tell, maybe luck, hardly luck, or not at all."""
    out = shown(layout.stack(*round_pages.verdict_lines(found)))
    assert squeezed(words) in squeezed(out)


def test_without_rounds_nothing_is_said() -> None:
    """Who has not been interviewed yet reads nothing of it."""
    assert [] == round_pages.verdict_lines(Verdict(0, 0, 0, 0, 0))


def test_the_feeling_is_told_when_it_can_be() -> None:
    """A line of its own, nothing before."""
    told = Verdict(3, 0, 2, 1, 0, Apart(2.0, 2, 0.33), Apart(2.0, 2, 0.33))
    assert "feeling right after was higher for the pass in 2 of 2 pairs" in squeezed_line(told)
    assert "" == squeezed_line(Verdict(3, 0, 2, 1, 0))


def squeezed_line(found: Verdict) -> str:
    """What is said of the feeling, on one line."""
    return " ".join(shown(layout.stack(*round_pages.felt_lines(found))).split())
