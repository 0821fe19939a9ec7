"""What later words tell: facts that a lawyer must hear at once; the same person, or somebody else."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.later import facts_told, has_lawyer, speaks_of_another, speaks_of_the_same

HEARD = load_heard()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("he was moved to Karaganda", ("moved",)),
        ("they took him to another station", ("moved",)),
        ("hearing at 3 pm today", ("court",)),
        ("they released him", ("released",)),
        ("he is in hospital", ("ill",)),
        ("he has diabetes and no insulin", ("ill", "withheld")),
        ("they don't let the lawyer in", ("refused",)),
        ("the lawyer was refused", ("refused",)),
        ("he is beaten", ("beaten",)),
        ("beaten, and then they took him to the hospital", ("beaten", "ill", "moved")),
        ("его перевезли в Караганду", ("moved",)),
        ("через час суд", ("court",)),
        ("его отпустили", ("released",)),
        ("ему стало плохо, вызвали скорую", ("ill",)),
        ("адвоката не пускают", ("refused",)),
        ("не допускают его адвоката", ("refused",)),
        ("его избили", ("beaten",)),
        ("оны басқа бөлімге ауыстырды", ("moved",)),
        ("ертең сот болады", ("court",)),
        ("оны босатып жіберді", ("released",)),
        ("ол ауруханада жатыр", ("ill",)),
        ("адвокатты кіргізбей жатыр", ("refused",)),
        ("оны ұрып жатыр", ("beaten",)),
        ("thank you very much", ()),
        ("his name is Dana Made-Up", ()),
        ("he was not moved", ()),
        ("он не в больнице", ()),
        ("синяя машина у входа", ()),
        ("рақмет сізге", ()),
    ],
)
def test_facts_that_matter_are_heard(text: str, facts: tuple[str, ...]) -> None:
    assert facts_told(text, HEARD) == facts


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("у нас уже есть адвокат", True),
        ("біздің адвокатымыз бар", True),
        ("we have our own lawyer", True),
        ("его отпустили, у нас есть адвокат", False),
        ("нужен адвокат", False),
        ("его избили", False),
    ],
)
def test_a_lawyer_of_their_own_is_asked_for_alone_too(text: str, has: bool) -> None:
    assert has_lawyer(text, HEARD) == ("lawyer" in facts_told(text, HEARD)) == has


@pytest.mark.parametrize("text", ["his mother is here", "его держат там", "оны көрдім"])
def test_a_pronoun_speaks_of_the_same_person(text: str) -> None:
    assert speaks_of_the_same(text, "", HEARD)


def test_the_same_relative_is_the_same_person_and_another_one_is_not() -> None:
    assert speaks_of_the_same("my brother is in Astana", "they took my brother in Almaty", HEARD)
    assert not speaks_of_the_same("they took my sister in Astana", "they took my brother in Almaty", HEARD)


@pytest.mark.parametrize(
    "text",
    ["police took a man in Astana too", "в Астане задержали ещё троих", "Астанада тағы үш адамды ұстады"],
)
def test_somebody_else_is_heard(text: str) -> None:
    assert speaks_of_another(text, HEARD)


@pytest.mark.parametrize(
    "text", ["they moved him to another station", "он ещё в отделе", "police took a man"]
)
def test_nobody_else_is_not(text: str) -> None:
    assert not speaks_of_another(text, HEARD)
