"""What a coordinator's buttons on a board do: one press, and one to take it back."""

from msgspec.structs import replace

from bot.core.incidents import Incident, IncidentLink, Pattern, Phase, Rule, Standing
from bot.core.model import Member
from bot.core.presentation import Button
from bot.core.traffic import Lane
from handlers.cards import tracking
from handlers.incidents import adding, membership, typed
from handlers.incidents.about import OnDecision, OnIncident
from handlers.turn import Turn


async def on_act(turn: Turn, found: OnIncident) -> None:
    """Any button of the board. What is so already stays so, and the board shows it."""
    incident, by = found.incident, found.member
    wanted = STATES.get(found.word)
    if wanted is not None and incident.phase is not wanted:
        await membership.changed(turn.tx, incident)
    elif found.word == "show":
        await tracking.renew(turn.tx, membership.CARD, incident.id, turn.address.id, Lane.REPLY)
    elif found.word in typed.ASKS:
        await typed.begin(turn, incident, found.word)
    elif found.word == "add":
        await _said(turn, await membership.confirm(turn.tx, turn.service, incident, by), "incident-added")
    elif found.word == "none":
        await _said(turn, await membership.refuse(turn.tx, incident, by), "incident-not-added")
    elif found.word in ("confirm", "unconfirm"):
        await _confirm(turn, incident, by, again=found.word == "unconfirm")
    else:
        turn.tx.incidents.put(_changed(turn, incident, by, found.word))
    await membership.changed(turn.tx, incident)


STATES = {  # in which phase something can be done
    "confirm": Phase.PROPOSED,
    "refuse": Phase.PROPOSED,
    "unrefuse": Phase.REFUSED,
    "unconfirm": Phase.OPEN,
    "add": Phase.OPEN,
    "none": Phase.OPEN,
    "end": Phase.OPEN,
    "reopen": Phase.ENDED,
}


def _changed(turn: Turn, incident: Incident, by: Member, word: str) -> Incident:
    if word in ("refuse", "end"):
        return replace(incident, ended_at=turn.now, ended_by=by.id)
    if word in ("unrefuse", "reopen"):
        return replace(incident, ended_at=None, ended_by=None)
    return replace(incident, pattern=None if incident.pattern is not None else Pattern.KEPT_FROM_MEETING)


async def _confirm(turn: Turn, incident: Incident, by: Member, *, again: bool) -> None:
    """It is one incident; or it was not said."""
    if again:
        turn.tx.incidents.put(replace(incident, confirmed_at=None, confirmed_by=None))
        inside = await membership.links_of(turn.tx, incident, Standing.IN)
        said = [link for link in inside if link.at == incident.confirmed_at and link.rule is not Rule.HAND]
        if said:
            await membership.undo(turn.tx, turn.service, incident, said[0], by)
        turn.reply_in_place("incident-undone")
        return
    incident = turn.tx.incidents.put(replace(incident, confirmed_at=turn.now, confirmed_by=by.id))
    links = await membership.confirm(turn.tx, turn.service, incident, by)
    undo = Button(turn.say("button-incident-undo"), f"incident:{incident.id}:unconfirm")
    rename = Button(turn.say("button-incident-name"), f"incident:{incident.id}:name")
    turn.reply("incident-confirmed", ((rename, undo),), count=len(links))
    await membership.show_all(turn.tx, incident, Lane.EDIT)


async def _said(turn: Turn, links: list[IncidentLink], key: str) -> None:
    if links:
        turn.reply(key, await adding.undoing(turn, links[0]), count=len(links))


async def on_undone(turn: Turn, found: OnDecision) -> None:
    """*Undo*: what was said with one press was not said."""
    if found.link.standing != found.word:
        turn.reply("incident-undone-already")
        return
    await membership.undo(turn.tx, turn.service, found.incident, found.link, found.member)
    await membership.changed(turn.tx, found.incident)
    turn.reply_in_place("incident-undone")
