"""Loading bank files: each problem with file, line, key and reason; a bad file stops no other."""

from pathlib import Path

import pytest

from fakes import make_dimension
from tpmprep.adapters.bank import Bank
from tpmprep.adapters.bankcheck import check_path
from tpmprep.adapters.bankfiles import load_questions, load_rubrics, yaml_files
from tpmprep.domain.lint import Known, Problem
from tpmprep.domain.rubric import Dimension
from tpmprep.errors import BadData, NotFound

DIMENSIONS: dict[str, Dimension] = {"ex.control": make_dimension()}
KNOWN = Known(DIMENSIONS)

GOOD = """\
- id: tq-01
  prompt: How do you keep a migration on track?
  area: execution
  level: senior
  kind: hypothetical
  tests: Whether an order is chosen by risk.
  follow_ups:
    - {kind: redirect, text: What do you do first}
    - {kind: constraint, text: Now one team loses half its people.}
    - {kind: probe, text: Who decides, expects: [owner]}
    - {kind: probe, text: What do you measure}
  strong_signals:
    - {id: owner, text: Names one person., keywords: [[owner, decides]]}
    - {id: rollback, text: Says how to go back., keywords: [[revert]]}
  red_flags: [Both teams are told to talk.]
  outline:
    2min: [{s: 30, say: The claim.}, {s: 90, say: The order.}]
    5min: [The options.]
    deep: [The numbers.]
  rubric: [ex.control]
  bar: {senior: An order., staff: A rule., principal: A system.}
"""

RUBRIC = """\
id: ex
name: Execution
dimensions:
  - id: ex.control
    name: Control
    looks_at: Cadence
    levels: {1: a, 2: b, 3: c, 4: d}
"""

GUESS = "'hypothetic' is not allowed (did you mean 'hypothetical'?)"

BROKEN: list[tuple[str, str, int, str, str]] = [
    ("id: tq-01", "id: ''", 1, "[0].id", "is empty"),
    ("  area: execution\n", "", 1, "[0]", "the key 'area' is missing"),
    (
        "kind: hypothetical",
        "kind: hypothetic",
        5,
        "[0].kind",
        f"{GUESS}; choose from past, hypothetical, deep-dive, case",
    ),
    ("  tests: Whether an order is chosen by risk.", "  tests:", 6, "[0].tests", "is empty"),
    (
        "kind: probe, text: Who",
        "kind: probe, when: x, text: Who",
        10,
        "[0].follow_ups[2].when",
        "unknown key 'when'",
    ),
    ("kind: redirect", "kind: probe", 7, "[0].follow_ups", "has no redirect"),
    ("kind: constraint", "kind: probe", 7, "[0].follow_ups", "has no constraint"),
    (
        "    - {kind: probe, text: What do you measure}\n",
        "",
        7,
        "[0].follow_ups",
        "needs at least 4, a deep dive asks that many",
    ),
    (
        "expects: [owner]",
        "expects: [ownr]",
        10,
        "[0].follow_ups[2].expects",
        "there is no signal 'ownr'",
    ),
    (
        "expects: [owner]",
        "unless: nobody",
        10,
        "[0].follow_ups[2].unless",
        "there is no signal 'nobody'",
    ),
    ("{id: rollback", "{id: owner", 14, "[0].strong_signals[1].id", "'owner' appears twice"),
    (
        "[[revert]]",
        "[[]]",
        14,
        "[0].strong_signals[1].keywords",
        "needs a group with words in it",
    ),
    ("[[revert]]", "revert", 14, "[0].strong_signals[1].keywords", "must be a list"),
    ("[Both teams are told to talk.]", "[]", 15, "[0].red_flags", "needs at least one"),
    ("s: 90", "s: 80", 17, "[0].outline.2min", "the seconds add up to 110, not 120"),
    ("s: 90", "s: ninety", 17, "[0].outline.2min[1].s", "must be a whole number"),
    ("    5min: [The options.]\n", "", 16, "[0].outline", "the key '5min' is missing"),
    ("deep: [The numbers.]", "deep: []", 19, "[0].outline.deep", "is empty"),
    ("[ex.control]", "[ex.control, ex.x]", 20, "[0].rubric[1]", "there is no dimension 'ex.x'"),
    (", staff: A rule.", "", 21, "[0].bar", "has no text for staff"),
    (
        "{senior: An",
        "{tpm2: Any., senior: An",
        21,
        "[0].bar.tpm2",
        "is below the question's own level, senior",
    ),
    (
        "area: execution",
        "area: &a execution",
        3,
        "",
        "anchors and aliases (& and *) are not allowed",
    ),
    ("level: senior", "area: senior", 4, "", "the key 'area' appears twice"),
]


