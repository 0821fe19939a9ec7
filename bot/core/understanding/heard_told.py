"""The words by which more is told of what happened, or by which nothing is; and what is told later."""

from bot.core.understanding.kinds import Beginnings, EndingsByLanguage, Phrases, Section, Wholes, Words


class Told(Section):
    """What else is told of what happened."""

    ongoing: Phrases
    driven: Phrases
    kept: Phrases
    free: Phrases
    intruders: Phrases
    before: Phrases
    me_too: Phrases
    in_a_cell: Phrases
    lost: Phrases
    nothing: Phrases
    late: Phrases
    delayed: Phrases
    asked: Phrases
    whether: Phrases
    if_ours: Phrases
    begins_question: Phrases
    surely_question: Phrases
    news: Phrases
    ours: Phrases
    long_ago: Phrases
    held_before: Phrases
    behind: Phrases
    forwarded: Phrases
    joke: Phrases
    untrue: Phrases
    charged: Phrases
    watching: Phrases
    bystander: Phrases
    station: Phrases
    corrected: Phrases
    resides: Phrases
    recounted: Phrases
    by_now: Phrases
    spelt: Phrases
    postponed: Phrases
    cries: Phrases
    cries_alone: Phrases
    real: Phrases
    spots: Phrases
    promise: Phrases
    quoted: Phrases
    empties: Phrases
    at_closing: Phrases
    waits: Phrases
    alone_over: Wholes
    home: Words


class Consents(Section):
    """What takes back a permission."""

    no_publication: Phrases
    no_names: Phrases
    no_writing: Phrases
    changed_mind: Phrases


class Later(Section):
    """What is told of somebody of whom we know already."""

    same: Phrases
    another: Phrases
    men: Phrases
    women: Phrases
    moved: Phrases
    court: Phrases
    ill: Phrases
    refused: Phrases
    own_lawyer: Phrases
    no_lawyer: Phrases
    hearsay: Phrases
    again: Phrases


class Visits(Section):
    """What a lawyer says of a visit; the words that say nothing beside it; what stands before and behind where to; and of
    whom it may be told instead.
    """

    contacted: Phrases
    on_my_way: Phrases
    at_station: Phrases
    admitted: Phrases
    refused: Phrases
    denied: Phrases
    out: Phrases
    cannot: Phrases
    fillers: Words
    towards: Words
    whither: EndingsByLanguage
    others: Beginnings


class Courts(Section):
    """How courts are called, what may stand beside their names and says nothing of them, and words for a room."""

    names: Phrases
    beside: Words
    rooms: Beginnings


class Offers(Section):
    """What a lawyer answers to an offer, how a case is given back, and a second lawyer wanted."""

    take: Wholes
    no: Wholes
    decline: Wholes
    back: Wholes
    second: Wholes
    hurried: Words
    easily: Words


class Names(Section):
    """What is called by its name, alone: the three languages, the choice of one, the menu."""

    kk: Wholes
    ru: Wholes
    en: Wholes
    language: Wholes
    menu: Wholes


class Lists(Section):
    """What a member calls what a command shows; by the commands' names."""

    cases: Wholes
    incidents: Wholes
    members: Wholes
    owed: Wholes
    holds: Wholes
    duty: Wholes
    digest: Wholes
    help: Wholes
