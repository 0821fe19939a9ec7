"""Precision and recall of comparing names, of the part for tuning and the part that is only measured; and the errors."""

import sys

from bot.core.matching.evidence import PERHAPS, SURE
from bot.resources.matching import load_name_rules
from tests.matching.pairs import figures, likeness, load, share_found


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
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
