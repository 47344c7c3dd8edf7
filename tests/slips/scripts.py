"""What is wrong with scripts and the files of the look: what breaks them off, and names that nobody gives."""

SLIPS = [
    ("a script that hides the text", "docs/assets/start.js", "const link",
     "document.querySelector('main').hidden = true;\nconst link", "scripts-leave-notes-alone",
     "docs/assets/start.js:2", "'main'"),
    ("a worker that rewrites pages", "overrides/outputs/sw.js", "    return response;",
     "    return new Response(await response.text());", "workers-hand-over-what-came", "overrides/outputs/sw.js:",
     "'new Response('"),
    *[(f"a script that no browser runs: {words}", file, old, new, "scripts-can-be-read", f"{file}:{line}", words)
      for file, old, new, line, words in (
        ("docs/assets/start.js", "const link =", "const link ==", 2, "'==' follows 'const link'"),
        ("docs/assets/start.js", '"find"', '"find', 2, "begins nothing that a browser can read"),
        ("docs/assets/start.js", "button.id = link.id", "button.id = ", 6, "';' follows '='"),
        ("docs/assets/search.js", "const MOST = 8;", "const MOST = (8;", 5, "is never closed"),
        ("docs/assets/search.js", "function show() {", "function show() {{", 37, "is never closed"),
        ("docs/assets/search.js", "import { Engine }", "import { Engin }", 2, "'Engin' is taken from 'search-engine.js'"),
        ("overrides/outputs/sw.js", "async function page(event) {", "async function page(event {", 29, "'(' is never closed"))],
    ("a name that a script no longer gives", "docs/assets/search-words.js", "export function split", "function split",
     "scripts-can-be-read", "docs/assets/search.js:3", "'split' is taken from 'search-words.js'"),
    ("a name that two scripts of one file declare", "docs/assets/search-words.js", "const CHILD = 18, OLD = 60;",
     "const CHILD = 18, OLD = 60, UNIT = 1;", "scripts-can-be-read", "docs/assets/search-learned.js:6",
     "'UNIT' stands in 'docs/assets/search-words.js' too"),
    *[(f"a script that does what nobody asked for: {typed}", "docs/assets/start.js", "const link", f"{typed}\nconst link",
       "scripts-ask-before-they-act", "docs/assets/start.js:", f"'{found}'") for typed, found in (
        ("localStorage.setItem('seen', 1);", "localStorage.setItem"), ("sessionStorage.x = 1;", "sessionStorage"),
        ("navigator.sendBeacon('/x');", "sendBeacon"), ("alert('Hi');", "alert("),
        ("Notification.requestPermission();", "Notification"))],
    *[(f"a file of the look that is {what}", file, old, new, "files-of-the-look-can-be-used", where, words)
      for what, file, old, new, where, words in (
        ("torn", "site/assets/icons/icon-192.png", "", "x", "docs/assets/icons/icon-192.png", "no png file"),
        ("empty", "site/assets/kit.js", "", " ", "docs/assets/kit.js", "is empty"),
        ("no manifest", "site/assets/manifest.webmanifest", "", "{", "docs/assets/manifest.webmanifest", "cannot be read"),
        ("missing", "docs/assets/missing.js", "", "", "overrides/404.html:23", "'missing'"))],
    ("a name that nothing gives", "site/assets/start.js", "button.onclick = search", "button.onclick = serch", "scripts-can-be-read",
     "docs/assets/start.js:", "'serch'"),
    *[(f"a script that {what}", "site/assets/start.js", "const link", f"{code}\nconst link", "scripts-ask-before-they-act",
       "docs/assets/start.js:", words) for what, code, words in (
        ("waits for its author", "debugger;", "'debugger'"), ("asks somebody else", 'fetch("https://stats.example/x");', "fetch"))],
    ("a script that breaks off on an older phone", "site/assets/start.js", "const link", "const last = [1].at(-1);\nconst link",
     "scripts-hold-in-older-browsers", "docs/assets/start.js:2", "'.at(' needs Chrome 92"),
    *[(f"a script that waits in vain: {new}", "site/assets/start.js", old, new, "scripts-wait-for-what-there-is", "docs/assets/start.js:",
       words) for old, new, words in (
        ('addEventListener("keydown"', 'addEventListener("keydwon"', "write 'keydown'"), ('"Escape"', '"Escpae"', "write 'Escape'"),
        ('"../search.json"', '"../serch.json"', "'../serch.json' is not there"))],
    ("a method misspelt", "site/assets/start.js", "dialog.showModal()", "dialog.showModel()", "scripts-can-be-read",
     "docs/assets/start.js:", "'.showModal'"),
    *[(f"a name that is not given: {new}", file, old, new, "names-of-looks-and-scripts-are-given", where, words)
      for file, old, new, where, words in (
        ("site/assets/site.css", ".kit-label", ".kit-lable", "docs/assets/site.css:", "did you mean 'kit-label'"),
        ("site/assets/kit.js", "[data-copy]", "[data-cpoy]", "docs/assets/kit.js:18", "did you mean '[data-copy]'"),
        ("site/assets/start.js", '("find")', '("fnd")', "docs/assets/start.js:2", "'#fnd'"),
        ("overrides/partials/page-facts.html", 'class="facts"', 'class="fatcs"', "overrides/partials/page-facts.html:2",
         "asks for the class 'fatcs': did you mean 'facts'"))],
    *[(f"a script that lost its words: {old}", f"site/assets/{file}", old, new, "scripts-say-what-they-make",
       f"docs/assets/{file}:{line}", words) for file, old, new, line, words in (
        ("start.js", '"Try again"', '""', 18, "'e(\"button\", { className: \"tool\" }, \"\")'"),
        ("kit.js", '"Copied. Paste it into your email."', '""', 3, "'const COPIED = \"\"'"))],
]
