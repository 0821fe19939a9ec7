"""Who a paper is about: the name in its spellings and cases, and what forms ask of a person. Pure.

A person who may not be named is called "a journalist", "a resident of …" or "a person", and nothing else is said of them.
"""

from core.casework.claims import Fact, SourceKind, learning_order
from core.clocks.subjects import ADULT, MINOR, age_on, is_minor
from core.folding import fold_text, folded_words
from core.papers import statements
from core.papers.dossier import Leaf, Node
from core.papers.formats import typed_line
from core.papers.inputs import CASES, PaperInputs

_WORTH = (SourceKind.BOT, SourceKind.REPORT, SourceKind.MEMBER, SourceKind.PAPER)
SHORT = 2  # letters: of РК
UNSAID = (
    "name_genitive", "name_dative", "name_accusative", "spellings", "sex", "born", "age", "nationality", "id_document",
    "occupation", "address", "birthplace", "father", "family_status", "clothes", "traits", "photo_known",
)  # fmt: skip
YES_NO = ("is_female", "is_male", "is_minor", "is_pregnant", "is_foreigner", "is_named")


def person_group(matter: PaperInputs) -> dict[str, Node]:
    """The group ``person`` of the catalogue."""
    if matter.barred:
        return {
            "name": Leaf(least_description(matter), ("consent",)),
            **dict.fromkeys(UNSAID, Leaf("")),
            **dict.fromkeys(YES_NO, False),
        }
    said = name_facts(matter)
    name = (
        Leaf(typed_line(str(said[0].value)), statements.claim_origins(said[:1]), _is_sure(matter, said[:1]))
        if said
        else None
    )
    told = matter.own("sex")
    declined = matter.decline(name.text, str(told[0].value) if told else "") if name is not None else {}
    sex, known = _sex(matter, name, declined.get("sex", ""))
    minor = _is_minor(matter)
    return {
        "name": name or _unnamed(matter, sex),
        **{f"name_{case}": _declined_leaf(name, declined.get(case, "")) for case in CASES},
        "spellings": _spellings(matter, said),
        "sex": known,
        "is_female": sex == "female",
        "is_male": sex == "male",
        "is_named": name is not None,
        "born": _born(matter),
        "age": _age(matter, minor),
        "is_minor": minor is True,
        **{
            field: statements.field_leaf(matter, matter.own(field), field)
            for field in (
                "nationality",
                "id_document",
                "occupation",
                "address",
                "birthplace",
                "father",
                "clothes",
            )
        },
        "family_status": statements.choice_leaf(
            matter, matter.own("family_status"), "civil", "family_status"
        ),
        "is_pregnant": "pregnant" in urgent_flags(matter),
        "is_foreigner": _is_foreign(matter),
        "traits": statements.flags_leaf(matter, matter.own("traits"), "trait", "traits"),
        "photo_known": statements.choice_leaf(matter, matter.own("photo"), "saw", "photo"),
    }


def name_facts(matter: PaperInputs) -> list[Fact]:
    """What they are called, the best first: verified, in a document, by a member; the newest."""
    if matter.subject is None:
        return []
    said = [fact for fact in matter.each("name", matter.subject.id) if typed_line(str(fact.value))]
    return sorted(said, key=lambda fact: _worth_of_name(matter, fact), reverse=True)


def urgent_flags(matter: PaperInputs) -> frozenset[str]:
    """What is marked as urgent about them, no matter who says it."""
    marked = (fact.value for fact in matter.own("urgent"))
    return frozenset(mark for value in marked if isinstance(value, tuple) for mark in value)


def least_description(matter: PaperInputs) -> str:
    """What may be said of somebody whom nobody has allowed to name."""
    traits = {trait for fact in matter.own("traits") if isinstance(fact.value, tuple) for trait in fact.value}
    if "journalist" in traits | urgent_flags(matter):
        return matter.say("paper-journalist")
    city = matter.gazetteer.cities.get(matter.case.city or "")
    if city is not None and city.button:  # of a village it would say who
        return matter.say("paper-resident", city=matter.gazetteer.name(city.id, matter.tongue.language))
    return matter.say("paper-person")


