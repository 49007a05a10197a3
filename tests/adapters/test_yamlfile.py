"""The YAML reader: everything is text, everything clever is refused on the right line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters.yamlfile import Tree, YamlProblem, parse_yaml, read_yaml

ANCHORS = "anchors and aliases (& and *) are not allowed"
QUOTES = 'a text with ": " in it needs quotes around it'
TAGS = "tags (!) are not allowed"
TAB = "a TAB is used for indentation; use spaces"
DEEP = "is nested deeper than 20 levels"

REFUSED: list[tuple[str, str, int, str]] = [
    ("anchor", "a: 1\nb: &x 2\n", 2, ANCHORS),
    ("anchor on a key", "a: 1\n&x b: 2\n", 2, ANCHORS),
    ("anchor on a list", "a: 1\nb: &x\n  - c\n", 2, ANCHORS),
    ("alias", "a: 1\nb: 2\nc: *x\n", 3, ANCHORS),
    ("alias as a key", "a: 1\n*x : 2\n", 2, ANCHORS),
    ("alias as merge", "a: 1\n<<: *x\n", 2, ANCHORS),
    ("tag", "a: 1\nb: !!int 2\n", 2, TAGS),
    ("tag of a program", "a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, TAGS),
    ("own tag", "a: !mine 2\n", 1, TAGS),
    ("tag on a mapping", "a: 1\nb: !x\n  c: 1\n", 2, TAGS),
    ("tag on a key", "a: 1\n!!str b: 2\n", 2, TAGS),
    ("bare tag", "a: ! 2\n", 1, TAGS),
    ("twin key", "a: 1\nb: 2\na: 3\n", 3, "the key 'a' appears twice"),
    ("twin key inside", "- x: 1\n- y: 1\n  z: 2\n  y: 3\n", 4, "the key 'y' appears twice"),
    ("twin key in braces", "a: 1\nb: {c: 1, c: 2}\n", 2, "the key 'c' appears twice"),
    ("twin key by quotes", "a: 1\n'a': 2\n", 2, "the key 'a' appears twice"),
    ("two documents", "a: 1\n---\nb: 2\n", 2, "holds more than one document"),
    ("two documents, ended", "a: 1\n...\n---\nb: 2\n", 3, "holds more than one document"),
    ("list as key", "a: 1\n[b]: 2\n", 2, "a key must be plain text"),
    ("mapping as key", "a: 1\n? {b: 1}\n: 2\n", 2, "a key must be plain text"),
    ("tab", "a:\n\tb: c\n", 2, TAB),
    ("tab in a list", "a:\n  - b\n\t- c\n", 3, TAB),
    ("colon in a text", "x: 1\na: b: c\n", 2, QUOTES),
    ("colon in a longer text", "x: 1\ny: 2\ntext: Stop there: one sentence\n", 3, QUOTES),
    ("nested lists", "a: 1\nb: " + "[" * 30 + "]" * 30 + "\n", 2, DEEP),
]

BROKEN = ["a: [1", "a: {", 'a: "x', "a: 'x", "- a\nb", "a: @x", "a: `x", "a: %x", "]", "a: 1\nb"]


@pytest.mark.parametrize(
    ("text", "line", "message"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_refused(text: str, line: int, message: str) -> None:
    """What is not allowed is refused with the line on which it stands, and why."""
    with pytest.raises(YamlProblem) as caught:
        parse_yaml(text.encode())
    assert (line, message) == (caught.value.line, caught.value.message)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_yaml_is_a_problem(text: str) -> None:
    """Text that is no YAML at all is a problem with a line, never another error."""
    with pytest.raises(YamlProblem) as caught:
        parse_yaml(text.encode())
    assert caught.value.line >= 1
    assert caught.value.message


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"a: 1\nb: \x00\n", 2, "holds the character U+0000, which is not allowed"),
        (b"a: 1\nb: 2\nc: \x07\n", 3, "holds the character U+0007, which is not allowed"),
        (b"a: \x1b[31m\n", 1, "holds the character U+001B, which is not allowed"),
    ],
)
def test_control_characters_are_named(data: bytes, line: int, message: str) -> None:
    """A control character is refused by its own number and line."""
    with pytest.raises(YamlProblem) as caught:
        parse_yaml(data)
    assert (line, message) == (caught.value.line, caught.value.message)


@pytest.mark.parametrize("data", [b"a: \xff", b"\xff\xfea\x00:\x00", "a: é".encode("latin-1")])
def test_other_encodings_are_refused(data: bytes) -> None:
    """Bytes that are not UTF-8 are refused as a whole."""
    with pytest.raises(YamlProblem) as caught:
        parse_yaml(data)
    assert (0, "is not UTF-8 text") == (caught.value.line, caught.value.message)


def test_byte_order_mark_is_passed_over() -> None:
    """A file that begins with a byte order mark is read as if it did not."""
    assert {"a": "1"} == parse_yaml(b"\xef\xbb\xbfa: 1\n").value


@pytest.mark.parametrize(
    "scalar",
    ["no", "yes", "on", "null", "~", "1:30", "010", "0x1f", "1e3", ".inf", "2026-11-24", "true"],
)
def test_scalars_stay_text(scalar: str) -> None:
    """Whatever a scalar looks like, it stays the text that was written."""
    assert {"a": scalar} == parse_yaml(f"a: {scalar}\n".encode()).value


def test_keys_stay_text() -> None:
    """A key that looks like a number or a truth value is text as well."""
    assert {"1": "x", "no": "y"} == parse_yaml(b"1: x\nno: y\n").value


def test_merge_key_is_a_plain_key() -> None:
    """`<<` merges nothing, it is a key like any other."""
    assert {"<<": {"b": "1"}, "c": "2"} == parse_yaml(b"<<: {b: 1}\nc: 2\n").value


def test_nothing_after_a_colon_is_empty_text() -> None:
    """A key without a value holds empty text."""
    assert {"a": "", "b": "1"} == parse_yaml(b"a:\nb: 1\n").value


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a remark\n", b"\xef\xbb\xbf"])
def test_empty_file_holds_nothing(data: bytes) -> None:
    """A file without a value is None, on line 1."""
    tree = parse_yaml(data)
    assert (None, 1) == (tree.value, tree.line_of(("a",)))


def test_block_text_is_folded() -> None:
    """`>-` joins lines and `|` keeps them."""
    value = parse_yaml(b"a: >-\n  one\n  two\nb: |\n  one\n  two\n").value
    assert {"a": "one two", "b": "one\ntwo\n"} == value


def test_twenty_levels_are_allowed() -> None:
    """The deepest allowed nesting is read, one level more is refused."""
    assert parse_yaml(b"[" * 20 + b"x" + b"]" * 20).value
    with pytest.raises(YamlProblem, match="nested deeper than 20 levels"):
        parse_yaml(b"[" * 21 + b"x" + b"]" * 21)


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "[{a: ", "!", "&a "])
def test_endless_nesting_is_a_problem(piece: str) -> None:
    """However long a pile of opening marks is, it is refused and nothing crashes."""
    with pytest.raises(YamlProblem):
        parse_yaml((piece * 20_000).encode())


def test_billion_laughs_are_refused_at_the_first_anchor() -> None:
    """A file that would grow through aliases is refused where it begins to."""
    lines = ["x: 1", "a0: &a0 [ha, ha]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    with pytest.raises(YamlProblem) as caught:
        parse_yaml("\n".join(lines).encode())
    assert (2, ANCHORS) == (caught.value.line, caught.value.message)


def test_too_many_values_are_refused() -> None:
    """More than 50,000 values are refused on the line on which the next one stands."""
    with pytest.raises(YamlProblem, match="holds more than 50,000 values") as caught:
        parse_yaml(b"- a\n" * 50_001)
    assert 50_000 == caught.value.line  # the list itself is a value, too


@pytest.mark.parametrize(
    "data",
    [b'a: "\\UFFFFFFFF"\n', b'a: "\\U00110000"\n', b"%YAML 1." + b"9" * 5000 + b"\n---\na: 1\n"],
    ids=["huge escape", "escape past Unicode", "huge version"],
)
def test_impossible_numbers_are_a_problem(data: bytes) -> None:
    """Numbers that the parser itself stumbles over are a problem like any other."""
    with pytest.raises(YamlProblem):
        parse_yaml(data)


_PIECES = st.sampled_from(
    [
        "a",
        ": ",
        "- ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "'",
        '"',
        "#",
        "%",
        "@",
        "`",
        "?",
        "---",
        "...",
        "\t",
        "\\U",
        "\\x",
        "\x00",
        "\ufeff",
        "é",
        "\x85",
        "0" * 8,
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join).map(str.encode) | st.binary(max_size=60))
def test_any_bytes_are_a_tree_or_a_problem(data: bytes) -> None:
    """Whatever the bytes are, there is a tree or a YamlProblem, nothing else."""
    try:
        tree = parse_yaml(data)
    except YamlProblem:
        return
    assert tree.value is None or isinstance(tree.value, str | list | dict)


def test_lines_of_values() -> None:
    """Each value is found on its line, what is missing on the line of what is around it."""
    tree = parse_yaml(b"# remark\n- id: a\n  list:\n    - x\n\n    - y\n- id: b\n")
    lines = {
        key: tree.line_of(key)
        for key in [(), (0,), (0, "list"), (0, "list", 1), (1, "id"), (1, "nope", 3), ("nope",)]
    }
    assert {
        (): 2,
        (0,): 2,
        (0, "list"): 3,
        (0, "list", 1): 6,
        (1, "id"): 7,
        (1, "nope", 3): 7,
        ("nope",): 2,
    } == lines


def test_a_tree_without_lines_points_to_the_first() -> None:
    """Without any known line, everything is on line 1."""
    assert 1 == Tree("x").line_of(("a", 0))


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is a problem of the whole file."""
    with pytest.raises(YamlProblem) as caught:
        read_yaml(tmp_path / "none.yaml")
    assert (0, "cannot be read: it does not exist") == (caught.value.line, caught.value.message)


def test_big_file(tmp_path: Path) -> None:
    """A file over 2 MB is refused before it is read."""
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * 2_000_001)
    with pytest.raises(YamlProblem) as caught:
        read_yaml(path)
    assert (0, "it is larger than 2 MB") == (caught.value.line, caught.value.message)


def test_file_of_the_largest_size(tmp_path: Path) -> None:
    """A file of exactly 2 MB is read."""
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: 1\n#" + b"x" * (2_000_000 - 6))
    assert {"a": "1"} == read_yaml(path).value


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    """A folder with the name of a file is a problem, too."""
    with pytest.raises(YamlProblem):
        read_yaml(tmp_path)
