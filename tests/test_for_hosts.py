"""What is made for hosts and for whoever looks after the site: headers, security.txt, and the list of what a phone keeps."""

import hashlib
import json
import re

import pytest

from press.built import read_built
from press.outputs import security_txt
from press.outputs.offline import kept
from press.reading import read

PACK = "docs/how-to/cold-pack.md"
STEP = "1. Wrap the cold pack in a cloth."
BLOCK = "practice:\n    email: hello@river.example\n    phone: '+44 20 7946 0018'\n    website: https://river.example/\n"


def test_headers_say_what_a_page_cannot(real_folder, real_built):
    base = real_built.base
    assert (real_folder / "_headers").read_text(encoding="utf-8") == f"""{base}*
  Content-Security-Policy: frame-ancestors 'self'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  Strict-Transport-Security: max-age=31536000
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()

{base}sw.js
  Cache-Control: no-cache

{base}offline.json
  Cache-Control: no-cache
"""


def test_without_a_contact_there_is_no_security_txt(small):
    assert not (small.root / "site/.well-known").exists()


def test_with_a_contact_security_txt_names_it_and_expires_with_the_guide(small):
    small.edit("mkdocs.yml", "practice:\n", BLOCK).edit(PACK, "check_by: 2027-11-22", "check_by: 2027-03-01")
    result = small.build()
    assert result.built, result.text
    assert (small.root / "site/.well-known/security.txt").read_text(encoding="utf-8") == (
        "Contact: mailto:hello@river.example\nContact: https://river.example/\nContact: tel:+44-20-7946-0018\n"
        "Expires: 2027-03-01T00:00:00Z\nPreferred-Languages: en\nCanonical: https://small.example/guide/.well-known/security.txt\n")


@pytest.mark.parametrize(("phone", "dialled"), [("+44 20 7946 0018", "+44-20-7946-0018"), ("(212) 736 5000", "212-736-5000"),
                                                ("+1 (212) 736-5000", "+1-212-736-5000")])
def test_a_phone_is_dialled_as_it_is_written_in_any_country(small, phone, dialled):
    result = small.edit("mkdocs.yml", "practice:\n", f'practice:\n    phone: "{phone}"\n').build()
    assert result.built, result.text
    assert f'<a href="tel:{dialled}">{phone}</a>' in small.files()["index.html"].decode()


def test_capitals_in_the_host_make_no_other_site(small):
    result = small.edit("mkdocs.yml", "https://small.example", "https://Small.EXAMPLE").build()
    assert result.built, result.text
    assert b'rel="canonical" href="https://small.example/guide/"' in small.files()["index.html"]


def test_security_txt_names_no_contact_that_there_is_not(small):
    site = read(small.edit("mkdocs.yml", "practice:\n", "practice:\n    phone: '+44 20 7946 0018'\n").root)
    assert [text.decode().count("Contact: ") for _, text in security_txt.make(site, None, None)] == [1]


def test_what_a_phone_keeps_is_the_guide_as_it_is_published(real_folder, real_built):
    kept = json.loads((real_folder / "offline.json").read_text(encoding="utf-8"))
    for path, version in kept.items():
        file = f"{path}index.html" if path.endswith("/") or not path else path
        assert hashlib.sha256((real_folder / file).read_bytes()).hexdigest()[:32] == version[:32], path
    assert {page.url for page in real_built.pages.values() if not page.forwards} <= kept.keys()
    assert {"assets/site.css", "assets/start.js", "assets/search.js", "search.json"} <= kept.keys()
    assert not [path for path in kept if path.endswith((".pdf", ".png"))]


def test_a_kept_page_has_another_version_of_its_safety_words_only_when_they_change(small):
    versions = []
    for old, new in ((STEP, f"{STEP} Take your time."),
                     ("Ask your doctor.", 'Ask your doctor. {{ dose("pack-time", "limit") }}')):
        versions.append(small.json("site/offline.json")["how-to/cold-pack/"])
        result = small.edit(PACK, old, new).seal().record().build()
        assert result.built, result.text
    versions.append(small.json("site/offline.json")["how-to/cold-pack/"])
    assert len(set(versions)) == 3
    assert versions[0][32:] == versions[1][32:] != versions[2][32:]


def test_each_word_of_a_kept_page_about_safety_counts_as_its_safety_words(small):
    of = lambda: {url: version[32:] for url, version in kept(read_built(small.root / "site")).items()}
    before = of()
    for file in ("safety/stop/index.html", "about/index.html"):
        small.edit(f"site/{file}", "</article>", "<p>Take it off now.</p></article>")
    now = of()
    assert {url for url in now if now[url] != before[url]} == {"safety/stop/", "search.json"}


def test_whatever_a_kept_page_and_its_scripts_load_is_kept(real_folder, real_built):
    kept = json.loads((real_folder / "offline.json").read_text(encoding="utf-8"))
    for page in real_built.pages.values():
        for node in page.tree.css('script[src], link[rel~="stylesheet"], link[rel="icon"], link[rel="manifest"]'):
            address = node.attributes.get("src") or node.attributes.get("href")
            assert re.sub(r"^(\.\.?/)+", "", address.removeprefix(real_built.base)) in kept, (page.url, address)
    for path in kept:
        if path.endswith(".js") and "/vendor/" not in path:
            text = (real_folder / path).read_text(encoding="utf-8")
            for name in re.findall(r"""from "\./([^"$]+)\"|import\("\./([^"$]+)\"\)""", text):
                assert f"assets/{name[0] or name[1]}" in kept, (path, name)
