"""Everything that can be understood from free words, at once, and who has to hear of a message at once (LISTENING 5). These
are only proposals; the words themselves are kept elsewhere.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.places.gazetteer import City, PlaceMatch, PlaceRole
from core.understanding.clock_words import moment_of, understand_appointment, without_zones
from core.understanding.count_line import count_line
from core.understanding.counts import MessageFacts, units_of
from core.understanding.court_words import court_named
from core.understanding.evidence import Evidence, EvidenceReader
from core.understanding.flags import flags_of
from core.understanding.guesses import Guesses, part_message
from core.understanding.happenings import (
    Happening,
    as_held,
    as_past,
    asked_whether_over,
    happening_of,
    is_long_ago,
)
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import (
    guess_language,
    heard_sentence,
    heard_tokens,
    is_foreign,
    with_slips_mended,
)
from core.understanding.name_book import NameBook
from core.understanding.name_facts import NameFound, among_words, with_anybody, without_names
from core.understanding.names import find_names
from core.understanding.own_phone import is_taken, was_taken
from core.understanding.phones import ContactProblem, understand_contact, without_phones
from core.understanding.phrases import mentions
from core.understanding.plain import Sentence, readable, sentence_of
from core.understanding.seeking import names_sought, seeking
from core.understanding.shares import left_behind, somebody_kept
from core.understanding.situations import is_denied, link_of, names_police, of_today
from core.understanding.slips import recounted, scene_put_right
from core.understanding.wishes import changes_mind, forbidden_by
from core.values import Contact, Moment, People, Place
from core.vocabulary import PHONE, ConsentUse

_RECENT = timedelta(days=60)  # in January the last days of December are no other year
_ANYBODY = "him"  # of a sentence without cases: no word beside it changes
_NOBODY = "x"  # no word of any language


class Places(Protocol):
    """What of the gazetteer is asked here."""

    @property
    def cities(self) -> dict[str, City]: ...

    def cities_named(self, text: str) -> list[PlaceMatch]: ...

    def outside_beside(self, ours: Sequence[PlaceMatch], text: str) -> str | None: ...


class Understood(Struct, frozen=True):
    """What the words say; None or empty where they do not. ``language`` is what they are in, never the hint.

    ``moment`` is when it began; ``appointment``, of a summons or one that is put off, when they have to come.
    ``situation``, ``link`` and ``flags`` are the ids of FIELDS A1, A7 and A6; ``ongoing`` is yes or no. ``intent`` is
    one of :data:`heard.INTENTS`, never beside a report. ``happening``: something is being done to somebody, and it is
    neither denied, asked, planned nor over. ``summons``: called for a talk or an interrogation, not held. ``destination``:
    where somebody is being taken, if no other place is named. ``past``: it is told of another year; then it is over.
    ``guessed``: the situation only follows from what is told. ``guesses``: what may be so without evidence, and is no fact.
    ``foreign``: in none of the three languages. ``forbids``: what may not be done, beside anything else; ``changed_mind``:
    the same, without saying what.
    """

    language: str | None = None
    situation: str | None = None
    place: Place | None = None
    people: People | None = None
    moment: Moment | None = None
    appointment: Moment | None = None
    contact: Contact | None = None
    flags: frozenset[str] = frozenset()
    of_writer: frozenset[str] = frozenset()  # flags that the writer has, who may be nobody that is held
    ongoing: str | None = None
    link: str | None = None
    intent: str | None = None
    happening: bool = False
    phone_kept: bool = (
        False  # of what may be urgent only that a phone was taken before: of somebody free that is no arrest
    )
    summons: bool = False
    denied: bool = False  # somebody's being taken is spoken of, but denied, asked or planned
    destination: Place | None = None
    past: bool = False
    guessed: bool = False
    foreign: bool = False
    forbids: frozenset[ConsentUse] = frozenset()
    changed_mind: bool = False
    seeks: str | None = None  # seeking.LOOK_UP, or the situation of what is told by asking where somebody is
    sought: tuple[str, ...] = ()  # whom, as far as they are named
    guesses: Guesses = Guesses()

    @property
    def alarms(self) -> frozenset[str]:
        """What may be urgent, even if it was only guessed: an alarm needs no proof."""
        return self.flags | self.guesses.flags


_ADDRESS = re.compile(r"https?://\S+|www\.\S+")  # in which cities stand that nobody tells of


def understand(
    text: str,
    heard: Heard,
    names: NameBook,
    *,
    now: datetime,
    zone: ZoneInfo,
    gazetteer: Places,
    evidence: EvidenceReader,
    region: str = "KZ",
    language: str | None = None,
) -> Understood:
    """What the text says. ``now`` is UTC; ``zone`` is used where the text names no city, else the city's own.

    ``region``: the country whose local phone numbers are meant. ``language``: a hint for words that do not tell.
    """
    shown = readable(text)
    guessed = guess_language(shown, heard)
    named = find_names(shown, names)
    line = heard_tokens(shown, heard, guessed)
    is_english = guessed == "en"
    anybody = with_anybody(shown, named, _ANYBODY)
    every = heard_sentence(anybody, heard, guessed) if is_english else sentence_of(line)
    said = of_today(every, heard)
    placed = _ADDRESS.sub(
        lambda found: " " * len(found.group()), without_names(without_zones(shown, heard), named)
    )
    ours = gazetteer.cities_named(placed)
    found = next(iter(ours), None)
    match = scene_put_right(ours, placed, evidence.words.no, heard) or _scene(found)
    if match is not None and match.city is not None:
        zone = ZoneInfo(gazetteer.cities[match.city].zone)
    within = among_words(shown, named)
    unnamed = without_names(shown, [name for name in within if len(name.parts) > 1])
    flags = flags_of(line, heard)
    if flags and unnamed != shown:  # Толғат: "is in labour"
        flags &= flags_of(heard_tokens(unnamed, heard, guessed), heard)
    when = (heard, now, zone, guessed or language)
    own_phone = "phone" in flags and is_taken(shown, heard)
    told = happening_of(said, heard, now.year, flags, own_phone)
    if not told.happening and not is_english and within:
        of_nobody = heard_sentence(with_anybody(shown, within, _NOBODY), heard, guessed)
        without = happening_of(of_today(of_nobody, heard), heard, now.year, flags, own_phone)
        told = without if without.happening or told.situation == "over" else told  # Табылды: "was found"
    told = _behind_a_slip(
        told,
        with_slips_mended(line, named, heard),
        lambda mended: happening_of(of_today(mended, heard), heard, now.year, flags, own_phone),
        may_be=not is_denied(said, heard) and _names_somebody(said, heard),
    )
    if shown.rstrip(" \n!").endswith("?"):
        told = asked_whether_over(told, said, heard)
    counted = count_line(without_phones(shown), heard, guessed or language)
    left = left_behind(counted, evidence.words)
    of_us = told.situation in ("me", "blocked")
    proof = Evidence(shown, line, counted, evidence, named=named, of_us=of_us)
    is_left = left is not None and told.situation == "over" and not mentions(heard.told.long_ago, said)
    if is_left or _are_others_kept(told, proof, named, said):
        told = as_held(told)
    moment = (  # without names: Марта, Қундыз
        moment_of(unnamed, *when, since=None if said is every else now - _RECENT) if told.began else None
    )
    link = link_of(said, told.situation, heard)
    past = is_long_ago(told, said, heard)
    is_own = link not in (None, "witness") or _names_kin(said, heard)
    is_news = told.happening and told.ongoing is None and not is_own
    if is_news and _is_of_earlier_year(moment, now, zone):
        told, past = as_past(told), True
    seeks = seeking(said, told, named, lambda: moment_of(shown, *when), now, heard)
    if not of_us:
        told = _as_asked(told, proof, said, heard)
    facts = None if is_left else _facts_of_people(said, heard, told)
    parted = part_message(
        proof, named, facts, moment, flags, own_phone=own_phone, past=past, now=now, zone=zone
    )
    known = (shown, heard, guessed or language)
    return Understood(
        language=guessed,
        situation=told.situation,
        place=_without_courts_district(
            _place(placed, said, match, heard, gazetteer, ours), match, shown, heard
        ),
        people=left if is_left else recounted(parted.people, *known),
        moment=parted.moment,
        appointment=understand_appointment(shown, *when)
        if _is_of_an_appointment(told, said, heard)
        else None,
        contact=_contact(shown, heard, region),
        flags=parted.flags,
        of_writer=parted.of_writer,
        ongoing=told.ongoing,
        link=link,
        intent=told.intent,
        happening=told.happening,
        phone_kept=told.situation is None and flags == {PHONE} and was_taken(said, heard),
        summons=told.summons,
        denied=not (told.happening or told.summons or told.situation) and is_denied(said, heard),
        destination=_aim(found, heard, said) if told.happening else None,
        past=past,
        guessed=told.guessed,
        foreign=not (told.situation or told.intent or told.summons or flags) and is_foreign(shown),
        forbids=forbidden_by(said, heard),
        changed_mind=changes_mind(said, heard),
        seeks=seeks,
        sought=names_sought(named) if seeks is not None else (),
        guesses=replace(
            parted.guesses, people=None if is_left else left or recounted(parted.guesses.people, *known)
        ),
    )


def _behind_a_slip(
    told: Happening, mended: Sentence | None, read: Callable[[Sentence], Happening], *, may_be: bool
) -> Happening:
    """What was told of somebody in a word that is in no table, as a guess; else what is told anyway. ``may_be``: somebody of
    theirs, of them, or the police stand beside it, and no denial: «киген» alone is no «кисен».
    """
    if mended is None or not may_be or told.situation or told.summons or told.intent:
        return told
    again = read(mended)
    return replace(again, guessed=True) if again.situation and again.happening else told


def _are_others_kept(told: Happening, proof: Evidence, named: Sequence[NameFound], said: str) -> bool:
    """Whether somebody is told of as held still, beside those who are said to be out."""
    is_out = told.situation == "over" or (told.situation is None and proof.some_are_free)
    if not is_out or told.summons or mentions(proof.said.heard.told.long_ago, said):
        return False
    return somebody_kept(proof, [*units_of(proof.said, named)])


def _names_somebody(said: str, heard: Heard) -> bool:
    people = heard.people.kin | heard.people.us
    return names_police(said, heard) or any(spoken(word) in people for word in said.split())


def _names_kin(said: str, heard: Heard) -> bool:
    return any(spoken(word) in heard.people.kin for word in said.split())


def _as_asked(told: Happening, proof: Evidence, said: str, heard: Heard) -> Happening:
    """Whether anybody is taken is only asked, or it is an officer who was beaten: it rings, and a person says what it is."""
    if not told.happening or mentions(heard.told.ours, said) or _names_kin(said, heard):
        return told
    asked = proof.is_only_asked() or (told.guessed and proof.is_of_officers())
    return replace(told, situation=None, guessed=False) if asked else told


def _facts_of_people(said: str, heard: Heard, told: Happening) -> MessageFacts | None:
    """What is known of those to whom it happened. None where somebody's being taken is denied, asked or planned, or where
    something is wanted: then nobody is told of.
    """
    happened = told.happening or told.summons or told.situation not in (None, "saw")
    if not happened and (told.intent not in (None, "other") or is_denied(said, heard)):
        return None
    return MessageFacts(
        single=happened,
        happened=happened,
        me=told.situation == "me",
        called=told.summons,
        blocked=told.situation == "blocked",
        over=told.situation == "over",
    )


def _is_of_an_appointment(told: Happening, said: str, heard: Heard) -> bool:
    """Whether somebody is called, or what is known of it has changed."""
    return told.summons or (not told.happening and mentions(heard.told.postponed, said))


def _is_of_earlier_year(moment: Moment | None, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the words themselves name a year before this one: what is passed on reads like news."""
    if moment is None or moment.at is None or now - moment.at < _RECENT:
        return False
    year = moment.at.astimezone(zone).year
    return (
        year < now.astimezone(zone).year
        and re.search(rf"{year}|\D{year % 100:02}\b", moment.words) is not None
    )


