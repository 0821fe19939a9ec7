"""The codebook: every value that can stand in a record, what it is called in our words, and the code beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from bot.core.casework import interventions
from bot.core.casework.kinds import KINDS, SITUATIONS, STEPS
from bot.core.casework.proceedings import RESULTS, Outcome, Regime, Sort
from bot.core.casework.verifying import GRADES, VERIFICATIONS
from bot.core.casework.visits import RELEASED, STATUSES
from bot.core.exporting.codes import CODES, Fit, code_of
from bot.core.exporting.shape import Row
from bot.core.exporting.statuses import MOMENTS, SEEN
from bot.core.incidents import Rule
from bot.core.model import LANGUAGES
from bot.core.places.gazetteer import Gazetteer
from bot.core.values import CountKind, Precision
from bot.core.vocabulary import ACTS, OUTCOMES, Record

Say = Callable[[str, str], str]  # language, key


class Field(Struct, frozen=True):
    """``key``: what stands before a value in the key of its words."""

    name: str
    values: tuple[str, ...]
    key: str


def _words(kind: str) -> str:
    return f"{KINDS[kind].words or f'report-{kind}'}-"


URGENT = (
    "minor", "injured", "medicine", "pregnant", "elderly", "alone", "phone", "raid", "journalist", "defender", "sos",
)  # fmt: skip
LINES = tuple(one for one in MOMENTS if one not in STEPS)
FIELDS = (
    Field("record", tuple(one for one in Record if one is not Record.STUB), "exports-record-"),
    Field("situation", SITUATIONS, "situation-"),
    Field("act", ACTS, "act-"),
    Field("act", ("ill_treatment", "property_taken", "counsel_refused", "mass"), "exports-act-"),
    Field("ongoing", ("yes", "no", "unknown"), "ongoing-"),
    Field("outcome", OUTCOMES, "outcome-"),
    Field("count_kind", tuple(CountKind), "exports-count-"),
    Field("urgent", URGENT, "report-urgent-"),
    Field("authorities", ("yes", "no"), "consent-"),
    Field("publication", ("yes", "no"), "consent-"),
    Field("confidentiality", ("open", "confidential", "bound"), "exports-confidentiality-"),
    Field("kind", ("individual", "group"), "exports-kind-"),
    Field("traits", tuple(CODES["traits"]), _words("traits")),
    Field("regime", tuple(Regime), "regime-"),
    Field("acknowledged", tuple(CODES["acknowledged"]), _words("acknowledged")),
    Field("decision", ("shown", "refused", "unasked", "unknown"), _words("decision")),
    Field("perpetrators", tuple(CODES["perpetrators"]), _words("perpetrators")),
    Field("property", ("things", "phone", "unlock", "sign"), _words("property")),
    Field("held_as", ("seen", "taken", "held", "found", "denied"), "exports-held-"),
    Field("precision", tuple(Precision), "exports-precision-"),
    Field("link", tuple(CODES["link"]), _words("link")),
    Field("reliability", tuple(GRADES), "reliability-"),
    Field("verification", VERIFICATIONS, "verification-"),
    Field("place_withheld", ("region", "city"), "exports-withheld-"),
    Field("link_kind", ("report_case", "case_incident", "person_person"), "exports-link-"),
    Field("rule", tuple(Rule), "exports-rule-"),
    Field("status", (*STATUSES, *RELEASED), "status-"),
    Field("counsel", ("admitted", "refused", "met_privately", "not_private"), "exports-counsel-"),
    Field("proceeding", tuple(Sort), "sort-"),
    Field("hearing", (*Outcome, "off"), "hearing-"),
    Field("result", RESULTS, "result-"),
    Field("intervention", tuple(interventions.Sort), "sent-"),
    Field("response", tuple(interventions.Reply), "reply-"),
    Field("sent_by", tuple(interventions.By), "exports-by-"),
    Field("sex", ("female", "male"), "sex-"),
    Field("seen", ("yes", "no", "unseen"), "saw-"),
    Field("line", STEPS, "step-"),
    Field(
        "line",
        (*LINES, "status", "counsel", "proceeding", "hearing", "undertaking", "result"),
        "exports-line-",
    ),
    Field("line", SEEN, "exports-line-"),
)


def codebook(say: Say, gazetteer: Gazetteer, places: Iterable[str]) -> Iterator[Row]:
    """Each value once; then the places that stand in this export."""
    for one in FIELDS:
        for value in one.values:
            code = code_of(one.name, str(value))
            words = (_label(say, language, one, value) for language in LANGUAGES)
            yield one.name, str(value), code.list or None, code.digits, str(code.fit), *words
    for place in sorted(places):
        names = (gazetteer.name(place, language) for language in LANGUAGES)
        yield "place", place, None, "", str(Fit.NONE), *names


def labels(say: Say, language: str) -> Mapping[tuple[str, str], str]:
    """What a value of a field is called."""
    return {
        (one.name, str(value)): _label(say, language, one, value) for one in FIELDS for value in one.values
    }


def _label(say: Say, language: str, field: Field, value: str) -> str:
    return say(language, f"{field.key}{str(value).replace('_', '-')}")
