"""Prints how well stations are heard."""

import sys

from tests.stations.figures import HERE, LANGUAGES, figures_of

for name, folder in (("for tuning", HERE), ("unread", HERE / "unread")):
    for language in LANGUAGES:
        found = figures_of(folder / f"{language}.toml")
        print(
            f"{name} {language}: heard {found.right} of {found.said}, wrongly {len(found.wrong)}, "
            f"not {len(found.missed)}; claimed of {found.others} that claim nothing {len(found.claimed)}"
        )
        if folder == HERE and "--wrong" in sys.argv:
            for said, claimed in (*found.wrong, *found.claimed):
                print(f"    {said.text!r}: {claimed!r}, not {said.right!r}")
            for said in found.missed:
                print(f"    {said.text!r}: nothing, not {said.right!r}")
