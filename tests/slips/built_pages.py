"""What is wrong in the folder that was built: a page that is missing, a file too many, data that readers do not see."""

from slips import BUILT, PACK

SLIPS = [
    ("a page that was not built", f"{BUILT}/index.html", "", "", "every-page-is-built", f"{PACK}:1", "'/how-to/cold-pack/'"),
    ("an author's file among the pages", "site/_data/claims.yml", "", "- id: a", "sources-stay-unpublished", "_data/claims.yml",
     "exclude_docs"),
    ("a file that no module makes", "site/how-to/leaf.bin", "", "x", "every-kind-of-file-speaks-of-notes", "how-to/leaf.bin",
     "'how-to/leaf.bin'"),
    ("a page that the site map forgets", "site/sitemap.xml", "how-to/cold-pack/", "how-to/cold-pick/", "the-site-map-is-whole",
     "", "cold-p"),
    ("a title for machines alone", f"{BUILT}/index.html", '"name":"Using a cold pack"', '"name":"Free of pain"',
     "structured-data-is-what-readers-see", f"{PACK}:1", "'Free of pain'"),
    ("an address for machines alone", f"{BUILT}/index.html", '"url":"https://small.example/guide/how-to/',
     '"url":"https://other.example/', "structured-data-is-what-readers-see", f"{PACK}:1", "'https://other.example/cold-pack/'"),
    ("a caution that machines do not get", f"{BUILT}/index.html", '"contraindication":[', '"contraindication":["Never.",',
     "structured-data-is-what-readers-see", f"{PACK}:1", "'Never.'"),
    ("a source that the text does not have", f"{BUILT}/index.html", "#ref-smith-2010\"}", '#ref-smith-2019"}',
     "structured-data-is-what-readers-see", f"{PACK}:1", "smith-2019"),
    ("a star for machines", f"{BUILT}/index.html", '"dateModified"', '"aggregateRating":5,"dateModified"',
     "structured-data-is-what-readers-see", f"{PACK}:1", "'aggregateRating'"),
    *[(f"{what} for machines alone", f"{BUILT}/index.html", old, new, "structured-data-is-what-readers-see", f"{PACK}:1", words)
      for what, old, new, words in (
        ("a point", '"description":"Using a cold pack', '"description":"A cold pack', "its point is 'A cold pack is easy"),
        ("a day", '"dateModified":"2026-11-22"', '"dateModified":"2026-11-23"', "'23 November 2026', which readers do not see"),
        ("a publisher", '"dateModified"', '"publisher":{"name":"Ice Ltd"},"dateModified"', "'Ice Ltd', which readers do not see"),
        ("a kind", '"MedicalWebPage"', '"Product"', "'Product', which is none of what they may say"),
        ("a kind of therapy", '"MedicalTherapy"', '"Drug"', "'Drug', which is none of what they may say"))],
    ("data for machines that cannot be read", f"{BUILT}/index.html", '{"@context"', '{"@context', "structured-data-is-what-readers-see",
     "overrides/base.html", "has 1 blocks"),
    ("data for machines twice", f"{BUILT}/index.html", "</head>", '<script type="application/ld+json">{}</script></head>',
     "structured-data-is-what-readers-see", "overrides/base.html", "has 2 blocks"),
]
