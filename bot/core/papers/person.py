"""Who a paper is about: the name in its spellings and cases, and what forms ask of a person. Pure.

Whoever may not be named is "a journalist", "a resident of …" or "a person", and nothing else is said of them.
"""

from bot.core.casework.claims import SourceKind
from bot.core.casework.rules import Fact, order
from bot.core.clocks.ages import ADULT, MINOR, age, is_minor
from bot.core.folding import fold, words
from bot.core.papers import stating
from bot.core.papers.dossier import Leaf, Node
from bot.core.papers.matter import CASES, Matter
from bot.core.papers.tongue import typed

_WORTH = (SourceKind.BOT, SourceKind.REPORT, SourceKind.MEMBER, SourceKind.PAPER)
SHORT = 2  # letters: of РК
UNSAID = (
    "name_genitive", "name_dative", "name_accusative", "spellings", "sex", "born", "age", "nationality", "id_document",
    "occupation", "address", "birthplace", "father", "family_status", "clothes", "traits", "photo_known",
)  # fmt: skip
YES_NO = ("is_female", "is_male", "is_minor", "is_pregnant", "is_foreigner", "is_named")


def person(matter: Matter) -> dict[str, Node]:
    """The group ``person``."""
    if matter.barred:
        return {
            "name": Leaf(least(matter), ("consent",)),
            **dict.fromkeys(UNSAID, Leaf("")),
            **dict.fromkeys(YES_NO, False),
        }
    said = name_facts(matter)
    name = (
        Leaf(typed(str(said[0].value)), stating.origins(said[:1]), _sure(matter, said[:1])) if said else None
    )
    told = matter.own("sex")
    declined = matter.decline(name.text, str(told[0].value) if told else "") if name is not None else {}
    sex, known = _sex(matter, name, declined.get("sex", ""))
    minor = _minor(matter)
    return {
        "name": name or _unnamed(matter, sex),
        **{f"name_{one}": _case(name, declined.get(one, "")) for one in CASES},
        "spellings": _spellings(matter, said),
        "sex": known,
        "is_female": sex == "female",
        "is_male": sex == "male",
        "is_named": name is not None,
        "born": _born(matter),
        "age": _age(matter, minor),
        "is_minor": minor is True,
        **{
            one: stating.field(matter, matter.own(one), one)
            for one in (
                "nationality",
                "id_document",
                "occupation",
                "address",
                "birthplace",
                "father",
                "clothes",
            )
        },
        "family_status": stating.choice(matter, matter.own("family_status"), "civil", "family_status"),
        "is_pregnant": "pregnant" in flagged(matter),
        "is_foreigner": _foreign(matter),
        "traits": stating.flags(matter, matter.own("traits"), "trait", "traits"),
        "photo_known": stating.choice(matter, matter.own("photo"), "saw", "photo"),
    }


def name_facts(matter: Matter) -> list[Fact]:
    """What they are called, the best first: verified, in a document, by a member; the newest."""
    if matter.subject is None:
        return []
    said = [fact for fact in matter.each("name", matter.subject.id) if typed(str(fact.value))]
    return sorted(said, key=lambda fact: _worth(matter, fact), reverse=True)


def flagged(matter: Matter) -> frozenset[str]:
    """What is marked as urgent about them: yes or no, whoever says it."""
    marked = (fact.value for fact in matter.own("urgent"))
    return frozenset(one for value in marked if isinstance(value, tuple) for one in value)


def least(matter: Matter) -> str:
    """What may be said of somebody whom nobody has allowed to name."""
    traits = {one for fact in matter.own("traits") if isinstance(fact.value, tuple) for one in fact.value}
    if "journalist" in traits | flagged(matter):
        return matter.say("paper-journalist")
    city = matter.gazetteer.cities.get(matter.case.city or "")
    if city is not None and city.button:  # of a village it would say who
        return matter.say("paper-resident", city=matter.gazetteer.name(city.id, matter.tongue.language))
    return matter.say("paper-person")


