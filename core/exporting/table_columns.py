"""The shape of an export: its tables and columns. What stands here is promised (docs/law/exports.md); a test compares.

Columns are only ever added, behind the others; what is gone from the world stays empty. SCHEMA grows by one when
anything else changes.

    FULL    columns that only a full export fills
    CODED   the field of the codebook whose values a column holds; several values have ``|`` between them
    TYPED   columns with words that somebody typed: never read as a formula
    NOT_COVERED  columns that somebody could have changed in the database by hand, unnoticed
"""

SCHEMA = "dabyl-export/1"

_TAIL = "source reliability reliability_mt42 verification verification_mt41 noted_at"
_PLACE = "region city district"
TABLES: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "cases": "case opened_at record situation act act_mt4 started_at started_precision happened_on "
        f"{_PLACE} place_withheld ongoing outcome outcome_at count_kind identified at_least urgent urgent_mt23 "
        f"authorities publication confidentiality reports incidents {_TAIL}",
        "persons": "person case kind kind_mt7 at_least name other_names sex born traits traits_mt23 "
        f"confidentiality {_TAIL}",
        "acts": "case person act act_mt4 started_at started_precision started_precision_mt48 ended_at "
        "ended_precision regime regime_mt29 acknowledged acknowledged_mt30 decision perpetrators "
        f"perpetrators_mt24 property property_mt36 stated treatment {_TAIL}",
        "places": f"case person held_as {_PLACE} place_withheld text latitude longitude from_at from_precision "
        f"from_source to_at to_precision to_source {_TAIL}",
        "statuses": f"case person kind value list code detail at precision until {_TAIL}",
        "interventions": "case person intervention at precision addressee kind kind_mt20 sent_by reference due "
        "response response_mt27 responded_at response_precision response_reference unregistered withdrawn "
        f"{_TAIL}",
        "sources": "source case link link_mt19 language received_at by_telephone confidentiality "
        "reliability reliability_mt42 verification verification_mt41",
        "incidents": f"incident name rule mt4 {_PLACE} place_withheld made_at confirmed_at mass_at ended_at "
        "confidentiality cases",
        "links": "link_kind link_kind_mt22 from_id to_id since until rule score by",
    }.items()
}
CODEBOOK_COLUMNS = ("field", "value", "list", "code", "fit", "kk", "ru", "en")
DAY_COLUMNS = (
    *("day", "incident", "detentions", "identified", "at_least", "as_of"),
    *("corrected_from_detentions", "corrected_from_identified", "corrected_from_at_least"),
)
FULL_EXPORT_ONLY = frozenset(
    ("name", "other_names", "sex", "born", "traits", "traits_mt23", "district", "text", "latitude", "longitude", "stated",
     "treatment", "detail", "addressee", "reference", "response_reference")
)  # fmt: skip
TYPED_COLUMNS = frozenset(
    ("name", "other_names", "born", "text", "stated", "treatment", "detail", "addressee", "reference",
     "response_reference")
)  # fmt: skip
CODED_COLUMNS: dict[str, str] = {
    **{name: name for name in (
        "record", "situation", "act", "ongoing", "outcome", "count_kind", "urgent", "authorities", "publication",
        "confidentiality", "kind", "traits", "regime", "acknowledged", "decision", "perpetrators", "property",
        "held_as", "link", "sex", "response", "sent_by", "reliability", "verification", "place_withheld", "link_kind",
    )},
    "region": "place", "city": "place", "district": "place",
    "started_precision": "precision", "ended_precision": "precision", "from_precision": "precision",
    "to_precision": "precision", "precision": "precision", "response_precision": "precision",
}  # fmt: skip

# Derived from what no line of evidence covers (storage.evidence); all others are covered.
NOT_COVERED = (
    "days.corrected_from_detentions",
    "days.corrected_from_identified",
    "days.corrected_from_at_least",
)

OF_TABLE = {
    ("interventions", "kind"): "intervention",
    ("statuses", "kind"): "line",
}  # fields of single tables

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


def field_of(table: str, column: str) -> str:
    """The field of the codebook whose values a column holds; empty where it holds others."""
    return OF_TABLE.get((table, column)) or CODED_COLUMNS.get(column, "")