def _scene(found: PlaceMatch | None) -> PlaceMatch | None:
    """A guess, a destination and where the writer is are no scene: a wrong region wakes the wrong lawyer."""
    return found if found is not None and found.exact and found.role < PlaceRole.TO else None


def _aim(found: PlaceMatch | None, heard: Heard, said: str) -> Place | None:
    """Where they are being taken, if that is said, and no other place."""
    if (
        found is None
        or not found.exact
        or found.role is not PlaceRole.TO
        or not mentions(heard.told.driven, said)
    ):
        return None
    return Place(found.city, found.district, found.region, found.words)


def _place(
    shown: str,
    said: str,
    match: PlaceMatch | None,
    heard: Heard,
    gazetteer: Places,
    ours: Sequence[PlaceMatch],
) -> Place | None:
    origin = match is None or match.role is PlaceRole.FROM  # "арестовали в Ташкенте, он из Шымкента"
    abroad = gazetteer.outside_beside(ours, shown) if origin else None
    if abroad is not None:
        return Place(text=abroad, outside=True)
    if match is not None:
        return Place(match.city, match.district, match.region, match.words)
    return Place(unknown=True) if mentions(heard.told.lost, said) else None


def _without_courts_district(
    place: Place | None, match: PlaceMatch | None, shown: str, heard: Heard
) -> Place | None:
    """The district after which a court is called is not where it happened; its city is near enough."""
    if place is None or match is None or match.district is None:
        return place
    court = court_named(shown, heard)
    at = shown.find(court) if court else -1
    is_courts = at >= 0 and at <= match.start < at + len(court)
    return replace(place, district=None) if is_courts else place


def _contact(shown: str, heard: Heard, region: str) -> Contact | None:
    """The first number in free words; whose it is, is told only by words on its own line."""
    for line in shown.split("\n"):
        found = understand_contact(line, heard, region)
        if not isinstance(found, ContactProblem) and found.phone:
            return found if len(found.name.split()) <= 3 else Contact(found.phone, words=found.words)
    return None


class Grade(StrEnum):
    """Who is woken by a message."""

    LAWYERS = "lawyers"
    COORDINATORS = "coordinators"
    NOBODY = "nobody"


def grade(understood: Understood) -> Grade:
    """Lawyers where it is told what happens and where; coordinators where either is not; else nobody."""
    if not understood.happening:
        return Grade.NOBODY
    place = understood.place
    known = place is not None and not place.outside and (place.city or place.region)
    return Grade.LAWYERS if known and understood.situation else Grade.COORDINATORS
