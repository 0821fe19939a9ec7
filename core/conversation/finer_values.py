"""How a value said later joins one that is known: it fills in what was missing and never replaces."""

from msgspec.structs import replace

from core.conversation.forms import Answer, AnswerKind, AnswerSource, Question
from core.understanding.name_facts import are_one
from core.values import CountKind, People, Place, Value


def merge_values(known: Value, said: Value) -> Value:
    """The known value, made finer by what was said. What contradicts it is left to the words of the report."""
    if isinstance(known, Place) and isinstance(said, Place):
        return _merge_places(known, said)
    if isinstance(known, People) and isinstance(said, People):
        return _merge_people(known, said)
    if isinstance(known, tuple) and isinstance(said, tuple):
        return (*known, *(item for item in said if item not in known))
    return known


def places_contradict(known: Place, said: Place) -> bool:
    """Whether one cannot be in the other: another city or region."""
    return bool(
        (known.city and said.city and known.city != said.city)
        or (known.region and said.region and known.region != said.region)
    )


def _merge_places(known: Place, said: Place) -> Place:
    if known.outside and said.city and not said.outside:
        return said  # "I am in Germany": nobody said that it happened there
    if said.unknown or said.outside or known.outside:
        return known
    if known.unknown:  # "I do not know where", and then a place after all
        return replace(said, text=said.text or known.text)
    if places_contradict(known, said):  # the runner of the form asks what that means before it comes here
        return known
    has_point = known.latitude is not None
    return Place(
        city=known.city or said.city,
        district=known.district or said.district,
        region=known.region or said.region,
        text=known.text or said.text,
        latitude=known.latitude if has_point else said.latitude,
        longitude=known.longitude if has_point else said.longitude,
    )


def _merge_people(known: People, said: People) -> People:
    if known.withheld:
        return known
    names = names_of_both(known, said)
    count, kind = known.count, known.kind
    if count is None and (kind is CountKind.UNKNOWN or (kind is CountKind.SEVERAL and said.count)):
        count, kind = said.count, said.kind
    if count is not None and kind in (CountKind.EXACT, CountKind.AT_LEAST) and len(names) > count:
        count = len(names)
    return People(names=names, count=count, kind=kind)


def names_of_both(known: People, said: People) -> tuple[str, ...]:
    """Each person once, by the fuller name: "Ерлана" is Ерлан Выдуманов, who was named before."""
    names = list(known.names)
    for name in said.names:
        at = next((i for i, known_name in enumerate(names) if are_one(known_name, name)), None)
        if at is None:
            names.append(name)
        elif len(name.split()) > len(names[at].split()):
            names[at] = name
    return tuple(names)


def value_put_right(question: Question, before: Answer | None, value: Value) -> Value | None:
    """What was known and is otherwise now; of people, who have names and numbers, nothing."""
    if before is None or before.value is None or before.source is AnswerSource.IMPLIED:
        return None
    known = before.value
    if isinstance(known, Place) and isinstance(value, Place):
        return known if places_contradict(known, value) else None
    return known if question.kind is AnswerKind.CHOICE and known != value else None
