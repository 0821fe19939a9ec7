"""A station that words name: where somebody is held, not where they were taken. ``core.intake.custody`` has read it."""

from msgspec.structs import replace

from core.conversation.context import Context
from core.conversation.forms import WHEREVER, AnswerKind, Question, values_of
from core.places.station_names import NamedStation
from core.understanding import Understood
from core.understanding.custody_facts import Custody
from core.values import Place, Value


def without_district(understood: Understood, custody: Custody | None) -> Understood:
    """The district of a station where somebody is, or that is only asked about, is no scene of an arrest; the town stays."""
    place = understood.place
    if place is None or place.district is None or custody is None:
        return understood
    of_stations = {station.place for station in (custody.told, custody.answers) if station is not None}
    if place.district not in of_stations | custody.districts:
        return understood
    return replace(understood, place=replace(place, district=None))


def station_told(context: Context) -> dict[str, Value]:
    """The answer to the question where somebody is held, as the words tell it by the way; nothing that is known already."""
    question = _station_question(context)
    station = context.custody.told if context.custody is not None else None
    if question is None or station is None or _is_known(station, question, context):
        return {}
    return {question.name: station.words}


def answered(asked: Question, text: str, context: Context) -> tuple[Question, str] | None:
    """The question that a station alone answers where "where?" was asked, and the answer."""
    question = _station_question(context)
    station = context.custody.answers if context.custody is not None else None
    if question is None or station is None or asked.kind not in WHEREVER:
        return None
    return question, text


def in_town(asked: Question, answer: Value, context: Context) -> tuple[Value, dict[str, Value]]:
    """What a station answers where the town was asked: the town alone, and the station beside it."""
    question = _station_question(context)
    station = context.custody.answers if context.custody is not None else None
    if asked.kind is not AnswerKind.PLACE or question is None or station is None or station.bare:
        return answer, {}
    if isinstance(answer, Place) and answer.district == station.place:
        answer = replace(answer, district=None)
    return answer, {question.name: station.words}


def _station_question(context: Context) -> Question | None:
    known = values_of(context.state.answers)
    return next(
        (q for q in context.form.questions if q.kind is AnswerKind.STATION and q.applies(known)), None
    )


def _is_known(station: NamedStation, question: Question, context: Context) -> bool:
    """Whether the same station is the answer already, in any words."""
    answer = context.state.answers.get(question.name)
    if answer is None or not isinstance(answer.value, str):
        return False
    towns = [
        value.city
        for value in values_of(context.state.answers).values()
        if isinstance(value, Place) and value.city
    ]
    before = context.setting.gazetteer.stations.only(answer.value, towns)
    return before is not None and before.is_same(station)
