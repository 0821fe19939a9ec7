"""The hour is that of the law: zone tables come from the package tzdata, whatever the machine has."""

import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

IN_MARCH = (
    "datetime(2024, 3, 2, 12, tzinfo=zone).utcoffset()"  # the day after all of Kazakhstan went to UTC+5
)


@pytest.mark.parametrize(
    "zone",
    [
        'from bot.cli.main import app; from zoneinfo import ZoneInfo; zone = ZoneInfo("Asia/Almaty")',
        "from bot.config.settings import Settings; zone = Settings().organisation.zone",
    ],
    ids=["a zone that is asked for", "the default of the configuration"],
)
def test_old_tables_of_the_machine_are_not_used(zone: str, tmp_path: Path) -> None:
    old = tmp_path / "Asia" / "Almaty"
    old.parent.mkdir()
    old.write_bytes(resources.files("tzdata").joinpath("zoneinfo/Etc/GMT-6").read_bytes())  # as it was: UTC+6
    environ = {**os.environ, "PYTHONTZPATH": str(tmp_path)}

    def said(code: str) -> str:
        code = f"from datetime import datetime; {code}; print({IN_MARCH})"
        ran = subprocess.run(
            [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
        )
        return ran.stdout.strip()

    assert said('from zoneinfo import ZoneInfo; zone = ZoneInfo("Asia/Almaty")') == "6:00:00"
    assert said(zone) == "5:00:00"
