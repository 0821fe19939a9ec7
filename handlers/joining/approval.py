"""A coordinator approves somebody who asks to join, or refuses: the first one decides, and the others' cards say so."""

from msgspec import Struct

from core.folding import inert_line
from core.presentation import Button, Presentation, Style
from core.records.invitations import Invitation, InvitationState
from core.traffic import Card, Lane
from core.understanding import find_phones
from core.vocabulary import Role
from handlers.cards import case_lines
from handlers.cards.stub import stub
from handlers.casework import roster
from handlers.duty import example_alert
from handlers.forms.dialogues import state_of
from handlers.joining import application, invitations
from handlers.joining.application import Applicant
from handlers.outbox import sending
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

YES, NO = "yes", "no"


class JoiningDecision(Struct, frozen=True):
    """What is decided about whom."""

    invitation: Invitation
    applicant: Applicant
    word: str


async def pressed_decision(turn: Turn, argument: str) -> JoiningDecision | None:
    """``number:yes`` or ``number:no``: an invitation that waits for a coordinator."""
    number, _, word = argument.partition(":")
    invitation = await turn.tx.invitations.get(id_in(number) or 0)
    if invitation is None or invitation.state is not InvitationState.ASKED or word not in (YES, NO):
        return None
    who = await _applicant_of(turn.tx, turn.service, invitation)
    return JoiningDecision(invitation, who, word) if who is not None else None


async def on_decided(turn: Turn, found: JoiningDecision) -> None:
    """*Approve* or *Refuse*."""
    tx, service, invitation, by = turn.tx, turn.service, found.invitation, turn.coordinator
    assert invitation.address_id is not None  # of the person who asked to join
    row = found.applicant.row
    if found.word == NO:
        await invitations.settle_invitation(
            tx, service, invitation, InvitationState.REFUSED, by=by, name=row.name
        )
        language = await language_of(tx, service, invitation.address_id)
        text = service.with_hotline(language, service.words.say(language, "joining-not-taken"))
        sending.send_message(tx, service, invitation.address_id, Presentation(text), Lane.REPLY)
        return
    there = await tx.addresses.get(invitation.address_id)
    await roster.save_rows(tx, service, [row], Lane.REPLY, at=there)  # before the example
    await invitations.settle_invitation(
        tx, service, invitation, InvitationState.APPROVED, by=by, name=row.name
    )
    await example_alert.show_example(tx, service, invitation.address_id, row.cities)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Who asks, what they answered, and everything that speaks against it."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    invitation = await tx.invitations.get(card.subject_id)
    dialogue = await tx.dialogues.get(invitation.dialogue_id or 0) if invitation is not None else None
    who = await _applicant_of(tx, service, invitation) if invitation is not None else None
    if invitation is None or invitation.state is not InvitationState.ASKED or dialogue is None or who is None:
        return None
    say = service.words.say
    maker = await tx.members.get(invitation.made_by)
    time = case_lines.local_time(invitation.created_at, service.zone, service.zone)
    lines = [
        say(language, "joining-head"),
        *application.answer_lines(service, language, state_of(dialogue).answers),
        say(language, "joining-own-number" if who.own_number else "joining-typed-number"),
        say(language, "joining-invited-by", by=maker.name if maker else "—", time=time),
    ]
    if invitation.note:
        lines.append(say(language, "joining-invited-as", note=inert_line(invitation.note)))
    lines += [f"⚠️ {say(language, key, **args)}" for key, args in await _doubts(tx, service, invitation, who)]
    rows = (
        (Button(say(language, "button-approve"), f"joined:{invitation.id}:{YES}", Style.SUCCESS),),
        (Button(say(language, "button-refuse"), f"joined:{invitation.id}:{NO}"),),
    )
    return Presentation("\n".join(lines), rows, protect=True)


async def _doubts(
    tx: Transaction, service: Service, invitation: Invitation, who: Applicant
) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    former = await tx.members.get(invitation.former_id or 0)
    if former is not None:
        time = case_lines.local_time(former.suspended_at or tx.now, service.zone, service.zone)
        found.append(("joining-was-member", {"name": former.name, "time": time}))
        if former.address_id != invitation.address_id:
            found.append(("joining-other-chat", {"name": former.name}))
    address = await tx.addresses.get(invitation.address_id or 0)
    if address is not None and address.silenced_at is not None:
        found.append(("joining-hidden", {}))
    meant = find_phones(invitation.note, service.phone_region)
    if meant and who.row.phone not in meant:
        found.append(("joining-other-number", {"number": meant[0]}))
    if invitation.leaked_at is not None:
        found.append(("joining-leaked", {}))
    for member in await tx.members.by(suspended_at=None):
        same = member.phone and member.phone == who.row.phone
        if same or member.name.casefold() == who.row.name.casefold():
            key = "joining-same-number" if same else "joining-same-name"
            found.append((key, {"name": member.name}))
    maker = await tx.members.get(invitation.made_by)
    if maker is None or maker.suspended_at is not None or maker.role is not Role.COORDINATOR:
        found.append(("joining-maker-gone", {}))
    return found


async def _applicant_of(tx: Transaction, service: Service, invitation: Invitation) -> Applicant | None:
    address = await tx.addresses.get(invitation.address_id or 0)
    dialogue = await tx.dialogues.get(invitation.dialogue_id or 0)
    if address is None or dialogue is None:
        return None
    return application.read_applicant(service, address, dialogue, await language_of(tx, service, address.id))
