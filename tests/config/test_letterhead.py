"""The letterhead in the configuration: a picture that is one, and each language once."""

from pathlib import Path

import pytest
from PIL import Image

from bot.building import build_service
from bot.config.casework import LARGEST_LOGO
from bot.config.settings import BadConfiguration, Settings, load

HEADS = """
[organisation]
name = "Bureau"
address = "1 Nobody Street"
mail = "bureau@example.org"

[[papers.heads]]
language = "kk"
name = "Ойдан бюросы"
signatory = "А. Ойдан"
office = "директор"
"""


def loaded(folder: Path, text: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, {}, required=())


def test_papers_begin_as_their_language_says_and_else_as_the_organisation_is_called(tmp_path: Path) -> None:
    heads = build_service(loaded(tmp_path, HEADS)).heads
    kazakh, english = heads["kk"], heads["en"]
    assert (kazakh.name, kazakh.address, kazakh.mail) == (
        "Ойдан бюросы",
        "1 Nobody Street",
        "bureau@example.org",
    )
    assert (kazakh.signatory, kazakh.office) == ("А. Ойдан", "директор")
    assert (english.name, english.signatory) == ("Bureau", "")


def test_a_logo_is_read_and_stands_in_the_templates(tmp_path: Path) -> None:
    Image.new("RGB", (4, 2)).save(tmp_path / "logo.png")
    service = build_service(loaded(tmp_path, f'[papers]\nlogo = "{tmp_path}/logo.png"'))
    assert service.papers.logo == (tmp_path / "logo.png").read_bytes()
    assert "logo.png" not in repr(service.papers)


@pytest.mark.parametrize("content", [None, b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_LOGO)])
def test_what_is_no_picture_or_too_large_is_a_mistake(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "logo").write_bytes(content)
    with pytest.raises(BadConfiguration, match="PNG or JPEG of at most 300 kB"):
        loaded(tmp_path, f'[papers]\nlogo = "{tmp_path}/logo"')


def test_a_language_has_one_head(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="one for each language"):
        loaded(tmp_path, HEADS + HEADS[HEADS.index("[[papers") :])
