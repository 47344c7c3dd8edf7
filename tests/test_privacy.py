"""Nobody learns of a reader: each way in which a page, a style or a script could load, keep, send or startle is named."""

import pytest

ABOUT, START, SHEET = "site/about/index.html", "site/assets/start.js", "site/assets/site.css"
ACTS, LOADS, POLICY, LOOK, SOURCES = ("scripts-ask-before-they-act", "nothing-from-elsewhere", "pages-keep-a-strict-policy",
                                      "the-look-is-ours", "sources-stay-unpublished")
# What each does, and scripts that do it, one a line.
DOES = {
    "stores something on a reader's phone": """
        localStorage.setItem("a", 1); | localStorage["a"] = 1; | localStorage.a = 1; | sessionStorage.a; | indexedDB.open("a");
        cookieStore.set("a", 1); | document.cookie = "a=1"; | window.name = "a";""",
    "could tell others what a reader does": """
        navigator.sendBeacon("/a"); | new WebSocket(a); | new EventSource(a); | new XMLHttpRequest(); | new RTCPeerConnection();
        new WebTransport(a); | navigator.geolocation; | navigator.mediaDevices; | navigator.requestMIDIAccess();
        navigator.getBattery(); | navigator.userAgent; | fetch("https://a.example"); | fetch("http://a.example");
        import('//a.example/a.js'); | new URL(`//a.example`); | fetch("a", { method: "POST" }); | new Image().src = a;
        navigator.share({ text: a }); | new FormData(a); | a.submit(); | a.requestSubmit(); | new BroadcastChannel("a");""",
    "takes a reader by surprise": """
        alert(1); | confirm(1); | prompt(1); | new Notification(1); | PushManager; | navigator.vibrate(1); | a.requestFullscreen();
        speechSynthesis.speak(1); | addEventListener("beforeunload", a); | onbeforeunload = a; | window.open(a); | window.print();
        window.alert(1); | window.confirm(1); | window.prompt(1);""",
    "was left by whoever looked for a fault": "debugger; | console.log(1);",
}
HARMLESS = """localStorage.getItem("a"); | localStorage.a === 1; | localStorage["a"] == 1; | fetch("./a.json"); | a.alert(1); | print(1);
    a.console.log(1); | import("./a.js"); | fetch("./a", { method: "get" }); | window.name === "a"; | addEventListener("submit", a);"""
LOADED = ['<img src="{}">', '<img srcset="{} 2x">', '<script src="{}"></script>', '<link rel="stylesheet" href="{}">',
          '<link rel="preload" href="{}">', '<picture><source src="{}"></picture>', '<picture><source srcset="{}"></picture>',
          '<iframe src="{}"></iframe>', '<video src="{}"></video>', '<video poster="{}"></video>', '<audio src="{}"></audio>',
          '<object data="{}"></object>', '<embed src="{}">', '<video><track src="{}"></video>', '<input type="image" src="{}">',
          '<svg><use href="{}"></use></svg>', '<svg><use xlink:href="{}"></use></svg>', '<svg><image href="{}"></image></svg>']
NAMED = [f'<link rel="{rel}" href="{{}}">' for rel in ("canonical", "alternate", "next", "prev", "license", "help")]


def each(lines: str) -> list[str]:
    return [one.strip() for line in lines.strip().split("\n") for one in line.split("|")]



@pytest.mark.breaks(ACTS)
def test_each_way_a_script_could_act_unasked_is_named_with_its_line(small):
    acts = [(line, does) for does, lines in DOES.items() for line in each(lines)]
    said = small.write(START, "\n".join([*(line for line, _ in acts), *each(HARMLESS)])).told(ACTS).text
    for number, (line, does) in enumerate(acts, 1):
        found = [one for one in said.split("\n") if one.startswith(f"docs/assets/start.js:{number}: ")]
        assert any(does in one for one in found), line
    assert f"start.js:{len(acts)}: " in said
    assert not [n for n in range(len(each(HARMLESS))) if f"start.js:{len(acts) + 1 + n}: " in said]


def test_only_what_a_reader_switched_on_is_kept(small):
    said = small.write("site/assets/slash.js", 'localStorage.setItem("slash", "off");\nalert(1);').told(ACTS).text
    assert "slash.js:2: 'alert(' takes" in said and "slash.js:1" not in said


