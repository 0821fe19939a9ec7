"""dabyl paper: templates are listed, written out to be changed in Word, and checked; and so dabyl check does."""

import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document as read

from core.documents.filling import BadTemplate
from core.resources.paper_files import Papers
from tests.cli.command import NOT_SET, Ended, dabyl, written
from tests.papers.word import with_text

PAPER = "demand_for_release"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration with a folder of own templates."""
    (tmp_path / "own").mkdir()
    return written(tmp_path, f'[papers]\ntemplates = "{tmp_path}/own"\n')


def paper(*arguments: object, config: Path) -> Ended:
    """Run it without any secret: none is needed."""
    return dabyl("paper", *arguments, config=config, **NOT_SET)


def test_papers_are_listed_with_their_own_templates(config: Path) -> None:
    (config.parent / "own" / f"{PAPER}.kk.docx").write_bytes(with_text("x"))
    listed = paper("list", config=config)
    assert listed.code == 0
    rows = [line.split() for line in listed.out.splitlines()]
    assert any(row[:1] == [PAPER] for row in rows)
    assert any(row.count("kk") == 2 for row in rows)


@pytest.mark.slow
def test_a_template_is_written_out_changed_and_used(config: Path) -> None:
    file = config.parent / "own" / f"{PAPER}.ru.docx"
    assert paper("template", PAPER, "ru", "--to", file, config=config).code == 0
    assert paper("check", file, config=config).code == 0
    assert "is there already" in paper("template", PAPER, "ru", "--to", file, config=config).err
    changed = read(str(file))
    changed.add_paragraph("Наш бланк")
    changed.save(str(file))
    assert paper("check", config=config).code == 0
    assert Papers("kz", file.parent).template(PAPER, "ru") == file.read_bytes()


def test_what_is_wrong_in_a_template_is_told_and_the_shipped_one_is_not_used_in_its_place(
    config: Path,
) -> None:
    file = config.parent / "own" / f"{PAPER}.ru.docx"
    file.write_bytes(with_text("{{ person.nobody }}"))
    for checked in (paper("check", config=config), paper("check", file, config=config)):
        assert checked.code == 2
        assert f'{file}: paragraph "{{{{ person.nobody }}}}"' in checked.err
    all_checked = dabyl("check", config=config, **NOT_SET)
    assert all_checked.code == 1
    assert f"wrong papers: {file}" in all_checked.out
    with pytest.raises(BadTemplate, match="nobody"):
        Papers("kz", file.parent).template(PAPER, "ru")
    file.chmod(0)
    file.unlink()
    file.mkdir()
    with pytest.raises(BadTemplate, match="cannot be read"):
        Papers("kz", file.parent).template(PAPER, "ru")


@pytest.mark.parametrize(
    "name", ["letter_to_nobody.ru.docx", f"{PAPER}.docx", f"{PAPER}.ru.doc", f"{PAPER}.de.docx"]
)
def test_a_file_that_would_never_be_used_is_told(config: Path, name: str) -> None:
    (config.parent / "own" / name).write_bytes(with_text("x"))
    (config.parent / "own" / "~$open.docx").write_bytes(b"")
    checked = paper("check", config=config)
    assert checked.code == 2
    assert len(checked.err.splitlines()) == 1
    assert name in checked.err


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    config = written(tmp_path, f'[papers]\ntemplates = "{tmp_path}/gone"\n')
    assert "correct papers.templates" in paper("check", config=config).err


def test_a_wrong_name_or_language_is_told_with_what_there_is(config: Path) -> None:
    told = paper("template", "nothing", "ru", config=config).err
    assert "there are" in told
    assert PAPER in told
    assert "not in 'de'" in paper("template", PAPER, "de", config=config).err


@pytest.mark.slow
def test_nothing_that_makes_documents_is_loaded_before_a_paper_is_made() -> None:
    program = "import sys, bot.cli.main, bot.app; print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
