"""The page for a mentor: one HTML file that asks for nothing else and sends nothing."""

from tpmprep.domain.raters import MOST_NAME
from tpmprep.domain.rubric import LEVEL_NUMBERS
from tpmprep.domain.share import MOST_COMMENT, REPLY_SCHEMA, Sheet


def mentor_page(sheet: Sheet) -> str:
    """The whole page. Whatever the texts of `sheet` hold, they are shown and never obeyed."""
    from tpmprep.adapters.webpage import filled

    return filled(
        "mentor",
        has_script=True,
        sheet=sheet,
        schema=REPLY_SCHEMA,
        levels=LEVEL_NUMBERS,
        most_name=MOST_NAME,
        most_comment=MOST_COMMENT,
    )
