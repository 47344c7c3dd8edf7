"""The small guide is good: every rule is silent on it, so whatever a test changes is what a rule then names."""


def test_small_guide_builds_and_every_rule_is_silent(small):
    result = small.build()
    assert result.built, result.text
    assert result.text.strip() == ""


def test_a_line_to_write_on_says_nothing(small):
    """So that nobody hears twenty underscores read aloud, and no word of a question is lost."""
    result = small.edit("docs/how-to/cold-pack.md", "\n## ", "\nMy doctor: {{ blank() }}\n\n## ").build()
    assert result.built, result.text
    html = (small.root / "site/how-to/cold-pack/index.html").read_text("utf-8")
    assert '<p>My doctor: <span class="blank"></span></p>' in html
