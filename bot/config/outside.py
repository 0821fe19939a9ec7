"""[outside]: whether figures and health can be asked for over HTTP."""

from pydantic import Field, ValidationInfo, field_validator

from bot.config.fields import LineOrNone
from bot.config.listening import Place, host_and_port, is_loopback
from bot.config.sections import Section

WORDS = 3  # a sentence


class OutsideSettings(Section):
    """[outside]"""

    listen: Place = Field(default="", description="Where /healthz and /metrics answer; nowhere if empty.")
    why_not_loopback: LineOrNone = Field(
        default="",
        validate_default=True,
        description="A sentence on who else is to read them, where listen is no address of this machine alone.",
    )

    @field_validator("why_not_loopback")
    @classmethod
    def _explained(cls, value: str, info: ValidationInfo) -> str:
        listen = info.data.get("listen", "")
        if listen and not is_loopback(listen) and len(value.split()) < WORDS:
            raise ValueError(
                f"expected a sentence, because others can read what is at {listen}; or listen = 127.0.0.1:PORT"
            )
        return value

    @property
    def places(self) -> list[tuple[str, int]]:
        """Where it answers: one place or none."""
        return [host_and_port(self.listen)] if self.listen else []
