"""``python -m tests.declension``: how names are declined, by library and case, and which are wrong."""

from collections import Counter

from core.declining.name_parts import GrammaticalCase
from tests.declension.measuring import CASES, LANGUAGES, alone, measured, ours

LIBRARIES = {"ru": "petrovich", "kk": "qazaq-inflector"}
OUTCOMES = ("right", "none", "wrong")


def shown(title: str, figures: Counter[tuple[str, GrammaticalCase, str]]) -> None:
    """One table."""
    print(f"\n{title}\n{'':32}" + "".join(f"{outcome:>8}" for outcome in OUTCOMES))
    for language in LANGUAGES:
        for case in CASES:
            counts = "".join(f"{figures[language, case, outcome]:8}" for outcome in OUTCOMES)
            print(f"{LIBRARIES[language]:18}{case:14}{counts}")


if __name__ == "__main__":
    for title, declining, said in (
        ("The program, sex not said", ours, False),
        ("The program, sex said", ours, True),
        ("The libraries alone, sex said", alone, True),
    ):
        figures, wrong = measured(declining, sex_said=said)
        shown(title, figures)
        if declining is ours:
            for one, found in wrong:
                print(f"wrong: {one.name}, {one.language} {one.case}: {found}, should be {one.right[0]}")
