"""To whom a paper goes: the offices of its sort, on the day on which it is written."""

from datetime import date

from core.cited.offices import Addressee
from core.papers.inputs import PaperAddressee
from core.papers.paper_kinds import PaperKind
from core.resources.law_files import load_offices
from handlers.service import Service
from storage.transaction import Transaction


def organisation_day(tx: Transaction, service: Service) -> date:
    """The day of the organisation."""
    return tx.now.astimezone(service.zone).date()


def addressee_on(service: Service, id: str, on: date) -> Addressee | None:
    """The office on that day; None where it cannot be addressed."""
    if id not in {office.id for office in load_offices(*service.sheets)}:
        return None
    found = load_offices(*service.sheets).of(id, on)
    return found if isinstance(found, Addressee) else None


def possible_addressees(service: Service, kind: PaperKind, on: date) -> list[str]:
    """The offices to which it can be addressed on that day."""
    return [id for id in kind.to if addressee_on(service, id, on) is not None]


def office_name(service: Service, language: str, id: str) -> str:
    """What an office is called."""
    names = {office.id: office.names for office in load_offices(*service.sheets)}
    return names[id][language] if id in names else id


def addressed_as(service: Service, language: str, id: str, on: date) -> PaperAddressee | None:
    """How it stands in the paper."""
    found = addressee_on(service, id, on) if id else None
    if found is None:
        return None
    office = found.office
    name = office.names[language]
    return PaperAddressee(found.line(language), name, office.contact, f"office:{id}", office.needs)
