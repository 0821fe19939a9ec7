"""What a roster file would do, or what is wrong with it: as much as one screen holds, the rest counted."""

from bot.core.folding import inert
from bot.core.presentation import Button, Presentation, Style
from bot.core.roster.changes import Changes
from bot.core.roster.row import BadRoster, RosterMistake, shortened
from handlers.service import Service

LINES = 12  # people or mistakes that are listed
LONGEST = 60  # characters of a name


def changes(service: Service, language: str, found: Changes, number: int) -> Presentation:
    """Added, changed and how, unchanged; and one tap that does it. ``number``: of the file."""
    say = service.words.say
    counts = {"added": len(found.added), "changed": len(found.changed), "unchanged": found.unchanged}
    lines = [say(language, "roster-preview", **counts, missing=found.missing)]
    people = [
        *(f"➕ {_name(row.name)} · {say(language, f'members-{row.role}')}" for row in found.added),
        *(
            f"✏️ {_name(row.name)}: {', '.join(say(language, f'roster-column-{one}') for one in columns)}"
            for row, columns in found.changed
        ),
    ]
    lines += [*people[:LINES], *_rest(service, language, len(people))]
    if not found.coordinators:
        lines.append(say(language, "roster-no-coordinator"))
    if not people:
        return Presentation("\n".join([*lines, say(language, "roster-nothing")]), protect=True)
    rows = (
        (Button(say(language, "button-roster-do"), f"import:{number}", Style.SUCCESS),),
        (Button(say(language, "button-roster-leave"), f"noimport:{number}"),),
    )
    return Presentation("\n".join(lines), rows, protect=True)


def mistakes(service: Service, language: str, bad: BadRoster) -> Presentation:
    """All of them as far as they fit; nothing was changed."""
    say = service.words.say
    lines = [say(language, "roster-bad", count=len(bad.mistakes))]
    lines += [f"• {_mistake(service, language, one)}" for one in bad.mistakes[:LINES]]
    lines += _rest(service, language, len(bad.mistakes))
    return Presentation("\n".join(lines), protect=True)


def _mistake(service: Service, language: str, one: RosterMistake) -> str:
    say = service.words.say
    column = say(language, f"roster-column-{one.column}") if one.column else ""
    value = inert(shortened(one.value)) if one.value else ""
    where = say(language, "roster-line", line=one.line)
    said = " · ".join(part for part in (where, column, value) if part)
    return f"{said}: {say(language, f'roster-wrong-{one.key}')}"


def _rest(service: Service, language: str, count: int) -> list[str]:
    return [service.words.say(language, "roster-more", count=count - LINES)] if count > LINES else []


def _name(name: str) -> str:
    name = inert(name)
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
