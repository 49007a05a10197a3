"""Answers that stand on the command line, as `--set KEY=WORDS`."""

from collections.abc import Iterable, Sequence

from tpmprep.cli.choices import pairs
from tpmprep.domain.form import Answers, Field, plain_words
from tpmprep.errors import UnknownChoice


def answers_given(fields: Iterable[Field], flags: Sequence[str]) -> Answers:
    """The answers by key; a key that holds a list may be given again. Raises UnknownChoice."""
    known = {field.id: field for field in fields}
    answers: Answers = {}
    for name, said in pairs("--set", flags):
        if name not in known:
            raise UnknownChoice("key", name, list(known))
        words = plain_words(said)
        before = answers.get(name)
        if not known[name].many:
            answers[name] = words
        else:
            answers[name] = [
                *(before if isinstance(before, list) else []),
                *([words] * bool(words)),
            ]
    return answers
