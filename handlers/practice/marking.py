"""One calm line above whatever a practice shows, to whomever."""

from msgspec.structs import replace

from bot.core.presentation import Button, Presentation, Rows, Style
from handlers.service import Service


def marked(service: Service, language: str, shown: Presentation) -> Presentation:
    """With the line that says so above."""
    return replace(shown, text=f"{service.words.say(language, 'practice-mark')}\n\n{shown.text}")


def ways_out(service: Service, language: str, *, hides: bool) -> Rows:
    """Below the practising person's card: hiding, as they would; it is real after all; the end."""
    say = service.words.say
    hide = (Button(say(language, "report-hide"), "practice:hide", Style.DANGER),) if hides else ()
    real = Button(say(language, "button-practice-real"), "practice:real", Style.DANGER)
    return (*((hide,) if hide else ()), (real, Button(say(language, "button-practice-end"), "practice:end")))
