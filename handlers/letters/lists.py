"""The lists from which a letter chooses: languages, offices, rights, findings, demands. What is chosen is numbered."""

from bot.core.papers.choices import Choices
from bot.core.papers.made import Paper
from bot.core.presentation import Button, Presentation, Rows, Style, in_rows
from handlers.letters.around import Option, days_of, options
from handlers.letters.built import Built
from handlers.service import Service


def view(
    service: Service, paper: Paper, choices: Choices, whole: Built, of: str, language: str
) -> Presentation:
    """All rows, in the order of the list; an office that cannot be addressed says why, and has no button."""
    say = service.words.say
    every = options(service, of, whole.day, days_of(whole.told), language)
    chosen: tuple[str, ...] = getattr(choices, of)
    lines = [say(language, f"letter-choose-{of}"), ""]
    buttons: list[Button] = []
    for number, one in enumerate(every, start=1):
        lines.append(f"{_mark(chosen, one)}{number}. {one.text}{_why(service, language, one)}")
        if not one.refused or one.id in chosen:
            style = Style.SUCCESS if one.id in chosen else Style.PLAIN
            label = f"{_mark(chosen, one)}{number}"
            buttons.append(Button(label, f"letter:{paper.id}:on.{of}.{one.short}", style))
    return Presentation(
        "\n".join(lines), (*in_rows(buttons, 4), *back(service, paper, language)), protect=True
    )


def back(service: Service, paper: Paper, language: str, to: str = "pane.") -> Rows:
    """To where the reader came from: mostly the first page."""
    return ((Button(service.words.say(language, "button-letter-back"), f"letter:{paper.id}:{to}"),),)


def _mark(chosen: tuple[str, ...], option: Option) -> str:
    return "✓ " if option.id in chosen else ""


def _why(service: Service, language: str, option: Option) -> str:
    return f" ⛔ {service.words.say(language, f'letter-office-{option.refused}')}" if option.refused else ""
