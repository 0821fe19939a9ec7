"""What we write for Uwazi, read by the code of Uwazi's own import: ``make uwazi-oracle``."""

import json
import os
import subprocess
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bot.exports.uwazi import TEMPLATES, THESAURI
from core.values import Moment, Precision
from core.vocabulary import ConsentUse
from tests.casework.exported import Export, exported
from tests.casework.exporting.test_export_full import family, says
from tests.casework.story_desk import Desk

ORACLE, SOURCE = os.environ.get("DABYL_UWAZI_ORACLE", ""), os.environ.get("DABYL_UWAZI_SOURCE", "")
pytestmark = pytest.mark.skipif(not ORACLE, reason="make uwazi-oracle")


def read_by_uwazi(found: Export, folder: Path, language: str) -> dict[str, Any]:
    """The thesauri and entities that Uwazi makes of an export."""
    (folder / "thesauri").mkdir()
    for name in THESAURI:
        (folder / "thesauri" / f"{name}.csv").write_bytes(found.files[f"uwazi/thesauri/{name}.csv"])
    for name in TEMPLATES:
        with zipfile.ZipFile(BytesIO(found.files[f"uwazi/{name}.zip"])) as archive:
            (folder / f"{name}.csv").write_bytes(archive.read("import.csv"))
    wanted = {
        template: [(name, sort.replace("place", "text")) for name, sort, _ in properties]
        for template, (_, properties) in TEMPLATES.items()
    }
    text = json.dumps({"thesauri": THESAURI, "templates": wanted})
    (folder / "wanted.json").write_text(text, encoding="utf-8")
    script = Path(__file__).with_name("uwazi.mjs")
    ended = subprocess.run(
        ["node", script, ORACLE, SOURCE, folder, language], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    read: dict[str, Any] = json.loads(ended.stdout)
    return read


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_uwazi_itself_reads_all_thesauri_and_entities(
    desk: Desk, language: str, tmp_path: Path
) -> None:
    olga = await desk.coordinator()
    await family(desk)
    await says(desk, "urgent", ("minor", "journalist"))
    await says(desk, "started", Moment(datetime(2018, 8, 1, 6, tzinfo=UTC), Precision.DAY))
    await olga.writes("/incident Madeup | visit")
    case = await desk.case()
    async with desk.reading() as tx:
        (incident,) = await tx.incidents.select()
    await olga.presses_data(f"enlist:{case.id}:{incident.id}")
    found = await exported(desk, "uwazi", purpose=ConsentUse.PUBLICATION, language=language)
    read = read_by_uwazi(found, tmp_path, language)
    assert set(read["thesauri"]) == set(THESAURI)
    for name, thesaurus in read["thesauri"].items():
        terms = [value["label"] for value in thesaurus["thesauriValues"]]
        assert terms, name
        assert all(terms), name
        assert not [value for value in thesaurus["thesauriValues"] if "values" in value], name  # nested
        assert set(thesaurus["thesauriTranslations"]) == {"kk", "ru", "en"}, name
        for translated in thesaurus["thesauriTranslations"].values():
            assert [*translated] == terms, name
            assert all(translated.values()), name
    (told,) = read["entities"]["cases"]
    (event,) = read["entities"]["events"]
    assert told["title"] == case.code
    assert told["Incidents"] == [event["title"]]
    assert told["Started"] == datetime(2018, 8, 1, tzinfo=UTC).timestamp()
    assert told["Identified"] == 1
    urgent = {value["label"] for value in read["thesauri"]["urgent"]["thesauriValues"]}
    assert set(told["Urgent"]) <= urgent
    assert [person["Case"] for person in read["entities"]["persons"]] == [[case.code]]
