"""A paper before it is made: what its page was told, and all that is known for it at this moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.declining.name_parts import Sex
from core.model import Case, Member
from core.papers import un_papers
from core.papers.dossier import Dossier, Leaf, node_found, without_unticked
from core.papers.drafting import (
    ANSWER,
    FORMS,
    GROUNDS,
    NamingBar,
    case_basis,
    declined_forms,
    doubtful_paths,
    is_known,
    lacking_paths,
    left_out_paths,
    naming_bar,
    open_questions,
    with_answers,
    with_leaf,
)
from core.papers.formats import PaperFormats
from core.papers.paper_kinds import PaperKind
from core.records.papers import Paper, PaperState
from core.resources.name_files import meant_names
from core.traffic import Timer
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.paper_names import kind_of
from handlers.papers import addressees
from handlers.papers.dossiers import declined_names, load_dossier
from handlers.people.membership import home_address
from handlers.service import Service
from storage.transaction import Transaction

NAME = "person.name"
OVER = "overrun.due"  # without it nothing is demanded
HARM = ("treatment", "injuries", "grounds.ill_treatment")  # a complaint of harm says which
LATIN = "signer.latin"
STAYS = timedelta(days=1)  # a draft that nobody touches


class PreparedPaper(Struct, frozen=True):
    """A draft with all that is known for it. ``bar``: why nobody may be named, if so."""

    paper: Paper
    kind: PaperKind
    case: Case
    dossier: Dossier
    bar: NamingBar | None
    names: Mapping[str, str]  # in other cases of the grammar, as the paper may have them; by path
    doubtful: Sequence[str] = ()  # what is not verified, of what it would say
    name: str = ""  # as it was told, where the paper has it
    meant: Sequence[str] = ()  # by a name that looks as if it stood in another case, until somebody has said

    def __repr__(self) -> str:
        """Without what it will say."""
        return f"Prepared({self.paper})"

    @property
    def spelt(self) -> Mapping[str, str]:
        """The name in every way in which it will stand: each can be typed again, for this paper alone. By path."""
        return {**({NAME: self.name} if self.name else {}), **self.names}

    @property
    def lacks(self) -> list[str]:
        """What it needs and nobody has told: it is made without, and says so."""
        return lacking_paths(self.dossier, self.kind.required)

    @property
    def left_out(self) -> list[str]:
        """What it needs and would not say, because it is not verified and nobody has ticked it."""
        return left_out_paths(self.kind, self.dossier, self.paper.ticked)

    @property
    def asks(self) -> list[str]:
        """What can be asked; nothing, while nobody may be named."""
        return [] if self.bar is not None else open_questions(self.kind, self.dossier, self.paper.skipped)

    @property
    def stops(self) -> list[str]:
        """Keys of the words that say why it is not made."""
        stands = without_unticked(self.dossier, self.paper.ticked)
        unticked = ["papers-term-unticked"] if OVER in self.left_out else []
        harmless = HARM[0] in self.kind.required and not any(is_known(stands, path) for path in HARM)
        return [
            *unticked,
            *(["papers-harm-untold"] if harmless else []),
            *un_papers.un_blocks(self.kind, stands),
        ]

    @property
    def notes(self) -> list[str]:
        """Keys of what the member who makes it must know."""
        return un_papers.un_notes(self.kind, without_unticked(self.dossier, self.paper.ticked))

    @property
    def basis(self) -> str:
        """By which it is seen whether the case has changed."""
        return case_basis(self.dossier)


async def begin_draft(
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
    to = addressees.possible_addressees(service, kind, addressees.organisation_day(tx, service))
    paper = Paper(
        id=tx.new_id(),
        kind=kind.id,
        language=next(
            offered
            for offered in (language, case.language, service.language, *kind.languages)
            if offered in kind.languages
        ),
        state=PaperState.DRAFT,
        member_id=member.id,
        address_id=await home_address(tx, member),
        created_at=tx.now,
        case_id=case.id,
        person_id=person,
        signer_id=signer,
        office=to[0] if to else "",
        answers=await carried_answers(tx, case, person, signer),
    )
    return keep_draft(tx, paper)


async def carried_answers(tx: Transaction, case: Case, person: int | None, signer: int = 0) -> dict[str, str]:
    """How the person is called, and who signs: said once a case, not for each paper."""
    before = [old for old in await tx.papers.by(case_id=case.id) if old.person_id == person]
    return {
        path: old.answers[path]
        for old in sorted(before, key=lambda old: old.id)
        for path in (NAME, *([LATIN] if old.signer_id == signer else []))
        if path in old.answers
    }


def keep_draft(tx: Transaction, paper: Paper) -> Paper:
    """Write it down; it is forgotten a day later."""
    tx.timers.put(Timer(f"paper:{paper.id}", "unmade-paper", tx.now + STAYS, paper.id))
    return tx.papers.put(paper)


async def on_draft_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has made it."""
    paper = await tx.papers.get(timer.subject_id)
    if paper is not None and paper.state is PaperState.DRAFT:
        tx.papers.remove(paper.id)