def write(folder: Path, name: str, text: str) -> Path:
    """A file in `folder`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_template_is_good(tmp_path: Path) -> None:
    """The file that the broken ones are made of has no problem."""
    questions, problems = load_questions([write(tmp_path, "a.yaml", GOOD)], KNOWN)
    assert (["tq-01"], []) == (list(questions), problems)


@pytest.mark.parametrize(("old", "new", "line", "key", "message"), BROKEN)
def test_problem_is_told(
    tmp_path: Path, *, old: str, new: str, line: int, key: str, message: str
) -> None:
    """A broken file is one problem: the file, the line, the key and the reason."""
    assert 1 == GOOD.count(old)
    path = write(tmp_path, "a.yaml", GOOD.replace(old, new))
    questions, problems = load_questions([path], KNOWN)
    assert ({}, [Problem(str(path), line, key, message)]) == (questions, problems)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "must be a list of questions (lines with - id:)"),
        ("just words\n", 1, "must be a list of questions (lines with - id:)"),
        ("\nid: tq-01\n", 1, "must be a list of questions (lines with - id:)"),
        ("- one\n", 1, "must be a mapping (key: value)"),
    ],
)
def test_file_that_is_no_list_of_questions(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    """A file of another kind is told so."""
    _, problems = load_questions([write(tmp_path, "a.yaml", text)], KNOWN)
    assert [(line, message)] == [(problem.line, problem.message) for problem in problems]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file that is not UTF-8 is a problem of that file."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"- id: \xff\n")
    _, problems = load_questions([path], KNOWN)
    assert [Problem(str(path), 0, "", "is not UTF-8 text")] == problems


def test_each_entry_is_told_with_its_number(tmp_path: Path) -> None:
    """The second question of a file is called [1], on its own line."""
    second = GOOD.replace("tq-01", "tq-02").replace("s: 30", "s: 31")
    path = write(tmp_path, "a.yaml", GOOD + second)
    _, problems = load_questions([path], KNOWN)
    message = "the seconds add up to 121, not 120"
    assert [Problem(str(path), 38, "[1].outline.2min", message)] == problems


def test_a_bad_file_disables_only_itself(tmp_path: Path) -> None:
    """Good files before and after a bad one are loaded."""
    paths = [
        write(tmp_path, "a.yaml", GOOD),
        write(tmp_path, "b.yaml", "- [not, a, question"),
        tmp_path / "gone.yaml",
        write(tmp_path, "c.yaml", GOOD.replace("tq-01", "tq-03")),
    ]
    questions, problems = load_questions(paths, KNOWN)
    assert ["tq-01", "tq-03"] == list(questions)
    assert [str(paths[1]), str(paths[2])] == [problem.file for problem in problems]


def test_a_file_with_one_bad_question_gives_none(tmp_path: Path) -> None:
    """A file is loaded whole or not at all."""
    text = GOOD + GOOD.replace("tq-01", "tq-02").replace("[ex.control]", "[no.such]")
    questions, _ = load_questions([write(tmp_path, "a.yaml", text)], KNOWN)
    assert {} == questions


def test_twins_in_one_file(tmp_path: Path) -> None:
    """The same id twice in a file is told at the second."""
    path = write(tmp_path, "a.yaml", GOOD + GOOD)
    _, problems = load_questions([path], KNOWN)
    assert [Problem(str(path), 22, "[1].id", "'tq-01' appears twice in this file")] == problems


def test_twins_across_files(tmp_path: Path) -> None:
    """An id of an earlier file stays with that file; the later one is told whose it is."""
    first = write(tmp_path, "first.yaml", GOOD)
    second = write(tmp_path, "second.yaml", GOOD.replace("Whether", "If"))
    questions, problems = load_questions([first, second], KNOWN)
    assert [Problem(str(second), 1, "[0].id", "'tq-01' is taken by first.yaml")] == problems
    assert "Whether an order is chosen by risk." == questions["tq-01"].tests


def test_an_id_of_a_bad_file_is_free(tmp_path: Path) -> None:
    """A file that was not loaded does not take its ids away from the others."""
    bad = write(tmp_path, "a.yaml", GOOD.replace("[ex.control]", "[no.such]"))
    good = write(tmp_path, "b.yaml", GOOD)
    questions, problems = load_questions([bad, good], KNOWN)
    assert ["tq-01"] == list(questions)
    assert [str(bad)] == [problem.file for problem in problems]


@pytest.mark.parametrize("old", ["[ex.control]", "  level: senior\n"])
def test_at_most_twenty_problems_a_file(tmp_path: Path, old: str) -> None:
    """A file full of problems tells twenty."""
    new = "[no.such]" if old.startswith("[") else ""
    texts = [GOOD.replace("tq-01", f"tq-{n:02}").replace(old, new) for n in range(30)]
    _, problems = load_questions([write(tmp_path, "a.yaml", "".join(texts))], KNOWN)
    assert 20 == len(problems)


def test_rubric_in_order(tmp_path: Path) -> None:
    """A rubric file gives its dimensions by id."""
    write(tmp_path, "ex.yaml", RUBRIC)
    dimensions, problems = load_rubrics(tmp_path)
    assert (["ex.control"], []) == (list(dimensions), problems)
    assert "c" == dimensions["ex.control"].words(3)


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "message"),
    [
        (", 4: d", "", 7, "dimensions[0].levels", "has no level 4"),
        ("id: ex.control", "id: te.control", 4, "dimensions[0].id", "must begin with 'ex.'"),
        ("    name: Control\n", "", 4, "dimensions[0]", "the key 'name' is missing"),
        ("name: Execution", "title: x\nname: E", 2, "title", "unknown key 'title'"),
    ],
)
def test_broken_rubric(
    tmp_path: Path, *, old: str, new: str, line: int, key: str, message: str
) -> None:
    """A broken rubric file is told with line, key and reason, and gives no dimension."""
    path = write(tmp_path, "ex.yaml", RUBRIC.replace(old, new))
    assert ({}, [Problem(str(path), line, key, message)]) == load_rubrics(tmp_path)


def test_yaml_files_in_a_stable_order(tmp_path: Path) -> None:
    """Both endings count, in folders too; hidden and other files do not."""
    for name in ("b.yml", "a.yaml", "sub/c.yaml", ".hidden.yaml", "notes.txt"):
        write(tmp_path, name, "")
    found = [path.relative_to(tmp_path).as_posix() for path in yaml_files(tmp_path)]
    assert [tmp_path / "notes.txt"] == yaml_files(tmp_path / "notes.txt")  # a file is itself
    assert ["a.yaml", "b.yml", "sub/c.yaml"] == found


def test_check_counts_files_and_questions(tmp_path: Path) -> None:
    """A check says how much was read."""
    write(tmp_path, "a.yaml", GOOD)
    write(tmp_path, "b.yaml", "- x")
    checked = check_path(tmp_path)
    assert (2, 1, 1) == (checked.files, checked.questions, len(checked.barring))


def test_check_of_nothing(tmp_path: Path) -> None:
    """A path that is not there, or holds no YAML, is an error of the caller."""
    with pytest.raises(NotFound):
        check_path(tmp_path / "none")
    with pytest.raises(BadData, match="there is no YAML file"):
        check_path(tmp_path)


def test_unknown_question_is_not_found(tmp_path: Path) -> None:
    """An id that does not exist is told with what looks like it."""
    questions, _ = load_questions([write(tmp_path, "a.yaml", GOOD)], KNOWN)
    bank = Bank(questions=questions, dimensions=DIMENSIONS)
    assert "tq-01" == bank.question("tq-01").id
    with pytest.raises(NotFound, match="Did you mean tq-01"):
        bank.question("tq-1")
