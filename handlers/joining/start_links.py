"""A deep link is opened: somebody begins, or comes by an invitation. Whether one exists is told to nobody else."""

from msgspec.structs import replace

from core.presentation import Presentation
from core.records.invitations import (
    Invitation,
    InvitationState,
    code_letters_in,
    is_invitation_code,
)
from core.traffic import Lane
from handlers.casework import roster
from handlers.forms.form_behaviour import OpenForm
from handlers.joining import application, invitations
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.reporting import receipt_codes, reports
from handlers.setup import first_administrator
from handlers.turn import Turn


async def on_start(turn: Turn, argument: str) -> None:
    """``/start``, and what follows it in a link."""
    if turn.active is not None:
        await roster.welcome_late(turn.tx, turn.service, turn.active)
    letters = code_letters_in(argument)
    if letters is not None:
        await first_administrator.on_code(turn, letters)
    elif not is_invitation_code(argument):
        await reports.on_start(turn, argument)
    else:
        await _on_code(turn, argument)


async def on_said(turn: Turn, opened: OpenForm | None, code: str) -> None:
    """The code of an invitation, simply sent where no link brings it to us."""
    await _on_code(turn, code)


async def _on_code(turn: Turn, code: str) -> None:
    if await receipt_codes.has_to_wait(turn):
        turn.reply("code-wait")
    else:
        await _on_invited(turn, await invitations.find_invitation(turn.tx, code))


async def _on_invited(turn: Turn, invitation: Invitation | None) -> None:
    if invitation is None:
        await receipt_codes.count_wrong_link(turn)
        turn.reply("invitation-gone")
    elif turn.active is not None or turn.is_administrator:
        waits = invitation.address_id is None and await invitations.is_valid(turn.tx, invitation)
        turn.reply("invitation-member" if waits else "invitation-member-used")
    elif invitation.address_id == turn.address.id and invitation.state is InvitationState.ASKED:
        turn.reply("joining-asked")
    elif not await invitations.is_valid(turn.tx, invitation):
        turn.reply("invitation-gone")
    elif invitation.address_id == turn.address.id:
        await application.continue_form(turn, invitation)
    elif invitation.address_id is not None:
        await _tell_leaked(turn, invitation)
        turn.reply("invitation-gone")
    elif turn.member is not None and turn.member.id != invitation.former_id:
        turn.reply("invitation-suspended")
    else:
        await application.begin_form(turn, invitation)


async def _tell_leaked(turn: Turn, invitation: Invitation) -> None:
    """Somebody else has the link too: the member who made it learns it, once."""
    maker = await turn.tx.members.get(invitation.made_by)
    if maker is None or invitation.leaked_at is not None:
        return
    turn.tx.invitations.put(replace(invitation, leaked_at=turn.now))
    there = await home_address(turn.tx, maker)
    language = await language_of(turn.tx, turn.service, there)
    text = turn.service.words.say(language, "invitation-leaked", note=invitation.note or "—")
    sending.send_message(turn.tx, turn.service, there, Presentation(text), Lane.NEWS)


async def own_invitation(turn: Turn, argument: str) -> Invitation | None:
    """The actor's own invitation, while its form can be answered."""
    found = await turn.tx.invitations.by(address_id=turn.address.id)
    mine = [invitation for invitation in found if str(invitation.id) == argument]
    return mine[0] if mine and await invitations.is_valid(turn.tx, mine[0]) else None


async def on_continued(turn: Turn, invitation: Invitation) -> None:
    """*Go on* with the form that was left."""
    await application.continue_form(turn, invitation)
