"""What is doubtful is no fact of a paper: it is left out, and where somebody has ticked it, it stands with the doubt."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from core.casework.claims import Claim
from core.model import LANGUAGES
from core.papers.dossier import Dossier, node_at, unverified_paths, without_unticked
from core.papers.drafting import doubtful_paths, with_answers
from core.papers.inputs import PaperAddressee
from core.papers.letter_cases import sentence_leaf
from core.resources.law_files import load_articles
from core.resources.paper_files import Papers
from core.resources.word_files import load_words
from core.values import Proceeding
from tests.decisions.claims import claim
from tests.papers.matters import (
    BYSTANDER,
    COORDINATOR,
    FAMILY,
    LAWYER,
    START,
    built,
    frozen,
    leaf,
    matter,
    moment,
    named,
    text,
)
from tests.papers.plainly import source, written

DEMAND, COMPLAINT = "demand_for_release", "detention_complaint"
KINDS, WORDS = Papers("kz").kinds, load_words()
NOW = START + timedelta(hours=50)  # two hours more than 48
STARTS: Mapping[str, tuple[Claim, ...]] = {
    "unknown": (),
    "doubtful": (claim("started", moment(0), FAMILY),),
    "rough": (claim("started", moment(0, exact=False), LAWYER),),
    "contradicted": (claim("started", moment(0), LAWYER), claim("started", moment(70), COORDINATOR)),
    "elsewhere": (claim("delivered", moment(-60 * 21.5), LAWYER),),  # before we were told
    "known": (claim("started", moment(0), LAWYER),),
}
SORTS: Mapping[str, tuple[Claim, ...]] = {
    "unknown": (),
    "doubtful": (claim("regime", "criminal", FAMILY),),
    "contradicted": (claim("regime", "criminal", LAWYER), claim("regime", "arrestable", COORDINATOR)),
    "known": (claim("regime", "criminal", LAWYER),),
}
WHY_START = {
    "unknown": "told", "doubtful": "start-by", "rough": "rough", "contradicted": "differ", "elsewhere": "counted",
}  # fmt: skip
WHY_SORT = {"unknown": "regime-unknown", "doubtful": "regime", "contradicted": "regime-differ"}
HELD = (named(by=LAWYER), claim("station", "Made-Up station 0", LAWYER))
CASES = [(start, sort) for start in STARTS for sort in SORTS if (start, sort) != ("known", "known")]

in_both = pytest.mark.parametrize("language", ["ru", "kk"])
each_doubt = pytest.mark.parametrize(("start", "sort"), CASES)


def tree_of(paper: str, language: str, *claims: Claim) -> Dossier:
    """Everything that is known, with the marks as the bot has frozen them."""
    kind, articles = KINDS[paper], load_articles("kz")
    cited = {id: articles.cite(id, START.date()).text[language] for id in kind.articles}  # type: ignore[union-attr]
    to = PaperAddressee("Made-Up prosecutor", "prosecutor")
    marks = frozen(*HELD, *claims, now=NOW)
    known = built(*HELD, *claims, language=language, marks=marks, now=NOW, to=to, cited=cited)
    return with_answers(known, kind, {})


def paper(id: str, language: str, *claims: Claim, ticked: bool = False) -> str:
    """Its words; ``ticked``: with all that its page lets somebody tick."""
    tree = tree_of(id, language, *claims)
    ticks = doubtful_paths(tree, KINDS[id], source(id, language)) if ticked else ()
    return written(id, language, without_unticked(tree, ticks))


def reason(why: str, language: str) -> str:
    """What always stands in such a doubt."""
    time = WORDS.say(language, "paper-doubt-time-started")
    mark = "\u0001"
    said = WORDS.say(language, f"paper-doubt-{why}", time=time, when=mark, by=mark, start=mark)
    return max(said.split(mark), key=len)


@each_doubt
@in_both
def test_a_doubtful_overrun_is_left_out_of_the_demand_and_the_complaint(
    start: str, sort: str, language: str
) -> None:
    claims = STARTS[start] + SORTS[sort]
    assert frozen(*HELD, *claims, now=NOW)  # the bot has seen an overrun, as perhaps one
    demand, complaint = paper(DEMAND, language, *claims), paper(COMPLAINT, language, *claims)
    assert "[overrun.due]" in demand
    assert "[overrun.by]" in demand
    assert span(language) not in demand
    for words in ("превышение:", "мерзімнен асқан уақыт:"):
        assert words not in complaint


@each_doubt
@in_both
def test_where_somebody_has_ticked_it_the_doubt_stands_with_it(start: str, sort: str, language: str) -> None:
    claims = STARTS[start] + SORTS[sort]
    whys = [WHY_START.get(start), WHY_SORT.get(sort)]
    unsure = WORDS.say(language, "paper-doubted-short", what="").strip()
    for id in (DEMAND, COMPLAINT):
        told = paper(id, language, *claims, ticked=True)
        assert "[overrun" not in told
        assert unsure in told
        assert [why for why in whys if why and reason(why, language) not in told] == []
    if sort != "known":  # no code is argued from by which nobody is surely held
        assert "Уголовно-процессуального" not in paper(DEMAND, "ru", *claims)
        assert "128-баб" not in paper(DEMAND, "kk", *claims, ticked=True)


@in_both
def test_an_overrun_that_is_sure_stands_there_and_nothing_is_to_be_ticked(language: str) -> None:
    claims = STARTS["known"] + SORTS["known"]
    for id in (DEMAND, COMPLAINT):
        tree = tree_of(id, language, *claims)
        assert doubtful_paths(tree, KINDS[id], source(id, language)) == []
        told = written(id, language, without_unticked(tree, ()))
        assert span(language) in told
        assert WORDS.say(language, "paper-doubted-short", what="").strip(" ()") not in told


def span(language: str) -> str:
    return {"ru": "2 часа", "kk": "2 сағат"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_counted_from_when_we_were_told_says_so_in_each_language(language: str) -> None:
    claims = (*HELD, claim("regime", "criminal", LAWYER))
    tree = built(*claims, language=language, marks=frozen(*claims, now=NOW), now=NOW)
    due = leaf(tree, "overrun.due")
    assert not due.verified
    assert {
        "en": "according to the report received on 17 September 2018, 18:00; the time of the detention is not confirmed",
        "ru": "по сообщению, полученному 17 сентября 2018 года, 18:00; время задержания не подтверждено",
        "kk": "хабар түскен уақыт: 2018 жылғы 17 қыркүйек, сағат 18:00; ұсталған уақыты расталмаған",
    }[language] in due.text


def test_a_doubt_that_somebody_has_settled_since_is_none() -> None:
    """The mark was frozen while the sort of detention was not known."""
    marks = [one for one in frozen(*HELD, *STARTS["known"], now=NOW) if one.length == "48h"]
    criminal = [one for one in marks if one.clock == "detention-without-court"]
    assert [one.known["doubts"] for one in criminal] == [["regime"]]
    tree = built(*HELD, *STARTS["known"], *SORTS["known"], marks=criminal, now=NOW)
    assert leaf(tree, "overrun.by").verified
    assert text(tree, "overrun.by") == "2 hours"


def test_whoever_is_reported_to_be_free_is_held_too_long_only_perhaps() -> None:
    claims = (*HELD, *STARTS["known"], *SORTS["known"])
    free = (*claims, claim("released_at", moment(600), FAMILY))
    assert leaf(built(*claims, marks=frozen(*claims, now=NOW), now=NOW), "overrun.by").verified
    tree = built(*free, marks=frozen(*free, now=NOW), now=NOW)
    assert not leaf(tree, "overrun.by").verified
    assert "it is reported that the person is held no more" in text(tree, "overrun.due")


# --- the record of a detention

MADE = {  # what is said of it, and what the complaint then says, unticked and ticked; in Russian
    "nobody has told of one": ((), "", ""),
    "asked for and not shown": (
        (claim("protocol_seen", "no", LAWYER),), "защитнику не предъявлен (отмечено: 17", "защитнику не предъявлен"),
    "a reporter says that it was not shown": (
        (claim("protocol_seen", "no", FAMILY),), "", "защитнику не предъявлен"),
    "one says that it was not shown, another that it was": (
        (claim("protocol_seen", "no", LAWYER), claim("protocol_seen", "yes", "member 9", 5)),
        "", "(не подтверждено: по данным организации это не так)"),
    "the lawyer could not see it": ((claim("protocol_seen", "unseen", LAWYER),), "", ""),
    "late": (
        (claim("protocol", moment(400), LAWYER),),
        "истёк: 18 сентября 2018 года, 18:10.", "истёк: 18 сентября 2018 года, 18:10."),
    "a reporter says when it was made": (
        (claim("protocol", moment(400), FAMILY),), "", "время протокола по словам семьи, не подтверждено"),
    "in time": ((claim("protocol", moment(100), LAWYER),), "", ""),
    "late for a family that is believed and in time for a witness who is": (
        (claim("verification", "confirmed", COORDINATOR),
         claim("protocol", moment(400), FAMILY), claim("protocol", moment(100), BYSTANDER)),
        "", "время протокола источники называют по-разному"),
    "late for one and in time for another": (
        (claim("protocol", moment(400), LAWYER), claim("protocol", moment(100), COORDINATOR)), "", ""),
}  # fmt: skip


@pytest.mark.parametrize("what", MADE)
def test_a_record_is_spoken_of_only_where_somebody_has_told_of_it(what: str) -> None:
    said, plain, with_ticks = MADE[what]
    claims = (*STARTS["known"], *SORTS["known"], claim("delivered", moment(10), LAWYER), *said)
    for ticked, wanted in ((False, plain), (True, with_ticks)):
        told = paper(COMPLAINT, "ru", *claims, ticked=ticked)
        assert wanted in told
        if not wanted:
            assert "не предъявлен" not in told
            assert "Срок составления" not in told
        kazakh = paper(COMPLAINT, "kk", *claims, ticked=ticked)
        spoken = "көрсетілген жоқ" in kazakh or "Хаттама жасау мерзімінің" in kazakh
        assert spoken is bool(wanted)


def test_that_nobody_has_told_of_a_record_or_a_hearing_is_no_sign_that_there_was_none() -> None:
    claims = (*HELD, *STARTS["known"], *SORTS["known"], claim("delivered", moment(10), LAWYER))
    tree = built(*claims, marks=frozen(*claims, now=NOW), now=NOW)
    rows = {text(tree, f"overruns.{n}.clock"): f"overruns.{n}" for n in range(len(node_at(tree, "overruns")))}  # type: ignore[arg-type]
    late = rows["protocol of criminal detention"]
    assert f"{late}.by" in unverified_paths(tree)
    assert "it is not known whether it was done" in text(tree, f"{late}.due")


# --- what is asked, and not printed


def test_the_times_of_two_sources_are_no_fault_of_a_record() -> None:
    family, lawyer = claim("started", moment(0), FAMILY), claim("started", moment(70), LAWYER)
    assert text(built(family, lawyer), "grounds.times_differ") == ""
    read = claim("started", moment(70), "paper 7")
    unsure = leaf(built(family, read), "grounds.times_differ")
    assert (bool(unsure.text), unsure.verified) == (True, False)
    assert leaf(built(claim("started", moment(0), LAWYER), read), "grounds.times_differ").verified


@in_both
def test_a_minor_is_one_in_a_paper_if_somebody_is_believed_or_has_ticked_it(language: str) -> None:
    words = {"ru": "не достигло совершеннолетия", "kk": "кәмелетке толмаған"}[language]
    told = claim("urgent", ("minor",), FAMILY)
    assert words not in paper(COMPLAINT, language, told)
    assert words in paper(COMPLAINT, language, told, ticked=True)
    assert words in paper(COMPLAINT, language, claim("urgent", ("minor",), LAWYER))
    asked = "{%p if person.is_minor %}"  # a template that asks, and prints no age
    assert "person.age" in doubtful_paths(tree_of(COMPLAINT, language, told), KINDS[COMPLAINT], asked)


@in_both
def test_a_code_is_argued_from_if_somebody_is_believed_or_has_ticked_the_sort(language: str) -> None:
    words = {"ru": "Основание: ", "kk": "Негіздеме: "}[language]
    assert words not in paper(COMPLAINT, language, *SORTS["doubtful"])
    assert words in paper(COMPLAINT, language, *SORTS["doubtful"], ticked=True)
    assert words in paper(COMPLAINT, language, *SORTS["known"])
    assert words not in paper(COMPLAINT, language, *SORTS["contradicted"], ticked=True)


def test_a_sentence_of_a_letter_that_nobody_has_said_waits_for_a_tick() -> None:
    view = matter(named()).view
    assert not sentence_leaf("Dana Made-Up is held.", view, ()).verified
    assert sentence_leaf("", view, ()).verified


def test_the_last_day_of_an_appeal_is_sure_only_where_the_sort_of_detention_is() -> None:
    course = claim(
        "proceeding", Proceeding("administrative", "cao-488", "6"), LAWYER, id=900, proceeding_id=900
    )
    claims = (named(), course, claim("ruling_copy", moment(60), LAWYER, proceeding_id=900))
    last = leaf(built(*claims), "ruling.deadline")
    assert not last.verified
    assert last.text == "28 September 2018, 16:00 (not confirmed: the sort of detention is not known)"
    sure = leaf(built(*claims, claim("regime", "arrestable", LAWYER)), "ruling.deadline")
    assert (sure.text, sure.verified) == ("28 September 2018, 16:00", True)


def test_how_many_and_where_are_as_sure_as_those_who_say_it() -> None:
    tree = built(named())
    assert {"case.city", "case.count", "case.identified"} <= set(unverified_paths(tree))
    assert not {"case.count", "case.identified"} & set(unverified_paths(built(named(by=LAWYER))))
