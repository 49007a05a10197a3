"""Questions written as YAML: read back the same, and a pleasure to edit."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fakes import make_question
from tpmprep.adapters import schema
from tpmprep.adapters.bankfiles import read_questions
from tpmprep.adapters.yamlfile import parse_yaml
from tpmprep.adapters.yamlwrite import questions_yaml
from tpmprep.domain.lint import Known
from tpmprep.domain.question import Question

PRINTABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn")), max_size=200
).map(lambda text: " ".join(text.split()))


@given(PRINTABLE, PRINTABLE, st.lists(PRINTABLE, max_size=3))
def test_what_is_written_is_read(prompt: str, context: str, flags: list[str]) -> None:
    """Any text comes back as it was, with every key."""
    question = make_question(prompt=prompt, context=context, red_flags=tuple(flags))
    value = parse_yaml(questions_yaml([question, question]).encode()).value
    assert [question, question] == [schema.parse(Question, entry)[0] for entry in value]


def test_the_shipped_files_are_in_this_form() -> None:
    """Written by the same hand, so that an edit changes the lines it is about."""
    path = Path(__file__).parents[2] / "questions" / "case" / "data.yaml"
    known = Known(_Anything())
    entries, problems = read_questions(path, known)
    assert [] == problems
    assert path.read_text("utf-8") == questions_yaml(entry.question for entry in entries)


class _Anything(frozenset[str]):
    """Knows every id."""

    def __contains__(self, _: object) -> bool:
        return True
