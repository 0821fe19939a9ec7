"""What the day of tests.matching.day brings together: how many candidates a report has, and how right the answers are."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

from core.matching.likeness import Likeness, compare_people
from core.matching.name_tokens import NameRules, name_tokens
from core.matching.search_blocks import BlockPass, KnownPerson, blocks_to_search, blocks_to_store
from tests.matching.day import Told
from tests.matching.pairs import Figures


@dataclass(frozen=True, slots=True)
class Played:
    """``pairs``: reports of one person, the later with each earlier one; ``found``: those that any block brings together;
    ``namesakes``: wrong answers about two people of one name, in one city, whom no name tells apart.
    """

    pairs: int
    found: int
    candidates: float
    answers: dict[Likeness, Figures]
    namesakes: dict[Likeness, int]
    cpu_ms: float  # of a report: keys, blocks and scores, without the database


def play(told: Sequence[Told], rules: NameRules) -> Played:
    """Each report is compared with all before it that a block brings up."""
    begun = process_time()
    known = [KnownPerson(name_tokens(one.name, rules), one.city, (one.day,)) for one in told]
    before: dict[tuple[BlockPass, str], list[int]] = defaultdict(list)
    people: Counter[int] = Counter()
    pairs = found = candidates = 0
    namesakes = {Likeness.SAME: 0, Likeness.MAYBE: 0}
    hits: dict[Likeness, Counter[bool]] = {Likeness.SAME: Counter(), Likeness.MAYBE: Counter()}
    for number, (one, sought) in enumerate(zip(told, known, strict=True)):
        rows = {block: before[block] for block in blocks_to_search(sought) if block in before}
        bearers = len({at for (through, _), ats in rows.items() if through is BlockPass.WORDS for at in ats})
        brought = {at for ats in rows.values() for at in ats}
        candidates += len(brought)
        pairs += people[one.person]
        for at in brought:
            same = told[at].person == one.person
            found += same
            likeness = compare_people(sought, known[at], bearers=bearers).likeness
            if likeness is not Likeness.NONE:
                hits[likeness][same] += 1
                namesakes[likeness] += not same and told[at].called == one.called
        people[one.person] += 1
        for block in blocks_to_store(sought):
            before[block].append(number)
    cpu = 1000 * (process_time() - begun) / len(told)
    right = hits[Likeness.SAME][True], hits[Likeness.MAYBE][True]
    wrong = hits[Likeness.SAME][False], hits[Likeness.MAYBE][False]
    answers = {
        Likeness.SAME: Figures(right[0], wrong[0], pairs - right[0]),
        Likeness.MAYBE: Figures(sum(right), sum(wrong), pairs - sum(right)),
    }
    namesakes[Likeness.MAYBE] += namesakes[Likeness.SAME]
    return Played(pairs, found, candidates / len(told), answers, namesakes, cpu)
