"""A DOCX from outside, before it is read: a ZIP of bounded size, without macros and without anything from elsewhere.

The same document is the same bytes: times, which Word's format keeps, are fixed; so is where it was written.
"""

import io
import re
import zipfile
from collections.abc import Iterator

LARGEST_FILE, LARGEST_WHOLE, LARGEST_PART, LARGEST_TEXT = 5_000_000, 30_000_000, 3_000_000, 800_000  # bytes
MOST_PARTS = 300
_MAIN = "word/document.xml"
_LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_KIND, _TARGET = (
    re.compile(rb"""\bType\s*=\s*["'][^"']*/(\w+)["']"""),
    re.compile(rb"""\bTarget\s*=\s*["']([^"']*)["']"""),
)
_OUTSIDE = re.compile(rb"""\bTargetMode\s*=\s*["']External["']""")
_HARMLESS = re.compile(rb"(?:https?://|mailto:)")
_FETCHING = re.compile(
    rb"<w:(?:instrText\b[^>]*>|fldSimple\b[^>]*\bw:instr=\")\s*(DDE|DDEAUTO|INCLUDE\w+|LINK|IMPORT|EMBED|DATABASE|MACROBUTTON)\b"
)
_ACTIVE = ("vbaproject", "vbadata", "activex", "embeddings/", "afchunk", ".bin", ".exe", ".ole")


def unfit_reasons(content: bytes) -> Iterator[str]:
    """Why it is not read at all, in sentences that say what to do; nothing if it may be."""
    if len(content) > LARGEST_FILE:
        yield f"the file has more than {LARGEST_FILE // 1_000_000} MB: make its pictures smaller"
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            yield from _parts(package)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        yield f"this is no DOCX ({type(error).__name__}): in Word choose Save as, Word document (.docx)"


def _parts(package: zipfile.ZipFile) -> Iterator[str]:
    parts = package.infolist()
    names = [part.filename for part in parts]
    if _MAIN not in names or "[Content_Types].xml" not in names:
        yield "this is no DOCX: in Word choose Save as, Word document (.docx)"
        return
    if len(set(names)) != len(names) or len(names) > MOST_PARTS:
        yield "it has too many parts, or one twice: copy its text into a new document"
        return
    if sum(part.file_size for part in parts) > LARGEST_WHOLE or any(
        part.file_size > (LARGEST_TEXT if part.filename == _MAIN else LARGEST_PART)
        for part in parts
        if _is_text(part.filename)
    ):
        yield "unpacked it is too large for a letter: copy its text into a new document"
        return
    for part in parts:
        if any(word in part.filename.lower() for word in _ACTIVE):
            yield f"it carries a program or another file ({part.filename}): save it without macros and embedded objects"
        elif _is_text(part.filename):
            yield from _text_mistakes(part.filename, package.read(part))


def _text_mistakes(name: str, content: bytes) -> Iterator[str]:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or not _is_utf8(content):
        yield f"{name} declares entities, or is not UTF-8: save it again with Word"
    if b"macroEnabled" in content and name == "[Content_Types].xml":
        yield "it may carry macros: in Word choose Save as, Word document (.docx)"
    if fetching := _FETCHING.search(content):
        yield f"a field ({fetching[1].decode()}) takes something from elsewhere: in Word press Ctrl+Shift+F9 on it"
    for link in _LINK.findall(content) if name.endswith(".rels") else ():
        kind, target = _KIND.search(link), _TARGET.search(link)
        sort, where = kind[1].decode() if kind else "?", target[1] if target else b""
        if _OUTSIDE.search(link) and not (sort == "hyperlink" and _HARMLESS.match(where)):
            yield (
                f"it takes something from outside of the file ({sort}: {where[:60].decode(errors='replace')}): "
                "put the picture or the template into the file itself, or remove the link"
            )


def _is_utf8(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


LONG_AGO = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_WHERE = re.compile(rb"(<(Company|Manager|Template)>)[^<]*(</\2>)")


def with_fixed_times(content: bytes) -> bytes:
    """The document with all its times set to one moment."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", part)
            elif name == "docProps/app.xml":
                part = _WHERE.sub(rb"\1\3", part)
            new.writestr(zipfile.ZipInfo(name, LONG_AGO), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
