"""Whose message is read next."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.fair_queue import FairQueue


def all_of(queue: FairQueue, most: int = 32, room: float = 3_000) -> list[list[int]]:
    """Every batch until nothing waits."""
    batches = []
    while queue:
        batches.append(queue.take(most, room))
    return batches


def test_ten_thousand_messages_of_one_person_delay_another_by_one() -> None:
    queue = FairQueue()
    for number in range(10_000):
        queue.offer(number, "flood", 100)
    queue.offer(10_000, "true", 100)
    assert queue.take(2, 3_000) == [0, 10_000]


def test_who_comes_while_another_is_served_for_long_waits_for_one_too() -> None:
    queue = FairQueue()
    for number in range(10_000):
        queue.offer(number, "flood", 100)
    for _ in range(100):
        queue.take(32, 1e9)
    queue.offer(10_000, "true", 100)
    queue.offer(10_001, "true", 100)
    assert [i for i in queue.take(5, 1e9) if i >= 10_000] == [10_000, 10_001]


def test_a_thousand_long_ones_of_a_thousand_people_do_not_delay_a_short_one() -> None:
    queue = FairQueue()
    for number in range(1_000):
        queue.offer(number, f"sybil {number}", 1_030)
    queue.take(32, 3_000)
    queue.offer(1_000, "true", 150)
    assert queue.take(32, 3_000)[0] == 1_000


def test_who_was_read_much_while_others_wait_comes_behind_them_and_owes_nothing_when_all_is_read() -> None:
    queue = FairQueue()
    for number in range(5):
        queue.offer(number, "much", 100)
    for number in range(5, 8):
        queue.offer(number, f"long {number}", 450)
    assert queue.take(5, 1e9) == [0, 1, 2, 3, 5]
    queue.offer(8, "much", 100)
    assert [i for batch in all_of(queue) for i in batch] == [6, 7, 4, 8]
    queue.offer(9, "new", 100)
    queue.offer(10, "much", 100)
    assert queue.take(2, 1e9) == [9, 10]


def test_a_batch_is_bounded_by_number_and_by_cost_and_never_empty() -> None:
    queue = FairQueue()
    for number in range(100):
        queue.offer(number, f"person {number}", 10)
    for number in range(100, 110):
        queue.offer(number, f"person {number}", 1_200)
    queue.offer(110, "huge", 9_000)
    assert [len(batch) for batch in all_of(queue)] == [32, 32, 32, 4 + 2, 2, 2, 2, 2, 1]


OFFERS = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 1_200), st.booleans()), max_size=80)


@given(OFFERS, st.integers(1, 8), st.integers(1, 3_000))
def test_everything_is_taken_once_and_each_persons_in_order(
    offers: list[tuple[int, int, bool]], most: int, room: int
) -> None:
    queue, taken, of = FairQueue(), [], {}
    for number, (person, cost, takes) in enumerate(offers):
        queue.offer(number, str(person), cost)
        of[number] = person
        assert number in queue
        if takes:
            taken += queue.take(most, room)
    taken += [i for batch in all_of(queue, most, room) for i in batch]
    assert sorted(taken) == sorted(of)
    order: dict[int, list[int]] = defaultdict(list)
    for number in taken:
        order[of[number]].append(number)
    assert all(numbers == sorted(numbers) for numbers in order.values())


@pytest.mark.slow
@given(OFFERS)
def test_nobody_who_waits_is_ahead_of_another_by_more_than_a_message(
    offers: list[tuple[int, int, bool]],
) -> None:
    queue, costs = FairQueue(), {}
    used: dict[int, int] = defaultdict(int)
    for number, (person, cost, _) in enumerate(offers):
        queue.offer(number, str(person), cost)
        costs[number] = (person, cost)
    waiting = {person for person, *_ in costs.values()}
    left = {person: [n for n in costs if costs[n][0] == person] for person in waiting}
    while queue:
        (number,) = queue.take(1, 1e9)
        person, cost = costs[number]
        left[person].remove(number)
        used[person] += cost
        still = [one for one in waiting if left[one]]
        if len(still) > 1:
            assert max(used[one] for one in still) - min(used[one] for one in still) <= 2 * 1_200
