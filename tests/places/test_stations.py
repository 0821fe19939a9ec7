"""Stations with numbers: files of the country and of an organisation, and every mistake in them at once."""

from pathlib import Path

import pytest

from bot.config.settings import BadConfiguration, load
from core.resources.place_files import load_gazetteer
from core.resources.station_files import load_stations
from core.stations import BadStations

ROOT = Path(__file__).parents[2]
HEAD = "name,place,phones,source,checked"


def loaded(folder: Path, *lines: str, head: str = HEAD) -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    """Region, city and numbers of each station."""
    file = folder / "stations.csv"
    file.write_text("\n".join((head, *lines)), "utf-8-sig")
    found = load_stations("kz", load_gazetteer("kz"), str(file))
    return {one.names["ru"]: (one.region, one.city, one.phones) for one in found}


def test_none_is_shipped_with_the_country() -> None:
    assert load_stations("kz", load_gazetteer("kz")) == ()


def test_the_example_can_be_read() -> None:
    found = load_stations("kz", load_gazetteer("kz"), str(ROOT / "stations.example.csv"))
    assert [(one.names["kk"], one.city, len(one.phones)) for one in found] == [
        ("Made-up station no. 1", "almaty", 2),
        ("Made-up station no. 2", "almaty", 1),
        ("Made-up station no. 3", "astana", 1),
    ]


def test_places_are_read_by_any_usual_name_and_numbers_however_they_are_written(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        "One;Нур-Султан;8 (7172) 00-00-04;the site;2026-11-27",
        "Two;Мангистауская область;+7 729 200 00 05;the site;2026-11-27",
        head=HEAD.replace(",", ";"),
    )
    assert found == {
        "One": ("astana-city", "astana", ("+77172000004",)),
        "Two": ("mangystau-region", None, ("+77292000005",)),
    }


def test_an_id_stays_when_rows_move_and_differs_by_place(tmp_path: Path) -> None:
    rows = ["One,almaty,+77270000001,site,2026-11-27", "One,astana,+77172000001,site,2026-11-27"]
    gazetteer, file = load_gazetteer("kz"), tmp_path / "s.csv"
    ids = []
    for lines in (rows, rows[::-1]):
        file.write_text("\n".join((HEAD, *lines)))
        ids.append({one.city: one.id for one in load_stations("kz", gazetteer, str(file))})
    assert ids[0] == ids[1]
    assert len(set(ids[0].values())) == 2


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadStations) as told:
        loaded(
            tmp_path,
            ",almaty,+77270000001,site,2026-11-27",
            "One,nowhere,12,,tomorrow",
            "Two,almaty,+77270000002,site,2026-11-27",
            "Two,almaty,+77270000003,site,2026-11-27",
        )
    assert [mistake.partition(":")[0] for mistake in told.value.mistakes] == [
        "line 2, name",
        "line 3, place",
        "line 3, phones",
        "line 3, source",
        "line 3, checked",
        "line 5",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "line 1: expected the columns"),
        (b"name,place\nOne,almaty", "missing phones, source, checked"),
        (b"\xff\xfe\x00", "expected a CSV file in UTF-8"),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path: Path, content: bytes, expected: str) -> None:
    file = tmp_path / "stations.csv"
    file.write_bytes(content)
    with pytest.raises(BadStations, match=expected):
        load_stations("kz", load_gazetteer("kz"), str(file))


def test_the_settings_tell_what_is_wrong_with_the_file(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[calls]\nstations = "nowhere.csv"\n')
    with pytest.raises(BadConfiguration, match=r"calls\.stations is 'nowhere\.csv': the file cannot be read"):
        load(config, {}, required=())
