"""What coordinators see when a member hid their chat: whom to ring, and the way back."""

from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from handlers.cards.case_card import stub
from handlers.people.readers import has_hidden, is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Name and number while the chat is hidden; afterwards that it is settled."""
    language = await language_of(tx, service, card.address_id)
    member = await tx.members.get(card.subject_id)
    if member is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if member.suspended_at is not None or not await has_hidden(tx, member):
        return stub(service, language, "hidden-settled", name=member.name)
    say = service.words.say
    back = Button(say(language, "button-member-back"), f"returned:{member.id}", Style.PRIMARY)
    text = say(language, "hidden-member", name=member.name, phone=member.phone or "—")
    return Presentation(text, ((back,),), protect=True)
