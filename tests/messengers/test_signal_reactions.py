"""What follows from each outcome that signal-cli knows, and from those that it may learn to know."""

from typing import Any

import pytest

from bot.messengers.errors import (
    AccessLost,
    Challenged,
    Limited,
    MessengerError,
    Rejected,
    RetryLater,
    Unreachable,
    Untrusted,
)
from bot.messengers.signal import error_translation
from tests.oracle import shapes

# What follows at once, and what in the end where it is not tried for ever.
Reaction = tuple[type[MessengerError] | None, type[MessengerError] | None]
OF_SENDS: dict[str, Reaction] = {
    "SUCCESS": (None, None),
    "NETWORK_FAILURE": (RetryLater, None),
    "UNREGISTERED_FAILURE": (Unreachable, None),
    "IDENTITY_FAILURE": (Untrusted, None),
    "RATE_LIMIT_FAILURE": (Limited, None),
    "a riddle": (Challenged, None),
    "INVALID_PRE_KEY_FAILURE": (RetryLater, Unreachable),
    "NO_PREKEYS": (RetryLater, Unreachable),
    "IO": (RetryLater, None),
    "DEFECT": (RetryLater, Rejected),
}
OF_CODES: dict[int, Reaction] = {
    -1: (Rejected, None),
    -3: (RetryLater, None),
    -4: (Untrusted, None),
    -5: (Limited, None),
    -6: (Rejected, None),
    -32700: (Rejected, None),
    -32600: (Rejected, None),
    -32601: (Rejected, None),
    -32602: (Rejected, None),
    -32603: (RetryLater, Rejected),
}


def reaction(error: MessengerError | None) -> Reaction:
    """What it is, exactly, and what it counts as in the end."""
    if error is None:
        return None, None
    at_last = error.at_last if isinstance(error, RetryLater) else None
    return type(error), type(at_last) if at_last is not None else None


def test_the_tables_have_every_outcome_that_signal_cli_has() -> None:
    assert {error_translation.SENT, *error_translation.RESULTS} == {*shapes.RESULT_TYPES}
    assert {*error_translation.CODES} == {*shapes.ERROR_CODES} == {*OF_CODES}
    assert {*OF_SENDS} == {*shapes.SENDS}


@pytest.mark.parametrize("name", shapes.SENDS)
def test_a_send_that_ended_so_has_its_reaction(name: str) -> None:
    answer = shapes.answer(name)
    if "error" in answer:
        assert reaction(error_translation.of_error(answer["error"])) == OF_SENDS[name]
        data = answer["error"]["data"]
        results = data["response"]["results"] if data else []
    else:
        results = answer["result"]["results"]
    for result in results:
        assert reaction(error_translation.of_result(result)) == OF_SENDS[name]


@pytest.mark.parametrize("code", shapes.ERROR_CODES)
def test_an_error_that_says_no_more_has_its_reaction(code: int) -> None:
    assert (
        reaction(error_translation.of_error({"code": code, "message": "made up", "data": None}))
        == OF_CODES[code]
    )


@pytest.mark.parametrize(
    ("code", "message", "expected"),
    [
        (-32602, "Specified account does not exist", (AccessLost, None)),
        (-32602, "Method requires account parameter", (AccessLost, None)),
        (-1, f"The user {shapes.WHO} is not registered.", (Unreachable, None)),
        (
            -32603,
            "Failed to send message: made up (AttachmentInvalidException) (UnexpectedErrorException)",
            (Rejected, None),
        ),
    ],
)
def test_an_error_that_says_more_is_read(code: int, message: str, expected: Reaction) -> None:
    error = error_translation.of_error({"code": code, "message": message, "data": None})
    assert reaction(error) == expected
    assert shapes.WHO not in str(error)


@pytest.mark.parametrize("new", ["SOMETHING_NEW", "a\nb", "x" * 99, None, 7])
def test_a_result_that_nobody_knows_is_tried_for_a_while_and_then_counts_as_refused(new: Any) -> None:
    error = error_translation.of_result({"type": new})
    assert reaction(error) == (RetryLater, Rejected)
    assert isinstance(error, RetryLater)
    assert error.sent is False
    assert ("SOMETHING_NEW" in str(error.at_last)) == (new == "SOMETHING_NEW")
    assert str(error.at_last).isprintable()


def test_so_is_a_code_that_nobody_knows() -> None:
    assert reaction(error_translation.of_error({"code": -99, "message": shapes.WHO})) == (
        RetryLater,
        Rejected,
    )
