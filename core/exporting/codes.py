"""Our own values and the codes of HURIDOCS beside them: list number, twelve digits, and how well they fit.

Only codes are given, never the terms of the old vocabulary: its Russian labels are wrong in places (of list 41 *likely* and
*unlikely* are swapped). What is said of a value is said in our own words. Source: HURIDOCS, Micro-thesauri, as OpenEvSys
has them; two digits a level, filled up with noughts.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

DIGITS = 12


class CodeFit(StrEnum):
    """How well a code says what our value says."""

    EXACT = "exact"
    NEAR = "near"
    NONE = "none"


class HuridocsCode(Struct, frozen=True):
    """``list``: the number of the micro-thesaurus; 0 where there is no code."""

    list: int = 0
    digits: str = ""
    fit: CodeFit = CodeFit.NONE


NO_CODE = HuridocsCode()


def _codes_of_list(number: int, **codes: str) -> Mapping[str, HuridocsCode]:
    """Value → code; ``~`` before the digits: it is only near. What is left off the digits are noughts."""
    return {
        value: HuridocsCode(
            number,
            digits.lstrip("~").ljust(DIGITS, "0"),
            CodeFit.NEAR if digits.startswith("~") else CodeFit.EXACT,
        )
        for value, digits in codes.items()
    }


# Column of a record → value → code. A column that is not here has no list.
CODES: Mapping[str, Mapping[str, HuridocsCode]] = {
    "act": {
        **_codes_of_list(
            4,
            arrest="030101",
            detention="030102",
            kettling="~050105",
            blockade="~050105",
            interception="~050106",
            search="~040101",
            abduction="030104",
            disappearance="030103",
            observation="02010303",
            ill_treatment="~020101",
            property_taken="~130107",
            counsel_refused="350109",
            mass="030107",
        )
    },
    "perpetrators": _codes_of_list(
        24,
        police="010104",
        special="~010104",
        guard="~010103",
        security="010106",
        officials="010102",
        private="020400",
        plain="~99",
        unknown="99",
    ),
    "status": _codes_of_list(
        25,
        suspect="~020201",
        accused="~020201",
        convicted="~020203",
        released="~020101",
        released_pledge="~020101",
        released_bail="~020101",
        released_house="~030100",
        released_served="020105",
    ),
    "regime": _codes_of_list(29, administrative="01", arrestable="01", criminal="~05", criminal_grave="~05"),
    "acknowledged": _codes_of_list(
        30, contact="~0101", shut="~01", concealed="0102", denied="02", there="~01", unknown="99"
    ),
    "counsel": _codes_of_list(31, refused="~01", met_privately="10", not_private="11"),
    "property": _codes_of_list(36, sign="01"),
    "link": _codes_of_list(
        19,
        self="0101",
        witness="0102",
        relative="020101",
        colleague="020102",
        lawyer="0401",
        other="~03",
    ),
    "verification": _codes_of_list(
        41, confirmed="01", likely="04", possible="03", unlikely="02", unknown="99"
    ),
    "reliability": _codes_of_list(
        42, highly="01", likely="02", unsure="03", likely_not="04", not_at_all="05", unknown="99"
    ),
    "traits": _codes_of_list(
        23,
        defender="~010303",
        journalist="~010309",
        union="010305",
        party="0101",
        religious="010307",
        relative="050101",
        demonstrator="0601",
        bystander="0602",
        disability="0205",
        migrant="0401",
    ),
    "urgent": _codes_of_list(
        23,
        minor="0202",
        pregnant="020101",
        elderly="0206",
        medicine="~0407",
        journalist="~010309",
        defender="~010303",
    ),
    "kind": _codes_of_list(7, individual="01", group="03"),
    "precision": _codes_of_list(48, month="02", year="03", unknown="~03"),
    # Of what was sent, and what came back. There is no code for a refusal: that the event is denied is something else.
    "intervention": _codes_of_list(
        20,
        complaint="~0201",
        release="~0202",
        judge_complaint="~0202",
        torture_complaint="~0201",
        appeal="~0102",
        arrest_appeal="~0102",
        remand_appeal="~0102",
        motion="~0102",
        copies="~0102",
        letter="~0202",
        wgad="~0202",
        ced_urgent="~0202",
        un_urgent="~0202",
        un_communication="~0202",
    ),
    "response": _codes_of_list(27, granted="~0101", partly="~0101", empty="~05", none="06"),
    "link_kind": _codes_of_list(22, case_incident="21"),
}


def code_of(column: str, value: str) -> HuridocsCode:
    """The code of one value; NO_CODE if it has no code."""
    return CODES.get(column, {}).get(value, NO_CODE)


def digits_of(column: str, values: str) -> str:
    """The digits of one value, or of several with ``|`` between them; those without a code are left out."""
    if not values:
        return ""
    known = CODES[column]
    if "|" not in values:
        return known[values].digits if values in known else ""
    return "|".join(dict.fromkeys(known[value].digits for value in values.split("|") if value in known))
