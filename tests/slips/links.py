"""What is wrong with links and addresses: where they lead, and what they are called."""

from slips import PACK, STEP

SLIPS = [
    ("an address on paper that the link does not have", "site/index.html", 'data-at="', 'data-at="not/',
     "printed-addresses-are-those-of-links", "docs/index.md:15", "'not/how-to/cold-pack/#steps'"),
    *[(f"a link by another's name: {typed}", PACK, STEP, f"1. Wrap it. See [{typed}]({leads}).",
       "links-lead-where-their-words-say", f"{PACK}:22", words) for typed, leads, words in (
        ("Stop signs", "../safety/check.md", "'/safety/stop/'"), ("all the stop signs", "../index.md", "'/safety/stop/'"),
        ("Step by step", "#in-short", "'/how-to/cold-pack/#steps'"))],
    *[(f"an address as text: {typed}", PACK, STEP, f"1. Wrap it. See {typed} for more.", "addresses-are-links", f"{PACK}:22",
       f"'{said}' stands as text") for typed, said in (
        ("www.nhs.uk", "www.nhs.uk"), ("https://www.nhs.uk/ice/", "https://www.nhs.uk/ice/"), ("nhs.uk", "nhs.uk"),
        ("`help.clinic.org`", "help.clinic.org"))],
    *[(f"a link by the name of another site: {typed}", PACK, STEP, f"1. Wrap it. Read [{typed}](https://www.webmd.com/ice).",
       "links-name-the-site-they-lead-to", f"{PACK}:22", f"name '{said}', and the link leads to 'webmd.com'")
      for typed, said in (("the NHS page on ice", "nhs"), ("nhs.uk on ice", "nhs.uk"),
                          ("what the Mayo Clinic says", "mayo clinic"))],
    ("a link to a site that hides behind another's name", PACK, STEP, f"{STEP} Read [the NHS page](https://nhs.uk.evil.example/ice).",
     "links-name-the-site-they-lead-to", f"{PACK}:22", "leads to 'nhs.uk.evil.example'"),
    ("a withdrawal in many years", "docs/_data/addresses.txt", "/about/\n", "/about/\n/old-pack/ !! 2096-03-01 It was wrong.\n",
     "withdrawn-addresses-say-why", "docs/_data/addresses.txt:", "'2096-03-01'"),
    *[(f"a link that {what}", PACK, STEP, f"1. Wrap it. See [the study]({address}).", "links-lead-somewhere", f"{PACK}:22", words)
      for what, address, words in (
        ("follows its readers", "https://studies.example/1?utm_source=mail&id=2", "'https://studies.example/1?id=2'"),
        ("is a search", "https://www.google.com/search?q=ice", "shows each reader something else"),
        ("is a talk with a program", "https://chatgpt.com/share/abc", "shows each reader something else"),
        ("leads to somebody's own computer", "https://desk.local/x", "somebody's own"))],
    ("an address as the words of a link", PACK, STEP, "1. Wrap it. See [https://studies.example/1](https://studies.example/1).",
     "links-say-where-they-go", f"{PACK}:22", "reads 'https://studies.example/1'"),
    *[(f"a link to a site that looks like another: {host}", PACK, STEP, f"{STEP} Read [a study of packs](https://{host}/ice).",
       "links-lead-to-no-look-alike", f"{PACK}:22", f"'{host}' is not '{meant}'") for host, meant in (
        ("www.nhs.uk.com", "nhs.uk"), ("www.who.lnt", "who.int"), ("pubmed.ncbi.nlm.nhi.gov", "nih.gov"),
        ("xn--nhs-abc.uk", "nhs-abc.uk"))],
]
