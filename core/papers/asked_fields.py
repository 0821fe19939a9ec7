"""What can be asked for a paper, so that the answer is a claim of the case and no second paper has to ask. Pure.

For each path of the dossier: the kind of claim that answers it, whether it is said of one person, and the options where it
is chosen. The words are ``paper-ask-<path>`` and ``paper-field-<path>``. A path that is not here is answered for one paper
alone (``answers.request``), or comes of something that has a form of its own: hearings, what was sent, visits.
"""

from collections.abc import Mapping

from msgspec import Struct

from core.casework.claim_kinds import KINDS, ValueKind
from core.casework.proceedings import DetentionRegime
from core.casework.visits import NO, UNSEEN, YES

SEXES = ("female", "male")
CIVIL = ("married", "single", "divorced", "widowed")
DECISIONS = ("shown", "refused", "unasked")
PERPETRATORS = ("police", "special", "guard", "security", "officials", "private", "plain")

TRAITS = (
    "defender", "journalist", "union", "party", "religious", "relative", "demonstrator", "bystander", "disability",
    "migrant",
)  # fmt: skip


class AskedField(Struct, frozen=True):
    """``of_person``: it is said of the person whom the paper is about; else of the case."""

    path: str
    kind: str
    of_person: bool = True
    options: tuple[str, ...] = ()

    @property
    def holds(self) -> ValueKind:
        """What the claim holds: words, a moment, a choice, any of several."""
        return KINDS[self.kind].holds

    @property
    def ask(self) -> str:
        """The key of its question."""
        return f"paper-ask-{_dashed(self.path)}"

    @property
    def label(self) -> str:
        """The key of what it is called."""
        return f"paper-field-{_dashed(self.path)}"

    def option_key(self, option: str) -> str:
        """The key of an option's words."""
        return KINDS[self.kind].option_key(option)


_ROWS = (
    AskedField("person.sex", "sex", options=SEXES),
    AskedField("person.born", "born_on"),
    AskedField("person.age", "born_on"),
    AskedField("person.spellings", "spellings"),
    AskedField("un.name", "spellings"),
    AskedField("person.nationality", "nationality"),
    AskedField("person.id_document", "id_document"),
    AskedField("person.occupation", "occupation"),
    AskedField("person.address", "address"),
    AskedField("person.birthplace", "birthplace"),
    AskedField("person.father", "father"),
    AskedField("person.family_status", "family_status", options=CIVIL),
    AskedField("person.clothes", "clothes"),
    AskedField("person.traits", "traits", options=TRAITS),
    AskedField("person.photo_known", "photo", options=(YES, NO)),
    AskedField("case.place", "where", of_person=False),
    AskedField("case.event", "event", of_person=False),
    AskedField("case.link", "tie"),
    AskedField("case.day", "started"),
    AskedField("detention.began", "started"),
    AskedField("detention.delivered", "delivered"),
    AskedField("detention.protocol", "protocol"),
    AskedField("detention.transferred", "transferred"),
    AskedField("detention.released", "released_at"),
    AskedField("detention.station", "station"),
    AskedField("detention.by", "perpetrators", of_person=False, options=PERPETRATORS),
    AskedField("detention.stated", "stated", of_person=False),
    AskedField("detention.decision", "decision", of_person=False, options=DECISIONS),
    AskedField("detention.regime", "regime", options=tuple(DetentionRegime)),
    AskedField("ruling.number", "decision_number"),
    AskedField("remand.number", "decision_number"),
    AskedField("treatment", "treatment"),
    AskedField("medical", "medical_examination", options=(YES, NO, UNSEEN)),
    AskedField("witnesses", "witnesses", of_person=False),
    AskedField("witnesses_named", "witnesses_named", of_person=False, options=(YES, NO)),
    AskedField("un.confidential", "source_hidden", of_person=False, options=(YES, NO)),
    AskedField("risk", "reprisal", of_person=False),
    AskedField("urgency", "urgency"),
    AskedField("other_procedure", "other_procedure"),
    AskedField("consent.authorisation", "authorisation"),
    AskedField("lawyer.order", "counsel_order"),
)
FIELDS: Mapping[str, AskedField] = {field.path: field for field in _ROWS}


def field_options(kind: str) -> tuple[str, ...]:
    """What can be chosen of a kind of claim that is one of several; none where it is told in words."""
    if kind not in KINDS or KINDS[kind].holds is not ValueKind.CHOICE:
        return ()
    return next((field.options for field in FIELDS.values() if field.kind == kind), ())


def _dashed(path: str) -> str:
    return path.replace(".", "-").replace("_", "-")
