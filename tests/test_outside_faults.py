"""An address that no page should lead to says why: a short link, a shop, one that follows its reader."""

import pytest

from press.outside_faults import outside_fault

# Hosts and ways that no page should lead to, by what is said of them.
FAULTS = {
    "hides where it leads": """bit.ly/a | bitly.com/a | t.co/a | tinyurl.com/a | goo.gl/a | WWW.ow.ly/a | youtu.be/a | g.co/a
        kurzelinks.de/a | lnkd.in/a | aka.ms:443/a | forms.gle/a | amzn.to/a""",
    "a computer of somebody's own": "a.local/a | a.localdomain/a | a.localhost/a | a.internal/a | a.lan/a | b.home.arpa/a",
    "a made-up address": "example.com/a | www.example.org/a | example.net/a",
    "a file of somebody's own": """docs.google.com/a | drive.google.com/a | www.dropbox.com/a | onedrive.live.com/a | 1drv.ms/a
        www.icloud.com/a | wetransfer.com/a | we.tl/a | www.notion.so/a | evernote.com/a | river.sharepoint.com/a""",
    "shows each reader something else": """www.google.com/search?q=ice | google.co.uk/search?q=ice | bing.com/search | yahoo.com/search
        duckduckgo.com/s | ecosia.org/search | startpage.com/search | baidu.com/s | yandex.com/search | google.com/web | search.yahoo.com/a
        chatgpt.com/share/a | chat.openai.com/a | gemini.google.com/a | copilot.microsoft.com/a | claude.ai/share/a
        perplexity.ai/a | poe.com/a | chat.deepseek.com/a | grok.com/a""",
    "is not a whole web address": "a | a.example/<b> | a.example/a b | a.example/a\\b | -a.example | a..example | a.1 | [::1/a",
}
FINE = """google.com/maps | studies.example/search?q=a | researchgate.net/a | news.example.com/a | a.lanes.org/a
        dropbox.org/a | pubmed.gov | a.example:8443/a | a-b.example/a | bbc.co.uk/a?id=2 | duckduckgo.com/settings
        notes.example/utm_source=a"""
FOLLOWS = """utm_source utm_medium fbclid gclid dclid msclkid mc_cid mc_eid igsh igshid yclid twclid ttclid _hsenc _hsmi mkt_tok vero_id
    oly_enc_id oly_anon_id""".split()


def each(words: str) -> list[str]:
    return [one.strip() for line in words.split("\n") for one in line.split("|")]


@pytest.mark.parametrize(("says", "addresses"), FAULTS.items(), ids=FAULTS)
def test_an_address_that_no_page_should_lead_to_says_why(says, addresses):
    for address in each(addresses):
        assert says in (outside_fault(f"https://{address}", "https") or [""])[0], address


def test_any_other_whole_address_is_fine():
    assert [address for address in each(FINE) if outside_fault(f"https://{address}", "https")] == []
    assert outside_fault("http://a.example/b", "http")[1] == "write 'https://a.example/b', and see whether it opens."


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_follows_a_reader_is_named_and_taken_out(name):
    for parts, rest in ((f"?{name}=1", ""), (f"?{name}=1&b=2", "?b=2"), (f"?b=2&{name}=1#c", "?b=2#c")):
        says, fix = outside_fault(f"https://a.example/{parts}", "https")
        assert f"follows its readers: '{name}'" in says and fix == f"write 'https://a.example/{rest}'."