def _worth_of_name(matter: PaperInputs, fact: Fact) -> tuple[object, ...]:
    verified = statements.is_verified(matter.view, fact)
    return verified, _WORTH.index(fact.claim.source_kind), *learning_order(fact)


def _is_sure(matter: PaperInputs, facts: list[Fact]) -> bool:
    return all(statements.is_verified(matter.view, fact) for fact in facts)


def _unnamed(matter: PaperInputs, sex: str) -> Leaf:
    """Nobody has a name for them: a paper says so, of a case about one person or of one of several."""
    key = {"female": "paper-woman-unnamed", "male": "paper-man-unnamed"}.get(sex, "paper-person-unnamed")
    return Leaf(matter.say(key), ("record",), asks="name")


def _declined_leaf(name: Leaf | None, text: str) -> Leaf:
    return (
        Leaf(text, (*name.origins, "derived:declension"), name.verified)
        if name is not None and text
        else Leaf("")
    )


def _spellings(matter: PaperInputs, said: list[Fact]) -> Leaf:
    others = {typed_line(str(fact.value)): fact for fact in said}
    if said:
        others.pop(typed_line(str(said[0].value)))
    facts = [*others.values(), *matter.own("spellings")]
    facts = list(statements.preferred_facts(matter, facts))
    text = ", ".join(dict.fromkeys(typed_line(str(fact.value)) for fact in facts))
    return Leaf(text, statements.claim_origins(facts), _is_sure(matter, facts), "spellings")


def _sex(matter: PaperInputs, name: Leaf | None, shown: str) -> tuple[str, Leaf]:
    """As somebody says, else as the name shows it: then the leaf says so."""
    facts = matter.own("sex")
    if facts:
        return str(facts[0].value), statements.choice_leaf(matter, facts, "sex", "sex")
    if shown and name is not None:
        text = matter.tongue.option("sex", shown)
        return shown, Leaf(text, (*name.origins, "derived:name"), name.verified, "sex")
    return "", Leaf("", asks="sex")


def _born(matter: PaperInputs) -> Leaf:
    dated = matter.own("born_on")
    return (
        statements.moment_leaf(matter, dated, "born_on")
        if dated
        else statements.field_leaf(matter, matter.own("born"), "born_on")
    )


def _age(matter: PaperInputs, minor: bool | None) -> Leaf:
    """On the day of the fact: whole years, where the date of birth is known."""
    dated = matter.own("born_on")[:1]
    years = age_on(dated[0].value, matter.happened) if dated else None
    flags = [fact for fact in matter.own("urgent") if isinstance(fact.value, tuple) and MINOR in fact.value]
    marking = list(statements.preferred_facts(matter, [*flags, *matter.own("born")]))
    marked = bool(marking) and _is_sure(matter, marking)
    if years is not None and (_is_sure(matter, list(dated)) or not (minor and marked)):
        text = matter.say("paper-age", count=years)
        return Leaf(text, statements.claim_origins(dated), _is_sure(matter, list(dated)), "born_on")
    if minor:
        return Leaf(matter.say("paper-under-age"), statements.claim_origins(marking), marked, "born_on")
    return Leaf("", asks="born_on")


def _is_minor(matter: PaperInputs) -> bool | None:
    """By the date of birth; else as the law's clocks say."""
    dated = matter.own("born_on")[:1]
    years = age_on(dated[0].value, matter.happened) if dated else None
    if years is not None:
        return years < ADULT
    born, urgent = matter.own("born"), matter.own("urgent")
    value = born[0].value if born else None
    return is_minor(matter.view, value, urgent[0].value if urgent else None, matter.happened)


def _is_foreign(matter: PaperInputs) -> bool:
    """Whether another nationality than the country's own is known; not where both are."""
    own = [fold_text(citizen) for citizen in matter.citizens]
    told = [typed_line(str(fact.value)) for fact in matter.own("nationality")]
    return bool(told and own) and not any(_begins_with(text, own) for text in told)


def _begins_with(text: str, own: list[str]) -> bool:
    return any(
        word == term or (len(term) > SHORT and word.startswith(term))
        for word in folded_words(text)
        for term in own
    )
