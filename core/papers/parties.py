"""What stands around the facts: the paper, who signs, to whom it goes, who agreed, what is cited. Pure."""

from msgspec import to_builtins
from msgspec.structs import replace

from core.casework import consents
from core.casework.claims import Fact
from core.papers import circumstances, detention, statements
from core.papers.catalogue import template_name
from core.papers.dossier import Leaf, Node
from core.papers.formats import is_latin, typed_line
from core.papers.inputs import Letterhead, PaperAddressee, PaperInputs
from core.values import Place
from core.vocabulary import ConsentUse

STATION, REGION = "detention.station", "region"


def paper_group(matter: PaperInputs) -> dict[str, Node]:
    """When and where it is signed."""
    tongue, city = matter.tongue, matter.case.city
    known = city is not None and matter.gazetteer.knows(city)
    name = matter.gazetteer.name(city, tongue.language) if known and city is not None else ""
    zone = tongue.zone_name(matter.now)
    return {
        "number": Leaf(""),  # given when it is made
        "date": Leaf(tongue.day(matter.now), ("clock",)),
        "time": Leaf(tongue.minute(matter.now), ("clock",)),
        "city": Leaf(name, (f"place:{city}",) if name else ()),
        "zone": Leaf(zone, ("clock",)),
    }


def organisation_group(house: Letterhead) -> dict[str, Node]:
    """As its configuration has it."""
    return {name: Leaf(text, ("organisation",) if text else ()) for name, text in to_builtins(house).items()}


def signer_group(matter: PaperInputs) -> dict[str, Node]:
    """The person who makes and signs the paper."""
    origin, name = (f"member:{matter.signer.id}",), typed_line(matter.signer.name)
    return {
        "name": Leaf(name, origin),
        "latin": Leaf(name, origin) if is_latin(name) else Leaf(""),
        "office": Leaf(matter.say(f"paper-{matter.signer.role.value}"), origin),
    }


def lawyer_group(matter: PaperInputs) -> dict[str, Node]:
    """The group of the lawyer who has the case."""
    lawyer = matter.lawyer
    origin = (f"member:{lawyer.id}",) if lawyer is not None else ()
    return {
        "name": Leaf(typed_line(lawyer.name) if lawyer is not None else "", origin),
        "phone": Leaf(
            lawyer.phone if lawyer is not None else "", origin if lawyer is not None and lawyer.phone else ()
        ),
        "order": statements.field_leaf(matter, matter.own("counsel_order"), "counsel_order"),
    }


def addressee_group(matter: PaperInputs) -> dict[str, Node]:
    """To whom it goes; of which place: a station that is verified or that somebody vouches for, the city that all name."""
    addressee = matter.to
    if addressee is None:
        return dict.fromkeys(("line", "office", "mail"), Leaf(""))
    where = [leaf for need in addressee.needs if (leaf := _place_of(matter, need)).text]
    line = _line_of_place(matter, addressee, where[0].text) if where else addressee.line
    return {
        "line": Leaf(line, (addressee.origin, *(origin for leaf in where[:1] for origin in leaf.origins))),
        "office": Leaf(addressee.office, (addressee.origin,)),
        "mail": Leaf(addressee.mail, (addressee.origin,) if addressee.mail else ()),
    }


def _line_of_place(matter: PaperInputs, addressee: PaperAddressee, place: str) -> str:
    """An office of a region has no other name; a station is what the office is called by."""
    key = "paper-office-in" if REGION in addressee.needs else "paper-office-of"
    return matter.say(key, office=addressee.line, place=place)


def _place_of(matter: PaperInputs, need: str) -> Leaf:
    match need:
        case "station":
            found = detention.named_station(matter)
            return found if found.verified or STATION in matter.ticked else Leaf("")
        case "region":
            return _city(matter) or _verified_region(matter)
        case _:
            return Leaf("")  # a court prints its own lines


def _city(matter: PaperInputs) -> Leaf | None:
    """Where all who name a city name the same: it says where the paper goes, and nothing of the person."""
    city = circumstances.place_leaf(matter, "city")
    named = {
        fact.value.city
        for fact in matter.said("place")
        if isinstance(fact.value, Place) and fact.value.city is not None
    }
    if not city.text or (len(named) > 1 and not city.verified):
        return None
    return replace(city, text=matter.say("paper-city", name=city.text))


def _verified_region(matter: PaperInputs) -> Leaf:
    region = circumstances.place_leaf(matter, "region")
    return region if region.verified else Leaf("")


def consent_group(matter: PaperInputs) -> dict[str, Node]:
    """Who allowed that the name goes to authorities and to the UN, and when."""
    view = matter.view
    given = [
        fact
        for fact in consents.consent_answers(view, ConsentUse.AUTHORITIES)
        if consents.consent_answer(fact) == consents.YES and consents.is_entitled(view, fact.source)
    ]
    permitted = matter.who is not None and consents.is_permitted(view, ConsentUse.AUTHORITIES, matter.who)
    given = given[-1:] if permitted else []
    links = {
        fact.source: str(fact.value) for fact in _every_fact(matter, "link")
    }  # only who is entitled: the person, the family
    text = matter.tongue.option("consent", links[given[0].source]) if given else ""
    when = matter.tongue.day(given[0].claim.noted_at) if given else ""
    about = statements.claim_origins(given)
    return {
        "given_by": Leaf(text, about, asks="authorities"),
        "on": Leaf(when, about, asks="authorities"),
        "is_for_publishing": any(map(consents.knows_of_publishing, given)),
        "authorisation": statements.quoted_leaf(matter, matter.own("authorisation"), "authorisation"),
    }


def reporter_group(matter: PaperInputs) -> dict[str, Node]:
    """Who told of it first: what they are to the person."""
    facts = sorted(_every_fact(matter, "link"), key=lambda fact: (fact.claim.noted_at, fact.claim.id))
    return {"relation": statements.choice_leaf(matter, facts[:1], "relation", "link")}


def asked_words(matter: PaperInputs) -> dict[str, Node]:
    """What papers ask besides, in words. Witnesses are named only where somebody says that they may be."""
    named = {"risk": "reprisal", "urgency": "urgency", "other_procedure": "other_procedure"}
    seen = statements.quoted_leaf(matter, matter.said("witnesses"), "witnesses")
    may = matter.said("witnesses_named")[:1]
    if seen.text and not (may and may[0].value == consents.YES):
        seen = replace(seen, text=matter.say("paper-witnesses-kept"))
    return {
        "witnesses": seen,
        "witnesses_named": statements.choice_leaf(matter, may, "saw", "witnesses_named"),
        **{name: statements.quoted_leaf(matter, matter.said(kind), kind) for name, kind in named.items()},
    }


def cited_law(matter: PaperInputs) -> dict[str, Node]:
    """Citations, each by the day of the fact."""
    return {
        template_name(id): Leaf(text, (f"law:{id}",) if text else ()) for id, text in matter.cited.items()
    }


def protecting_articles(matter: PaperInputs) -> dict[str, Node]:
    """The articles that protect a right, by the day of the fact."""
    return {
        template_name(id): Leaf(text, (f"law:{id}",) if text else ()) for id, text in matter.rights.items()
    }


def _every_fact(matter: PaperInputs, kind: str) -> tuple[Fact, ...]:
    fact = matter.view.fact(kind)
    return (fact, *fact.others) if fact is not None else ()
