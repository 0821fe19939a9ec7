"""Precision and recall of comparing names, of the part for tuning and the part that is only measured; and the errors."""

import sys

from core.matching.likeness import PERHAPS, SURE
from core.resources.name_files import load_name_rules
from tests.matching.day import reports
from tests.matching.pairs import figures, likeness, load, share_found
from tests.matching.played import play


def main() -> None:
    """Print them."""
    rules, pairs = load_name_rules(), load()
    lines = []
    for title, part in (
        ("for tuning", [pair for pair in pairs if not pair.held_out]),
        ("held out", [pair for pair in pairs if pair.held_out]),
    ):
        same = sum(pair.same for pair in part)
        lines.append(f"{title}: {same} of one person, {len(part) - same} of two")
        for least in (PERHAPS, SURE):
            found = figures(part, rules, least)
            lines.append(f"  {least}: precision {found.precision:.3f}, recall {found.recall:.3f}")
        lines.append(f"  brought together by two words: {share_found(part, rules):.3f}")
    lines.append("errors of the part for tuning:")
    for pair in pairs:
        alike = likeness(pair, rules)
        if not pair.held_out and (alike >= PERHAPS) is not pair.same:
            lines.append(
                f"  {alike:.3f} {'missed' if pair.same else 'wrong'} ({pair.cause}): {pair.one} | {pair.other}"
            )
    lines += day(int(sys.argv[1])) if len(sys.argv) > 1 else []
    sys.stdout.write("\n".join(lines) + "\n")


def day(people: int) -> list[str]:
    """So many people on one day, each told of by three."""
    played = play(reports(people), load_name_rules())
    found, namesakes = played.answers, played.namesakes
    return [
        f"a made-up day of {people} people, three reports each: {played.pairs} pairs of one person",
        f"  brought together {played.found / played.pairs:.3f}, candidates of a report {played.candidates:.1f}, "
        f"{played.cpu_ms:.2f} ms of processor time",
        *(
            f"  {name}: precision {found[name].precision:.3f}, recall {found[name].recall:.3f}; "
            f"of {found[name].wrong} that are two, {namesakes[name]} have one name"
            for name in found
        ),
    ]


if __name__ == "__main__":
    main()
