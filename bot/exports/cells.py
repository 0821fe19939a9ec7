"""What people typed, as it may stand in a table that a spreadsheet opens: it stays text, and does nothing.

A cell that begins with one of STARTS is a formula to a spreadsheet. Marks that turn the direction of writing, and control
characters, are gone.
"""

from bot.core.folding import clean

STARTS = ("=", "+", "-", "@", "\n", "＝", "＋", "－", "＠")  # the wide ones too: some spreadsheets read them


def inert(text: str) -> str:
    """The same words without what nobody sees; a tab is a blank."""
    return clean(text)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take it for one; blanks before it do not help."""
    return text.lstrip(" ").startswith(STARTS)


def plain(text: str) -> str:
    """As a cell of CSV: an apostrophe before what would be a formula."""
    text = inert(text)
    return f"'{text}" if is_formula(text) else text
