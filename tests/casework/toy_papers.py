"""Papers of a made-up country, for stories: few fields, short texts."""

from collections.abc import Mapping

from bot.core.clocks.rows import Sure
from bot.core.papers.kind import About, Group, Occasion, PaperKind
from bot.core.vocabulary import Use
from bot.documents.typeset import typeset
from bot.resources.papers import Papers

DEMAND = PaperKind(
    id="demand",
    names={"en": "Toy demand", "ru": "Игрушечное требование", "kk": "Ойыншық талап"},
    group=Group.HOME,
    about=About.PERSON,
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
    sure=Sure.A,
)
ALERT = PaperKind(
    id="alert",
    names={"en": "Toy alert", "ru": "Игрушечное обращение", "kk": "Ойыншық үндеу"},
    group=Group.UN,
    about=About.PERSON,
    languages=("en",),
    version=1,
    required=("person.name",),
    wanted=("person.sex",),
    to=(),
    occasions=frozenset({Occasion.DENIED}),
    sent_as="wgad",
    use=Use.AUTHORITIES,
    two_people=True,
    from_memory=("II",),
    articles=(),
    sure=Sure.UNKNOWN,
)
COMPLAINT = PaperKind(
    id="complaint",
    names={"en": "Toy complaint", "ru": "Игрушечная жалоба", "kk": "Ойыншық шағым"},
    group=Group.HOME,
    about=About.CASE,
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
    sure=Sure.A,
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
        return typeset(SOURCES[id])
