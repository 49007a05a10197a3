"""Old, newer and foreign records: what is read, what is refused, and that nothing is lost."""

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt
from tpmprep.adapters import jsonfile
from tpmprep.adapters.migrations import MIGRATIONS, is_newer, upgrade
from tpmprep.adapters.paths import Home
from tpmprep.adapters.store import Store, attempt_from
from tpmprep.domain.attempt import SCHEMA, Asked, Attempt, Segment, SignalSeen
from tpmprep.domain.history import local_day
from tpmprep.errors import BadData

RECORDS = Path(__file__).parents[1] / "data" / "attempts"
FIRST = RECORDS / "v1" / "20261124-181502-0a1b2c3d.json"


def frozen() -> dict[str, Any]:
    """The frozen record of schema 1."""
    return jsonfile.load(FIRST.read_bytes())


def refused(document: dict[str, Any]) -> bool:
    """Whether a document is no attempt; any error but BadData goes through."""
    try:
        attempt_from(document)
    except BadData:
        return True
    return False


ADDED_LATER = {"sitting", "redirects", "assumptions", "program"}
"""Keys that came after the record was frozen; a file without them is as good as ever."""


def test_frozen_record_has_every_key() -> None:
    """The frozen record holds each key that an attempt had when it was written."""
    assert {field.name for field in fields(Attempt)} == set(frozen()) | ADDED_LATER
    assert not ADDED_LATER & set(frozen())


PROMPT = "How do you escalate without surprising people or damaging trust?"
OPENING, CLOSING = (
    "I tell the other lead first – “it goes up on Thursday”.",
    "One page, two options.",
)
TRACKS = ["platform", "data"]
EXPECTED = Attempt(
    id="20261124-181502-0a1b2c3d",
    app="0.1.0",
    started_at="2026-11-24T18:15:02.250Z",
    utc_offset_min=-300,
    question=Asked("gq-12", PROMPT, "stakeholder", TRACKS, "senior", "0123456789abcdef"),
    format="5min",
    mode="type",
    limit_s=300.0,
    elapsed_s=287.4,
    overtime_s=0.0,
    think_s=12.5,
    pauses=[{"at_s": 60.2, "seconds": 14.0, "why": "stopped"}],
    answer=f"{OPENING}\n\n{CLOSING}",
    segments=[
        Segment(PROMPT, "main", 0.0, OPENING, None),
        Segment("Stop: who decides?", "redirect", 140.3, CLOSING, 3.8),
    ],
    seed=424242,
    schema=1,
    pace="1.5",
    predicted_pass=60,
    felt_pass=45,
    scores={"sh.escalation": 3, "dl.concision": 2},
    quotes={"sh.escalation": ["I tell the other lead first"]},
    unsupported=["dl.concision"],
    signals={
        "peers_first": SignalSeen(True, True, "I tell the other lead first"),
        "own_failure": SignalSeen(False, None, ""),
    },
    red_flags=["Nobody is told before it goes up."],
    next_change="Say the deadline in the first sentence.",
)


def test_frozen_record_is_read_with_its_values() -> None:
    """A record of schema 1 gives the attempt that was saved then."""
    assert EXPECTED == attempt_from(upgrade(frozen()))


def test_frozen_record_tells_the_same_facts() -> None:
    """What is derived from the frozen record stays the same, too."""
    attempt = attempt_from(upgrade(frozen()))
    assert (2.5, 3.8) == (attempt.score, attempt.recovery_s)
    assert "2026-11-24T18:15:02.250000+00:00" == attempt.started.isoformat()


@pytest.mark.parametrize("path", sorted(RECORDS.rglob("*.json")), ids=lambda path: path.name)
def test_every_frozen_record_becomes_current(path: Path) -> None:
    """Each record of any schema is brought to the current one and is an attempt."""
    document = upgrade(jsonfile.load(path.read_bytes()))
    assert SCHEMA == document["schema"]
    assert path.stem == attempt_from(document).id


def test_there_is_a_step_for_each_schema() -> None:
    """From schema 1 to the current one no step is missing."""
    assert SCHEMA - 1 == len(MIGRATIONS)


@pytest.mark.parametrize("version", [SCHEMA + 1, 99, 0, -1, "1", None, 1.5, [1]])
def test_other_schemas_are_passed_on(version: object) -> None:
    """A document of a schema that we have no steps for is left as it is."""
    document = {"schema": version, "x": 1}
    assert {"schema": version, "x": 1} == upgrade(document)


def test_document_without_a_schema_is_passed_on() -> None:
    """Without a schema there is nothing to upgrade."""
    assert {"x": 1} == upgrade({"x": 1})


