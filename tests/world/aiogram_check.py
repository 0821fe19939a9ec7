"""A second opinion on every call the bot makes: aiogram's models, generated from the Bot API's documentation.

The local server and the bot are ours, so they could be wrong together; aiogram is not. Its models accept unknown
fields silently, therefore what they did not know is looked for afterwards, at every depth.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any
from unittest.mock import patch

from pydantic import BaseModel, ValidationError

from bot.playground.bot_api.parameters import Upload

with patch.object(BaseModel, "model_rebuild", lambda **_: None):
    import aiogram.types  # would build hundreds of models, which takes seconds; a dozen are used, and built then
import aiogram.methods

MODELS: dict[str, type[BaseModel]] = {
    model.__api_method__: model
    for model in vars(aiogram.methods).values()
    if isinstance(model, type)
    and issubclass(model, aiogram.methods.TelegramMethod)
    and "__api_method__" in vars(model)
}


def check(method: str, params: dict[str, Any]) -> None:
    """For the ``on_call`` hook. Raises AssertionError for a method, parameter, field or type that aiogram does not know."""
    model = _built(method)
    attached = {name for value in params.values() for name in _attachments(value)}
    given = {name: _input(value) for name, value in params.items() if name not in attached}
    try:
        parsed = model.model_validate(given)
    except ValidationError as error:
        problems = [
            f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_input=False)
        ]
        raise AssertionError(f"{method}: " + "; ".join(problems)) from None
    unknown = list(_unknown(parsed, method))
    if unknown:
        raise AssertionError("unknown to the Bot API: " + ", ".join(unknown))


@cache
def _built(method: str) -> type[BaseModel]:
    model = MODELS.get(method)
    if model is None:
        raise AssertionError(f"{method}: no such method")
    model.model_rebuild(_types_namespace=vars(aiogram.types))
    return model


def _attachments(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("attach://"):
        yield value.removeprefix("attach://")
    elif isinstance(value, dict):  # media of an edit
        for one in value.values():
            yield from _attachments(one)


def _input(value: Any) -> Any:
    return aiogram.types.BufferedInputFile(value.content, value.name) if isinstance(value, Upload) else value


def _unknown(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _unknown(item, f"{path}[{place}]")
