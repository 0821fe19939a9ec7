"""The page of a letter: one message that changes, and shows what its reader turned to (``Card.chosen``).

nothing           what it tells, to whom, what it asks for, what is missing
offices, rights … a list from which is chosen
case:17, by:17    what it tells of a case, and who did it
"""

from bot.core.model import Member
from bot.core.papers.choices import LISTS, Choices
from bot.core.papers.made import Paper
from bot.core.papers.telling import Told
from bot.core.presentation import Presentation
from bot.core.traffic import Card
from handlers.cards.case_card import stub
from handlers.letters import case_page, first_page, lists
from handlers.letters.built import built
from handlers.letters.draft import choices_of, is_draft
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How it is now."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    paper = await tx.papers.get(card.subject_id)
    member = await tx.members.get(paper.member_id) if paper is not None else None
    if paper is None or member is None or not is_draft(paper):
        return None
    choices = choices_of(paper)
    whole = await built(tx, service, member, paper, choices, language)
    pane, _, of = card.chosen.partition(":")
    if pane in LISTS:
        return lists.view(service, paper, choices, whole, pane, language)
    if any(str(one.case.id) == of for one in (*whole.told, *whole.earlier)):
        every = {one: await _told(tx, service, member, paper, choices, one, of) for one in choices.languages}
        return case_page.view(service, paper, choices, every, pane, language)
    return await first_page.view(tx, service, paper, choices, whole, language)


async def _told(
    tx: Transaction, service: Service, member: Member, paper: Paper, choices: Choices, language: str, of: str
) -> Told:
    whole = await built(tx, service, member, paper, choices, language)
    return next(one for one in (*whole.told, *whole.earlier) if str(one.case.id) == of)
