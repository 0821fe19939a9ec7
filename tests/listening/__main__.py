"""``python -m tests.listening [--failures KIND | --clauses WHAT]``: what is understood, by language and kind of fact."""

import argparse
from collections.abc import Mapping, Sequence

from tests.listening import clause_figures
from tests.listening.figures import JUDGES, Figures, figures, tuning, unread, verdicts

LANGUAGES = ("kk", "ru", "en")


def main() -> None:
    """Print the figures; with ``--failures`` what is missed of the part for tuning."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", choices=[*JUDGES, "language", "all"])
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--clauses", choices=["figures", "failures"], help="how clauses are read instead")
    asked = parser.parse_args()
    languages = [asked.language] if asked.language else LANGUAGES
    if asked.clauses == "failures":
        for language in languages:
            print("\n".join(clause_figures.failures(clause_figures.labelled("read", language))))
        return
    if asked.clauses:
        _clauses(languages)
        return
    if asked.failures:
        for language in languages:
            _failures(language, asked.failures)
        return
    for part, chosen in (("tuning", tuning), ("unread", unread)):
        print(f"\n{part}\n")
        counted = {language: figures(language, chosen(language)) for language in languages}
        print("\n".join(table(counted)))


def _clauses(languages: Sequence[str]) -> None:
    for part in clause_figures.PARTS:
        print(f"\n{part}\n")
        found = {
            language: clause_figures.answers(clause_figures.labelled(part, language))
            for language in languages
        }
        print("\n".join(clause_table(found)))


def clause_table(found: Mapping[str, list[clause_figures.Answer]]) -> list[str]:
    """Of each label precision, recall and F, and of how many, as Markdown."""
    counted = {language: dict(clause_figures.figures(answers)) for language, answers in found.items()}
    rows = [f"| | {' | '.join(counted)} |", f"|---|{'---|' * len(counted)}"]
    for label in next(iter(counted.values())):
        cells = [
            f"{c.precision:.2f} {c.recall:.2f} **{c.f:.2f}** ({c.right + c.missed})"
            for c in (by_label[label] for by_label in counted.values())
        ]
        rows.append(f"| {label} | {' | '.join(cells)} |")
    return rows


def table(counted: dict[str, Figures]) -> list[str]:
    """As Markdown."""
    rows = [f"| | {' | '.join(counted)} |", f"|---|{'---|' * len(counted)}"]
    rows += [_row("**facts**", [f.facts for f in counted.values()])]
    rows += [_row(kind, [f.by_kind[kind] for f in counted.values()]) for kind in ("language", *JUDGES)]
    rows += [_row("**wrong facts, of 100 messages**", [f.wrong_facts for f in counted.values()])]
    rows += [_row("**facts found**", [f.found_facts for f in counted.values()])]
    rows += [_row("woken who ought to be", [f.woken for f in counted.values()])]
    rows += [_row("woken who ought not", [f.false_alarms for f in counted.values()])]
    rows += [_row("should be woken, and nobody sees it", [f.silent for f in counted.values()])]
    rows += [f"| wrong region | {' | '.join(str(f.wrong_regions) for f in counted.values())} |"]
    rows += [f"| no name, taken for one | {' | '.join(str(f.no_names) for f in counted.values())} |"]
    return rows


def _row(name: str, counts: list[tuple[int, int]]) -> str:
    return f"| {name} | {' | '.join(f'{100 * n / of:.0f} % ({n}/{of})' if of else '-' for n, of in counts)} |"


def _failures(language: str, kind: str) -> None:
    for verdict in verdicts(language, tuning(language)):
        if verdict.told and not verdict.right and kind in (verdict.kind, "all"):
            message = verdict.message
            label = message.get(verdict.kind, language)
            print(
                f"{language} {message['number']} {verdict.kind}: {label!r}, read {verdict.got!r}: {message['text']}"
            )


if __name__ == "__main__":
    main()
