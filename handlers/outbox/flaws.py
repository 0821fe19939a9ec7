"""How it is said where a history was changed from outside: by the number, kind and time of its first broken line."""

from storage.timeline import Flaw


def flaw_key(flaw: Flaw) -> str:
    """Of the sentence: a line is broken, or nobody's line gave the case to whoever has it."""
    return "operator-chain" if flaw.line is not None else "operator-owner"


def flaw_details(flaw: Flaw) -> dict[str, str]:
    """What stands in it. The kind is the id under which the program knows it, in every language."""
    if flaw.line is None:
        return {"code": flaw.case.code}
    return {
        "code": flaw.case.code,
        "line": str(flaw.number),
        "kind": flaw.line.kind,
        "time": f"{flaw.line.at:%Y-%m-%d %H:%M} UTC",
    }
