"""Whether a clause is stated and of whom, in three languages: stories of each status, with cues before and behind."""

from time import process_time
from timeit import repeat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.intake.cues import Clause, Status, Whose, read_clauses
from core.resources.word_files import load_cues, load_heard
from core.understanding.language import heard_tokens
from core.understanding.plain import readable, tokens
from tests.listening.clause_figures import labelled

CUES = load_cues()


def clause_with(message: str, words: str) -> Clause:
    """The clause in which these words begin."""
    at = readable(message).index(words)
    return next(clause for clause in read_clauses(message, CUES) if clause.start <= at < clause.end)


STATUSES = {
    "stated": (
        ("менты забрали мужа у подъезда", "забрали"),
        ("кого-то задержали в Алматы", "задержали"),
        ("у кого то забрали телефон", "забрали"),
        ("куда-нибудь увезут или кое-кого уже увезли", "увезли"),
        ("police took my husband", "took"),
        ("полиция күйеуімді ұстап кетті", "ұстап"),
    ),
    "asked": (
        ("перевели ли его в сизо", "перевели"),
        ("has she been questioned", "questioned"),
        ("Where did they take him?", "take"),
        ("оны ұрды ма", "ұрды"),
        ("қайда алып кетті", "алып"),
        ("забрали???", "забрали"),
        ("кого задержали", "задержали"),
    ),
    "denied": (
        ("его не задержали", "задержали"),
        ("никого не били", "били"),
        ("he was not arrested", "arrested"),
        ("nobody was hurt", "hurt"),
        ("оны ұстаған жоқ", "ұстаған"),
        ("ол журналист емес", "журналист"),
        ("оны ұрмады", "ұрмады"),
    ),
    "supposed": (
        ("если меня задержат", "задержат"),
        ("он в ровд наверное", "ровд"),
        ("if they take my phone", "take"),
        ("he is probably in custody", "custody"),
        ("мені ұстап алса", "ұстап"),
        ("сізоға апарған шығар", "апарған"),
    ),
    "quoted": (
        ("соседи говорят его увезли", "увезли"),
        ("his sister said that he got ten days", "got ten"),
        ("оны қалаға апарды дейді", "апарды"),
        ("Он написал: «меня везут в отдел»", "меня везут"),
        ("> его увезли ночью\nчто это значит", "увезли"),
    ),
    "fiction": (
        ("в фильме полиция задержала героя", "задержала"),
        ("in the movie the cops arrest everyone", "arrest"),
        ("кинода полиция бәрін ұстады", "ұстады"),
    ),
    "link": (
        ("https://t.me/some_news/12", "https"),
        ("https://t.me/some_news/12 Десятки задержанных", "Десятки"),
        ("news.example.org/2026/12", "news"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("status", "message", "words"),
    [(status, *story) for status, stories in STATUSES.items() for story in stories],
)
def test_a_cue_says_how_what_is_near_it_is_meant(status: str, message: str, words: str) -> None:
    assert clause_with(message, words).status == status


@pytest.mark.parametrize(
    "message",
    [
        "адвоката не пускают", "его до сих пор не выпускают", "он так и не вышел", "трубку не берет",
        "нет связи с ним", "никто не отвечает",
        "police won't let the lawyer in", "he has not come out", "she isn't answering", "no news from him",
        "адвокатты жібермейді", "телефон көтермейді", "одан хабар жоқ", "әлі келген жоқ",
    ],
)  # fmt: skip
def test_bad_news_that_carries_its_own_not_is_stated(message: str) -> None:
    (clause,) = read_clauses(message, CUES)
    assert clause.status is clause.rings is Status.STATED


WHOSE = {
    "reporter": ("меня избили в отделе", "i am pregnant", "мен автозактамын"),
    "officer": ("прокурор приехал", "the investigator is ill", "тергеуші келді"),
    "bystander": ("прохожий всё снимал", "a neighbour filmed it", "көршім видеоға түсірді"),
    "companion": ("мы с подругой сидим в коридоре", "me and my friend are in the van", "құрбым екеуміз бөлімдеміз"),
    "held": ("его увезли", "they beat him", "оны ұрды", "у меня брата забрали", "мне кажется его увезли"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("whose", "message"), [(whose, message) for whose, messages in WHOSE.items() for message in messages]
)
def test_a_cue_says_of_whom_a_clause_is(whose: str, message: str) -> None:
    (clause,) = read_clauses(message, CUES)
    assert clause.whose == whose


def test_a_conjunction_ends_what_a_denial_touches() -> None:
    beaten, threatened = read_clauses("бить не били но угрожали ножом", CUES)
    assert (beaten.status, threatened.status) == (Status.DENIED, Status.STATED)


def test_a_question_behind_bad_news_leaves_it_stated() -> None:
    taken, asked = read_clauses("мужа забрали, что делать?", CUES)
    assert (taken.status, asked.status) == (Status.STATED, Status.ASKED)
    taken, asked = read_clauses("мужа забрали что делать", CUES)
    assert (taken.status, asked.status) == (Status.STATED, Status.ASKED)


def test_what_is_doubtful_rings_as_stated_and_claims_as_asked() -> None:
    long = clause_with("его увезли вчера вечером из дома прямо с женой и никого не спросили", "увезли")
    assert long.status is Status.DENIED
    assert (long.rings, long.claims) == (Status.STATED, Status.ASKED)
    hearsay = clause_with("соседи говорят его увезли", "увезли")
    assert (hearsay.rings, hearsay.claims) == (Status.STATED, Status.ASKED)
    written = clause_with("Он написал: «меня везут в отдел»", "меня везут")
    assert (written.rings, written.claims) == (Status.STATED, Status.ASKED)
    repeated = clause_with("> его увезли ночью\nчто это значит", "увезли")
    assert repeated.rings is repeated.claims is Status.QUOTED
    plain = clause_with("его не задержали", "задержали")
    assert plain.rings is plain.claims is Status.DENIED


def test_a_cue_reaches_as_many_words_as_its_row_says() -> None:
    message = "его не били ногами в отделе но увезли"
    (clause, _) = read_clauses(message, CUES)
    beaten, station = message.index("били"), message.index("отделе")
    assert clause.status_at(beaten, beaten + 4) is Status.DENIED
    assert clause.status_at(station, station + 6) is Status.STATED


def test_a_word_that_ends_a_cue_ends_what_it_touches() -> None:
    message = "i am at the gate his brother sits inside"
    (clause,) = read_clauses(message, CUES)
    gate, brother = message.index("gate"), message.index("brother")
    assert clause.whose_at(gate, gate + 4) is Whose.REPORTER
    assert clause.whose_at(brother, brother + 7) is Whose.HELD


def test_a_cue_touches_only_the_facts_of_its_row() -> None:
    message = "без Айгуль увезли"
    (clause,) = read_clauses(message, CUES)
    at = message.index("Айгуль")
    assert clause.status is Status.STATED
    assert clause.status_at(at, at + 6, "name") is Status.DENIED
    assert clause.status_at(at, at + 6, "free") is Status.STATED


def test_the_name_of_a_place_in_quotation_marks_is_nobodys_speech() -> None:
    (clause,) = read_clauses("его забрали у кафе «Белый аист» ночью", CUES)
    assert clause.status is Status.STATED


def test_latin_letters_are_read_by_the_tokens_that_tables_have() -> None:
    message = "onyn aty tizimde bar ma"
    (clause,) = read_clauses(message, CUES, heard_tokens(message, load_heard()))
    assert clause.status is Status.ASKED


_SENTENCES = [
    *(row.message for row in labelled("read")), "он сказал: «его забрали, он в отделе»", "это шутка", "https://t.me/news/1",
    "нет", "не", "ма", "если", "жоқ", "говорят", "в кино", "«он там»", "қазір", "егер", "это враньё", "if", "never", "да?",
    "> цитата строкой",
]  # fmt: skip
SENTENCE = st.sampled_from(_SENTENCES)


@given(kept=SENTENCE, added=SENTENCE, joint=st.sampled_from(["\n", "! ", "?\n"]), first=st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_sentence_added_leaves_stated_what_was(kept: str, added: str, joint: str, first: bool) -> None:
    joint = "\n" if ">" in kept + added else joint
    alone = kept + joint.rstrip("\n") if first else kept
    message = f"{alone}\n{added}" if first else f"{added}{joint}{kept}"
    shift = 0 if first else len(added + joint)
    before = {clause.start + shift: clause.status for clause in read_clauses(alone, CUES)}
    after = {clause.start: clause.status for clause in read_clauses(message, CUES)}
    for start, status in before.items():
        assert after[start] is status


_ODD = [
    "\u0301", "\u200b", "\u202e", "а", "не ", "«", "»", "\"", "'", ">", "\n", "?", "!", "...", "—", " ", "İ", "ß", "😀",
    "t.me/а ", "https://", "ма ", "болса ", "если ", "(", ")", "мен ", "г.", "7:30", "ұстамады", "говорят, что ", "\x00",
    "e\u0301", "it's ",
]  # fmt: skip
TYPED = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_ODD), max_size=60).map("".join))


@given(text=TYPED)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_is_cut_into_clauses_that_cover_it(text: str) -> None:
    shown = readable(text)
    end = 0
    for clause in read_clauses(text, CUES):
        assert clause.text == shown[clause.start : clause.end]
        assert not shown[end : clause.start].strip()
        assert clause.start < clause.end
        assert isinstance(clause.status, Status)
        assert isinstance(clause.whose, Whose)
        end = clause.end
    assert not shown[end:].strip()


ADVERSARIAL = {
    "one letter": "а", "combining marks": "а\u0301", "zero width": "а\u200b", "not": "не не ", "if": "если ",
    "says": "говорят ", "commas": "а,", "questions": "?", "opened": "«",
    "opened and words": "«а ", "quoted lines": ">\n", "dots": "a.b.",
    "links": "t.me/a ",
    "me": "me and i ", "particles": "ма ме ", "conditions": "болса ", "that": "говорят что ", "marks": "\"а '",
    "dashes": "-- ",
    "rows": "қайда екенін білмеймін жоқ ма дейді ",
}  # fmt: skip


def seconds(message: str) -> float:
    def read() -> None:
        readable.cache_clear()
        tokens.cache_clear()
        read_clauses(message, CUES)

    return min(repeat(read, timer=process_time, number=1, repeat=5))


@pytest.mark.parametrize("odd", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_four_times_as_many_odd_characters_take_no_more_than_they_should(odd: str) -> None:
    few, many = seconds((odd * 1024)[:1024]), seconds((odd * 4096)[:4096])
    assert many < 16 * few + 0.02  # a reading that grows with the square takes sixteen times as long
