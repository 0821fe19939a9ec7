"""docxtpl, told to refuse what it would mend: a torn mark leaves broken XML, and mending it loses words without a sign.

Apart from ``filling``, because docxtpl takes a second to load and only the making of a paper needs it.
"""

from typing import Any

from docxtpl import DocxTemplate
from lxml import etree


class StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template that is filled wholly or not at all."""

    def fix_tables(self, xml: str) -> Any:
        """The text, which must be well-formed."""
        etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=False))
        return super().fix_tables(xml)
