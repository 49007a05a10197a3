"""Forms line by line: every answer is kept as soon as it is given, whatever ends the program."""

import subprocess
import time
from pathlib import Path

import pytest

from portfolios import Desk, tree
from program import PROGRAM as COMMAND
from terminal import environment
from tpmprep.adapters.content import load_forms
from tpmprep.adapters.drafts import find_drafts, open_journal
from tpmprep.adapters.portfolio import load_shelf

KEYS = (
    "Enter skips a question or keeps what stands there, < goes back, - empties it. "
    "Ctrl-C stops and keeps all answers."
)
ADD = ("--plain", "story", "program", "add")


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with nothing on it."""
    return Desk(home)


def kept(desk: Desk, name: str = "program") -> dict[str, dict[str, object]]:
    """What is on disk of an unfinished form."""
    found, unreadable = find_drafts(desk.home.forms)
    assert [] == unreadable
    document: dict[str, dict[str, object]] = {}
    for draft in found:
        if draft.path.stem == name:
            document = draft.document
    return document


def stopped(desk: Desk, resume: str = "tpmprep story program add") -> None:
    """The program ended with 130 and said how to go on; nothing is filed yet."""
    assert 130 == desk.code
    assert f"Stopped. Your answers are kept.\n       Go on with: {resume}\n" == desk.err
    assert {} == tree(desk.home.data)


def test_an_end_of_input_keeps_every_answer(desk: Desk) -> None:
    """And going on asks the first that has none, of the same form."""
    out = desk.types(*ADD, stdin="Sign-in\nFielder\n\n")
    stopped(desk)
    assert KEYS in " ".join(out.split())
    assert "Scope  4 of 20" in out
    assert {"name": "Sign-in", "employer": "Fielder", "role": ""} == kept(desk)["answers"]
    out = desk.types(*ADD, stdin="Every login\n4 teams\n")
    stopped(desk)
    assert out.startswith("Going on where you stopped: 3 of 20 answered.\n")
    assert ("Scope  4 of 20" in out, "Program  1 of" in out) == (True, False)
    assert 5 == len(kept(desk)["answers"])
    desk.types(*ADD, stdin="\n" * 20)
    assert (0, []) == (desk.code, list(desk.home.forms.iterdir()))
    program = load_shelf(desk.home).portfolio.programs["sign-in"]
    assert ("Fielder", "Every login", "4 teams") == (program.employer, program.scope, program.teams)


def test_lines_of_a_list_that_was_begun_are_kept(desk: Desk) -> None:
    """It goes on with the next line, and `-` takes the last one away."""
    desk.types(*ADD, stdin="A\n" + "\n" * 8 + "one\ntwo\n")
    stopped(desk)
    assert {"decisions": ["one", "two"]} == kept(desk)["begun"]
    out = desk.types(*ADD, stdin="three\n-\n-\nzwei\n")
    assert ("Decision points, 3:" in out, "Decision points, 4:" in out) == (True, True)
    assert {"decisions": ["one", "zwei"]} == kept(desk)["begun"]
    desk.types(*ADD, stdin="\n" * 15)
    assert 0 == desk.code
    assert ("one", "zwei") == load_shelf(desk.home).portfolio.programs["a"].decisions


def test_back_to_the_question_before(desk: Desk) -> None:
    """One by one; from the first it stays; out of a list too; `<` in words is a sign."""
    typed = "<\nA\nB\n<\n<\nName\n" + "\n" * 7
    out = desk.types(*ADD, stdin=f"{typed}<\nrisk < 5\n")
    assert 3 == out.count("Program  1 of 20")
    assert 2 == out.count("Technical risk  9 of 20")
    answers = kept(desk)["answers"]
    wanted = ("Name", "B", "risk < 5")
    assert wanted == (answers["name"], answers["employer"], answers["technical_risk"])


@pytest.mark.parametrize(
    ("typed", "name"), [("", "Sign-in"), ("-\n", "Sign-in"), ("Login\n", "Login")]
)
def test_back_keeps_what_was_answered(desk: Desk, typed: str, name: str) -> None:
    """It stands there; Enter keeps it, `-` empties it (not what is needed), words replace it."""
    out = desk.types(*ADD, stdin=f"Sign-in\nFielder\n<\n<\n{typed}\nLead\n")
    assert "Now: Fielder  (Enter keeps it)\n" in out
    assert "Now: Sign-in  (Enter keeps it)\n" in out
    assert ("cannot be skipped" in out) == typed.startswith("-")
    answers = kept(desk)["answers"]
    assert (name, "Fielder") == (answers["name"], answers["employer"])
    assert "Lead" in answers.values()


def test_a_stroke_empties_an_answer(desk: Desk) -> None:
    """Alone; the next question is asked then, and what stands there is gone."""
    desk.types(*ADD, stdin="Sign-in\nFielder\n<\n-\n- lead\n")
    assert {"name": "Sign-in", "employer": "", "role": "- lead"} == kept(desk)["answers"]


@pytest.mark.parametrize("end", ["", "\n" * 20])
def test_lines_typed_before_going_back_stay(desk: Desk, end: str) -> None:
    """Also when the list was answered before: they are in the file at the end."""
    typed = "A\n" + "\n" * 8 + "one\ntwo\n\n<\nthree\n<\n\n\n"
    desk.types(*ADD, stdin=typed + end)
    if not end:
        assert ["one", "two", "three"] == kept(desk)["answers"]["decisions"]
        desk.types(*ADD, stdin="\n" * 20)
    assert 0 == desk.code
    assert ("one", "two", "three") == load_shelf(desk.home).portfolio.programs["a"].decisions


def test_a_line_taken_away_before_going_back_stays_away(desk: Desk) -> None:
    """The list is as it was left."""
    typed = "A\n" + "\n" * 8 + "one\ntwo\n\n<\n-\n<\n\n\n"
    desk.types(*ADD, stdin=typed + "\n" * 20)
    assert ("one",) == load_shelf(desk.home).portfolio.programs["a"].decisions


def test_back_to_a_list_loses_no_line(desk: Desk) -> None:
    """Its lines are there as they were typed; `-` takes the last of them away."""
    typed = "A\n" + "\n" * 8 + "one\ntwo\n\n"
    desk.types(*ADD, stdin=f"{typed}<\nthree\n\nmetric\n")
    assert ["one", "two", "three"] == kept(desk)["answers"]["decisions"]
    desk.types(*ADD, "--fresh", stdin=f"{typed}<\n-\n\n")
    assert ["one"] == kept(desk)["answers"]["decisions"]


def test_what_is_needed_is_asked_again(desk: Desk) -> None:
    """A blank is no name, nor are hidden signs; without any words nothing is kept."""
    out = desk.types(*ADD, stdin="\n  \n\u200b\ufeff\n")
    assert 3 == out.count("This one cannot be skipped: a few words are enough.")
    assert (130, "Stopped. There was nothing to keep.\n") == (desk.code, desk.err)
    assert [] == list(desk.home.forms.iterdir())
    assert not desk.home.data.exists()


def test_afresh(desk: Desk) -> None:
    """The old answers are in the trash, each time under a name of their own."""
    for name in ("A", "B", "C"):
        out = desk.types(*ADD, "--fresh", stdin=f"{name}\n")
        assert "Going on" not in out
        assert {"name": name} == kept(desk)["answers"]
    trash = sorted(desk.home.trash.joinpath("forms").iterdir())
    assert ["program-20261124-120000-2.draft", "program-20261124-120000.draft"] == [
        path.name for path in trash
    ]
    words = [str(found.document) for found in find_drafts(trash[0].parent)[0]]
    assert [True, True] == ["'B'" in words[0] or "'B'" in words[1], "'A'" in "".join(words)]


@pytest.mark.parametrize("more", [(), ("--fresh",)])
def test_a_form_is_open_in_one_terminal(desk: Desk, more: tuple[str, ...]) -> None:
    """A second one is told so with 75, and what was typed in the first is not moved."""
    desk.types(*ADD, stdin="A\n")
    journal = open_journal(desk.home.forms, "program")
    before = tree(desk.folder)
    desk.types(*ADD, *more, stdin="B\n")
    assert 75 == desk.code
    assert "open in another terminal" in desk.err
    assert before == tree(desk.folder)
    journal.close()
    assert "Going on where you stopped: 1 of 20" in desk.types(*ADD, stdin="")


def test_forms_do_not_mix(desk: Desk) -> None:
    """A story, a program and a part of the notes are each gone on with alone."""
    desk.types(*ADD, stdin="A\n")
    desk.types("--plain", "story", "add", stdin="3\nTwo owners\n")
    assert "Go on with: tpmprep story add" in desk.err
    desk.types("--plain", "brief", "fill", "level", stdin="Four teams\n")
    assert "Go on with: tpmprep brief fill level" in desk.err
    forms = {path.stem: kept(desk, path.stem)["answers"] for path in desk.home.forms.iterdir()}
    assert forms == {
        "program": {"name": "A"},
        "story": {"theme": "conflict", "title": "Two owners"},
        "brief-level": {"level.owned": "Four teams"},
    }


def test_a_program_is_chosen_where_there_is_one(desk: Desk) -> None:
    """Else the question is left out: words would name a program that there is not."""
    out = desk.types("--plain", "story", "add", stdin="3\n")
    assert ("Title  2 of 11" in out, "Which program" in out) == (True, False)
    desk.program()
    out = desk.types("--plain", "story", "add", "--fresh", stdin="3\n1\n")
    assert ("Program  2 of 12" in out, "1  One sign-in" in out) == (True, True)
    assert {"theme": "conflict", "program": "sign-in"} == kept(desk, "story")["answers"]


def test_the_whole_form_is_in_the_file(desk: Desk) -> None:
    """Every answer of every field, lists too, in its place."""
    fields = load_forms()["program"]
    typed = "".join(f"{f.id} 1\n{f.id} 2\n\n" if f.many else f"it is {f.id}\n" for f in fields)
    desk.types(*ADD, stdin=typed)
    assert 0 == desk.code
    data = desk.data("story", "program", "show", "it-is-name")
    for one in fields:
        place = data
        for key in one.id.split("."):
            place = place[key]
        assert ([f"{one.id} 1", f"{one.id} 2"] if one.many else f"it is {one.id}") == place
    assert [] == list(desk.home.forms.iterdir())


def test_a_story_by_choices(desk: Desk) -> None:
    """Numbers or names, one back, one of one's own named after its title, and no program."""
    desk.program()
    typed = "9\nfailure\n1\n<\n<\n6\n<\n-\nThe émigré\n" + "\n" * 10
    out = desk.types("--plain", "story", "add", stdin=typed)
    assert 0 == desk.code, desk.err
    assert "A number from 1 to 6, please." in out
    assert "back to the question before" in out
    (story,) = desk.data("story", "list")
    assert ("own/the-emigre", "", "The émigré") == (
        story["theme"],
        story["program"],
        story["title"],
    )


