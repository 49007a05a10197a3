"""Writing without prompts, removing, and the notes for the day: what is kept, what is refused."""

from pathlib import Path

import pytest

from portfolios import PROGRAM, STORY, Desk, flags, tree, written
from tpmprep.adapters.portfolio import load_shelf
from tpmprep.domain.story import MOST_STORIES


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with nothing on it."""
    return Desk(home)


def test_a_program_and_a_story_without_prompts(desk: Desk) -> None:
    """Every key, lists by repeating; what is printed and what is on disk are the same."""
    out = desk.types(
        "story", "program", "add", *flags(PROGRAM), "--set", "scale.latency=9 s", "--no-input"
    )
    assert (0, "") == (desk.code, desk.err)
    assert "Saved: One sign-in" in out
    assert "still empty" not in out
    assert "tpmprep story add --program one-sign-in" in out
    told = desk.data("story", "add", *flags(STORY), "--program", "one")
    assert ("two-owners", "one-sign-in", "2026-11-24") == (
        told["id"],
        told["program"],
        told["added"],
    )
    assert STORY.items() <= told.items()
    shelf = load_shelf(desk.home)
    assert [] == shelf.problems
    program = shelf.portfolio.programs["one-sign-in"]
    assert ("9 s", tuple(PROGRAM["metrics"])) == (program.scale.latency, program.metrics)
    assert Path(told["path"]) == shelf.file_of("story", "two-owners")
    assert not desk.home.forms.exists()


def test_what_is_still_empty_is_said(desk: Desk) -> None:
    """With the command that goes on; a pipe alone needs no --no-input, and = may be in a value."""
    out = desk.types("story", "program", "add", "--set", "name=A = B", "--set", "teams= ")
    assert (0, "") == (desk.code, desk.err)
    assert "Saved: A = B" in out
    assert "tpmprep story program edit a-b" in out
    assert "still empty: scope, teams, timeline, budget or headcount" in " ".join(out.split())


SET = ("--set", "title=T", "--set", "theme=conflict")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ("story add --set titel=x", 2, "there is no key 'titel'. Did you mean 'title'?"),
        ("story add --set id=x", 2, "there is no key 'id'."),
        ("story add --set title", 2, "--set takes name=value"),
        ("story add --no-input", 2, "give --set theme=... --set title=..."),
        (
            "story add --set theme=conflict --no-input",
            2,
            "nothing is asked here: give --set title=",
        ),
        ("story add --set title=x --json", 2, "nothing is asked here: give --set theme="),
        ("story add --set title= --theme conflict --no-input", 2, "give --set title=..."),
        ("story add --set title=x", 2, "there is no terminal to ask at: give --set theme=..."),
        ("story add --set title=x --theme conflit", 2, "'conflit'. Did you mean 'conflict'?"),
        ("story add --set title=x --set theme=own", 2, "there is no theme 'own'"),
        ("story add --set title=x --theme own/A", 2, "there is no theme 'own/A'"),
        (
            "story add --set title=x --theme failure --program sing",
            66,
            "there is no program 'sing'",
        ),
        ("story add --theme failure --set title=x --set program=sing", 66, "no program 'sing'"),
        ("story program add --no-input", 2, "nothing is asked here: give --set name=..."),
        ("story program add", 2, "there is no terminal to ask at: give --set name=..."),
        ("story program add --set nmae=x", 2, "there is no key 'nmae'. Did you mean 'name'?"),
        (f"story program add --set name={'x' * 6_000}", 65, "name: has 6,000 characters"),
        (
            f"story add --theme failure --set title=x --set price={'x' * 6_000}",
            65,
            "price: has 6,0",
        ),
        ("brief fill --set riks=x", 2, "there is no key 'riks'. Did you mean 'risks'?"),
        ("brief fill rsks", 2, "there is no part 'rsks'. Did you mean 'risks'?"),
        ("brief fill", 2, "there is no terminal to ask at: give --set role=..."),
        (f"brief fill --set role={'x' * 6_000}", 65, "role: has 6,000 characters; at most 3,000"),
    ],
)
def test_what_does_not_fit(desk: Desk, arguments: str, code: int, words: str) -> None:
    """Is refused with what would fit, and nothing is written."""
    desk.program()
    before = tree(desk.folder)
    assert "" == desk.types(*arguments.split(" "))
    assert (code, True) == (desk.code, words in desk.err), desk.err
    kept = {path: held for path, held in tree(desk.folder).items() if held[0]}
    assert {path: held for path, held in before.items() if held[0]} == kept


def test_no_program_and_pasted_signs(desk: Desk) -> None:
    """`-` names no program; signs that hide are left out, so that the file can be read."""
    desk.types("story", "add", *SET, "--set", "program=-", "--set", "price=a\u200bb\x1b[2J\udc80")
    shelf = load_shelf(desk.home)
    assert (0, []) == (desk.code, shelf.problems)
    story = shelf.portfolio.stories["t"]
    assert ("", "ab[2J") == (story.program, story.price)


def test_a_title_in_other_scripts(desk: Desk) -> None:
    """Gives an id that can be typed, and another one the next time."""
    for title, name in (
        ("Launch™", "launchtm"),
        ("漢字", "own"),
        ("漢字", "own-2"),
        ("../..", "own-3"),
    ):
        assert (
            name == desk.data("story", "add", "--set", f"title={title}", "--theme", "own/x")["id"]
        )
    assert [] == load_shelf(desk.home).problems


def test_more_than_twelve_stories_are_refused(desk: Desk) -> None:
    """Kindly, with 2; one that is taken out makes room; a broken file takes none."""
    written(desk.home.stories / "broken.yaml", "[")
    for number in range(1, MOST_STORIES):
        desk.story(f"s{number}")
    desk.types("story", "add", *SET)
    assert 0 == desk.code
    before = tree(desk.folder)
    for more in ((), ("--no-input",), ("--json",)):
        assert "" == desk.types("story", "add", *SET, *more)
        assert 2 == desk.code
        assert (
            "You have 12 stories, and more than that nobody has ready under pressure." in desk.err
        )
    assert before == tree(desk.folder)
    desk.types("story", "remove", "s1")
    desk.types("story", "add", *SET)
    assert 0 == desk.code
    assert MOST_STORIES == len(load_shelf(desk.home).portfolio.stories)


def test_removing_moves_to_the_trash(desk: Desk) -> None:
    """Byte for byte, also what cannot be read; the stories of a program stay."""
    story, program = desk.story(program="sign-in"), desk.program()
    broken = written(desk.home.stories / "x.yaml", b"\xff")
    kept = {path.name: path.read_bytes() for path in (program, broken)}
    told = [
        desk.document("story", "program", "remove", "sign"),
        desk.document("story", "remove", "x"),
    ]
    schemas = ["tpmprep.story.program.remove/1", "tpmprep.story.remove/1"]
    assert schemas == [document["schema"] for document in told]
    places = [Path(document["data"]["path"]) for document in told]
    assert [desk.home.trash / kind for kind in ("programs", "stories")] == [
        p.parent for p in places
    ]
    assert list(kept.values()) == [path.read_bytes() for path in places]
    assert (False, False, True) == (program.exists(), broken.exists(), story.exists())
    out = desk.types("story", "remove", "two")
    assert out.startswith("two-owners is in the trash now:")
    assert [] == list(desk.home.stories.iterdir())


def test_notes_without_prompts(desk: Desk) -> None:
    """Each key anew, lists whole; what was there stays."""
    told = desk.data(
        "brief", "fill", "--set", "role=TPM at Acme", "--set", "risks=a", "--set", "risks=b"
    )
    assert ("TPM at Acme", ["a", "b"]) == (told["role"], told["risks"])
    told = desk.data("brief", "fill", "--set", "close.style=Dates", "--set", "risks=c")
    assert ("TPM at Acme", ["c"], "Dates") == (told["role"], told["risks"], told["close"]["style"])
    desk.types("brief", "fill", "close", "--no-input", "--set", "close.success=It moved")
    notes = load_shelf(desk.home).portfolio.notes
    assert ("Dates", "It moved") == (notes.close.style, notes.close.success)
    assert not desk.home.trash.exists()


def test_one_example_leaves_the_others(desk: Desk) -> None:
    """Each has its place; `-` gives one back to the choice of the program."""
    for name in "abcd":
        desk.story(name)
    given = [f"examples.{n}={name}" for n, name in enumerate("abc", start=1)]
    assert [*"abc"] == desk.data(
        "brief",
        "fill",
        *flags({"ambiguity": "b"}),
        *(word for one in given for word in ("--set", one)),
    )["examples"]
    assert [*"adc"] == desk.data("brief", "fill", "--set", "examples.2=d")["examples"]
    told = desk.data("brief", "fill", "--set", "examples.1=-", "--set", "ambiguity=-")
    assert ([*"dc"], "") == (told["examples"], told["ambiguity"])


def test_notes_with_a_comment_go_to_the_trash(desk: Desk) -> None:
    """Before they are replaced; every time, under a name of its own."""
    texts = [b"# my own words\nrole: A\n", b"role: B # now\n"]
    for text in texts:
        written(desk.home.notes, text)
        desk.types("brief", "fill", "--set", "risks=x")
        assert 0 == desk.code
    assert sorted(texts) == sorted(path.read_bytes() for path in desk.home.trash.iterdir())
    notes = load_shelf(desk.home).portfolio.notes
    assert ("B", ("x",)) == (notes.role, notes.risks)


@pytest.mark.parametrize("text", ["rle: A\n", "role: [\n", "risks: x\n", "role: a\nrole: b\n"])
def test_broken_notes_are_never_rewritten(desk: Desk, text: str) -> None:
    """Told with 65 and line by what would change them; a warning elsewhere."""
    written(desk.home.notes, text)
    before = tree(desk.folder)
    for arguments in (["fill", "--set", "role=x"], ["fill", "--json"], ["ask", "--add", "Why?"]):
        assert "" == desk.types("brief", *arguments)
        assert 65 == desk.code
        assert f"{desk.home.notes}:" in desk.err
        assert "Nothing was changed. Mend it with: tpmprep brief edit" in desk.err
    assert "No story yet" in desk.types("story", "list")
    assert (0, True) == (desk.code, f"warning: {desk.home.notes}:" in desk.err)
    assert before == tree(desk.folder)


def test_editing_without_an_editor(desk: Desk) -> None:
    """Says where the file is; notes are made with their keys, so that there is something."""
    path = desk.story()
    before = tree(desk.home.stories)
    assert str(path) in desk.types("story", "edit", "two").replace("\n", "")
    assert before == tree(desk.home.stories)
    document = desk.document("brief", "edit")
    assert ("tpmprep.brief.edit/1", str(desk.home.notes)) == (
        document["schema"],
        document["data"]["path"],
    )
    assert "role: ''\n" in desk.home.notes.read_text("utf-8")
