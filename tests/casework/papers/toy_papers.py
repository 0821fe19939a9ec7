"""Papers of a made-up country, for stories: few fields, short texts."""

from collections.abc import Mapping

from core.clocks.clock_rows import RowSureness
from core.documents.typeset import typeset_template
from core.papers.paper_kinds import Occasion, PaperGroup, PaperKind, PaperSubject
from core.resources.paper_files import Papers
from core.vocabulary import ConsentUse

DEMAND = PaperKind(
    id="demand",
    names={"en": "Toy demand", "ru": "Игрушечное требование", "kk": "Ойыншық талап"},
    group=PaperGroup.HOME,
    about=PaperSubject.PERSON,
    languages=("en", "ru"),
    version=3,
    required=("to.line", "person.name", "detention.began", "overrun.due"),
    wanted=("person.occupation", "answers.request", "grounds.copies_refused"),
    to=("head-of-place", "prosecutor"),
    occasions=frozenset({Occasion.OVERRUN}),
    sent_as="release",
    use=None,
    two_people=False,
    from_memory=(),
    articles=(),
    sure=RowSureness.A,
)
ALERT = PaperKind(
    id="alert",
    names={"en": "Toy alert", "ru": "Игрушечное обращение", "kk": "Ойыншық үндеу"},
    group=PaperGroup.UN,
    about=PaperSubject.PERSON,
    languages=("en",),
    version=1,
    required=("person.name",),
    wanted=("person.sex",),
    to=(),
    occasions=frozenset({Occasion.DENIED}),
    sent_as="wgad",
    use=ConsentUse.AUTHORITIES,
    two_people=True,
    from_memory=("II",),
    articles=(),
    sure=RowSureness.UNKNOWN,
)
COMPLAINT = PaperKind(
    id="complaint",
    names={"en": "Toy complaint", "ru": "Игрушечная жалоба", "kk": "Ойыншық шағым"},
    group=PaperGroup.HOME,
    about=PaperSubject.CASE,
    languages=("ru", "en"),
    version=1,
    required=("case.code",),
    wanted=(),
    to=("prosecutor",),
    occasions=frozenset({Occasion.SILENT}),
    sent_as="complaint",
    use=None,
    two_people=False,
    from_memory=(),
    articles=(),
    sure=RowSureness.A,
)
SOURCES = {
    "demand": "> {{ to.line }}\n# Demand\n{{ person.name }} is held since {{ detention.began }}; "
    "over at {{ overrun.due }}.\nWork: {{ person.occupation }}. {{ answers.request }}\n{%p if grounds.copies_refused %}\n"
    "No copies: {{ grounds.copies_refused }}.\n{%p endif %}\nSigned: {{ signer.name }}\n"
    "{%p if person.name_genitive %}\nOf {{ person.name_genitive }}.\n{%p endif %}\n",
    "alert": "# Alert\n{{ person.name }}, {{ person.sex }}\n",
    "complaint": "# Complaint\n{{ case.code }}\n",
}


class ToyPapers(Papers, frozen=True):
    """Three sorts. ``broken``: the templates cannot be filled."""

    broken = False

    @property
    def kinds(self) -> Mapping[str, PaperKind]:
        return {kind.id: kind for kind in (DEMAND, ALERT, COMPLAINT)}

    def source(self, id: str, language: str) -> str:
        return SOURCES[id]

    def template(self, id: str, language: str) -> bytes:
        return typeset_template(SOURCES[id])
