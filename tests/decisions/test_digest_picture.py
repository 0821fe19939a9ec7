"""The digest's picture: the numbers of the text, every letter of our languages, whatever the day was like."""

import os
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from core.digest.channel_text import DigestReader
from core.digest.count import shown_days
from core.digest.figures import DigestFigures
from core.digest.picture_sheet import DigestSheet, make_sheet
from core.digest.tally import OTHERS, Tally
from core.drawing.picture import GROUND, HEIGHT, WIDTH, Canvas, draw_digest, font_face
from core.model import LANGUAGES
from core.resources.fonts import can_draw, load_font
from core.resources.place_files import load_gazetteer
from tests.decisions.test_digest import ALMATY, BUSY, DAY, EMPTY, WORDS

FONT = load_font()
PLACES = load_gazetteer("kz")
MOST = Tally(5_500, 3_456, 6_789)
WORST = replace(
    BUSY,
    new=MOST,
    regions=dict.fromkeys(PLACES.regions, MOST),
    hours=(12_345,) * 8,
    days={f"2018-09-{day:02}": MOST for day in range(1, 19)},
)


# Made up: an ordinary day, of which the README shows the picture.
DAYS = (1, 2, 7, 0, 3, 3, 4, 2, 2, 3, 0, 2, 0, 0, 3, 2, 7, 2, 2, 3, 2, 0, 1, 0, 3, 3, 3, 4, 2, 14)
ORDINARY = replace(
    BUSY,
    new=Tally(16, 11, 23),
    confirmed=5,
    regions={
        "almaty-city": Tally(7, 5, 12),
        "west-kazakhstan-region": Tally(5, 3, 6),
        "astana-city": Tally(1, 1, 2),
        OTHERS: Tally(2, 1, 2),
        "": Tally(1, 1, 1),
    },
    hours=(0, 0, 2, 1, 3, 4, 1, 0),
    days={day: Tally(count) for day, count in zip(shown_days(DAY), DAYS, strict=True) if count},
)


def shown(figures: DigestFigures, language: str = "en") -> DigestSheet:
    reader = DigestReader(WORDS, language, ALMATY, lambda place: PLACES.name(place, language))
    return make_sheet(figures, reader, DAY)


def test_it_has_the_numbers_of_the_text() -> None:
    found = shown(replace(BUSY, regions={"almaty-city": Tally(1, 2, 0), "": Tally(1, 0, 2)}))
    assert found.large == "New detentions: 2"
    assert found.below == ("Identified: 2 · not identified: at least 2", "Confirmed: 1 · not confirmed: 1")
    assert [(bar.name, bar.amount, bar.written) for bar in found.rows.bars] == [
        ("Almaty city", 1, "1 (2 / 0)"),
        ("region not known", 1, "1 (0 / 2+)"),
    ]
    hours, days = found.columns
    assert [bar.amount for bar in hours.bars] == [0, 0, 0, 1, 0, 0, 0, 0, 1]
    assert [bar.amount for bar in days.bars] == [0] * 28 + [7, 0]
    assert [bar.name for bar in days.bars if bar.name] == [
        "24.08",
        "29.08",
        "03.09",
        "08.09",
        "13.09",
        "18.09",
    ]


def test_of_many_regions_the_last_row_is_all_the_others() -> None:
    rows = shown(WORST).rows.bars
    assert len(rows) == 6
    assert rows[-1].name == "others"
    assert sum(bar.amount for bar in rows) == len(PLACES.regions) * MOST.detentions


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("figures", [EMPTY, ORDINARY, WORST], ids=["empty", "ordinary", "worst"])
def test_it_is_as_large_as_a_phone_is_shown_and_nothing_leaves_it(
    figures: DigestFigures, language: str
) -> None:
    png = draw_digest(shown(figures, language), FONT)
    picture = Image.open(BytesIO(png))
    height = picture.height
    assert (picture.width, height == HEIGHT) == (WIDTH, figures is not EMPTY)
    edges = [(0, 0, 40, height), (WIDTH - 40, 0, WIDTH, height), (0, height - 40, WIDTH, height)]
    ground = tuple(int(GROUND[n : n + 2], 16) for n in (1, 3, 5))
    for box in edges:
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ground)]
    if figures is ORDINARY and language == "en" and (folder := os.environ.get("DABYL_PICTURES")):
        Path(folder, "digest.png").write_bytes(png)


