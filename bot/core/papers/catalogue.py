"""All that a dossier can hold, and so all that a template may name. Pure.

A group has names; a list has rows that all have the same names; whatever begins with ``is_`` is yes or no and asked by
``{% if %}`` only; all else is words. ``LAW``, ``RIGHTS`` and ``ANSWERS`` are groups whose names a country's data or a paper
decides, not the program.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum, auto

from msgspec import Struct

from bot.core.papers.dossier import Dossier, Node

_NO_NAME = re.compile("[^a-z0-9]+")


class Plain(StrEnum):
    """What is no group."""

    WORDS = auto()
    PROSE = auto()  # words that may be several paragraphs
    YES_NO = auto()


class Open(StrEnum):
    """Groups whose names stand elsewhere."""

    LAW = auto()  # articles: cpc_133_2 is cpc-133(2)
    RIGHTS = auto()
    ANSWERS = auto()  # said for one paper alone


class Rows(Struct, frozen=True):
    """A list."""

    fields: Mapping[str, Plain]


Shape = Plain | Open | Rows | Mapping[str, "Shape"]


def _names(names: str) -> dict[str, Plain]:
    return {name: Plain.YES_NO if name.startswith("is_") else Plain.WORDS for name in names.split()}


def _rows(names: str) -> Rows:
    return Rows(_names(names))


def _prose(names: str) -> dict[str, Plain]:
    return dict.fromkeys(names.split(), Plain.PROSE)


CATALOGUE: Mapping[str, Shape] = {
    "paper": _names("date time city zone"),
    "organisation": _names("name address mail phone"),
    "signer": _names("name office"),
    "lawyer": _names("name phone order"),
    "to": _names("line office mail"),
    "person": _names(
        "name name_genitive name_dative name_accusative spellings sex is_female is_male born age is_minor nationality"
        " is_foreigner id_document occupation address birthplace father family_status is_pregnant traits photo_known"
        " is_named clothes"
    ),
    "case": {
        **_names(
            "code city district region place day act event link urgent is_going_on flags count identified unnamed_at_least"
            " is_alone is_urgent"
        ),
        **_prose("narrative"),
        "chronology": _rows("when what source"),
    },
    "detention": {
        **_names(
            "began delivered protocol transferred released station by stated decision article regime status is_held"
            " is_criminal is_administrative is_order_shown"
        ),
        "places": _rows("name since until source"),
        "statuses": _rows("when status source"),
    },
    "overrun": _names("clock length began due by article is_criminal is_administrative"),
    "overruns": _rows("clock length began due by article"),
    "ruling": _names("court judge date number measure copy_on deadline is_arrest"),
    "remand": _names("court judge date number measure copy_on deadline"),
    "proceedings": _rows("sort article state court steps hearings"),
    **_prose("treatment injuries medical counsel"),
    "seen": _rows("what answer"),
    "grounds": _names(  # the moment at which it was seen or said; without words: it is not so
        "counsel_refused no_private_talk no_medical no_phone_notice ill_treatment no_delivery_certificate"
        " no_release_certificate protocol_late protocol_unseen times_differ decision_refused rights_unexplained"
        " relatives_untold embassy_untold parents_untold copies_refused registration_refused"
        " category_1 category_2 category_3 category_4 category_5 mandate_assembly mandate_expression mandate_defenders"
        " mandate_torture mandate_disappearances mandate_detention right_assembly right_speech right_association"
        " right_conscience right_movement right_participation right_equality"
    ),
    "steps": _rows("date addressee kind reference due reply replied_on outcome"),
    "complaint": _names("date number body"),
    "calls": _rows("when station answer"),
    "denied": _rows("when station"),
    "consent": _names("given_by on authorisation"),
    "reporter": _names("relation"),
    **_prose("witnesses risk urgency other_procedure"),
    **_names("witnesses_named"),
    "un": {
        **_names(
            "name is_latin role migrant pregnant published statement held_for until is_recent is_older"
            " is_sent_wgeid is_sent_ced is_refused category_1 category_2 category_3 category_4 category_5"
        ),
        "remedies": _rows("date addressee kind reference due reply replied_on outcome"),
        "procedures": _rows("date addressee kind reference due reply replied_on outcome"),
    },
    "law": Open.LAW,
    "rights": Open.RIGHTS,
    "answers": Open.ANSWERS,
    "letter": _names("occasion hedge pattern"),
    "cases": _rows(
        "head fact course own"
    ),  # a paragraph each: when and where, what was done, what ran, a person's own words
    "earlier": _rows("head fact course own"),
    "findings": _rows("text"),
    "violated": _rows("text"),  # rights, with their articles
    "addressees": _rows("line"),
    "demands": _rows("text"),
}


def name_of(article: str) -> str:
    """As an article is called in a template: ``cpc-133(2)`` is ``law.cpc_133_2``."""
    return _NO_NAME.sub("_", article).strip("_")


def shape_of(path: str) -> Shape | None:
    """What stands at ``person.name`` or ``places.0.city``; None: nothing that a dossier can hold."""
    shape: Shape = CATALOGUE
    for name in path.split("."):
        below: Shape | None = None
        if isinstance(shape, Rows):
            if name.isdecimal():
                continue
            below = shape.fields.get(name)
        elif isinstance(shape, Open):
            below = Plain.PROSE if shape is Open.ANSWERS else Plain.WORDS
        elif isinstance(shape, Mapping):
            below = shape.get(name)
        if below is None:
            return None
        shape = below
    return shape


def strange(dossier: Dossier) -> list[str]:
    """Paths of the dossier that are not in the catalogue."""
    return [path for path in _ends(dossier, "") if not isinstance(shape_of(path), Plain)]


def _ends(node: Node, path: str) -> Iterator[str]:
    if isinstance(node, Mapping):
        for name, below in node.items():
            yield from _ends(below, f"{path}.{name}" if path else name)
    elif isinstance(node, tuple):
        for number, below in enumerate(node):
            yield from _ends(below, f"{path}.{number}")
    else:
        yield path
