"""The small guide is good: every rule is silent on it, so whatever a test changes is what a rule then names."""


def test_small_guide_builds_and_every_rule_is_silent(small):
    result = small.build()
    assert result.built, result.text
    assert result.text.strip() == ""
