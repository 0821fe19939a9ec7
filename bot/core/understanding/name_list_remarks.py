"""What a list says of the names on it besides that they are there: that they were let go, or are not there.

"Оспанов Даурен – отпустили в 13:00"    let go: of somebody who is out nobody writes that they are held there
"Петрова Анна – нет", "Не нашли: …"     asked for, and not there
"Нет в списках:", "Released:"           above names: said of all below, up to the next heading
"""

import re
from enum import StrEnum

from bot.core.understanding.name_book import NameBook
from bot.core.understanding.plain import plain

_WORDS = re.compile(r"[^\W\d_]+")
_OWN = {"freed", "no", "there", "heading"}  # the lists of words of which such headings are made


class Remark(StrEnum):
    """Said of a name."""

    OUT = "freed"
    ABSENT = "absent"


def remark(words: str, names: NameBook) -> Remark | None:
    """What the words behind a name say. «Нет адвоката» says nothing of where somebody is."""
    found = _lists(words, names)
    no = any("no" in lists for lists in found)
    if any("freed" in lists for lists in found):
        return None if no else Remark.OUT
    return Remark.ABSENT if no and all(lists & {"no", "there"} for lists in found) else None


def heading(row: str, names: NameBook) -> tuple[Remark | None, str]:
    """What a heading says of the names below it, or of those behind its colon, which are given back."""
    lead, _, rest = row.partition(":")
    if not all(lists & _OWN for lists in _lists(lead, names)):
        return None, ""
    said = remark(lead, names)
    return (said, rest.strip()) if ":" in row or said is Remark.OUT else (None, "")


def _lists(words: str, names: NameBook) -> list[frozenset[str]]:
    return [names.words.of(plain(word)) for word in _WORDS.findall(words)]
