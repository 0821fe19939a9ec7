"""The other toys: what stands below handlers. A table, a word, a country, a messenger; and the list of all."""

from tests.project.toys import BUTTON, COMMAND, EXPORTED, FORM, KIND, LINE, QUESTION, TIMER, Edit

REMARK = '''class Remark(Struct, frozen=True):
    """A toy: what somebody remarked about a case."""

    id: int
    case_id: int
    words: str  # sealed


'''
REMARKS = """remarks = Table(
    "remarks",
    metadata,
    an_id(),
    must("case_id", Id, "cases"),
    sealed("words"),
    Index(None, "case_id"),
)

"""
MIGRATION = """    op.create_table(
        "remarks",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_remarks"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_remarks_case_id", **AT_COMMIT),
    )
    op.create_index("ix_remarks_case_id", "remarks", ["case_id"])
"""
TABLE = (
    Edit("core/model.py", REMARK, before="class Offer("),
    Edit("storage/schema/casework.py", REMARKS, before="alerts = Table("),
    Edit("storage/schema/__init__.py", "    remarks,\n", before="    reports,\n"),
    Edit("storage/schema/__init__.py", '    "remarks",\n', before='    "reports",\n'),
    Edit("storage/layout.py", "REMARKS = Layout(model.Remark, schema.remarks)\n", before="ALERTS = Layout("),
    Edit(
        "storage/transaction.py",
        "    remarks = _Mapped(layout.REMARKS)\n",
        before="    alerts = ",
    ),
    Edit("core/forgetting/remains.py", "        remarks.words\n", before='    """,\n    Fate.LEFT'),
    Edit(
        "storage/migrations/versions/r0001_first.py",
        MIGRATION,
        before='    op.create_table(\n        "messages",',
    ),
    Edit(
        "tests/storage/samples.py",
        "from core.model import Remark\n",
        before="from core.traffic import",
    ),
    Edit("tests/storage/samples.py", '    "remarks": Remark(16, 3, WORDS),\n', before='    "alerts": Offer('),
    Edit("docs/develop/storage.md", "| remarks | Remark | a toy |\n", before="| alerts | Offer |"),
)

MESSAGE = """
[[message]]
name = "en a toy idiom"
text = "my brother went up in smoke, Almaty"
language = "en"
city = "almaty"
situation = "missing"
link = "relative"
"""
WORD = (
    Edit("tests/understanding/messages.toml", MESSAGE),
    Edit("core/words/en/heard.toml", '"went up in smoke", ', before='"{vanished}", "looking|search*'),
)

PLACES = """country_code = "KG"
countries_near = []
box = [40.0, 70.0, 44.0, 80.0]
reach_km = 50

[proof]

[not_places]
words = []

[regions.toyland]
kato = 10
zone = "Asia/Bishkek"
kk = "Ойыншық облысы"
ru = "Игрушечная область"
en = "Toyland"
centre = "toyville"
neighbours = []

[cities]
toyville = { region = "toyland", at = [42.0, 74.0], button = true, kk = "Ойыншық", ru = "Игрушкин", en = "Toyville" }
"""
STATION = """[[station]]
kk = "Ойыншық бөлімшесі"
ru = "Игрушечный отдел"
en = "Toy Station"
place = "toyville"
phones = ["+996 312 00 00 00"]
source = "made up"
checked = "2026-11-27"
"""
PAPER = """kk = "Сәлем"
ru = "Привет"
en = "Greeting"
group = "home"
about = "person"
languages = ["ru"]
version = 1
required = ["person.name"]
wanted = []
to = []
occasions = ["any"]
sent_as = ""
use = ""
two_people = false
from_memory = []
articles = []
sure = "?"
source = "made up"
"""
KG = "core/jurisdictions/kg"
COUNTRY = (
    Edit(f"{KG}/__init__.py", '"""A toy country."""\n'),
    Edit(f"{KG}/places.toml", PLACES),
    Edit(f"{KG}/districts.toml", "[city]\n\n[rural]\n"),
    Edit(f"{KG}/settlements.tsv", "# none\n"),
    Edit(f"{KG}/abroad.toml", "[cities]\n\n[countries]\n"),
    Edit(f"{KG}/abroad.tsv", "# none\n"),
    Edit(f"{KG}/rights.toml", "right = []\n"),
    Edit(f"{KG}/clocks.toml", "clock = []\n"),
    Edit(f"{KG}/stations.toml", STATION),
    Edit(f"{KG}/papers/greeting/paper.toml", PAPER),
    Edit(f"{KG}/papers/greeting/ru.txt", "# Привет\nЗдравствуйте, {{ person.name }}.\n"),
)

ABILITIES = """
LETTERS = Abilities(
    text=1000, caption=500, press=64, file=1024, sends=1024, deletable=timedelta(hours=1),
    replaceable=frozenset(), presses_kept=timedelta(seconds=150),
)
"""
LETTERS = '''"""A toy: a messenger whose updates are ``chat|text``."""

from core.incoming import Incoming, IncomingKind
from bot.messengers.messenger import LETTERS
from bot.messengers.errors import Unreadable
from bot.messengers.messenger import Messenger


class Letters(Messenger):
    """What it says of fetching and sending is nothing yet."""

    name = "letters"
    abilities = LETTERS

    def parse(self, raw: bytes) -> Incoming:
        """What an update means. Raises Unreadable."""
        chat, bar, text = raw.decode().partition("|")
        if not bar:
            raise Unreadable("Letter")
        return Incoming(self.name, IncomingKind.MESSAGE, chat, chat, "private", text=text, language="en")
'''
MESSENGER = (
    Edit("bot/messengers/messenger.py", ABILITIES),
    Edit("bot/messengers/letters/client.py", LETTERS),
    Edit(
        "bot/building.py",
        "from bot.messengers.letters.client import Letters\n",
        before="from bot.messengers.telegram.client import",
    ),
    Edit("bot/building.py", "Letters.name: Letters.abilities, ", before="Telegram.name: Telegram.abilities}"),
    Edit(
        "bot/app.py",
        "from bot.messengers.letters.client import Letters\n",
        before="from bot.messengers.telegram.client import",
    ),
    Edit("bot/app.py", "Letters(): limits, ", before="telegram: limits}"),
)

TOYS = {  # by the heading of the recipe
    "A question": QUESTION,
    "A kind of claim": KIND,
    "An answer in the export": EXPORTED,
    "A line on the card of a case": LINE,
    "A command": COMMAND,
    "A member's button": BUTTON,
    "A timer": TIMER,
    "A form": FORM,
    "A table with sealed columns": TABLE,
    "A word in a language": WORD,
    "A country": COUNTRY,
    "A messenger": MESSENGER,
}
