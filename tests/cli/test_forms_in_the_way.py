"""What stands in the way of a form: half a line, other answers, flags that do not fit, a disk."""

import errno
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fakes import FakeClock
from portfolios import Desk, flags, tree
from tpmprep.adapters.drafts import find_drafts, open_journal
from tpmprep.adapters.files import write_all
from tpmprep.adapters.portfolio import load_shelf
from tpmprep.cli import forms
from tpmprep.cli.env import Env, Settings
from tpmprep.cli.forms import Filled, Form, filled
from tpmprep.domain.form import Answer, Field
from tpmprep.errors import Interrupted, KilledBySignal
from tpmprep.ui.ask import OnStop, forgotten

FIELDS = (
    Field("a", "A", "?", needed=True),
    Field("b", "B", "?", many=True),
    Field("c", "C", "?"),
)
PROGRAM_ADD = ("--plain", "story", "program", "add")
STORY_ADD = ("--plain", "story", "add")
WAITS = "an unfinished one waits, with"


@dataclass
class Typing:
    """Somebody who types lines; the last may be broken off in the middle, by `stop`."""

    lines: list[str]
    stop: BaseException = field(default_factory=KeyboardInterrupt)

    def choose(self, title: str, options: Mapping[str, str]) -> str:
        """Nothing offers anything here."""
        raise AssertionError((title, options))

    def line(self, _: str, on_stop: OnStop = forgotten) -> str:
        """The next line."""
        line = self.lines.pop(0)
        if not self.lines:
            on_stop(line)
            raise self.stop
        return line


Fill = Callable[..., Filled]


@pytest.fixture
def fill(home: Path, monkeypatch: pytest.MonkeyPatch) -> Fill:
    """A form that is filled with these lines; the last one is not sent off."""

    def filling(
        *lines: str, stop: BaseException | None = None, given: Mapping[str, Answer] | None = None
    ) -> Filled:
        monkeypatch.setattr(forms, "asker_for", lambda _: Typing([*lines], stop or Typing([]).stop))
        environ = {"TPMPREP_HOME": str(home)}
        env = Env(Settings(plain=True), environ, FakeClock())
        return filled(env, Form("x", FIELDS, "go on", given=given or {}))

    return filling


