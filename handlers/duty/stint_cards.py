"""How one time of duty looks: to whoever has it, and to colleagues who may take it."""

from collections.abc import Sequence

from bot.core.presentation import Button, Presentation, Style
from bot.core.rota import StintState
from bot.core.traffic import Card
from handlers.cards.case_card import stub
from handlers.duty import said
from handlers.duty.swaps import BACK, NO, OFFER, YES
from handlers.people.membership import active_at
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One's own time of duty: whether one comes."""
    stint = await tx.stints.get(card.subject_id)
    member = await tx.members.get(stint.member_id) if stint is not None else None
    language = await language_of(tx, service, card.address_id)
    if stint is None or member is None:
        return None
    if member.suspended_at is not None:
        return stub(service, language, "suspended")
    say = service.words.say
    asked = await tx.cards.by(subject=OFFER, subject_id=stint.id)
    alone = stint.state is StintState.OFFERED and not asked
    times = said.span(service, language, (stint.starts, stint.ends))
    text = say(language, "duty-stint-alone" if alone else f"duty-stint-{stint.state}", times=times)
    words: Sequence[tuple[str, Style]] = {
        StintState.ASKED: ((YES, Style.SUCCESS), (NO, Style.DANGER)),
        StintState.CONFIRMED: ((NO, Style.PLAIN),),
        StintState.OFFERED: ((BACK, Style.PLAIN),),
        StintState.TAKEN: (),
    }[stint.state]
    buttons = tuple(
        Button(say(language, f"button-stint-{word}"), f"stint:{stint.id}:{word}", style)
        for word, style in words
    )
    over = stint.ends <= tx.now
    return Presentation(text, (buttons,) if buttons and not over else ())


async def offer_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A colleague's time that can be taken: when and where, and nobody's name."""
    stint = await tx.stints.get(card.subject_id)
    giver = await tx.members.get(stint.member_id) if stint is not None else None
    readers = await active_at(tx, card.address_id)
    language = await language_of(tx, service, card.address_id)
    if stint is None or giver is None:
        return None
    if not readers:
        return stub(service, language, "suspended")
    say = service.words.say
    times, places = (
        said.span(service, language, (stint.starts, stint.ends)),
        said.places(service, language, giver),
    )
    if stint.state is not StintState.OFFERED or stint.ends <= tx.now or giver.suspended_at is not None:
        mine = stint.taken_by == readers[0].id
        return Presentation(
            say(language, "duty-swap-yours" if mine else "duty-swap-over", times=times, places=places)
        )
    take = Button(say(language, "button-swap-take"), f"swap:{stint.id}", Style.SUCCESS)
    return Presentation(say(language, "duty-swap", times=times, places=places), ((take,),))
