"""Files that people edit: every slip is told with file, line and key, and none is touched."""

import os
from pathlib import Path

import pytest

from portfolios import Desk, tree, written
from tpmprep.adapters.portfolio import check_file, load_shelf
from tpmprep.ui.bank_pages import problem_line

HEAD = "id: x\ntitle: A title\ntheme: conflict\n"
WRONG_ID = "may hold small letters, digits, '.', '_' and '-', at most 64, no '-' in front"
SLIPS: dict[str, tuple[str | bytes, str]] = {
    "tabs": (f"{HEAD}numbers:\n\t- 6 teams\n", "5: a TAB is used for indentation; use spaces"),
    "unknown key": (
        f"{HEAD}prise: high\n",
        "4: prise: unknown key 'prise' (did you mean 'price'?)",
    ),
    "key of nothing": (f"{HEAD}zzz: high\n", "4: zzz: unknown key 'zzz'"),
    "theme": (
        HEAD.replace("conflict", "conflit"),
        "3: theme: 'conflit' is not allowed (did you me",
    ),
    "no title": (HEAD.replace("title: A title\n", ""), "1: the key 'title' is missing"),
    "blank title": (HEAD.replace("A title", ""), "1: the key 'title' is missing"),
    "spaces as title": (HEAD.replace("A title", "'  '"), "2: title: is empty"),
    "no id": (HEAD.replace("id: x\n", ""), "1: the key 'id' is missing"),
    "path as id": (HEAD.replace("id: x", "id: ../x"), f"1: id: {WRONG_ID}"),
    "text for a list": (f"{HEAD}numbers: 6 teams\n", "4: numbers: must be a list"),
    "list for a text": (f"{HEAD}price: [high]\n", "4: price: must be text"),
    "mapping in a list": (f"{HEAD}numbers:\n  - 1\n  - teams: 6\n", "6: numbers[1]: must be text"),
    "duplicate key": (f"{HEAD}price: a\nprice: b\n", "5: the key 'price' appears twice"),
    "anchor": (f"{HEAD}price: &a high\n", "4: anchors and aliases (& and *) are not allowed"),
    "alias": (f"{HEAD}price: *a\n", "4: anchors and aliases (& and *) are not allowed"),
    "tag": (f"{HEAD}price: !!python/name:os.system\n", "4: tags (!) are not allowed"),
    "colon": (f"{HEAD}price: this: that\n", '4: a text with ": " in it needs quotes around it'),
    "open quote": (f'{HEAD}price: "high\n', "5: "),
    "two documents": (f"{HEAD}---\n{HEAD}", "4: holds more than one document"),
    "5 MB": (f"{HEAD}price: {'x' * 5_000_000}\n", "0: it is larger than 2 MB"),
    "long text": (f"{HEAD}price: {'x' * 6_000}\n", "4: price: has 6,000 characters; at most 3,000"),
    "long list": (f"{HEAD}numbers: [{'1,' * 41}]\n", "4: numbers: has 41 items; at most 40"),
    "Latin-1": (f"{HEAD}price: café\n".encode("latin-1"), "0: is not UTF-8 text"),
    "UTF-16": (HEAD.encode("utf-16"), "0: is not UTF-8 text"),
    "raw escape": (
        f"{HEAD}price: \x1b[2J\n",
        "4: holds the character U+001B, which is not allowed",
    ),
    "escape": (f'{HEAD}price: "\\e[2J"\n', "4: price: holds a control or hidden character"),
    "right to left": (f"{HEAD}price: a\u202eb\n", "4: price: holds a control or hidden character"),
    "hidden in a list": (
        f"{HEAD}numbers:\n- 1\n- a\u200bb\n",
        "6: numbers[1]: holds a control or h",
    ),
    "hostile theme": ('id: x\ntitle: t\ntheme: "\\e[2J"\n', "3: theme: holds a control or hidden"),
    "hostile key": (f'{HEAD}"\\e[2J": x\n', "4: <U+001B>[2J: unknown key '<U+001B>[2J'"),
    "list": ("- id: x\n- title: y\n", "1: must be a mapping (key: value)"),
    "text": ("hello\n", "1: must be a mapping (key: value)"),
    "empty": ("", "1: must be a mapping (key: value)"),
    "comments": ("# nothing yet\n", "1: must be a mapping (key: value)"),
    "depth": ("[" * 100_000, "1: is nested deeper than 20 levels"),
}


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk with a sound program and a sound story."""
    desk = Desk(home)
    desk.program()
    desk.story(program="sign-in")
    return desk


def told(desk: Desk) -> list[str]:
    """What is wrong, as it is printed, after the folder; the sound files are there all the same."""
    before = tree(desk.folder)
    shelf = load_shelf(desk.home)
    assert {"sign-in"} == set(shelf.portfolio.programs)
    assert "two-owners" in shelf.portfolio.stories
    assert before == tree(desk.folder)
    lines = [problem_line(problem) for problem in shelf.problems]
    assert all(line.startswith(str(desk.home.data)) for line in lines)
    return [line.removeprefix(f"{desk.home.data}/") for line in lines]


@pytest.mark.parametrize(("text", "line"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told(desk: Desk, text: str | bytes, line: str) -> None:
    """In one line that is not endless; what is told first is what the person did."""
    path = written(desk.home.stories / "x.yaml", text)
    first, *_ = lines = told(desk)
    assert first.startswith(f"stories/x.yaml:{line}"), first
    assert all(len(line) < 400 and line.isprintable() for line in lines)
    problems = check_file(path, "story")
    assert lines == [problem_line(p).removeprefix(f"{desk.home.data}/") for p in problems]
    assert "x" not in load_shelf(desk.home).portfolio.stories
    assert path == load_shelf(desk.home).file_of("story", "x")


def test_slips_of_programs_and_notes(desk: Desk) -> None:
    """The same rules; keys inside each other are told with both names."""
    written(desk.home.programs / "x.yaml", "id: x\nname: X\nscale:\n  custmers: 5\nrisk: low\n")
    written(desk.home.notes, "role: R\nclose:\n  styl: x\nask: y\n")
    assert [
        "programs/x.yaml:4: scale.custmers: unknown key 'custmers'",
        "programs/x.yaml:5: risk: unknown key 'risk'",
        "brief.yaml:3: close.styl: unknown key 'styl'",
        "brief.yaml:4: ask: must be a list",
    ] == [line.partition(" (did")[0] for line in told(desk)]
    written(desk.home.programs / "x.yaml", "id: x\nname: X\nscale: large\n")
    assert "programs/x.yaml:3: scale: must be a mapping (key: value)" == told(desk)[0]


def test_keys_inside_are_guessed_too(desk: Desk) -> None:
    """From the keys that belong there, not from those of the whole file."""
    written(desk.home.programs / "x.yaml", "id: x\nname: X\nscale:\n  custmers: 5\n")
    assert [
        "programs/x.yaml:4: scale.custmers: unknown key 'custmers' (did you mean 'customers'?)"
    ] == told(desk)


def test_many_slips_are_all_told(desk: Desk) -> None:
    """In the order of the file, at most twenty of them."""
    written(desk.home.stories / "x.yaml", HEAD + "".join(f"k{n}: x\n" for n in range(500)))
    lines = told(desk)
    assert 20 == len(lines)
    assert [f"stories/x.yaml:{n + 4}" for n in range(20)] == [x.partition(": ")[0] for x in lines]


def test_many_bad_items_are_told_in_part(desk: Desk) -> None:
    """At most twenty of them too."""
    written(desk.home.stories / "x.yaml", HEAD + "numbers:\n" + "- a\u200bb\n" * 35)
    assert 20 == len(told(desk))


def test_one_id_in_two_files(desk: Desk) -> None:
    """The first keeps it; the second is told with the place of its id, and can be edited."""
    path = written(desk.home.stories / "zz.yaml", "title: Z\nid: two-owners\ntheme: conflict\n")
    assert ["stories/zz.yaml:2: id: 'two-owners' is taken by two-owners.yaml"] == told(desk)
    shelf = load_shelf(desk.home)
    assert "Two owners" == shelf.portfolio.stories["two-owners"].title
    assert path == shelf.file_of("story", "zz")


def test_a_story_of_a_program_that_there_is_not(desk: Desk) -> None:
    """Is told with a guess, and used."""
    written(desk.home.stories / "x.yaml", f"{HEAD}price: high\nprogram: sing-in\n")
    line = "there is no program 'sing-in' (did you mean 'sign-in'?)"
    assert [f"stories/x.yaml:5: program: {line}"] == told(desk)
    shelf = load_shelf(desk.home)
    assert [False] == [problem.bars for problem in shelf.problems]
    assert "sing-in" == shelf.portfolio.stories["x"].program


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_of_other_editors(desk: Desk, end: str, mark: bytes) -> None:
    """A byte order mark and line ends of Windows are no mistake, and lines are counted right."""
    text = f"{HEAD}result: |\n  one\n  two\nlesson: >-\n  three\n  four\n"
    path = written(desk.home.stories / "x.yaml", mark + text.replace("\n", end).encode())
    assert [] == told(desk)
    story = load_shelf(desk.home).portfolio.stories["x"]
    assert ("one\ntwo\n", "three four") == (story.result, story.lesson)
    written(path, mark + f"{text}zzz: 1\n".replace("\n", end).encode())
    assert ["stories/x.yaml:10: zzz: unknown key 'zzz'"] == told(desk)


def test_keys_left_blank_were_not_written_yet(desk: Desk) -> None:
    """Also of lists and mappings, and words that YAML knows stay words."""
    text = (
        f"{HEAD}price:\nnumbers:\nprogram: ''\nlesson: yes\nresult: 1:30\ntask: null\nadded: 010\n"
    )
    written(desk.home.stories / "x.yaml", text)
    written(desk.home.notes, "role:\nrisks:\nlevel:\nclose:\n  style:\nask: []\n")
    assert [] == told(desk)
    story = load_shelf(desk.home).portfolio.stories["x"]
    assert ("", (), "") == (story.price, story.numbers, story.program)
    assert ("yes", "1:30", "null", "010") == (story.lesson, story.result, story.task, story.added)


def test_what_is_no_plain_file(desk: Desk, tmp_path: Path) -> None:
    """A link, a folder, a pipe: told and left alone; nothing is followed or waited for."""
    secret = written(tmp_path / "secret.yaml", HEAD)
    (desk.home.stories / "a.yaml").symlink_to(secret)
    (desk.home.stories / "b.yaml").mkdir()
    os.mkfifo(desk.home.stories / "c.yaml")
    (desk.home.stories / "d.yaml").symlink_to("nowhere")
    written(desk.home.stories / "two-owners.yaml~", "[")
    written(desk.home.stories / ".#e.yaml", "[")
    assert [
        "stories/a.yaml:0: cannot be read: it is a link",
        "stories/b.yaml:0: cannot be read: a folder stands where a file should be",
        "stories/c.yaml:0: it is not a regular file",
        "stories/d.yaml:0: cannot be read: it is a link",
    ] == told(desk)
    desk.home.notes.symlink_to("nowhere")
    assert "brief.yaml:0: cannot be read: it is a link" == told(desk)[-1]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(desk: Desk) -> None:
    """Is told; the others load."""
    path = written(desk.home.stories / "x.yaml", HEAD)
    path.chmod(0)
    shelf = load_shelf(desk.home)
    path.chmod(0o600)
    assert ["cannot be read: permission denied"] == [problem.message for problem in shelf.problems]


def test_a_key_without_end(desk: Desk) -> None:
    """Is not printed without end."""
    written(desk.home.stories / "x.yaml", f"{HEAD}? {'k' * 100_000}\n: x\n")
    (line,) = told(desk)
    assert "unknown key 'kkk" in line
    assert len(line) < 400