@pytest.mark.breaks(LOADS)
def test_whatever_a_page_loads_from_elsewhere_is_named_and_what_it_only_names_is_not(small):
    hosts = ("https://", "//", "HTTP://", " https://")
    loaded = {f"{hosts[n % 4]}load-{n}.example/a": html for n, html in enumerate(LOADED)}
    named = {f"https://name-{n}.example/a": html for n, html in enumerate(NAMED)}
    html = "".join(html.format(address) for address, html in (loaded | named).items())
    said = small.edit(ABOUT, "</main>", f'{html}<img src="../a.png"><a href="https://a.example/">A</a></main>').told(LOADS).text
    assert [html for address, html in loaded.items() if f"'/about/' loads '{address}" not in said] == []
    assert said.count("Fix: ") == len(loaded), said


def test_whatever_a_style_loads_from_elsewhere_is_named_with_its_line(small):
    loads = ["url(https://a.example/1)", "url('//a.example/2')", 'url( "http://a.example/3")']
    css = [f".x {{ background: {load}; }}" for load in loads] + ["@import 'https://a.example/4';", '@import "//a.example/5";']
    said = small.write(SHEET, "\n".join([*css, ".x { background: url(a.png); }"])).told(LOADS).text
    for number in range(1, 6):
        assert f"docs/assets/site.css:{number}: the style loads '" in said and f"a.example/{number}' from elsewhere" in said
    assert "site.css:6" not in said


@pytest.mark.parametrize(("old", "new", "says"), [
    ("connect-src 'self'", "connect-src *", "'connect-src *'"), ("form-action 'none'", "", "'form-action missing'"),
    ("default-src", "object-src 'self'; default-src", "'object-src 'self''"),
    ('name="referrer" content="no-referrer"', 'name="referrer" content="origin"', "tells other sites where its reader came from"),
    ('<meta charset="utf-8">', f'<script src="{"../" * 40}start.js"></script><meta charset="utf-8">', "does not begin with its policy"),
    ("</head>", '<meta http-equiv="Content-Security-Policy" content="default-src *"></head>', "does not begin with its policy, and that"),
    ('<meta name="referrer"', '<base href="https://a.example/"><meta name="referrer"', "sends its reader, or its links, elsewhere"),
    ('<meta name="referrer"', '<meta http-equiv="refresh" content="0; url=../"><meta name="referrer"', "sends its reader"),
])
@pytest.mark.breaks(POLICY)
def test_a_page_that_allows_more_is_named(small, old, new, says):
    said = small.edit(ABOUT, old, new).told(POLICY).text
    assert f"'/about/' has {says}" in said or f"'/about/' {says}" in said, said


@pytest.mark.parametrize(("new", "says"), [
    ('<link rel="stylesheet" href="../assets/site.css">', "links the stylesheet"), ("<style>p{}</style>", "'p{}'"),
    ('<p style="color:red">a</p>', "holds an inline style: 'color:red'"), ("<script>go()</script>", "inline script: 'go()'"),
    ('<script type="module">go()</script>', "inline script"), ('<p onclick="a()">a</p>', "the event handler 'onclick'"),
    ('<body onload="a()">', "the event handler 'onload'"), ('<a href="../" ping="/log">a</a>', "tell others what a reader does: 'ping'"),
    ('<button formaction="/log">a</button>', "'formaction'"), ('<a href="../" referrerpolicy="unsafe-url">a</a>', "'referrerpolicy'"),
])
@pytest.mark.breaks(LOOK)
def test_a_page_with_a_look_of_its_own_is_named(small, new, says):
    assert says in small.edit(ABOUT, "</main>", f"{new}</main>").told(LOOK).text


@pytest.mark.parametrize(("new", "says"), [("", "links no stylesheet"),
                                           ('<link rel="stylesheet" href="../assets/site.css" media="print">', 'media="print"')])
def test_a_page_without_the_one_stylesheet_is_named(small, new, says):
    assert says in small.edit(ABOUT, '<link rel="stylesheet" href="../assets/site.css">', new).told(LOOK).text


@pytest.mark.breaks(SOURCES)
def test_no_file_of_an_author_is_published(small):
    kept_out = ["_notes/a.txt", "how-to/_draft.html", "x/_headers2", "a.map", "assets/start.js.map", "readme.md", "data.yml"]
    for file in (*kept_out, "a_b.txt"):
        small.write(f"site/{file}", "a")
    said = small.told(SOURCES).text
    assert [file for file in kept_out if f"'{file}' does not belong" not in said] == []
    assert said.count("Fix: ") == len(kept_out), said
