"""The same document is the same bytes: times, which Word's format keeps, are fixed; so is where it was written."""

import io
import re
import zipfile

LONG_AGO = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_WHERE = re.compile(rb"(<(Company|Manager|Template)>)[^<]*(</\2>)")


def steady(content: bytes) -> bytes:
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
