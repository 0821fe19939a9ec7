"""One case as a packet: its record, words, files, papers and history, checked by ``sha256sum`` alone."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.sent_files import FileState
from core.vocabulary import ConsentUse
from storage import schema
from storage.folder import Folder
from tests.casework.exported import Export, exported
from tests.casework.exporting.test_export_full import answers
from tests.casework.exporting.test_export_permit import permit, two
from tests.casework.papers.test_papers_made import has_case, made
from tests.casework.story_desk import Desk, Person

CONTENT = b"made-up bytes"
TOLD = "police took Dana Made-Up in Almaty"
WORDS = {
    "en": "/export {} authorities a letter to the rapporteur",
    "ru": "/export {} ведомства письмо докладчику",
    "kk": "/export {} органдар баяндамашыға хат",
}


async def told(desk: Desk, folder: Path, answer: str) -> Person:
    """A case with words, a photo that we keep, and a demand; and what the family says of the name."""
    marat = await has_case(desk)
    rita = await chat_of_reporter(desk)
    await rita.sends("photo-1", "taken at the Made-Up gate")
    await rita.presses_data("report/link:relative")
    desk.database.folder = Folder(folder, b"key")
    desk.database.folder.prepare()
    async with desk.writing() as tx:
        (file,) = await tx.files.select()
        writing = desk.database.folder.write(file.id, file.key)
        writing.write(CONTENT)
        kept = writing.finish()
        about = {**file.about, "sha256": kept.sha256}
        tx.files.put(replace(file, state=FileState.KEPT, size=kept.size, about=about))
    await answers(desk, rita, answer, ConsentUse.AUTHORITIES)
    await made(desk, marat)
    return marat


async def chat_of_reporter(desk: Desk) -> Person:
    """The phone of whoever told of it."""
    report = await desk.report()
    async with desk.reading() as tx:
        address = await tx.addresses.get(report.address_id)
    assert address is not None
    return desk._person("Rita", "en", chat=address.chat)


async def test_it_has_all_of_the_case_and_common_tools_check_it(desk: Desk, tmp_path: Path) -> None:
    await told(desk, tmp_path / "files", "yes")
    found = await exported(desk, "json", purpose=ConsentUse.AUTHORITIES, case=await desk.case())
    assert found.records("persons")[0]["name"]
    words = [row["words"] for row in found.rows("words.csv")]
    assert TOLD in words
    assert "taken at the Made-Up gate" in words
    (file,) = found.rows("files.csv")
    assert (file["name"], file["enclosed"], file["bytes"]) == ("photo-1.jpg", "yes", str(len(CONTENT)))
    assert found.files["files/photo-1.jpg"] == CONTENT
    (paper,) = found.rows("papers.csv")
    assert (paper["as_made"], paper["enclosed"], paper["number"]) == ("yes", "yes", "1/2018")
    assert found.files[f"papers/{paper['name']}"].startswith(b"PK")
    history = found.rows("history.csv")
    assert history[0]["kind"] == "opened"
    assert {row["at"][-6:] for row in (*history, *found.rows("words.csv"))} == {"+06:00"}  # as in the tables
    assert [line["previous"] for line in history[1:]] == [line["hash"] for line in history[:-1]]
    for secret in ("Rita", "Marat", "+7"):  # who told it, which member did what
        assert secret not in "".join(
            text.decode("utf-8", "replace") for name, text in found.files.items() if name.endswith("csv")
        )
    check_sums(found, tmp_path / "packet")
    page = found.files["README.txt"].decode()
    assert page.count("sha256sum --check SHA256SUMS") == page.count("dabyl witness") == len(LANGUAGES)
    assert page.count((await desk.case()).code) == len(LANGUAGES)
    assert all(len(line) <= 80 for line in page.splitlines())  # as it is, on any screen


def check_sums(found: Export, unpacked: Path) -> None:
    """As anybody can; a file that was changed is named."""
    zipfile.ZipFile(io.BytesIO(found.raw)).extractall(unpacked)
    checked = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    assert subprocess.run(checked, cwd=unpacked, check=False).returncode == 0
    (unpacked / "files" / "photo-1.jpg").write_bytes(b"other bytes")
    assert subprocess.run(checked, cwd=unpacked, check=False, capture_output=True).returncode == 1


async def test_without_a_yes_there_are_hashes_and_no_words(desk: Desk, tmp_path: Path) -> None:
    await told(desk, tmp_path / "files", "no")
    found = await exported(desk, purpose=ConsentUse.AUTHORITIES, case=await desk.case())
    assert "Made-Up" not in found.text
    assert not [name for name in found.files if name.startswith(("words", "files/", "papers/"))]
    (file,) = found.rows("files.csv")
    assert (file["enclosed"], len(file["sha256"])) == ("no", 64)


async def test_a_paper_that_was_changed_by_hand_is_named(desk: Desk, tmp_path: Path) -> None:
    await told(desk, tmp_path / "files", "yes")
    case = await desk.case()
    async with desk.database.engine.begin() as connection:
        await connection.execute(schema.papers.update().values(file_hash="00" * 32))
    with pytest.raises(AssertionError, match=rf"{case.code}.*papers"):  # flaws refuse it
        await exported(desk, purpose=ConsentUse.AUTHORITIES, case=case)


@pytest.mark.parametrize("answer", ["yes", "no"])
async def test_a_kept_file_that_was_changed_or_is_gone_is_named(
    desk: Desk, tmp_path: Path, answer: str
) -> None:
    await told(desk, tmp_path / "files", answer)
    case, folder = await desk.case(), desk.database.folder
    async with desk.reading() as tx:
        (file,) = await tx.files.select()
    assert folder is not None
    for content in (b"made-up Bytes", None):  # sealed under its own key, as long as before; and no file
        folder.remove(file.id)
        if content is not None:
            writing = folder.write(file.id, file.key)
            writing.write(content)
            writing.finish()
        with pytest.raises(AssertionError, match=rf"{case.code}.*photo-1.jpg"):
            await exported(desk, purpose=ConsentUse.AUTHORITIES, case=case)


async def test_nothing_of_another_case_is_in_it(desk: Desk, tmp_path: Path) -> None:
    await told(desk, tmp_path / "files", "yes")
    case = await desk.case()
    await desk.reports("police took Beka Other in Astana")
    found = await exported(desk, purpose=ConsentUse.AUTHORITIES, case=case)
    assert [row["case"] for row in found.records("cases")] == [case.code]
    assert "Beka" not in found.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_two_coordinators_allow_it_by_its_code(desk: Desk, language: str) -> None:
    olga, vera = await two(desk, language)
    await desk.reports("police took Dana Made-Up in Almaty")
    case = await desk.case()
    await olga.writes(WORDS[language].format(case.code))
    asked = await permit(desk)
    assert (asked.case_id, asked.purpose) == (case.id, ConsentUse.AUTHORITIES)
    vera.sees(case.code, desk.service.words.say(language, "exports-purpose-authorities"))
    await vera.presses(desk.service.words.say(language, "button-permit-allow"))
    olga.sees(f"dabyl export --case {case.code} --permit {asked.number}")
    scope = asked.scope(desk.now)
    assert (scope.case_id, scope.opened_from) == (case.id, None)
