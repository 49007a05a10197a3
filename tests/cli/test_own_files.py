"""Reading what people wrote by hand: what is wrong is told from outside, nothing is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolios import PROGRAM, STORY, Desk, tree, written

HEAD = "id: x\ntitle: A title\ntheme: conflict\n"
THEMES = "ambiguous, scope-cut, conflict, technical-risk, failure"


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """A sound program and a sound story; whatever is read, no file changes."""
    desk = Desk(home)
    desk.program()
    desk.story(program="sign-in")
    yield desk
    assert not (home / "cache").exists()
    assert not (home / "state").exists()


def test_a_broken_file_in_each_command(desk: Desk) -> None:
    """`check` ends with 65 and a line, lists with a warning, `show` of it with 65."""
    path = written(desk.home.stories / "x.yaml", f"{HEAD}prise: high\n")
    line = f"{path}:4: prise: unknown key 'prise' (did you mean 'price'?)"
    before = tree(desk.folder)
    out = desk.types("story", "check")
    assert (65, "", line) == (desk.code, desk.err, out.splitlines()[0])
    assert "Nothing is missing in: Two owners" in out
    out = desk.types("story", "list")
    assert (0, f"warning: {line}\n") == (desk.code, desk.err)
    assert ("two-owners" in out, " x " in out) == (True, False)
    assert "" == desk.types("story", "show", "x")
    assert 65 == desk.code
    assert f"error: {line}\n" in desk.err
    assert "The file is as it was. Mend it with: tpmprep story edit x" in desk.err
    assert "Two owners" in desk.types("story", "show", "two-owners")
    assert 0 == desk.code
    assert before == tree(desk.folder)


def test_a_broken_program(desk: Desk) -> None:
    """The same; its own commands are named."""
    path = written(desk.home.programs / "p.yaml", "id: p\nname: P\nscope:\n\t- x\n")
    line = f"{path}:4: a TAB is used for indentation; use spaces"
    assert "sign-in" in desk.types("story", "program", "list")
    assert (0, f"warning: {line}\n") == (desk.code, desk.err)
    assert "" == desk.types("story", "program", "show", "p")
    assert 65 == desk.code
    assert (
        f"{line}\n       The file is as it was. Mend it with: tpmprep story program edit p"
        in desk.err
    )
    assert line in desk.types("story", "check")
    assert 65 == desk.code


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f'{HEAD}"\\e[2J": x\n', ":4: <U+001B>[2J: unknown key '<U+001B>[2J'"),
        ("id: x\ntitle: t\ntheme: 'own/\u202ea'\n", "'own/<U+202E>a' is not allowed"),
        (f"{HEAD}price: \x1b[2J\n", ":4: holds the character U+001B, which is not allowed"),
        (f'{HEAD}program: "a\\e]0;x\\a"\n', ":4: program: holds a control or hidden character"),
        (f"{HEAD}program: '[bold]x[/]'\n", ":4: program: there is no program '[bold]x[/]'"),
        (f"{HEAD}'a\\nb': x\n", ":4: a\\nb: unknown key 'a\\nb'"),
    ],
)
def test_hostile_text_is_shown_and_never_obeyed(desk: Desk, text: str, shown: str) -> None:
    """On the screen, in warnings and in JSON."""
    written(desk.home.stories / "x.yaml", text)
    before = tree(desk.folder)
    out = desk.types("story", "check")
    assert shown in out
    assert desk.code in (1, 65)
    out += desk.types("story", "list") + desk.err
    out += desk.types("story", "list", "--json") + desk.types("story", "check", "--json")
    assert out.replace("\n", "").isprintable()
    assert before == tree(desk.folder)


def test_a_story_that_lacks_something(desk: Desk) -> None:
    """Ends with 1, alone and among others; a sound one with 0; a file name is no id."""
    desk.story("vague", title="Vague", numbers=[], result="It went well.", price="")
    for arguments in (["vague"], ["vag"], []):
        out = desk.types("story", "check", *arguments)
        assert (1, "") == (desk.code, desk.err)
        assert "No price: what it cost, and who paid." in out
        assert "tpmprep story edit vague" in out
    assert "Nothing is missing in: Two owners" in desk.types("story", "check", "two-owners")
    assert 0 == desk.code


def test_an_unknown_program_is_advice(desk: Desk) -> None:
    """Told by `check`, which ends as if it were not there."""
    path = desk.story(program="sing-in")
    line = 1 + path.read_text("utf-8").splitlines().index("program: sing-in")
    out = desk.types("story", "check")
    assert f"{path}:{line}: program: there is no program 'sing-in' (did you mean 'sign-in'?)" in out
    assert (0, "") == (desk.code, desk.err)
    assert "there is no program" in (desk.types("story", "list"), desk.err)[1]


@pytest.mark.parametrize("command", ["show", "check", "edit", "remove"])
def test_an_id_that_there_is_not(desk: Desk, command: str) -> None:
    """66, with what it looks like and how to see all."""
    before = tree(desk.folder)
    for known, arguments in (("two-owners", ["story"]), ("sign-in", ["story", "program"])):
        if command == "check" and known == "sign-in":
            continue
        assert "" == desk.types(*arguments, command, f"{known[:-1]}x")
        kind = arguments[-1]
        assert 66 == desk.code
        assert f"there is no {kind} '{known[:-1]}x'. Did you mean {known}?" in desk.err
        assert f"See them with: tpmprep {' '.join(arguments)} list" in desk.err
    assert before == tree(desk.folder)


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (["story", "list"], "story.list"),
        (["story", "show", "two-owners"], "story.show"),
        (["story", "check"], "story.check"),
        (["story", "check", "two"], "story.check"),
        (["story", "edit", "two"], "story.edit"),
        (["story", "program", "list"], "story.program.list"),
        (["story", "program", "show", "sign"], "story.program.show"),
        (["story", "program", "edit", "sign"], "story.program.edit"),
    ],
)
def test_json(desk: Desk, arguments: list[str], schema: str) -> None:
    """One object, named after the command; nothing else is printed, and nothing changes."""
    before = tree(desk.folder)
    document = desk.document(*arguments)
    assert (f"tpmprep.{schema}/1", [], 0, "") == (
        document["schema"],
        document["warnings"],
        desk.code,
        desk.err,
    )
    assert before == tree(desk.folder)


def test_the_data_of_json(desk: Desk) -> None:
    """The keys of the files, with what is empty and what lacks."""
    (story,) = desk.data("story", "list")
    assert {"lacks": []} | STORY | {"id": "two-owners", "program": "sign-in"} == {
        key: story[key] for key in ("lacks", *STORY, "id", "program")
    }
    assert {key: value for key, value in story.items() if key != "lacks"} == desk.data(
        "story", "show", "two-owners"
    )
    (program,) = desk.data("story", "program", "list")
    assert PROGRAM.items() <= program.items()
    assert ([], "sign-in") == (program["empty"], program["id"])
    desk.story("vague", price="")
    checked = desk.document("story", "check")["data"]
    assert ("tpmprep.story.check/1", 1) == (desk.document("story", "check")["schema"], desk.code)
    assert [] == checked["problems"]
    assert {"two-owners": [], "vague": ["price"]} == {
        one["id"]: [lack["id"] for lack in one["lacks"]] for one in checked["stories"]
    }


def test_a_broken_file_in_json(desk: Desk) -> None:
    """`check` has it among its data, others among their warnings, `show` of it on stderr alone."""
    path = written(desk.home.stories / "x.yaml", "id: x\ntitle: A\ntheme: conflit\n")
    (problem,) = desk.document("story", "check")["data"]["problems"]
    assert (65, "") == (desk.code, desk.err)
    assert (str(path), 3, "theme", True) == tuple(
        problem[k] for k in ("file", "line", "key", "bars")
    )
    document = desk.document("story", "list")
    assert ["two-owners"] == [story["id"] for story in document["data"]]
    (warning,) = document["warnings"]
    assert warning.startswith(
        f"{path}:3: theme: 'conflit' is not allowed (did you mean 'conflict'?)"
    )
    assert f"choose from {THEMES}, or own/NAME" in warning
    assert "" == desk.types("story", "show", "x", "--json")
    assert (65, True) == (desk.code, desk.err.startswith('{"error": {"code": "bad_data"'))
    assert "" == desk.types("story", "show", "y", "--json")
    assert (66, True) == (desk.code, '"code": "story_not_found"' in desk.err)


def test_nothing_was_written_yet(home: Path) -> None:
    """Every list says how to begin, and is no failure."""
    desk = Desk(home)
    for command in ("list", "check"):
        assert "tpmprep story program add" in desk.types("story", command)
        assert (0, "") == (desk.code, desk.err)
    assert "No program yet" in desk.types("story", "program", "list")
    assert ([], []) == (desk.data("story", "list"), desk.data("story", "program", "list"))
    assert not home.exists()
