"""Every row of every ``cues.toml`` is heard, and one that cannot be used is told by file, row and what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.intake.cue_rows import CueRow, cue_rows
from core.intake.cues import read_clauses
from core.model import LANGUAGES
from core.resources.word_files import WORDS, load_cues, read_table
from core.understanding.rows import HeardMistake, HeardRow

CUES = load_cues()
ROWS = [
    (language, row) for language in LANGUAGES for row in cue_rows(read_table(WORDS, language, "cues.toml"))
]


def said(phrase: HeardRow) -> Iterator[str]:
    """What is typed of a phrase: each of its alternatives stands in one text; what may be missing is."""
    if phrase.text.startswith("*"):
        yield f"ұлымды ала{phrase.text[1:]}"
        return
    words = [
        [choice.removesuffix("*") for choice in word.split("|")]
        for word in phrase.filled().split()
        if word != "~" and word[0] not in "[!"
    ]
    for i in range(max(map(len, words))):
        yield " ".join(choices[i % len(choices)] for choices in words)


@pytest.mark.parametrize(
    ("row", "phrase"),
    [(row, phrase) for _, row in ROWS for phrase in row.phrases],
    ids=[f"{language} {row.cue.sets} {phrase.text}"[:60] for language, row in ROWS for phrase in row.phrases],
)
def test_each_phrase_of_a_row_is_heard(row: CueRow, phrase: HeardRow) -> None:
    heard = [
        any(found.cue.sets is row.cue.sets for clause in read_clauses(text, CUES) for found in clause.cues)
        for text in (row.examples or said(phrase))
    ]
    assert all(heard), [text for text, found in zip(said(phrase), heard, strict=False) if not found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_so_many_cues_that_somebody_can_read_them(language: str) -> None:
    assert 25 <= sum(of == language for of, _ in ROWS) <= 80


def written(folder: Path, text: str) -> Path:
    """A folder of words in which Kazakh and English have no cues, and Russian has these."""
    for language in LANGUAGES:
        (folder / language).mkdir()
        (folder / language / "cues.toml").write_text(text if language == "ru" else "", encoding="utf-8")
    return folder


MISTAKES = {
    "no TOML": ("cues = [не", "line 1"),
    "an unknown table": ("[cutz]", "cutz: nothing reads it; did you mean cuts?"),
    "an unknown name": ('[cuts]\nafter = ["но"]', "cuts.after: nothing reads it; there are before"),
    "no rows": ('cues = "не"', "cues: expected rows in [ ], not 'не'"),
    "a row of text": ('cues = ["не"]', 'cues, row 1: expected { sets = "…", words'),
    "an unknown key": (
        'cues = [{ sets = "denied", words = ["не"], reech = 2 }]',
        "cues, row 1 «не»: nothing reads 'reech'; did you mean reach?",
    ),
    "nothing set": ('cues = [{ words = ["не"] }]', "row 1 «не»: sets: it is missing; there are stated"),
    "an unknown status": (
        'cues = [{ sets = "denyed", words = ["не"] }]',
        "row 1 «не»: sets: 'denyed' is not known; did you mean denied?",
    ),
    "an unknown direction": (
        'cues = [{ sets = "denied", words = ["не"], direction = "after" }]',
        "direction: 'after' is not known; there are before, behind, both",
    ),
    "no words": ('cues = [{ sets = "denied", words = [] }]', "words: it has none; write the words"),
    "words that are no list": ('cues = [{ sets = "denied", words = "не" }]', "words: expected texts as in"),
    "the same words twice": (
        'cues = [{ sets = "denied", words = ["не", "Не"] }]',
        "words: the same stands there twice; leave it once",
    ),
    "words of another row": (
        'cues = [{ sets = "denied", words = ["не"] }, { sets = "denied", words = ["не"], reach = 2 }]',
        "row 2 «не»: it is there already, in row 1; leave it in one of them",
    ),
    "a mark in a word": (
        'cues = [{ sets = "denied", words = ["не,"] }]',
        "row 1 «не,»: «не,» is no single word",
    ),
    "an unknown group": (
        'cues = [{ sets = "denied", words = ["{nots}"] }]',
        "there are no 'nots' in [groups]",
    ),
    "no reach": (
        'cues = [{ sets = "denied", words = ["не"], reach = 0 }]',
        "reach: expected words, 1 to 40, not 0; leave it out",
    ),
    "no flag": (
        'cues = [{ sets = "denied", words = ["не"], across = "yes" }]',
        "across: expected true or false, not 'yes'",
    ),
    "a cue of the time": (
        'cues = [{ sets = "denied", words = ["не"], touches = ["began"] }]',
        "touches: 'began': time is never decided by cues; leave it out",
    ),
    "an unknown fact": (
        'cues = [{ sets = "denied", words = ["не"], touches = ["weather"] }]',
        "touches: 'weather' is no fact; there are happening, place",
    ),
    "an ending of a letter": (
        'cues = [{ sets = "denied", words = ["*м"] }]',
        "row 1 «*м»: an ending is written with * before it and has 2 to 8 letters",
    ),
    "two words where there is one": ('[cuts]\nshortened = ["и т"]', "«и т» is no single word"),
}


@pytest.mark.parametrize(("text", "reason"), MISTAKES.values(), ids=MISTAKES)
def test_a_row_that_cannot_be_used_says_what_to_do(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(HeardMistake) as caught:
        load_cues(written(tmp_path, text))
    assert reason in str(caught.value)
    assert str(tmp_path / "ru" / "cues.toml") in str(caught.value)
