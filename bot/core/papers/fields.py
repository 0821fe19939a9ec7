"""What can be asked for a paper, so that the answer is a claim of the case and no second paper has to ask. Pure.

For each path of the dossier: the kind of claim that answers it, whether it is said of one person, and the options where it
is chosen. The words are ``paper-ask-<path>`` and ``paper-field-<path>``. A path that is not here is answered for one paper
alone (``answers.request``), or comes of something that has a form of its own: hearings, what was sent, visits.
"""

from collections.abc import Mapping

from msgspec import Struct

from bot.core.casework.kinds import KINDS, Holds
from bot.core.casework.proceedings import Regime
from bot.core.casework.seen import NO, UNSEEN, YES

SEXES = ("female", "male")
CIVIL = ("married", "single", "divorced", "widowed")
DECISIONS = ("shown", "refused", "unasked")
PERPETRATORS = ("police", "special", "guard", "security", "officials", "private", "plain")

TRAITS = (
    "defender", "journalist", "union", "party", "religious", "relative", "demonstrator", "bystander", "disability",
    "migrant",
)  # fmt: skip


class Field(Struct, frozen=True):
    """``of_person``: it is said of the person whom the paper is about; else of the case."""

    path: str
    kind: str
    of_person: bool = True
    options: tuple[str, ...] = ()

    @property
    def holds(self) -> Holds:
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
    Field("person.sex", "sex", options=SEXES),
    Field("person.born", "born_on"),
    Field("person.age", "born_on"),
    Field("person.spellings", "spellings"),
    Field("un.name", "spellings"),
    Field("person.nationality", "nationality"),
    Field("person.id_document", "id_document"),
    Field("person.occupation", "occupation"),
    Field("person.address", "address"),
    Field("person.birthplace", "birthplace"),
    Field("person.father", "father"),
    Field("person.family_status", "family_status", options=CIVIL),
    Field("person.clothes", "clothes"),
    Field("person.traits", "traits", options=TRAITS),
    Field("person.photo_known", "photo", options=(YES, NO)),
    Field("case.place", "where", of_person=False),
    Field("case.event", "event", of_person=False),
    Field("case.link", "tie"),
    Field("case.day", "started"),
    Field("detention.began", "started"),
    Field("detention.delivered", "delivered"),
    Field("detention.protocol", "protocol"),
    Field("detention.transferred", "transferred"),
    Field("detention.released", "released_at"),
    Field("detention.station", "station"),
    Field("detention.by", "perpetrators", of_person=False, options=PERPETRATORS),
    Field("detention.stated", "stated", of_person=False),
    Field("detention.decision", "decision", of_person=False, options=DECISIONS),
    Field("detention.regime", "regime", options=tuple(Regime)),
    Field("ruling.number", "decision_number"),
    Field("remand.number", "decision_number"),
    Field("treatment", "treatment"),
    Field("medical", "medical_examination", options=(YES, NO, UNSEEN)),
    Field("witnesses", "witnesses", of_person=False),
    Field("witnesses_named", "witnesses_named", of_person=False, options=(YES, NO)),
    Field("risk", "reprisal", of_person=False),
    Field("urgency", "urgency"),
    Field("other_procedure", "other_procedure"),
    Field("consent.authorisation", "authorisation"),
    Field("lawyer.order", "counsel_order"),
)
FIELDS: Mapping[str, Field] = {field.path: field for field in _ROWS}


def options(kind: str) -> tuple[str, ...]:
    """What can be chosen of a kind of claim that is one of several; none where it is told in words."""
    if kind not in KINDS or KINDS[kind].holds is not Holds.CHOICE:
        return ()
    return next((field.options for field in FIELDS.values() if field.kind == kind), ())


def _dashed(path: str) -> str:
    return path.replace(".", "-").replace("_", "-")
