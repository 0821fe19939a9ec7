"""What a letter tells of one case, as it would be printed; who is not named and why; what can be done about it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.core.papers.choices import Choices, unticked
from bot.core.papers.made import Paper
from bot.core.papers.telling import DONE_BY, Told
from bot.core.papers.who import SEXES
from bot.core.presentation import Button, Presentation, Rows, Style, in_rows
from handlers.letters.lists import back
from handlers.service import Service


def view(
    service: Service, paper: Paper, choices: Choices, every: Mapping[str, Told], pane: str, language: str
) -> Presentation:
    """``every``: the same in each language of the letter; all of it is checked. ``pane`` is ``by`` for who did it."""
    say, told = service.words.say, next(iter(every.values()))
    lines = [say(language, "letter-case-head", code=told.case.code)]
    for one in every.values():
        lines += ["", one.head.text, *_parts(service, choices, one, language)]
    lines += ["", *_notes(service, language, every)]
    if pane == "by":
        rows = (*_by(service, paper, told, language), *back(service, paper, language, f"case.{told.case.id}"))
    else:
        rows = (*_rows(service, paper, choices, told, language), *back(service, paper, language))
    return Presentation("\n".join(lines).strip(), rows, protect=True)


def _parts(service: Service, choices: Choices, told: Told, language: str) -> Iterator[str]:
    left = unticked(told, choices.ticks)
    for part, leaf in told.parts.items():
        if leaf.text:
            sure = "" if leaf.verified else "✓"
            mark = service.words.say(language, "letter-unticked") if part in left else sure
            yield f"• {leaf.text} {mark}".rstrip()


def _notes(service: Service, language: str, every: Mapping[str, Told]) -> list[str]:
    """Who is not named and why; what is left out; what only a person can say."""
    say, told = service.words.say, next(iter(every.values()))
    reasons = Counter(why for _, why in told.unnamed)
    lines = [
        say(language, f"letter-unnamed-{why.replace('_', '-')}", count=count)
        for why, count in reasons.items()
    ]
    if any(one.betrays for one in every.values()):
        lines.append(say(language, "letter-betrays"))
    elif silent := [tongue for tongue, one in every.items() if not one.parts["own"].text]:
        lines.append(say(language, "letter-no-line", languages=", ".join(silent)))
    if told.case.act is None:
        lines.append(say(language, "letter-no-act"))
    return lines


def _rows(service: Service, paper: Paper, choices: Choices, told: Told, language: str) -> Rows:
    def button(key: str, word: str, style: Style = Style.PLAIN) -> Button:
        return Button(service.words.say(language, f"button-letter-{key}"), f"letter:{paper.id}:{word}", style)

    case = told.case.id
    left = unticked(told, choices.ticks)
    tick = button("tick" if left else "untick", f"tick.{case}", Style.SUCCESS if left else Style.PLAIN)
    names = tuple(
        Button(
            service.words.say(language, "button-letter-name", number=number),
            f"letter:{paper.id}:write.name.{person}",
        )
        for number, person in enumerate(told.named, start=1)
    )
    sexes = tuple(button(sex, f"sex.{case}.{sex}") for sex in SEXES) if len(told.named) == 1 else ()
    place = "earlier" if case in choices.cases else "in"
    return (
        (tick,),
        (button("line", f"write.line.{case}"), button("by", f"by.{case}")),
        *in_rows(names),
        *((sexes,) if sexes else ()),
        (button(place, f"put.{case}"), button("out", f"out.{case}")),
    )


def _by(service: Service, paper: Paper, told: Told, language: str) -> Rows:
    buttons = [
        Button(
            service.words.say(language, f"later-perpetrators-{one}"),
            f"letter:{paper.id}:did.{told.case.id}.{one}",
        )
        for one in DONE_BY
    ]
    return in_rows(buttons)
