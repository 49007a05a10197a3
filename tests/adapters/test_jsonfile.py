"""JSON of our records: strict on the way in, readable on the way out."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters.jsonfile import dump, load
from tpmprep.errors import BadData

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)
PIECES = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        '"',
        "a",
        '"a"',
        "\\u",
        "d800",
        "1",
        "-",
        "e9",
        ".",
        "NaN",
        "Infinity",
        "null",
        "true",
        "\n",
        "<<<<<<< ",
        "=======",
        "\x00",
        "\ufeff",
        "é",
    ]
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b"\x00" * 100, "it holds zero bytes, as after a power cut"),
        (b'{"a": 1}\x00\x00', "it holds zero bytes, as after a power cut"),
        (b'<<<<<<< HEAD\n{"a": 1}\n', "it holds the marks of an unfinished merge"),
        (
            b'{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> b\n}',
            "it holds the marks of an unfinished merge",
        ),
        (b'{"a": 1, "a": 1}', "a key appears twice"),
        (b'{"x": [{"a": 1, "b": 2, "a": 3}]}', "a key appears twice"),
        (b'{"a": 1, "\\u0061": 2}', "a key appears twice"),
        (b'{"a": NaN}', "it holds NaN"),
        (b'{"a": [Infinity]}', "it holds Infinity"),
        (b'{"a": -Infinity}', "it holds -Infinity"),
        (b'{"a": "\xff"}', "it is not UTF-8 text"),
        (b"\xff\xfe{\x01", "it is not UTF-8 text"),
        (b'{"a": 1', "it is not complete JSON"),
        (b'{"a": 1,}', "it is not complete JSON"),
        (b'{"a": 1} {}', "it is not complete JSON"),
        (b"{'a': 1}", "it is not complete JSON"),
        (b'{"a": "x\ny"}', "it is not complete JSON"),
        (b"words", "it is not complete JSON"),
        (b'{"a": ' + b"1" * 5000 + b"}", "it is not complete JSON"),
        (b"[]", "it is not a JSON object"),
        (b"null", "it is not a JSON object"),
        (b'"text"', "it is not a JSON object"),
        (b"1", "it is not a JSON object"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    """Everything that is not one good object is refused in words."""
    with pytest.raises(BadData) as caught:
        load(data)
    assert message == caught.value.message


@pytest.mark.parametrize("data", [b'{"a": 1e999}', b'{"a": [-1e999]}'])
def test_numbers_beyond_all_bounds_are_refused(data: bytes) -> None:
    """A number that would become infinite is no number; it could never be written again."""
    with pytest.raises(BadData):
        load(data)


@pytest.mark.parametrize("piece", [b"[", b'{"a":'])
def test_deep_nesting_is_refused(piece: bytes) -> None:
    """However deep the nesting, nothing crashes."""
    closing = b"]" if piece == b"[" else b"}"
    data = b'{"x":' + piece * 200_000 + b"1" + closing * 200_000 + b"}"
    with pytest.raises(BadData, match="it is nested too deep"):
        load(data)


def test_a_text_may_speak_of_merges() -> None:
    """The marks inside a text are words like any other."""
    assert {"a": "x\n<<<<<<< y"} == load(dump({"a": "x\n<<<<<<< y"}))


def test_dump_is_readable() -> None:
    """The file is UTF-8 in lines, with a final line end."""
    expected = '{\n "a": "é – 漢",\n "b": [\n  1\n ]\n}\n'.encode()
    assert expected == dump({"a": "é – 漢", "b": [1]})


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_dump_refuses_what_is_no_number(value: float) -> None:
    """NaN and infinities are never written."""
    with pytest.raises(ValueError, match="JSON compliant"):
        dump({"a": value})


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\\\ud800", '"\udc80"', "\\u\ud800"])
def test_lone_surrogates_survive(text: str) -> None:
    """Half a character from an odd locale is written as an escape and read back."""
    data = dump({"a": text})
    assert data.isascii()
    assert {"a": text} == load(data)


@given(st.dictionaries(_TEXT, JSON, max_size=4))
def test_what_is_written_is_read_back(doc: dict[str, object]) -> None:
    """Any document comes back as it was."""
    assert doc == load(dump(doc))


@given(st.lists(PIECES, max_size=20).map("".join).map(str.encode) | st.binary(max_size=40))
def test_any_bytes_are_an_object_or_bad_data(data: bytes) -> None:
    """Whatever the bytes are, there is an object or BadData, nothing else."""
    try:
        doc = load(data)
    except BadData:
        return
    assert isinstance(doc, dict)
