"""What a digest tells apart: regions with few cases, earlier days, times of day, what is confirmed, thirty days."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from core.digest.count import count_figures
from core.digest.figures import days_known, figures_from_data, figures_to_data
from core.digest.tally import FEW, OTHERS, Tally
from core.values import Precision
from tests.decisions.people import case
from tests.decisions.test_figures import ALMATY, EVENING_17, EVENING_18, HOUR, happened, in_evening, of


def test_a_region_of_few_cases_is_not_named_unless_it_is_a_large_city() -> None:
    few = [in_evening(18, region="ulytau") for _ in range(FEW - 1)]
    cases = [*few, in_evening(18, region="abai"), in_evening(18), in_evening(18, region=None)]
    assert of(cases).regions == {OTHERS: Tally(FEW), "almaty": Tally(1), "": Tally(1)}
    assert of([*few, in_evening(18, region="ulytau")]).regions == {"ulytau": Tally(FEW)}


def test_what_happened_before_the_day_of_the_report_is_told_apart() -> None:
    cases = [
        in_evening(18, **happened(18)),
        in_evening(18, identified=1, **happened(16)),
        in_evening(18),
        in_evening(18, **happened(1, precision=Precision.MONTH)),  # of this month: perhaps today
        in_evening(18, **happened(1, 8, Precision.MONTH)),
    ]
    assert of(cases).earlier == Tally(2, 1, 0)
    assert of(cases).happened[""] == Tally(1)


def test_the_time_of_day_is_that_of_the_place_and_counted_only_where_it_is_known() -> None:
    at = datetime(2018, 9, 18, 4, 30, tzinfo=UTC)  # 10:30 in Almaty, 9:30 in Aktau
    cases = [
        in_evening(18, started_at=at, **happened(18, precision=Precision.MINUTE)),
        in_evening(18, started_at=at, region="aktau", **happened(18, precision=Precision.HOUR)),
        in_evening(18, started_at=at, **happened(18, precision=Precision.PART)),
        in_evening(18),
    ]
    aktau = ZoneInfo("Asia/Aqtau")
    found = count_figures(
        cases,
        EVENING_17,
        EVENING_18,
        zone=ALMATY,
        zone_of=lambda case: aktau if case.region == "aktau" else ALMATY,
    )
    assert found.hours == (0, 0, 0, 2, 0, 0, 0, 0)
    assert found.hour_unknown == 2


def test_what_a_member_has_verified_is_confirmed_and_what_one_has_only_coded_is_not() -> None:
    cases = [in_evening(18, verification="confirmed"), in_evening(18, act="arrest"), in_evening(18)]
    assert of([*cases, in_evening(18, verification="likely")]).confirmed == 1


def test_thirty_days_are_kept_as_they_are_known_now() -> None:
    cases = [in_evening(17, **happened(17)), in_evening(18, **happened(17)), in_evening(18, **happened(18))]
    old = case(opened_at=EVENING_18 - 40 * 24 * HOUR, **happened(9, 8))
    found = of([*cases, old, in_evening(18, **happened(20, 8))])
    assert found.days == {"2018-08-20": Tally(1), "2018-09-17": Tally(2), "2018-09-18": Tally(1)}
    assert days_known(figures_to_data(found)) == found.days


def test_a_digest_of_before_knew_no_days_and_can_still_be_read() -> None:
    data = figures_to_data(of([in_evening(18)]))
    for name in ("days", "hours", "earlier", "confirmed", "hearings"):
        del data[name]
    del data["private"]["floods"]
    assert days_known(data) is None
    assert figures_from_data(json.loads(json.dumps(data))).new == Tally(1)
