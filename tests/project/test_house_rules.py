"""Each rule of the house sees its bad example and not its good one; what is left of before only shrinks."""

import ast

import pytest

from tools.house_rules import RULES, Rule, counted, listed


def hits(rule: Rule, text: str) -> list[str]:
    """What the rule finds in a file with this text."""
    return [found.what for found in rule.find("made_up.py", text, ast.parse(text))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_sees_its_bad_example_and_not_its_good_one(rule: Rule) -> None:
    assert hits(rule, rule.bad)
    assert hits(rule, rule.good) == []


def test_what_is_left_of_before_is_what_the_list_says() -> None:
    assert counted() == listed()
