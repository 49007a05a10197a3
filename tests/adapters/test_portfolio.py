"""Programs, stories and notes on disk: read back the same, never over another, never lost."""

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portfolios import PROGRAM, STORY, Desk, tree, written
from tpmprep.adapters import portfolio
from tpmprep.adapters.notesfile import change_notes
from tpmprep.adapters.paths import Home
from tpmprep.adapters.portfolio import check_file, id_of, load_shelf, save_new
from tpmprep.domain.lint import ID
from tpmprep.domain.notes import Close, Level, Notes
from tpmprep.domain.own_files import unknown_program
from tpmprep.domain.text import is_clean
from tpmprep.errors import BadData, NotFound, StorageFailed, TpmprepError, UsageProblem

TODAY = date(2026, 11, 24)
LONG = "word " * 40
SPECIAL = st.sampled_from(
    [
        *(
            "yes",
            "no",
            "null",
            "~",
            "1:30",
            "010",
            "1e3",
            "2026-11-24",
            "- x",
            "? x",
            "x: y",
            "x #",
        ),
        *("#", "'", '"', "\\n", "a\nb", "\n", "a\n\n b\n", " a", "a ", LONG, f"{LONG}\n{LONG}"),
        *(
            "[a]",
            "{a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`",
            "...",
            "---",
            "\t",
            "漢\u200dé",
        ),
    ]
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
TEXTS = st.one_of(SPECIAL, ANY.filter(lambda text: is_clean(text) and "\r" not in text))


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with nothing on it."""
    return Desk(home)


def a_home(folder: str) -> Home:
    """Folders below `folder`."""
    base = Path(folder)
    return Home(base / "data", base / "state", base / "cache")


@settings(max_examples=30)
@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3))
@example("yes", f" {LONG}", ["1:30", "- x", "#"])
def test_what_is_saved_is_read(title: str, text: str, many: list[str]) -> None:
    """Any texts, of a program, a story and the notes: equal, and nothing is wrong."""
    with TemporaryDirectory() as folder:
        home = a_home(folder)
        scale = {"customers": text, "latency": title}
        document = {"name": f"N{title}", "teams": text, "decisions": many, "scale": scale}
        program, path = save_new(home.programs, "program", document, TODAY)
        document = {"title": f"T{title}", "theme": "own/x", "price": text, "numbers": many}
        story, _ = save_new(home.stories, "story", {**document, "program": program.id}, TODAY)
        notes = Notes(title, tuple(many), level=Level(text), close=Close(success=text))
        change_notes(home, lambda _: notes, "1")
        shelf = load_shelf(home)
        assert [] == shelf.problems
        assert {program.id: program} == shelf.portfolio.programs
        assert {story.id: story} == shelf.portfolio.stories
        assert asdict(notes) == asdict(shelf.portfolio.notes)
        assert (path, "2026-11-24") == (shelf.file_of("program", program.id), program.added)
        assert (text, scale["customers"]) == (program.teams, program.scale.customers)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Two owners", "two-owners"),
        ("  ÉLAN: 2nd try!  ", "elan-2nd-try"),
        ("../../etc/passwd", "etc-passwd"),
        ("/etc/passwd", "etc-passwd"),
        ("C:\\x", "c-x"),
        ("...", "own"),
        ("", "own"),
        ("漢字", "own"),
        ("Launch™ of ℡ in ㎒", "launchtm-of-tel-in-mhz"),
        ("-x --help", "x-help"),
        (".hidden", "hidden"),
        ("One sign-in for the twelve products", "one-sign-in-for-the"),
        ("a23456789b123456789c1234 x", "a23456789b123456789c1234"),
        ("Donaudampfschifffahrtsgesellschaft", "donaudampfschifffahrtsge"),
    ],
)
def test_ids_out_of_titles(title: str, name: str) -> None:
    """The first words, as far as they fit."""
    assert name == id_of(title)


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_no_title_makes_a_path(title: str) -> None:
    """Always a name, of at most 24 characters."""
    name = id_of(title)
    assert ID.fullmatch(name)
    assert len(name) <= 24
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_an_id_is_taken_once(desk: Desk) -> None:
    """By a name, by a file of another name, by one that cannot be read, by a folder."""
    desk.story("a")
    desk.story("mine", id="a-2")
    written(desk.home.stories / "a-3.yml", "[")
    (desk.home.stories / "a-4.yaml").mkdir()
    (desk.home.stories / "a-5.yaml").symlink_to("nowhere")
    before = tree(desk.home.stories)
    document = {**STORY, "title": "A"}
    made = [save_new(desk.home.stories, "story", document, TODAY) for _ in range(2)]
    assert ["a-6", "a-7"] == [story.id for story, _ in made]
    assert [desk.home.stories / f"a-{n}.yaml" for n in (6, 7)] == [path for _, path in made]
    assert before.items() <= tree(desk.home.stories).items()
    assert {"a", "a-2", "a-6", "a-7"} == set(load_shelf(desk.home).portfolio.stories)


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        ("story", {"price": "x" * 6_000}, "price: has 6,000 characters; at most 3,000"),
        ("story", {"theme": "conflit"}, "theme: 'conflit' is not allowed"),
        ("story", {"numbers": ["1"] * 41}, "numbers: has 41 items; at most 40"),
        ("story", {"numbers": ["1" * 501]}, "numbers: has 501 characters; at most 500"),
        ("story", {"title": ""}, "title: is empty"),
        ("story", {"title": "a\x1b[2J"}, "title: holds a control or hidden character"),
        ("story", {"prize": "x"}, "prize: unknown key 'prize'"),
        ("program", {"scale": {"latency": "x" * 6_000}}, "scale.latency: has 6,000 characters"),
    ],
)
def test_what_would_be_refused_is_not_saved(
    desk: Desk, kind: str, changes: dict[str, Any], told: str
) -> None:
    """The key is named, how to give it anew too, and no file is made."""
    folder = desk.home.programs if kind == "program" else desk.home.stories
    whole = PROGRAM if kind == "program" else STORY
    with pytest.raises(BadData) as caught:
        save_new(folder, kind, {**whole, **changes}, TODAY)
    assert f"cannot save this {kind}: {told}" in caught.value.message
    assert f"add --set {told.partition(':')[0]}=" in caught.value.hint
    assert {} == tree(folder)


def test_what_cannot_be_written_is_told(desk: Desk) -> None:
    """With its reason; a key that is missing too."""
    written(desk.home.data / "stories", "in the way")
    with pytest.raises(TpmprepError, match="cannot create the folder"):
        save_new(desk.home.stories, "story", STORY, TODAY)
    with pytest.raises(BadData, match=r"^cannot save this story: the key 'theme' is missing$"):
        save_new(desk.home.programs, "story", {"title": "x"}, TODAY)


def test_the_order_is_that_of_adding(desk: Desk) -> None:
    """Those without a day first, then by day, then by id."""
    for name, added in (("b", "2026-11-22"), ("c", "2026-11-21"), ("a", "2026-11-22"), ("d", "")):
        desk.story(name, added=added)
    assert ["d", "c", "a", "b"] == list(load_shelf(desk.home).portfolio.stories)


def test_ids_may_be_begun(desk: Desk) -> None:
    """As far as they are unmistakable; the whole of one always is."""
    for name in ("sign-in", "sign", "payroll"):
        desk.program(name)
    written(desk.home.programs / "broken.yaml", "[")
    shelf = load_shelf(desk.home)
    for begun, name in (
        ("pay", "payroll"),
        ("sign", "sign"),
        ("sign-", "sign-in"),
        ("b", "broken"),
    ):
        assert name == shelf.id_of("program", begun)
        assert f"{name}.yaml" == shelf.file_of("program", begun).name
    with pytest.raises(UsageProblem, match="2 of them begin with 'si': sign, sign-in") as caught:
        shelf.id_of("program", "si")
    assert "See them with: tpmprep story program list" == caught.value.hint
    for wrong in ("", "x", "../x"):
        with pytest.raises(NotFound):
            shelf.id_of("program", wrong)
    with pytest.raises(NotFound, match=r"there is no program 'payrol-l'. Did you mean payroll\?"):
        shelf.id_of("program", "payrol-l")
    desk.story()
    for nothing in ("", "payroll"):
        with pytest.raises(NotFound):
            load_shelf(desk.home).file_of("story", nothing)


def test_another_file_is_never_replaced(desk: Desk) -> None:
    """Not even one that was not seen: there are more files than are read."""
    for number in range(portfolio.MOST_FILES):
        written(desk.home.stories / f"a{number:03}.yaml", "")
    path = written(desk.home.stories / "two-owners.yaml", "mine")
    with pytest.raises(StorageFailed, match="could not save your story"):
        save_new(desk.home.stories, "story", STORY, TODAY)
    assert "mine" == path.read_text("utf-8")
    assert portfolio.MOST_FILES == len(load_shelf(desk.home).problems)


def test_files_are_a_pleasure_to_edit(desk: Desk) -> None:
    """Every key in its order, also what is empty; letters as they are; no line without end."""
    document = {"title": "É 漢字", "theme": "own/x", "price": LONG.strip(), "numbers": ["1"]}
    _, path = save_new(desk.home.stories, "story", document, TODAY)
    lines = path.read_text("utf-8").splitlines()
    assert ["id: e", "title: É 漢字", "theme: own/x", "program: ''"] == lines[:4]
    assert {"  - '1'", "price: >-", "questions: []"} <= set(lines)
    assert max(map(len, lines)) <= 100


def test_nothing_at_all_is_no_problem(desk: Desk) -> None:
    """And looking makes no folder."""
    shelf = load_shelf(desk.home)
    assert ({}, {}, Notes(), []) == (
        shelf.portfolio.programs,
        shelf.portfolio.stories,
        shelf.portfolio.notes,
        shelf.problems,
    )
    assert not desk.folder.exists()


def test_what_is_removed_is_in_the_trash(desk: Desk) -> None:
    """Byte for byte, in a folder of its kind, and never over what is there."""
    text = b"\xff no UTF-8"
    places = []
    for _ in range(2):
        path = written(desk.home.stories / "a.yml", text)
        places.append(portfolio.trash(desk.home, path, "20261124-120000"))
        assert not path.exists()
    assert ["a-20261124-120000.yml", "a-20261124-120000-2.yml"] == [p.name for p in places]
    assert [text] * 2 == [path.read_bytes() for path in places]
    assert {desk.home.trash / "stories"} == {path.parent for path in places}
    with pytest.raises(StorageFailed, match="cannot remove"):
        portfolio.trash(desk.home, desk.home.stories / "none.yaml", "1")


def test_a_draft_may_keep_its_id_and_take_no_other(desk: Desk) -> None:
    """An edit that takes the id of another story is told, by line, before it is kept."""
    path, other = desk.story("a"), desk.story("b")
    assert [] == portfolio.check_draft(path, "story", path)
    draft = written(desk.home.forms / "story-a.yaml", b"# mine\n" + other.read_bytes())
    (told,) = portfolio.check_draft(draft, "story", path)
    assert (str(draft), 2, "id") == (told.file, told.line, told.key)
    assert "'b' is taken by b.yaml" == told.message
    assert [] == portfolio.check_draft(draft, "story", other)
    written(draft, b"id: c\ntitle: C\ntheme: conflict\n")
    assert [] == portfolio.check_draft(draft, "story", path)
    written(draft, b"rle: x")
    assert ["rle"] == [problem.key for problem in portfolio.check_draft(draft, "notes", path)]


def test_a_story_of_a_program_that_is_broken(desk: Desk) -> None:
    """The file of the program is told; that it is missing is not said, for it is there."""
    program = desk.program(naem="x")
    story = load_shelf(desk.home)
    desk.story(program="sign-in")
    shelf = load_shelf(desk.home)
    assert [str(program)] == [problem.file for problem in shelf.problems]
    assert len(story.problems) == len(check_file(program, "program")) == 1
    (one,) = shelf.portfolio.stories.values()
    assert unknown_program(replace(one, program="x"), {}) is not None
