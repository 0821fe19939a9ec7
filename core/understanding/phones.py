"""Phone numbers in what people type, by Google's numbering plans (phonenumbers); a number is E.164 from here on.

Candidates are found by a bounded pattern of our own: the library's text matcher is slow on long runs of digits.
"""

import re
from enum import StrEnum
from functools import lru_cache

import phonenumbers

from core.understanding.heard import Heard
from core.understanding.plain import AT_ONCE, plain, readable
from core.values import Contact

_CANDIDATE = re.compile(r"(?<![\w+])\+?\(?\d(?:[ \t().-]{0,3}\d){5,14}(?!\d)")
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)")
_MOST = 20  # numbers read from one text
_MIN_DIGITS, _INTENDED_DIGITS = 9, 6  # a phone at least; what somebody who types a number meant as one


class ContactProblem(StrEnum):
    """Why an answer to "whom can we phone" holds no number that can be rung."""

    EMPTY = "empty"
    INVALID = "invalid"  # digits that are no phone number: one missing, one too many


def find_phones(text: str, region: str) -> tuple[str, ...]:
    """All valid numbers, E.164, in order and once each. ``region``: the ISO country whose local numbers are meant."""
    found = (number for start, end in _spans(text) if (number := _valid(text[start:end], region)))
    return tuple(dict.fromkeys(found))


def understand_contact(text: str, heard: Heard, region: str) -> Contact | ContactProblem:
    """Whom we can phone: the first number, and the words beside it as whose it is.

    Without any digits it is a contact of words alone ("ask the neighbours"), with no phone.
    """
    words = readable(text).strip()
    if not words:
        return ContactProblem.EMPTY
    for start, end in _spans(words):
        if number := _valid(words[start:end], region):
            beside = " ".join((words[:start] + " " + words[end:]).split()).strip(" ,;:-–—.")
            named = not heard.contact.own.isdisjoint(plain(beside).split())
            return Contact(
                number, "" if named else beside, (True if named else (False if beside else None)), words
            )
    if sum(c.isdigit() for c in words) >= _INTENDED_DIGITS:
        return ContactProblem.INVALID
    return Contact(words=words)


@lru_cache(maxsize=AT_ONCE)
def without_phones(text: str) -> str:
    """The text with everything that looks like a phone number blanked, at the same length."""
    for start, end in _spans(text):
        if sum(c.isdigit() for c in text[start:end]) >= _MIN_DIGITS:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _spans(text: str) -> list[tuple[int, int]]:
    """Where candidates stand. A date is not one, even if an hour follows it."""
    dateless = _DATE.sub(lambda m: "x" * len(m.group()), text)
    return [m.span() for m, _ in zip(_CANDIDATE.finditer(dateless), range(_MOST), strict=False)]


def _valid(candidate: str, region: str) -> str | None:
    try:
        number = phonenumbers.parse(candidate, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
