"""The codebook: every value that can stand in a record, what it is called in our words, and the code beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from core.casework import interventions
from core.casework.claim_kinds import GRADES, KINDS, SITUATIONS, STEPS, VERIFICATIONS
from core.casework.proceedings import RESULTS, DetentionRegime, HearingOutcome, ProceedingKind
from core.casework.visits import RELEASED, STATUSES
from core.exporting.codes import CODES, CodeFit, code_of
from core.exporting.history_records import MOMENTS, SEEN
from core.exporting.table_columns import NOT_COVERED, Row
from core.model import LANGUAGES
from core.places.gazetteer import Gazetteer
from core.records.incidents import IncidentRule
from core.values import CountKind, Precision
from core.vocabulary import ACTS, OUTCOMES, RecordKind

Say = Callable[[str, str], str]  # language, key


class CodebookField(Struct, frozen=True):
    """``key``: what stands before a value in the key of its words."""

    name: str
    values: tuple[str, ...]
    key: str


def _family_of_words(kind: str) -> str:
    return f"{KINDS[kind].words or f'report-{kind}'}-"


URGENT = (
    "minor", "injured", "medicine", "pregnant", "elderly", "alone", "phone", "raid", "journalist", "defender", "children",
    "sos", "worse",
)  # fmt: skip
LINES = tuple(moment for moment in MOMENTS if moment not in STEPS)
FIELDS = (
    CodebookField(
        "record", tuple(kind for kind in RecordKind if kind is not RecordKind.STUB), "exports-record-"
    ),
    CodebookField("situation", SITUATIONS, "situation-"),
    CodebookField("act", ACTS, "act-"),
    CodebookField("act", ("ill_treatment", "property_taken", "counsel_refused", "mass"), "exports-act-"),
    CodebookField("ongoing", ("yes", "no", "unknown"), "ongoing-"),
    CodebookField("outcome", OUTCOMES, "outcome-"),
    CodebookField("count_kind", tuple(CountKind), "exports-count-"),
    CodebookField("urgent", URGENT, "report-urgent-"),
    CodebookField("authorities", ("yes", "no"), "consent-"),
    CodebookField("publication", ("yes", "no"), "consent-"),
    CodebookField("confidentiality", ("open", "confidential", "bound"), "exports-confidentiality-"),
    CodebookField("kind", ("individual", "group"), "exports-kind-"),
    CodebookField("traits", tuple(CODES["traits"]), _family_of_words("traits")),
    CodebookField("regime", tuple(DetentionRegime), "regime-"),
    CodebookField("acknowledged", tuple(CODES["acknowledged"]), _family_of_words("acknowledged")),
    CodebookField("decision", ("shown", "refused", "unasked", "unknown"), _family_of_words("decision")),
    CodebookField("perpetrators", tuple(CODES["perpetrators"]), _family_of_words("perpetrators")),
    CodebookField("property", ("things", "phone", "unlock", "sign"), _family_of_words("property")),
    CodebookField("held_as", ("seen", "taken", "held", "found", "denied"), "exports-held-"),
    CodebookField("precision", tuple(Precision), "exports-precision-"),
    CodebookField("link", tuple(CODES["link"]), _family_of_words("link")),
    CodebookField("reliability", tuple(GRADES), "reliability-"),
    CodebookField("verification", VERIFICATIONS, "verification-"),
    CodebookField("place_withheld", ("region", "city"), "exports-withheld-"),
    CodebookField("link_kind", ("report_case", "case_incident", "person_person"), "exports-link-"),
    CodebookField("rule", tuple(IncidentRule), "exports-rule-"),
    CodebookField("status", (*STATUSES, *RELEASED), "status-"),
    CodebookField("counsel", ("admitted", "refused", "met_privately", "not_private"), "exports-counsel-"),
    CodebookField("proceeding", tuple(ProceedingKind), "sort-"),
    CodebookField("hearing", (*HearingOutcome, "off"), "hearing-"),
    CodebookField("result", RESULTS, "result-"),
    CodebookField("intervention", tuple(interventions.InterventionKind), "sent-"),
    CodebookField("response", tuple(interventions.InterventionReply), "reply-"),
    CodebookField("sent_by", tuple(interventions.InterventionAuthor), "exports-by-"),
    CodebookField("sex", ("female", "male"), "sex-"),
    CodebookField("seen", ("yes", "no", "unseen"), "saw-"),
    CodebookField("line", STEPS, "step-"),
    CodebookField(
        "line",
        (*LINES, "status", "counsel", "proceeding", "hearing", "undertaking", "result"),
        "exports-line-",
    ),
    CodebookField("line", SEEN, "exports-line-"),
)


def codebook_rows(say: Say, gazetteer: Gazetteer, places: Iterable[str]) -> Iterator[Row]:
    """Each value once; then the places that stand in this export."""
    for field in FIELDS:
        for value in field.values:
            code = code_of(field.name, str(value))
            words = (_label(say, language, field, value) for language in LANGUAGES)
            yield field.name, str(value), code.list or None, code.digits, str(code.fit), *words
    for column in NOT_COVERED:
        words = (say(language, "exports-not-covered") for language in LANGUAGES)
        yield "not_covered", column, None, "", str(CodeFit.NONE), *words
    for place in sorted(places):
        names = (gazetteer.name(place, language) for language in LANGUAGES)
        yield "place", place, None, "", str(CodeFit.NONE), *names


def value_labels(say: Say, language: str) -> Mapping[tuple[str, str], str]:
    """What a value of a field is called."""
    return {
        (field.name, str(value)): _label(say, language, field, value)
        for field in FIELDS
        for value in field.values
    }


def _label(say: Say, language: str, field: CodebookField, value: str) -> str:
    return say(language, f"{field.key}{str(value).replace('_', '-')}")
