"""What sorts of papers are called, wherever they are named."""

from core.model import Case
from core.papers.paper_kinds import Occasion, PaperKind
from core.presentation import Button, ButtonRows, Style
from handlers.service import Service


def kind_of(service: Service, id: str) -> PaperKind | None:
    """The sort of this id; None where this version has none."""
    return service.papers.kinds.get(id)


def paper_name(service: Service, language: str, id: str) -> str:
    """What a sort is called in a reader's language."""
    kind = kind_of(service, id)
    return kind.names[language] if kind is not None else id


def kinds_for(service: Service, occasion: Occasion) -> list[PaperKind]:
    """The sorts that this calls for."""
    return [kind for kind in service.papers.kinds.values() if occasion in kind.occasions]


def paper_buttons(service: Service, language: str, case: Case, occasion: Occasion) -> ButtonRows:
    """The button that leads straight to the paper for it; nothing where the country has none."""
    if not kinds_for(service, occasion):
        return ()
    label = service.words.say(language, f"button-papers-{occasion.value}", code=case.code)
    return ((Button(label, f"occasion:{case.id}:{occasion.value}", Style.PRIMARY),),)