def kept(home: Path) -> dict[str, object]:
    """What is on disk of the only form."""
    (found,), _ = find_drafts(home / "state" / "forms")
    return found.document


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with nothing on it."""
    return Desk(home)


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), EOFError()])
def test_half_a_line_is_there_again(
    fill: Fill, home: Path, capsys: pytest.CaptureFixture[str], stop: BaseException
) -> None:
    """Of a text: it stands there when the form goes on, and Enter keeps it."""
    with pytest.raises(Interrupted, match="Your answers are kept"):
        fill("x", "", "a long sent", stop=stop)
    assert {"c": "a long sent"} == kept(home)["half"]
    capsys.readouterr()
    form = fill("", "never reached")
    assert "Now: a long sent  (Enter keeps it)" in capsys.readouterr().out
    assert {"a": "x", "b": [], "c": "a long sent"} == form.answers


def test_half_of_the_first_line_is_kept(fill: Fill, home: Path) -> None:
    """Though nothing was answered yet; and what is typed instead replaces it."""
    with pytest.raises(Interrupted, match="Your answers are kept"):
        fill("Sig")
    assert ({"a": "Sig"}, {}) == (kept(home)["half"], kept(home)["answers"])
    with pytest.raises(Interrupted):
        fill("Sign-in", "")
    assert ({}, {"a": "Sign-in"}) == (kept(home)["half"], kept(home)["answers"])


def test_half_a_line_of_a_list_is_a_line(fill: Fill, home: Path) -> None:
    """The last one of it, for `-` takes it away."""
    with pytest.raises(Interrupted):
        fill("x", "one", "tw")
    assert {"b": ["one", "tw"]} == kept(home)["begun"]
    assert {"a": "x", "b": ["one"], "c": ""} == fill("-", "", "", "never reached").answers


def test_a_signal_keeps_half_a_line_too(fill: Fill, home: Path) -> None:
    """And lets go of the form, so that it can go on in the next terminal."""
    with pytest.raises(KilledBySignal):
        fill("x", "", "half", stop=KilledBySignal(15))
    assert {"c": "half"} == kept(home)["half"]
    open_journal(home / "state" / "forms", "x").close()


@pytest.mark.parametrize("half", ["", "<", "-", "\u200b", " \ufeff "])
def test_nothing_in_half_a_line_is_nothing(fill: Fill, home: Path, half: str) -> None:
    """A sign that was to go back is no answer, and hidden ones are none either."""
    with pytest.raises(Interrupted, match="There was nothing to keep"):
        fill(half)
    assert [] == list((home / "state" / "forms").iterdir())
    with pytest.raises(Interrupted):
        fill("x", half)
    assert ({}, {"b": []}) == (kept(home)["half"], kept(home)["begun"])


def test_hidden_signs_of_half_a_line_are_dropped(fill: Fill, home: Path) -> None:
    """As from a whole one."""
    with pytest.raises(Interrupted):
        fill("x", "", "a\u200bb\x1b")
    assert {"c": "ab"} == kept(home)["half"]


def test_hidden_signs_are_dropped_when_answered(fill: Fill) -> None:
    """In a text and in a line of a list; what holds nothing else is empty."""
    form = fill("\u200b", "S\u200big\x07n", "o\u202ene", "\ufeff", "\u200b", "never reached")
    assert {"a": "Sign", "b": ["one"], "c": ""} == form.answers


def test_another_theme_while_a_story_waits(desk: Desk) -> None:
    """2, with both ways; nothing changes; the same theme goes on, and --fresh begins anew."""
    desk.types(*STORY_ADD, stdin="failure\nLate payslips\n")
    before = tree(desk.folder)
    assert "" == desk.types(*STORY_ADD, "--theme", "conflict", stdin="Two owners\n")
    assert (2, True) == (desk.code, f"{WAITS} 2 answers" in desk.err)
    assert "Go on with it: tpmprep story add\n" in desk.err
    assert "Begin anew: add --fresh\n" in desk.err
    assert before == tree(desk.folder)
    out = desk.types(*STORY_ADD, "--theme", "failure", stdin="")
    assert "Going on where you stopped: 2 of 11 answered." in out
    desk.types(*STORY_ADD, "--theme", "conflict", "--fresh", stdin="Two owners\n")
    assert {"theme": "conflict", "title": "Two owners"} == kept(desk.folder)["answers"]


def test_one_answer_is_called_one(desk: Desk) -> None:
    """Not `1 answers`."""
    desk.types(*STORY_ADD, stdin="failure\n")
    desk.types(*STORY_ADD, "--theme", "conflict", stdin="")
    assert (2, True) == (desk.code, f"{WAITS} 1 answer\n" in desk.err)


def test_afresh_says_where_the_old_answers_are(desk: Desk) -> None:
    """A warning with a place that exists, also when the new form is stopped."""
    desk.types(*PROGRAM_ADD, stdin="A\n")
    desk.types(*PROGRAM_ADD, "--fresh", stdin="B\n")
    (place,) = (desk.home.trash / "forms").iterdir()
    assert f"warning: what was answered before is in {place}\n" in desk.err
    desk.types(*PROGRAM_ADD, "--fresh", "--set", "role=x", stdin="")
    assert 2 == desk.err.count("program-") + 1 == len(list(place.parent.iterdir()))


@pytest.mark.parametrize(
    ("begun", "given", "told"),
    [
        ("A\nFielder\n", "employer=Acme", "2 answers"),
        ("A\n" + "\n" * 8 + "one\n", "decisions=two", "9 answers"),
        ("A\n" + "\n" * 8 + "one\n\n", "decisions=two", "10 answers"),
    ],
)
def test_other_words_than_were_answered(desk: Desk, begun: str, given: str, told: str) -> None:
    """Are refused, also over lines of a list that was only begun: nothing is lost."""
    desk.types(*PROGRAM_ADD, stdin=begun)
    before = tree(desk.folder)
    desk.types(*PROGRAM_ADD, "--set", given, stdin="x\n")
    assert (2, True) == (desk.code, f"{WAITS} {told}" in desk.err)
    assert "Go on with it: tpmprep story program add\n" in desk.err
    assert before == tree(desk.folder)


def test_what_was_skipped_may_be_given(desk: Desk) -> None:
    """There is nothing that it could replace."""
    desk.types(*PROGRAM_ADD, stdin="A\n\n")
    desk.types(*PROGRAM_ADD, "--set", "employer=Acme", stdin="")
    assert {"name": "A", "employer": "Acme"} == kept(desk.folder)["answers"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (f"role={'x' * 3_001}", "role: That has 3,001 characters, and at most 3,000 are kept."),
        (f"metrics={'x' * 501}", "metrics: That has 501 characters, and at most 500 are kept."),
        ("name=", "name: This one cannot be skipped"),
    ],
)
def test_a_flag_that_does_not_fit_is_told_before_the_questions(
    desk: Desk, given: str, told: str
) -> None:
    """Not after twenty answers; and it can be given anew."""
    assert "" == desk.types(*PROGRAM_ADD, "--set", given, stdin="A\n" + "\n" * 20)
    assert (2, True) == (desk.code, told in desk.err), desk.err
    desk.types(*PROGRAM_ADD, "--set", f"{given.partition('=')[0]}=fits", stdin="A\n" + "\n" * 20)
    assert (0, 1) == (desk.code, len(load_shelf(desk.home).portfolio.programs))


def test_all_that_is_needed_is_saved_at_once(desk: Desk) -> None:
    """Also where one could be asked, and whatever form waits: that one stays."""
    desk.types(*STORY_ADD, stdin="failure\nLate payslips\n")
    before = kept(desk.folder)
    for arguments in (
        [*STORY_ADD, "--theme", "conflict", "--set", "title=Two owners"],
        [*STORY_ADD, *flags({"theme": "own/x", "title": "Third"})],
        [*PROGRAM_ADD, "--set", "name=A"],
    ):
        out = desk.types(*arguments, stdin="")
        assert (0, False) == (desk.code, "1 of" in out), desk.err
    portfolio = load_shelf(desk.home).portfolio
    assert ({"two-owners", "third"}, {"a"}) == (set(portfolio.stories), set(portfolio.programs))
    assert before == kept(desk.folder)


def test_a_disk_that_fills_up_in_the_middle(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """74, with the reason, that the rest is kept, and how to go on; then it does."""

    def write(fd: int, data: bytes) -> None:
        if b"Lead" in data:
            raise OSError(errno.ENOSPC, "full")
        write_all(fd, data)

    monkeypatch.setattr("tpmprep.adapters.drafts.write_all", write)
    desk.types(*PROGRAM_ADD, stdin="A\nFielder\nLead\nmore\n")
    assert 74 == desk.code
    assert "cannot keep this answer: the disk is full" in desk.err
    hint = "What was answered before is kept. Mend that, then run: tpmprep story program add"
    assert hint in " ".join(desk.err.split())
    assert {"name": "A", "employer": "Fielder"} == kept(desk.folder)["answers"]
    monkeypatch.undo()
    monkeypatch.setenv("TPMPREP_HOME", str(desk.folder))
    assert "Your part  3 of 20" in desk.types(*PROGRAM_ADD, stdin="Lead\n")
    assert "Lead" in str(kept(desk.folder)["answers"])
