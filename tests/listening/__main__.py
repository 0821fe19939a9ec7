"""``python -m tests.listening [--failures KIND]``: how much is understood, by language and kind of fact."""

import argparse

from tests.listening.figures import JUDGES, Figures, figures, tuning, unread, verdicts

LANGUAGES = ("kk", "ru", "en")


def main() -> None:
    """Print the figures; with ``--failures`` what is missed of the part for tuning."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", choices=[*JUDGES, "language", "all"])
    parser.add_argument("--language", choices=LANGUAGES)
    asked = parser.parse_args()
    languages = [asked.language] if asked.language else LANGUAGES
    if asked.failures:
        for language in languages:
            _failures(language, asked.failures)
        return
    for part, chosen in (("tuning", tuning), ("unread", unread)):
        print(f"\n{part}\n")
        counted = {language: figures(language, chosen(language)) for language in languages}
        print("\n".join(table(counted)))


def table(counted: dict[str, Figures]) -> list[str]:
    """As Markdown."""
    rows = [f"| | {' | '.join(counted)} |", f"|---|{'---|' * len(counted)}"]
    rows += [_row("**facts**", [f.facts for f in counted.values()])]
    rows += [_row(kind, [f.by_kind[kind] for f in counted.values()]) for kind in ("language", *JUDGES)]
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