def _worth(matter: Matter, fact: Fact) -> tuple[object, ...]:
    verified = stating.is_verified(matter.view, fact)
    return verified, _WORTH.index(fact.claim.source_kind), *order(fact)


def _sure(matter: Matter, facts: list[Fact]) -> bool:
    return all(stating.is_verified(matter.view, fact) for fact in facts)


def _unnamed(matter: Matter, sex: str) -> Leaf:
    """Nobody has a name for them: a paper says so, of a case about one person or of one of several."""
    key = {"female": "paper-woman-unnamed", "male": "paper-man-unnamed"}.get(sex, "paper-person-unnamed")
    return Leaf(matter.say(key), ("record",), asks="name")


def _case(name: Leaf | None, text: str) -> Leaf:
    return (
        Leaf(text, (*name.origins, "derived:declension"), name.verified)
        if name is not None and text
        else Leaf("")
    )


def _spellings(matter: Matter, said: list[Fact]) -> Leaf:
    others = {typed(str(fact.value)): fact for fact in said}
    if said:
        others.pop(typed(str(said[0].value)))
    facts = [*others.values(), *matter.own("spellings")]
    facts = list(stating.preferred(matter, facts))
    text = ", ".join(dict.fromkeys(typed(str(fact.value)) for fact in facts))
    return Leaf(text, stating.origins(facts), _sure(matter, facts), "spellings")


def _sex(matter: Matter, name: Leaf | None, shown: str) -> tuple[str, Leaf]:
    """As somebody says, else as the name shows it: then the leaf says so."""
    facts = matter.own("sex")
    if facts:
        return str(facts[0].value), stating.choice(matter, facts, "sex", "sex")
    if shown and name is not None:
        text = matter.tongue.option("sex", shown)
        return shown, Leaf(text, (*name.origins, "derived:name"), name.verified, "sex")
    return "", Leaf("", asks="sex")


def _born(matter: Matter) -> Leaf:
    dated = matter.own("born_on")
    return (
        stating.moment(matter, dated, "born_on")
        if dated
        else stating.field(matter, matter.own("born"), "born_on")
    )


def _age(matter: Matter, minor: bool | None) -> Leaf:
    """On the day of the fact: whole years, where the date of birth is known."""
    dated = matter.own("born_on")[:1]
    years = age(dated[0].value, matter.happened) if dated else None
    flags = [fact for fact in matter.own("urgent") if isinstance(fact.value, tuple) and MINOR in fact.value]
    marking = list(stating.preferred(matter, [*flags, *matter.own("born")]))
    marked = bool(marking) and _sure(matter, marking)
    if years is not None and (_sure(matter, list(dated)) or not (minor and marked)):
        text = matter.say("paper-age", count=years)
        return Leaf(text, stating.origins(dated), _sure(matter, list(dated)), "born_on")
    if minor:
        return Leaf(matter.say("paper-under-age"), stating.origins(marking), marked, "born_on")
    return Leaf("", asks="born_on")


def _minor(matter: Matter) -> bool | None:
    """By the date of birth; else as the law's clocks say."""
    dated = matter.own("born_on")[:1]
    years = age(dated[0].value, matter.happened) if dated else None
    if years is not None:
        return years < ADULT
    born, urgent = matter.own("born"), matter.own("urgent")
    value = born[0].value if born else None
    return is_minor(matter.view, value, urgent[0].value if urgent else None, matter.happened)


def _foreign(matter: Matter) -> bool:
    """Whether another nationality than the country's own is known; not where both are."""
    own = [fold(one) for one in matter.citizens]
    told = [typed(str(fact.value)) for fact in matter.own("nationality")]
    return bool(told and own) and not any(_begins(text, own) for text in told)


def _begins(text: str, own: list[str]) -> bool:
    return any(
        word == one or (len(one) > SHORT and word.startswith(one)) for word in words(text) for one in own
    )
