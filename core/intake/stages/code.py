"""Codes, and files that are read: nothing of them is an answer, and nobody else may read them."""

from msgspec.structs import replace

from core.incoming import FileKind
from core.intake.message import ReadMessage
from core.intake.standing import CodeSaid, Standing
from core.records.invitations import LINK_START, code_letters_in, invitation_code_in

ROSTER = "roster"  # the command
TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")  # how the names of tables end


def is_roster(message: ReadMessage, standing: Standing) -> bool:
    """A roster file: from an administrator, with the command under it or before it, or a table by its name, which would
    otherwise lie in a case. Of another member only with the command; anybody else's does not count as one.
    """
    file, named = message.incoming.file, is_named_roster(message)
    if not message.is_new or file is None:
        return False
    if not standing.is_administrator:
        return named and standing.member is not None
    is_table = file.name.casefold().endswith(TABLES)
    return named or is_table or (standing.awaits_roster and file.kind is FileKind.DOCUMENT)


def is_named_roster(message: ReadMessage) -> bool:
    """Whether the command stands under the file."""
    return replace(message.incoming, text=message.whole).command == ROSTER


def administrator_code(message: ReadMessage, standing: Standing) -> str | None:
    """The letters of the code of the first administrator, right or wrong."""
    return code_letters_in(message.text) if message.incoming.file is None else None


def link_code(message: ReadMessage, standing: Standing) -> str | None:
    """The letters of the word by which a member adds an address, right or wrong."""
    return code_letters_in(message.text, LINK_START) if message.incoming.file is None else None


def invitation(message: ReadMessage, standing: Standing) -> str | None:
    """The code of an invitation, right or wrong: where no link brings it to us, it is simply sent."""
    return invitation_code_in(message.text) if message.incoming.file is None else None


def names_case(message: ReadMessage, standing: Standing) -> bool:
    """A member writes the code of a case and nothing else."""
    return standing.names_case


def is_receipt_code(message: ReadMessage, standing: Standing) -> bool:
    """A receipt code, or nearly one."""
    return standing.code is CodeSaid.ALONE


def stands_beside_code(message: ReadMessage, standing: Standing) -> bool:
    """Words beside the code of another chat's report: they are a guest's."""
    return standing.code is CodeSaid.OF_ANOTHER


def goes_on_without_code(message: ReadMessage, standing: Standing) -> bool:
    """Words beside a code that is their own, nobody's, or not told while codes are guessed."""
    return standing.code is CodeSaid.BESIDE
