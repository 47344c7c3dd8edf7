"""What is wrong in the stylesheet: what it hides, crowds or takes the line from, and what no browser understands."""

SLIPS = [
    ("notes pushed off the first screen", "docs/assets/site.css", "/* Search */", "h1 { min-height: 200vh; }\n/* Search */",
     "styles-leave-notes-high-up", "docs/assets/site.css:", "'h1 { min-height: 200vh }'"),
    *[(f"a style that hides what a page says: {style}", "docs/assets/site.css", "/* Search */", f"{style}\n/* Search */",
       "styles-leave-the-words-in-sight", "docs/assets/site.css:", words) for style, words in (
        (".sure { display: none; }", "'.sure { display: none }'"), (".only { opacity: 0; }", "'.only { opacity: 0 }'"),
        (".facts { visibility: hidden; }", "'.facts {"),
        ("@media (max-width: 40rem) { article ol { display: none; } }", "'article ol {"))],
    *[(f"links without a line: {style}", "docs/assets/site.css", "/* Search */", f"{style}\n/* Search */", "links-are-underlined",
       "docs/assets/site.css:", "takes the line from under the links") for style in (
        "a { text-decoration: none; }", "article a { text-decoration-line: none; }",
        "@media print { .content li a { text-decoration: none; } }", "main a { text-decoration-color: transparent; }")],
    *[(f"words that are pale: {what}", "docs/assets/site.css", old, new, "words-stand-out-from-their-ground",
       "docs/assets/site.css:", words) for what, old, new, words in (
        ("by their token", "--soft: #51473b", "--soft: #a09a90", "#a09a90 on #"),
        ("in the dark", "--soft: #d0c4b5", "--soft: #6a655f", "dark"),
        ("after others without their class", "/* Search */", ".licence { color: #aaa; }\n/* Search */", "#aaaaaa on #"),
        ("in print", "/* Search */", "@media print { .facts { color: #999; } }\n/* Search */", "print"))],
    ("a focus that nobody sees", "docs/assets/site.css", "/* Search */", "a:focus { outline: none; }\n/* Search */",
     "focus-can-be-seen", "docs/assets/site.css:", "'a:focus { outline: none }'"),
    ("no focus at all", "docs/assets/site.css", ":focus-visible, .held { outline:", ":focus-visible { color:", "focus-can-be-seen",
     "docs/assets/site.css:", "':focus-visible' is missing"),
    ("a button too small for a finger", "docs/assets/site.css", ".press { min-height: 44px", ".press { min-height: 20px",
     "controls-can-be-touched", "docs/assets/site.css:", "'.press { min-height: 20px }'"),
    ("steps that paper leaves out", "docs/assets/site.css", "/* Search */",
     "@media print { article ol { display: none; } }\n/* Search */", "styles-leave-the-words-in-sight", "docs/assets/site.css:",
     "'article ol {"),
    *[(f"words that a style changes: {css}", "site/assets/site.css", "}", f"}}\n{css}\n",
       "styles-leave-words-as-written", "docs/assets/site.css:", words) for css, words in (
        (".note { text-transform: uppercase; }", "'.note { text-transform: uppercase }' writes"),
        (".content ol { display: flex; flex-direction: column-reverse; }", "column-reverse"),
        ("article { text-align: justify; }", "tears gaps"), ("article li::marker { content: ''; }", "takes the numbers"),
        ("article ol { counter-reset: list-item 5; }", "counts"), ("article li { display: block; }", "takes the numbers"),
        ("article ol { list-style: none; }", "takes the numbers"), ("article li { order: 3; }", "turns the order"),
        (".brand { animation: b 1s infinite; }", "move"), ("body { cursor: none; }", "pointer"),
        (".facts { line-height: 1.1; }", "so close"), (".instead { letter-spacing: .3em; }", "too far apart"),
        ("article h2 { font-style: italic; }", "slants"), ("article { text-align: center; }", "at another place"),
        (".reading { max-width: 120rem; }", "so long"),
        (":target { scroll-margin-top: -90rem; }", "stop far from the part"),
        ("html { scroll-padding: 3000px; }", "stop far from the part"))],
    *[(f"a style that browsers do not understand: {css}", "site/assets/site.css", "}", f"}}\n.point {{ {css} }}\n", "styles-are-understood",
       "docs/assets/site.css:", words) for css, words in (
        ("colour: red;", "write 'color'"), ("color: rde;", "'rde' is no colour"), ("color: var(--inc);", "write --ink"),
        ("color: red background: blue;", "put a ';' before 'background'"), ("margin-top: 2;", "without its unit"),
        ("fill: blu;", "'blu' is no colour"), ("padding: 1rem 3 2px;", "without its unit"))],
    ("a colour that the dark alone has", "docs/assets/site.css", " --ring: #0a57ad;", "", "styles-are-understood", "docs/assets/site.css:",
     "'--ring' has no value"),
    *[(f"a style that takes more along where a browser is older: {css}", "site/assets/site.css", "}",
       f"}}\n.point {{ {css} }}\n", "styles-hold-in-older-browsers", "docs/assets/site.css:", words) for css, words in (
        ("text-decoration: underline 2px;", "'text-decoration: underline 2px'"),
        ("max-height: calc(9dvh - var(--head));", "asks for 'dvh'"))],
    *[(f"a style that takes away what people use: {css}", "site/assets/site.css", "}", f"}}\n{css} }}\n",
       "styles-leave-controls-in-sight", "docs/assets/site.css:", f"'{css} }}'") for css in (
        ".menu { display: none", "#search-list { max-height: 3rem", ".kit-text { display: none", ".kit-set { clip-path: inset(50%)")],
]
