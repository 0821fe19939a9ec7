"""What a conversation is read and shown with: the words, what people say, the places, the zone; and one moment of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.abilities import Abilities
from core.conversation.forms import Answers, Form, FormState
from core.fluent_words import Words
from core.places.gazetteer import Gazetteer
from core.understanding import Understood
from core.understanding.custody_facts import Custody
from core.understanding.evidence import EvidenceReader
from core.understanding.heard import Heard
from core.understanding.name_book import NameBook
from core.values import Place


class Setting(Struct, frozen=True):
    """The same for everybody at one messenger. ``zone`` is the organisation's; ``region`` (ISO 3166) is where local numbers
    belong.
    """

    words: Words
    heard: Heard
    evidence: EvidenceReader
    names: NameBook
    gazetteer: Gazetteer
    zone: ZoneInfo
    region: str
    abilities: Abilities


def zone_of_answers(answers: Answers, setting: Setting) -> ZoneInfo:
    """The zone of the place that the answers name, else the organisation's."""
    for answer in answers.values():
        if isinstance(answer.value, Place):
            place = answer.value
            name = setting.gazetteer.zone_of(place.district, place.city, place.region)
            if name is not None:
                return ZoneInfo(name)
    return setting.zone


class TextRead(Struct, frozen=True):
    """A text that was understood already, as said in a zone."""

    text: str
    zone: ZoneInfo
    understood: Understood


class Context(Struct, frozen=True):
    """What one message is read with. ``now`` is when it was said (UTC), ``zone`` where; ``corrects``: see ``Said``.

    ``read``: what was read of it before; ``custody``: what it says of where somebody is held; ``only_asks``: nothing of it
    is stated ("why is my son not home yet?").
    """

    form: Form
    state: FormState
    setting: Setting
    now: datetime
    zone: ZoneInfo
    language: str
    corrects: int | None = None
    read: TextRead | None = None
    custody: Custody | None = None
    only_asks: bool = False

    def at(self, now: datetime) -> "Context":
        """The same, said at another time."""
        return replace(self, now=now)
