"""All that a dossier can hold, and so all that a template may name. Pure.

A group has names; a list has rows that all have the same names; a name that begins with ``is_`` is yes or no and may only be
used in ``{% if %}``; all else is words. The names in ``LAW``, ``RIGHTS`` and ``ANSWERS`` are decided by a country's data or
by a paper, not by the program.

Two dossiers are made from the catalogue to try templates with: one in which nothing is known, and one in which everything
is.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum, auto

from msgspec import Struct

from core.papers.dossier import Dossier, Leaf, Node

_NO_NAME = re.compile("[^a-z0-9]+")


class LeafShape(StrEnum):
    """What is no group."""

    WORDS = auto()
    PROSE = auto()  # words that may be several paragraphs
    YES_NO = auto()


class OpenGroup(StrEnum):
    """Groups whose names stand elsewhere."""

    LAW = auto()  # articles: cpc_133_2 is cpc-133(2)
    RIGHTS = auto()
    ANSWERS = auto()  # said for one paper alone


class ListShape(Struct, frozen=True):
    """A list."""

    fields: Mapping[str, LeafShape]


Shape = LeafShape | OpenGroup | ListShape | Mapping[str, "Shape"]


def _word_fields(names: str) -> dict[str, LeafShape]:
    return {name: LeafShape.YES_NO if name.startswith("is_") else LeafShape.WORDS for name in names.split()}


def _list_of(names: str) -> ListShape:
    return ListShape(_word_fields(names))


def _prose_fields(names: str) -> dict[str, LeafShape]:
    return dict.fromkeys(names.split(), LeafShape.PROSE)


CATALOGUE: Mapping[str, Shape] = {
    "paper": _word_fields("number date time city zone"),
    "organisation": _word_fields("name address mail phone signatory office"),
    "signer": _word_fields("name latin office"),
    "lawyer": _word_fields("name phone order"),
    "to": _word_fields("line office mail"),
    "person": _word_fields(
        "name name_genitive name_dative name_accusative spellings sex is_female is_male born age is_minor nationality"
        " is_foreigner id_document occupation address birthplace father family_status is_pregnant traits photo_known"
        " is_named clothes"
    ),
    "case": {
        **_word_fields(
            "code city district region place day act event link urgent is_going_on flags count identified unnamed_at_least"
            " is_alone is_urgent"
        ),
        **_prose_fields("account narrative"),
        "chronology": _list_of("when what source"),
    },
    "detention": {
        **_word_fields(
            "began delivered protocol transferred released station by stated decision article regime status is_held"
            " is_criminal is_administrative is_order_shown"
        ),
        "places": _list_of("name since until source"),
        "statuses": _list_of("when status source"),
    },
    "overrun": _word_fields("clock length began due by article is_criminal is_administrative"),
    "overruns": _list_of("clock length began due by article"),
    "ruling": _word_fields("court judge date number measure copy_on deadline is_arrest"),
    "remand": _word_fields("court judge date number measure copy_on deadline"),
    "proceedings": _list_of("sort article state court steps hearings"),
    **_prose_fields("treatment injuries medical counsel"),
    "seen": _list_of("what answer"),
    "grounds": _word_fields(  # the moment at which it was seen or said; without words: it is not so
        "counsel_refused no_private_talk no_medical no_phone_notice ill_treatment no_delivery_certificate"
        " no_release_certificate protocol_late protocol_unseen times_differ decision_refused rights_unexplained"
        " relatives_untold embassy_untold parents_untold copies_refused registration_refused"
        " category_1 category_2 category_3 category_4 category_5 mandate_assembly mandate_expression mandate_defenders"
        " mandate_torture mandate_disappearances mandate_detention right_assembly right_speech right_association"
        " right_conscience right_movement right_participation right_equality"
    ),
    "steps": _list_of("date addressee kind reference due reply replied_on outcome"),
    "complaint": _word_fields("date number body"),
    "calls": _list_of("when station answer"),
    "denied": _list_of("when station"),
    "consent": _word_fields("given_by on authorisation is_for_publishing"),
    "reporter": _word_fields("relation"),
    **_prose_fields("witnesses risk urgency other_procedure"),
    **_word_fields("witnesses_named"),
    "un": {
        **_word_fields(
            "name is_latin unknown confidential role migrant pregnant published statement held_for until is_recent is_older"
            " is_sent_wgeid is_sent_ced is_refused category_1 category_2 category_3 category_4 category_5"
        ),
        "remedies": _list_of("date addressee kind reference due reply replied_on outcome"),
        "procedures": _list_of("date addressee kind reference due reply replied_on outcome"),
    },
    "law": OpenGroup.LAW,
    "rights": OpenGroup.RIGHTS,
    "answers": OpenGroup.ANSWERS,
    "letter": {**_word_fields("occasion"), **_prose_fields("text")},
    "cases": _list_of(
        "head fact course own"
    ),  # a paragraph each: when and where, what was done, what ran, a person's own words
    "earlier": _list_of("head fact course own"),
    "findings": _list_of("text"),
    "violated": _list_of("text"),  # rights, with their articles
    "addressees": _list_of("line"),
    "demands": _list_of("text"),
}


def template_name(article: str) -> str:
    """As an article is called in a template: ``cpc-133(2)`` is ``law.cpc_133_2``."""
    return _NO_NAME.sub("_", article).strip("_")


def shape_of(path: str) -> Shape | None:
    """What stands at ``person.name`` or ``places.0.city``; None: nothing that a dossier can hold."""
    shape: Shape = CATALOGUE
    for name in path.split("."):
        below: Shape | None = None
        if isinstance(shape, ListShape):
            if name.isdecimal():
                continue
            below = shape.fields.get(name)
        elif isinstance(shape, OpenGroup):
            below = LeafShape.PROSE if shape is OpenGroup.ANSWERS else LeafShape.WORDS
        elif isinstance(shape, Mapping):
            below = shape.get(name)
        if below is None:
            return None
        shape = below
    return shape


def blank_dossier(names: Mapping[OpenGroup, Collection[str]]) -> Dossier:
    """Nothing is known, nothing is so, and lists are empty. ``names``: of the open groups."""
    return {name: _node(shape, name, names, "") for name, shape in CATALOGUE.items()}


def sample_dossier(names: Mapping[OpenGroup, Collection[str]], text: str = "") -> Dossier:
    """Everything is known and so; each list has two rows. ``text`` stands in each leaf; without any, its path does."""
    return {name: _node(shape, name, names, text or "{}") for name, shape in CATALOGUE.items()}


def _node(shape: Shape, path: str, names: Mapping[OpenGroup, Collection[str]], text: str) -> Node:
    if isinstance(shape, ListShape):
        return tuple(
            _group(shape.fields, f"{path}.{number}", names, text) for number in range(2 if text else 0)
        )
    if isinstance(shape, OpenGroup):
        return _group(dict.fromkeys(names.get(shape, ()), LeafShape.WORDS), path, names, text)
    if isinstance(shape, Mapping):
        return _group(shape, path, names, text)
    return (
        bool(text)
        if shape is LeafShape.YES_NO
        else Leaf(text.replace("{}", path), ("sample",) if text else ())
    )


def _group(
    shapes: Mapping[str, Shape], path: str, names: Mapping[OpenGroup, Collection[str]], text: str
) -> Dossier:
    return {name: _node(shape, f"{path}.{name}", names, text) for name, shape in shapes.items()}