async def prepare(tx: Transaction, service: Service, case: Case, paper: Paper) -> PreparedPaper | None:
    """None: this version has no such paper."""
    kind = kind_of(service, paper.kind)
    signer = await tx.members.get(paper.signer_id or paper.member_id)
    if kind is None or signer is None:
        return None
    to = addressees.addressed_as(
        service, paper.language, paper.office, addressees.organisation_day(tx, service)
    )
    known = await load_dossier(
        tx, service, case, paper.person_id, kind, paper.language, signer, to, paper.ticked
    )
    named = [
        f"{group.value}.{name}" for group, some in service.papers.names(kind.id).items() for name in some
    ]
    dossier = with_answers(known, kind, _said_values(service, case, paper), named)
    if NAME in paper.answers:  # what it is in other cases follows from it, unless that was typed too
        for path, form in _forms_of(paper.answers[NAME], paper.language, known).items():
            dossier = dossier if path in paper.answers else with_leaf(dossier, path, Leaf(form, (ANSWER,)))
    bar = naming_bar(await view_of(tx, case), kind, paper.person_id)
    source = _template_source(service, paper)
    names = {path: name for path, name in declined_forms(dossier).items() if source is None or path in source}
    said = node_found(dossier, NAME)
    name = said.text if isinstance(said, Leaf) and (source is None or NAME in source) else ""
    meant = [] if NAME in paper.answers else _meant_names(dossier, name)
    doubtful = doubtful_paths(dossier, kind, source)
    return PreparedPaper(paper, kind, case, dossier, bar, names, doubtful, name, meant)


def _forms_of(name: str, language: str, known: Dossier) -> Mapping[str, str]:
    male = node_found(known, "person.is_male") is True
    forms = declined_names(language)(name, Sex.MALE.value if male else "")
    return {path: forms.get(path.removeprefix(f"{NAME}_"), "") for path in FORMS}


def _meant_names(dossier: Dossier, name: str) -> Sequence[str]:
    """Nothing where the name looks as names do, or nobody may be named."""
    male = node_found(dossier, "person.is_male") is True
    named = node_found(dossier, "person.is_named") is True
    return meant_names(name, Sex.MALE if male else None) if named else []


def _template_source(service: Service, paper: Paper) -> str | None:
    """What its template says; nothing for an organisation's own, because nobody reads it before it is filled."""
    own = service.papers.own_file(paper.kind, paper.language)
    return service.papers.source(paper.kind, paper.language) if own is None else None


def note_shown(tx: Transaction, ready: PreparedPaper) -> PreparedPaper:
    """Its page shows this: what has changed when it is to be made is seen by it."""
    return replace(ready, paper=tx.papers.put(replace(ready.paper, basis=ready.basis)))


def _said_values(service: Service, case: Case, paper: Paper) -> Mapping[str, str]:
    """What was said for it alone; for what was ticked, the moment as the paper writes moments."""
    tongue = PaperFormats(service.words, paper.language, case_lines.zone_of(service, case), service.zone)

    return {
        path: tongue.minute(datetime.fromisoformat(said)) if path.startswith(GROUNDS) else said
        for path, said in paper.answers.items()
    }
