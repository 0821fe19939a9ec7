"""What every handler may know of the organisation it serves. Built once by bot.app; never changes while running."""

from collections.abc import Callable, Mapping, Sequence
from datetime import time, timedelta
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.abilities import Abilities, least_abilities
from core.alerting.policy import HoursOfDay, Policy
from core.casework.same_event import EventWords, MassThreshold
from core.clocks.clock_rows import Law
from core.clocks.subjects import clock_moving_kinds
from core.fluent_words import Words
from core.forgetting.retention_terms import RetentionTerms
from core.intake.cues import Cues
from core.matching.name_tokens import NameRules
from core.papers.inputs import Letterhead
from core.places.gazetteer import Gazetteer
from core.resources.law_files import Right
from core.resources.paper_files import Papers
from core.stations import Station
from core.understanding import Understood
from core.understanding.evidence import EvidenceReader
from core.understanding.heard import Heard
from core.understanding.name_book import NameBook


class Service(Struct, frozen=True, dict=True):
    """``channels``: the digest's chats, by the language that is written there.

    ``pick(n)`` draws a number below n from the system's chance.
    """

    organisation: str
    hotline: str
    successor: str  # the name of the second bot, without @; empty if there is no second bot
    heads: Mapping[str, Letterhead]  # of papers, by their language
    zone: ZoneInfo
    language: str
    jurisdiction: str
    channels: Mapping[str, str]
    partners: Sequence[str]  # chats where the day's line is posted
    administrators: frozenset[str]
    digest_time: time
    preview: timedelta  # so long before it coordinators see it; none: never
    weekly: str  # weekdays on which the week's edition follows, as in sun; empty: never
    drill_weekday: str  # as in mon; empty: no drill by itself
    drill_time: time
    policy: Policy
    mass: MassThreshold  # when detentions of one city are a mass detention
    retention: RetentionTerms  # how long what is kept
    quiet: HoursOfDay | None  # in which news make no sound to members, by the clock where each works
    words: Words
    heard: Heard
    cues: Cues  # how something is said: stated, asked, denied
    evidence: EvidenceReader  # what facts are held against
    names: NameBook
    events: EventWords
    name_rules: NameRules
    gazetteer: Gazetteer
    receipt_words: Mapping[str, Sequence[str]]
    code_words: frozenset[str]  # all words that codes are made of, folded
    rights: Sequence[Right]  # texts about the law that may be shown
    stations: Sequence[Station]  # that can be rung
    denials: int  # of so many stations, and the holding counts as denied
    papers: Papers  # what can be made, and its templates
    law: Law  # the country's legal clocks
    abilities: Mapping[str, Abilities]  # of each messenger, by its name
    home: str  # the messenger whose numbers the roster file and the configuration give
    doors: Mapping[str, str]  # what leads to us where no link brings a word with it, by the messenger's name
    font: bytes  # for pictures; if it is empty, nothing is drawn
    pick: Callable[[int], int]

    @property
    def sheets(self) -> tuple[str, Path | None]:
        """By which the sheets of the country are found, and the organisation's own."""
        return self.jurisdiction, self.papers.own

    def with_hotline(self, language: str, text: str) -> str:
        """The text, and below it the number to ring, if the organisation has one."""
        line = self.words.say(language, "hotline", number=self.hotline) if self.hotline else ""
        return f"{text}\n{line}" if line else text

    def with_other_ways(self, language: str, text: str) -> str:
        """The same, and the second bot: for what people keep."""
        line = self.words.say(language, "successor-line", name=self.successor) if self.successor else ""
        text = self.with_hotline(language, text)
        return f"{text}\n{line}" if line else text

    def tells_of_delivery(self, messenger: str) -> bool:
        """Whether this messenger tells when something has reached the phone."""
        return messenger in self.abilities and self.abilities[messenger].receipts

    def who_reads(self, messenger: str, key: str) -> str:
        """The key of words about who can read what is said: others hold where the messenger's servers cannot."""
        return f"{key}-sealed" if self.abilities[messenger].sealed else key

    @cached_property
    def everywhere(self) -> Abilities:
        """What every messenger can do: for what is written before anybody looks where it will be read."""
        return least_abilities(self.abilities.values())

    @cached_property
    def clock_kinds(self) -> frozenset[str]:
        """The kinds of claims that move a legal clock."""
        return clock_moving_kinds(self.law)

    @cached_property
    def told_by_controls(self) -> dict[tuple[str, str], Understood]:
        """What control words tell that were typed before, by them and the language."""
        return {}

    @property
    def phone_region(self) -> str:
        """The region that phone numbers without a country code belong to (ISO 3166)."""
        return self.jurisdiction.upper()
