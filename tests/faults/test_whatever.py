"""After any sequence of acts nobody is stuck, nothing is in the wrong place, and hidden chats have heard one sentence."""

import asyncio
import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from playground.limits import Limits
from storage.sealing import new_key
from tests.faults.scale import SCALE, SEED
from tests.faults.whatever import LANGUAGES, WHAT, Act, Somebody, Whatever
from tests.stories.staff import PATIENT
from tests.world.world import world

pytestmark = pytest.mark.slow

FAST = """
[limits]
per_second = 1000.0
chat_burst = 1000
chat_per_second = 1000.0
"""
REPORTERS = range(len(LANGUAGES))
# Three reports of which their reporters want to hear, the last of them from a chat that is hidden since.
FIRST = [(n, what, n) for what in ("tells", "allows news") for n in REPORTERS] + [(REPORTERS[-1], "hides", 0)]
ACTS = st.lists(
    st.tuples(
        st.sampled_from((0, 0, 0, 1, 1, 2, 3, 3, 4, 4)),
        st.sampled_from(("taps", "taps", "taps", "tells", "codes", *WHAT)),
        st.integers(0, 999),
    ),
    min_size=10,
    max_size=60 if SCALE.long else 20,
)


async def play(acts: list[Act], template: Path) -> None:
    """One world, from three first reports on."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copy(template, folder / "dabyl.db")
        url = f"sqlite:///{folder}/dabyl.db"
        async with world(url, new_key(), folder, config=PATIENT + FAST, limits=Limits.off()) as here:
            people = [
                Somebody(await here.person(name, of), False)
                for name, of in zip(("Aigul", "Rita", "Tim"), LANGUAGES, strict=True)
            ]
            people.append(Somebody(await here.member("Marat", languages=("en",)), True))
            people.append(Somebody(await here.member("Olga", role="coordinator", languages=("ru",)), True))
            for somebody in people:
                await somebody.phone.starts()
            await here.settle()
            whatever = Whatever(here, people)
            try:
                for act in (*FIRST, *acts):
                    await whatever.does(act)
                await whatever.nothing_is_in_the_wrong_place()
                await whatever.nobody_is_stuck()
            except BaseException as error:
                error.add_note("\n".join(whatever.story))
                raise


@seed(SEED)
@settings(
    max_examples=200 if SCALE.long else 5,
    deadline=None,
    database=None,
    phases=list(Phase) if SCALE.long else (Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(ACTS)
def test_whatever_happens_nobody_is_stuck_and_nothing_is_in_the_wrong_place(
    sqlite_template: Path, monkeypatch: pytest.MonkeyPatch, acts: list[Act]
) -> None:
    # The same codes each time.
    monkeypatch.setattr("bot.building.secrets.SystemRandom", lambda: random.Random(2018))
    asyncio.run(play(acts, sqlite_template))