@pytest.mark.parametrize(
    "counts", [(5_500,) * 18, (99, 100, 99), (1_200, 40, 1_200)], ids=["many", "alike", "apart"]
)
def test_no_number_is_written_over_another_and_the_last_of_the_largest_has_its_own(
    monkeypatch: pytest.MonkeyPatch, counts: tuple[int, ...]
) -> None:
    written: list[tuple[str, float, float, float]] = []
    writes = Canvas.write_over

    def noted(canvas: Canvas, text: str, x: float, y: float, size: int, colour: str, *, anchor: str) -> None:
        if anchor == "mb":  # above a bar
            written.append((text, *canvas.span(text, x, size), y))
        writes(canvas, text, x, y, size, colour, anchor=anchor)

    monkeypatch.setattr(Canvas, "write_over", noted)
    days = shown_days(DAY)[-len(counts) :]
    figures = replace(EMPTY, days={day: Tally(count) for day, count in zip(days, counts, strict=True)})
    draw_digest(shown(figures), FONT)
    days_alone = [one for one in written if one[0] != "0"]
    assert str(max(counts)) in [text for text, *_ in days_alone]
    over = [
        (one, other)
        for n, one in enumerate(days_alone)
        for other in days_alone[n + 1 :]
        if one[1] < other[2] and other[1] < one[2] and abs(one[3] - other[3]) < 24
    ]
    assert over == []


def test_every_letter_that_may_stand_in_it_is_in_the_font() -> None:
    drawing = font_face(FONT, 30)
    said = [
        text
        for language in LANGUAGES
        for figures in (EMPTY, WORST)
        for found in [shown(figures, language)]
        for text in (found.title, found.covers, found.large, *found.below, found.foot, found.rows.title)
    ]
    names = [PLACES.name(region, language) for region in PLACES.regions for language in LANGUAGES]
    nothing = bytes(drawing.getmask("\uffff"))
    letters = {*"".join(said + names), *"әғқңөұүһіӘҒҚҢӨҰҮҺІ…?–·+"} - {" ", "\xa0", "\u2068", "\u2069"}
    assert [letter for letter in sorted(letters) if bytes(drawing.getmask(letter)) == nothing] == []


@pytest.mark.parametrize("content", [None, b"", b"<html>"])
def test_a_font_that_is_none_is_found_out_at_the_start(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "font.ttf"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr("core.resources.fonts._FILE", file)
    assert load_font() == b""


def test_whether_a_font_draws_is_seen_by_drawing_with_it() -> None:
    assert can_draw(FONT)
    assert not can_draw(FONT[:100])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_nothing_has_no_empty_half(language: str) -> None:
    picture = Image.open(BytesIO(draw_digest(shown(EMPTY, language), FONT)))
    assert picture.width == WIDTH
    assert picture.height < HEIGHT // 2
    written = [y for y in range(picture.height) if picture.crop((0, y, WIDTH, y + 1)).getcolors(1) is None]
    assert max(after - before for before, after in pairwise(written)) < 70


def test_a_quiet_day_after_others_shows_these_alone() -> None:
    quiet = replace(EMPTY, days=ORDINARY.days)
    heights = [Image.open(BytesIO(draw_digest(shown(one), FONT))).height for one in (EMPTY, quiet, ORDINARY)]
    assert heights == sorted(set(heights))
    assert heights[-1] <= HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
def test_whom_nobody_has_confirmed_stands_below_the_number_also_where_that_is_nought(language: str) -> None:
    found = shown(replace(EMPTY, unclear=5), language)
    assert found.below[2].endswith(": 5")
    assert len(shown(EMPTY, language).below) == 2
    worst = draw_digest(shown(replace(WORST, unclear=12_345), language), FONT)
    assert Image.open(BytesIO(worst)).height <= HEIGHT
