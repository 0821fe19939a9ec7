"""A paper before it is made: what its page was told, and all that is known for it at this moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.core.model import Case, Member
from bot.core.papers import un
from bot.core.papers.allowing import Bar, barred
from bot.core.papers.dossier import Dossier, Leaf, allowed
from bot.core.papers.drafting import (
    GROUNDS,
    answered,
    basis,
    doubtful,
    forms,
    found,
    lacking,
    left_out,
    questions,
)
from bot.core.papers.kind import PaperKind
from bot.core.papers.made import Paper, PaperState
from bot.core.papers.tongue import Tongue
from bot.core.traffic import Timer
from handlers.cards import case_lines
from handlers.cards.case_view import view_of
from handlers.cards.paper_lines import kind_of
from handlers.papers import offices
from handlers.papers.dossiers import dossier_of
from handlers.people.membership import home
from handlers.service import Service
from storage.transaction import Transaction

NAME = "person.name"
STAYS = timedelta(days=1)  # a draft that nobody touches


class Prepared(Struct, frozen=True):
    """A draft with all that is known for it. ``bar``: why nobody may be named, if so."""

    paper: Paper
    kind: PaperKind
    case: Case
    dossier: Dossier
    bar: Bar | None
    names: Mapping[str, str]  # in other cases of the grammar, as the paper may have them; by path
    doubtful: Sequence[str] = ()  # what is not verified, of what it would say
    name: str = ""  # as it was told, where the paper has it

    def __repr__(self) -> str:
        """Without what it will say."""
        return f"Prepared({self.paper})"

    @property
    def spelt(self) -> Mapping[str, str]:
        """The name in every way in which it will stand: each can be typed anew, for this paper alone. By path."""
        return {**({NAME: self.name} if self.name else {}), **self.names}

    @property
    def lacks(self) -> list[str]:
        """What it needs and nobody has told: it is made without, and says so."""
        return lacking(self.dossier, self.kind.required)

    @property
    def left_out(self) -> list[str]:
        """What it needs and would not say, because it is not verified and nobody has ticked it."""
        return left_out(self.kind, self.dossier, self.paper.ticked)

    @property
    def asks(self) -> list[str]:
        """What can be asked; nothing, while nobody may be named."""
        return [] if self.bar is not None else questions(self.kind, self.dossier, self.paper.skipped)

    @property
    def stops(self) -> list[str]:
        """Keys of the words that say why it is not made."""
        return un.blocks(self.kind, allowed(self.dossier, self.paper.ticked))

    @property
    def notes(self) -> list[str]:
        """Keys of what whoever makes it must know."""
        return un.notes(self.kind, allowed(self.dossier, self.paper.ticked))

    @property
    def basis(self) -> str:
        """By which it is seen whether the case has changed."""
        return basis(self.dossier)


async def begin(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    kind: PaperKind,
    person: int | None,
    language: str,
) -> Paper:
    """The draft of this member for this, if there is one; else a new one, in the reader's language if it can be."""
    for old in await tx.papers.by(case_id=case.id, state=PaperState.DRAFT):
        if (old.member_id, old.kind, old.person_id) == (member.id, kind.id, person):
            return old
    signer = case.owner_id if case.owner_id is not None else member.id
    to = offices.choices(service, kind, offices.today(tx, service))
    paper = Paper(
        id=tx.new_id(),
        kind=kind.id,
        language=next(
            one
            for one in (language, case.language, service.language, *kind.languages)
            if one in kind.languages
        ),
        state=PaperState.DRAFT,
        member_id=member.id,
        address_id=await home(tx, member),
        created_at=tx.now,
        case_id=case.id,
        person_id=person,
        signer_id=signer,
        office=to[0] if to else "",
    )
    return keep(tx, paper)


def keep(tx: Transaction, paper: Paper) -> Paper:
    """Write it down; it is forgotten a day later."""
    tx.timers.put(Timer(f"paper:{paper.id}", "unmade-paper", tx.now + STAYS, paper.id))
    return tx.papers.put(paper)


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has made it."""
    paper = await tx.papers.get(timer.subject_id)
    if paper is not None and paper.state is PaperState.DRAFT:
        tx.papers.remove(paper.id)


async def prepared(tx: Transaction, service: Service, case: Case, paper: Paper) -> Prepared | None:
    """None: this version has no such paper."""
    kind = kind_of(service, paper.kind)
    signer = await tx.members.get(paper.signer_id or paper.member_id)
    if kind is None or signer is None:
        return None
    to = offices.addressed(service, paper.language, paper.office, offices.today(tx, service))
    known = await dossier_of(tx, service, case, paper.person_id, kind, paper.language, signer, to)
    named = [
        f"{group.value}.{name}" for group, some in service.papers.names(kind.id).items() for name in some
    ]
    dossier = answered(known, kind, _said(service, case, paper), named)
    bar = barred(await view_of(tx, case), kind, paper.person_id)
    source = _source(service, paper)
    names = {path: name for path, name in forms(dossier).items() if source is None or path in source}
    said = found(dossier, NAME)
    name = said.text if isinstance(said, Leaf) and (source is None or NAME in source) else ""
    return Prepared(paper, kind, case, dossier, bar, names, doubtful(dossier, kind, source), name)


def _source(service: Service, paper: Paper) -> str | None:
    """What its template says; of an organisation's own nothing, because nobody reads it before it is filled."""
    own = service.papers.own_file(paper.kind, paper.language)
    return service.papers.source(paper.kind, paper.language) if own is None else None


def shown(tx: Transaction, ready: Prepared) -> Prepared:
    """Its page shows this: what has changed when it is to be made is seen by it."""
    return replace(ready, paper=tx.papers.put(replace(ready.paper, basis=ready.basis)))


def _said(service: Service, case: Case, paper: Paper) -> Mapping[str, str]:
    """What was said for it alone; of what was ticked the moment, as the paper writes moments."""
    tongue = Tongue(service.words, paper.language, case_lines.zone_of(service, case), service.zone)

    return {
        path: tongue.minute(datetime.fromisoformat(said)) if path.startswith(GROUNDS) else said
        for path, said in paper.answers.items()
    }