def test_what_is_given_is_not_asked(desk: Desk) -> None:
    """The rest is; what is given is kept too, and the same may be given again."""
    desk.types(*ADD, stdin="Old name\n")
    given = [word for key in ("role", "scope") for word in ("--set", f"{key}={key} 1")]
    desk.types(*ADD, *given, stdin="")
    answers = {"name": "Old name", "role": "role 1", "scope": "scope 1"}
    assert answers == kept(desk)["answers"]
    out = desk.types(*ADD, *given, stdin="Fielder\n")
    assert ("Program  1 of" in out, "Employer  2 of" in out) == (False, True)
    assert ("Your part  3 of" in out, "Scope  4 of" in out) == (False, False)
    assert {**answers, "employer": "Fielder"} == kept(desk)["answers"]


def test_what_is_too_long_is_asked_again(desk: Desk) -> None:
    """At once, with both figures: a text, and a line of a list; nothing else is lost."""
    typed = f"A\n{'x' * 3_001}\n{'y' * 3_000}\n" + "\n" * 7
    lines = f"one\n{'x' * 501}\n{'z' * 500}\n\n"
    out = desk.types(*ADD, stdin=typed + lines)
    stopped(desk)
    assert "That has 3,001 characters, and at most 3,000 are kept." in out
    assert "That has 501 characters, and at most 500 are kept." in out
    answers = kept(desk)["answers"]
    assert ("A", "y" * 3_000, ["one", "z" * 500]) == tuple(
        answers[key] for key in ("name", "employer", "decisions")
    )
    assert 2 == out.count("Employer  2 of 20")
    assert 1 == out.count("Decision points  10 of 20")


def test_a_list_has_forty_lines(desk: Desk) -> None:
    """The next one is refused, and the forty are kept."""
    out = desk.types(*ADD, stdin="A\n" + "\n" * 8 + "line\n" * 41 + "\n")
    assert 1 == out.count("That is 41 lines; at most 40.")
    assert ["line"] * 40 == kept(desk)["answers"]["decisions"]


def test_kill_9_keeps_what_was_answered(desk: Desk) -> None:
    """All of it, as soon as the next question stands there."""
    with subprocess.Popen(
        [*COMMAND, *ADD],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=environment(desk.folder),
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        process.stdin.write("A\nB\nC\n" + "\n" * 6 + "one\n")
        process.stdin.flush()
        deadline = time.monotonic() + 20
        while "one" not in str(kept(desk)) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.kill()
    assert (9, {"decisions": ["one"]}) == (len(kept(desk)["answers"]), kept(desk)["begun"])
    assert desk.types(*ADD, stdin="").startswith("Going on where you stopped: 9 of 20 answered.")
