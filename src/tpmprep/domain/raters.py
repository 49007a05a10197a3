"""Under which name a score is filed."""

import unicodedata

from tpmprep.domain.attempt import SELF
from tpmprep.domain.text import clean_line, encodable

MOST_NAME = 80
"""Characters of a rater's name."""


def rater_name(name: str) -> str:
    """The name as scores are filed under it; empty when it cannot be one.

    It has at least one sign that one sees (no control, format or blank), as the page asks. However
    it is written, "self" is oneself.
    """
    line = clean_line(encodable(name))
    is_visible = any(unicodedata.category(sign)[0] not in "CZ" for sign in name)
    if not is_visible or len(name) > MOST_NAME:
        return ""
    return SELF if line.casefold() == SELF else line
