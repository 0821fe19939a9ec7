"""A deep link is opened: somebody begins, or comes by an invitation. Whether one exists is told to nobody else."""

from msgspec.structs import replace

from bot.core.joining import Invitation, InvitationState, code_in, is_code
from bot.core.presentation import Presentation
from bot.core.setting_up import letters_in
from bot.core.traffic import Lane
from handlers.casework import roster
from handlers.forms.follow import Open
from handlers.joining import form, invitations
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.reporting import code_tries, reports
from handlers.setup import first_administrator
from handlers.turn import Turn


async def on_start(turn: Turn, argument: str) -> None:
    """``/start``, and whatever stands behind it in a link."""
    if turn.active is not None:
        await roster.welcome_late(turn.tx, turn.service, turn.active)
    letters = letters_in(argument)
    if letters is not None:
        await first_administrator.on_code(turn, letters)
    elif not is_code(argument):
        await reports.on_start(turn, argument)
    else:
        await _on_code(turn, argument)


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Whether it was the code of an invitation, right or wrong: where no link brings it to us, it is simply sent."""
    code = code_in(turn.incoming.text)
    if code is None or turn.incoming.file is not None:
        return False
    await _on_code(turn, code)
    return True


async def _on_code(turn: Turn, code: str) -> None:
    if await code_tries.too_many(turn):
        turn.reply("code-wait")
    else:
        await _on_invited(turn, await invitations.find(turn.tx, code))


async def _on_invited(turn: Turn, one: Invitation | None) -> None:
    if one is None:
        await code_tries.wrong_link(turn)
        turn.reply("invitation-gone")
    elif turn.active is not None or turn.is_administrator:
        waits = one.address_id is None and await invitations.holds(turn.tx, one)
        turn.reply("invitation-member" if waits else "invitation-member-used")
    elif one.address_id == turn.address.id and one.state is InvitationState.ASKED:
        turn.reply("joining-asked")
    elif not await invitations.holds(turn.tx, one):
        turn.reply("invitation-gone")
    elif one.address_id == turn.address.id:
        await form.go_on(turn, one)
    elif one.address_id is not None:
        await _leaked(turn, one)
        turn.reply("invitation-gone")
    elif turn.member is not None and turn.member.id != one.former_id:
        turn.reply("invitation-suspended")
    else:
        await form.begin(turn, one)


async def _leaked(turn: Turn, one: Invitation) -> None:
    """Somebody else has the link too: whoever made it learns it, once."""
    maker = await turn.tx.members.get(one.made_by)
    if maker is None or one.leaked_at is not None:
        return
    turn.tx.invitations.put(replace(one, leaked_at=turn.now))
    there = await home(turn.tx, maker)
    language = await language_of(turn.tx, turn.service, there)
    text = turn.service.words.say(language, "invitation-leaked", note=one.note or "—")
    sending.message(turn.tx, turn.service, there, Presentation(text), Lane.NEWS)


async def own(turn: Turn, argument: str) -> Invitation | None:
    """The actor's own invitation, while its form can be answered."""
    found = await turn.tx.invitations.by(address_id=turn.address.id)
    mine = [one for one in found if str(one.id) == argument]
    return mine[0] if mine and await invitations.holds(turn.tx, mine[0]) else None


async def on_continued(turn: Turn, one: Invitation) -> None:
    """*Go on* with the form that was left."""
    await form.go_on(turn, one)