@pytest.mark.parametrize(
    ("version", "newer"),
    [(SCHEMA, False), (SCHEMA + 1, True), (99, True), ("99", False), (None, False)],
)
def test_is_newer(version: object, newer: bool) -> None:
    """Only a larger number is a newer program's."""
    assert newer is is_newer({"schema": version})


def stored(folder: Path, document: dict[str, Any]) -> Store:
    """A store with one record on disk."""
    store = Store(Home(folder, folder, folder))
    month = store.home.attempts / "2026-11"
    month.mkdir(parents=True)
    (month / FIRST.name).write_bytes(jsonfile.dump(document))
    return store


def test_unknown_keys_survive(tmp_path: Path) -> None:
    """Keys that we do not know are left aside by the attempt and kept in the document."""
    document = {**frozen(), "mood": {"deep": [1, "é"]}}
    document["question"]["colour"] = "blue"
    [saved], _ = stored(tmp_path, document).attempts()
    assert document == saved.document
    assert attempt_from(frozen()) == saved.attempt


def test_newer_schema_is_read(tmp_path: Path) -> None:
    """A newer program's record is shown as far as we know it, and never changed."""
    document = {**frozen(), "schema": 99, "new": "x"}
    store = stored(tmp_path, document)
    [saved], damaged = store.attempts()
    assert (99, document, []) == (saved.attempt.schema, saved.document, damaged)
    assert is_newer(saved.document)
    assert jsonfile.dump(document) == saved.path.read_bytes()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "../../etc/passwd"),
        ("id", "20261124-181502-0A1B2C3D"),
        ("id", "20261124-181502-0a1b2c3d\n"),
        ("started_at", "yesterday"),
        ("started_at", "0001-01-01T00:00:00+23:00"),
        ("utc_offset_min", 10**30),
        ("utc_offset_min", "soon"),
        ("answer", None),
        ("elapsed_s", "long"),
        ("elapsed_s", float("inf")),
        ("limit_s", float("nan")),
        ("segments", [{"prompt": "x"}]),
        ("segments", {}),
        ("scores", {"ex.scope": "high"}),
        ("scores", [1]),
        ("scores", {"ex.scope": 10**400}),
        ("signals", {"a": True}),
        ("question", "gq-01"),
        ("pauses", "none"),
    ],
)
def test_wrong_value_is_no_attempt(key: str, value: object) -> None:
    """A record with a value that cannot be used is refused in words."""
    with pytest.raises(BadData, match="it is not an attempt"):
        attempt_from({**frozen(), key: value})


@pytest.mark.parametrize(
    "key", [f.name for f in fields(Attempt)][: [f.name for f in fields(Attempt)].index("schema")]
)
def test_missing_key_is_named(key: str) -> None:
    """Each of the keys that every record has is missed by name."""
    document = frozen()
    del document[key]
    with pytest.raises(BadData) as caught:
        attempt_from(document)
    assert f"it is not an attempt: {key}: field required" == caught.value.message


def test_smallest_record_is_read() -> None:
    """What was added later has values of its own when it is missing."""
    full = make_attempt()
    names = [f.name for f in fields(Attempt)]
    document = {name: frozen()[name] for name in names[: names.index("schema")]}
    attempt = attempt_from(document)
    assert ({}, [], "1.0", "") == (
        attempt.scores,
        attempt.red_flags,
        attempt.pace,
        attempt.next_change,
    )
    assert full.schema == attempt.schema


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(), max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.text(st.characters(), max_size=8), JSON, max_size=4))
def test_any_document_without_our_keys_is_refused(document: dict[str, Any]) -> None:
    """Any JSON object of other people is BadData, nothing else."""
    assert refused(upgrade(document))


@given(st.sampled_from(sorted(frozen())), JSON)
def test_one_wrong_value_is_an_attempt_or_bad_data(key: str, value: Any) -> None:
    """Whatever stands in one place, the record is an attempt or BadData, nothing else."""
    document = upgrade({**frozen(), key: value})
    if not refused(document):
        attempt = attempt_from(document)
        assert isinstance(local_day(attempt), date)
        assert isinstance(attempt.score, float | None)


@given(st.sampled_from(["prompt", "kind", "at_s", "text", "recovery_s"]), JSON)
def test_one_wrong_value_deep_inside(key: str, value: Any) -> None:
    """The same holds for a value deep inside, and a list is never taken for a text."""
    document = frozen()
    document["segments"][1][key] = value
    accepted = not refused(document)
    assert not (accepted and isinstance(value, list | dict))
