"""Whom a sentence names, of the people of all cases, and may not: found by keyed hashes, and only these cases are opened.

Two words of a name beside each other, in any order and spelling, or with one word between them, name somebody; one alone
does not. A namesake is named too: then whoever wrote the sentence decides.
"""

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from bot.core.casework import consents
from bot.core.matching.blocks import Known, Pass, wanted
from bot.core.matching.tokens import tokens
from bot.core.vocabulary import Use
from handlers.cards.case_view import view_of
from handlers.casework import name_index
from handlers.service import Service
from storage.transaction import Transaction

READ = 60  # words
WINDOW = 3  # words that stand together
OPENED = 20  # cases


class Doubt(Struct, frozen=True):
    """The case of somebody who may not be named. ``is_bound``: by a promise not to disclose."""

    code: str
    is_bound: bool


async def named(tx: Transaction, service: Service, sentence: str) -> list[Doubt]:
    """The newest cases of those whom it may name and who have not permitted that their name is published."""
    hashes = {
        name_index.hash_of(tx, through, text)
        for known in _pairs(service, sentence)
        for through, text in wanted(known)
        if through is Pass.WORDS
    }
    await tx.name_blocks.prefetch("hash", hashes)
    found: dict[int, set[int]] = {}
    for hashed in hashes:
        for row in await tx.name_blocks.by(hash=hashed):
            if row.person_id is not None:
                found.setdefault(row.case_id, set()).add(row.person_id)
    doubts = []
    for case_id in sorted(found, reverse=True)[:OPENED]:
        case = await tx.cases.get(case_id)
        if case is not None:
            view = await view_of(tx, case)
            if not all(consents.permits(view, Use.PUBLICATION, person) for person in found[case_id]):
                doubts.append(Doubt(case.code, consents.is_bound(view)))
    return doubts


def _pairs(service: Service, sentence: str) -> Iterator[Known]:
    words = sentence.split()[:READ]
    for begin in range(len(words)):
        spelt = [one for word in words[begin : begin + WINDOW] for one in tokens(word, service.name_rules)]
        for pair in combinations(spelt, 2):
            yield Known(pair)
