"""What handlers know of the organisation, put together from the settings and the files of the program."""

import secrets
from datetime import timedelta

from msgspec.structs import replace

from bot.config.settings import Settings
from bot.messengers.signal.client import Signal, leads_to
from bot.messengers.telegram.client import Telegram
from core.abilities import Abilities
from core.model import LANGUAGES
from core.papers.inputs import Letterhead
from core.resources.fonts import load_font
from core.resources.law_files import load_law, load_rights
from core.resources.name_files import load_name_rules, load_names
from core.resources.paper_files import Papers
from core.resources.place_files import load_gazetteer
from core.resources.station_files import load_stations
from core.resources.word_files import (
    load_code_words,
    load_cues,
    load_event_words,
    load_evidence,
    load_heard,
    load_receipt_words,
    load_words,
)
from handlers.service import Service


def build_service(settings: Settings) -> Service:
    """What handlers know of the organisation."""
    organisation = settings.organisation
    gazetteer = load_gazetteer(organisation.jurisdiction)
    return Service(
        organisation=organisation.name,
        hotline=organisation.hotline,
        successor=settings.telegram.successor,
        heads={language: _letterhead(settings, language) for language in LANGUAGES},
        zone=organisation.zone,
        language=organisation.language,
        jurisdiction=organisation.jurisdiction,
        channels=settings.channels,
        partners=settings.digest.partners,
        administrators=frozenset(str(chat) for chat in settings.telegram.administrators),
        digest_time=settings.digest.time,
        preview=timedelta(minutes=settings.digest.preview_minutes),
        weekly=settings.digest.weekly,
        drill_weekday=settings.drill.weekday,
        drill_time=settings.drill.at,
        policy=settings.escalation.policy(),
        mass=settings.incidents.rule(),
        quiet=settings.quiet.hours,
        retention=settings.retention.terms(),
        words=load_words(),
        heard=load_heard(),
        cues=load_cues(),
        evidence=load_evidence(),
        names=load_names(),
        events=load_event_words(),
        name_rules=load_name_rules(),
        gazetteer=gazetteer,
        stations=load_stations(organisation.jurisdiction, gazetteer, settings.calls.stations),
        denials=settings.calls.denials,
        papers=papers_of(settings),
        receipt_words=load_receipt_words(),
        code_words=load_code_words(),
        rights=load_rights(organisation.jurisdiction, unreviewed=organisation.unreviewed_rights),
        law=load_law(organisation.jurisdiction, settings.papers.folder),
        abilities=abilities_of(settings),
        home=Telegram.name,
        doors=doors_of(settings),
        font=load_font(),
        pick=secrets.SystemRandom().randrange,
    )


def papers_of(settings: Settings) -> Papers:
    """Of the organisation's country, with its own templates and its logo."""
    return Papers(settings.organisation.jurisdiction, settings.papers.folder, settings.papers.picture)


def _letterhead(settings: Settings, language: str) -> Letterhead:
    ours = settings.organisation
    head = next((head for head in settings.papers.heads if head.language == language), None)
    said = Letterhead(ours.name, ours.address, ours.mail, ours.hotline)
    if head is None:
        return said
    name, address = head.name or said.name, head.address or said.address
    return replace(said, name=name, address=address, signatory=head.signatory, office=head.office)


def abilities_of(settings: Settings) -> dict[str, Abilities]:
    """What each messenger can do, of those that are configured."""
    found = {Telegram.name: Telegram.abilities}
    return found | {Signal.name: Signal.abilities} if settings.signal.url else found


def doors_of(settings: Settings) -> dict[str, str]:
    """Our address at each messenger where a person who comes to us has to type the first word themselves."""
    given = settings.signal
    return {Signal.name: leads_to(given.account, given.link)} if given.url else {}


def signal_of(settings: Settings) -> Signal | None:
    """Signal, ready to be used; None where it is not configured."""
    given = settings.signal
    if not given.url:
        return None
    return Signal(
        given.url,
        given.account,
        profile=given.name,
        link=given.link,
        attachments=given.attachments,
        in_flight=settings.limits.in_flight,
    )
