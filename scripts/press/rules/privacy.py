"""Nothing is loaded from anyone else, and a page can only do what its policy allows."""

import re
from collections.abc import Iterator

from press.built import Built
from press.built_page import BuiltPage
from press.rules import Found, problem, rule
from press.sharing import shows_kit
from press.site import Site
from press.sources import in_look, source_of, source_page
from press.texts import finds, our_scripts

POLICY = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:",
          "connect-src": "'self'",
          "worker-src": "'self'", "manifest-src": "'self'", "base-uri": "'none'", "form-action": "'none'"}
LOADS = {"img": ("src", "srcset"), "script": ("src",), "link": ("href",), "source": ("src", "srcset"), "iframe": ("src",),
         "video": ("src", "poster"),
         "audio": ("src",), "object": ("data",), "embed": ("src",), "track": ("src",), "input": ("src",),
         "use": ("href", "xlink:href"), "image": ("href",)}
STORES = re.compile(r"\bwindow\s*\.\s*name\s*=(?!=)|\b(?:localStorage\s*(?:\.\s*setItem|\[[^\]]*\]\s*=(?!=)|\.\s*\w+\s*=(?!=))"
                    r"|sessionStorage|indexedDB|cookieStore|document\s*\.\s*cookie)")
SENDS = re.compile(r"\b(?:sendBeacon|WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection"
                   r"|WebTransport|geolocation|mediaDevices|requestMIDIAccess|getBattery|userAgent|BroadcastChannel|FormData)\b"
                   r"|\bmethod\s*:\s*[\"'`](?!get\b)|\bnew\s+Image\b|\bnavigator\s*\.\s*share\b|\.\s*(?:request)?[sS]ubmit\s*\("
                   r"|\b(?:fetch|import|URL)\s*\(\s*[\"'`](?:https?:)?//")
LEFT = re.compile(r"(?<![\w.])(?:debugger\b|console\s*\.)")
STARTLES = re.compile(r"(?<![\w.])(?:alert|confirm|prompt)\s*\("
                      r"|\b(?:Notification|PushManager|vibrate|requestFullscreen|speechSynthesis|beforeunload|onbeforeunload)\b"
                      r"|\bwindow\s*\.\s*(?:open|print|alert|confirm|prompt)\b")
ON_REQUEST = "assets/slash.js"  # keeps whether a reader switched a key on
FIRST = 150  # signs: what stands before the policy is free of it
TELLS = ("ping", "formaction", "referrerpolicy", "attributionsrc")  # an attribute that tells others of a reader, or sends a form
QUIET_LINKS = {"canonical", "alternate", "next", "prev", "license", "help"}  # named, not loaded
WITH_HOST = re.compile(r"([a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
OUTSIDE = re.compile(r"url\(\s*['\"]?((?:https?:)?//[^'\")]+)|@import\s+['\"]?((?:https?:)?//[^'\";]+)")


@rule()
def nothing_from_elsewhere(site: Site, built: Built) -> Found:
    """No page, style or script loads anything from another host."""
    for shown in built.pages.values():
        for tag, names in LOADS.items():
            for node in shown.tagged(tag):
                if tag == "link" and QUIET_LINKS & set((node.attributes.get("rel") or "").split()):
                    continue
                for address in filter(None, (node.attributes.get(name) for name in names)):
                    if WITH_HOST.match(address.strip()):
                        where, line = source_of(site, shown, address)
                        yield problem("nothing-from-elsewhere", where, line, f"'/{shown.url}' loads '{address}' from elsewhere.",
                                      "put the file in docs/assets/ and load it from there.")
    for name in sorted(built.files):
        if name.endswith(".css"):
            text = (built.folder / name).read_text(encoding="utf-8", errors="replace")
            for match in OUTSIDE.finditer(text):
                yield problem("nothing-from-elsewhere", f"docs/{name}", text.count("\n", 0, match.start()) + 1,
                              f"the style loads '{match[1] or match[2]}' from elsewhere.", "put the file in docs/assets/.")


@rule(about_look=True)
def pages_keep_a_strict_policy(site: Site, built: Built) -> Found:
    """Each page forbids everything but its own files, before anything else is read, and sends no referrer."""
    for shown in built.pages.values():
        name, line = "pages-keep-a-strict-policy", 0
        parts = shown.attribute('meta[http-equiv="Content-Security-Policy"]', "content").split(";")
        policy = dict(part.split(None, 1) for part in parts if " " in part.strip())
        source = source_page(site, shown)
        if source and (shown.forwards or shown.tagged("base")):
            yield problem(name, "overrides/base.html", line, f"'/{shown.url}' sends its reader, or its links, elsewhere.",
                          "remove <base> and <meta http-equiv=\"refresh\">.")
        # the kit alone shows other pages, in frames
        allowed = POLICY | ({"frame-src": "'self'"} if source and shows_kit(source) else {})
        wanted = {"default-src": "'none'"} if shown.forwards else allowed
        for key in sorted(wanted.keys() | policy.keys()):
            if policy.get(key, "").strip() != allowed.get(key, ""):
                yield problem(name, "overrides/base.html", line,
                              f"'/{shown.url}' has '{key} {policy.get(key, 'missing')}' in its policy.",
                              f"write '{key} {allowed[key]}'." if key in allowed else f"remove '{key}'.")
        policies = [node for node in shown.tagged("meta") if "http-equiv" in node.attributes]
        if not shown.forwards and (len(policies) != 1 or shown.html.find(policies[0].html[:30]) > FIRST):
            yield problem(name, "overrides/base.html", line, f"'/{shown.url}' does not begin with its policy, and that alone.",
                          "write <meta http-equiv=\"Content-Security-Policy\"> once, right after <meta charset>.")
        if shown.attribute('meta[name="referrer"]', "content") != "no-referrer":
            yield problem(name, "overrides/base.html", line, f"'/{shown.url}' tells other sites where its reader came from.",
                          "add <meta name=\"referrer\" content=\"no-referrer\">.")


@rule(about_look=True)
def the_look_is_ours(site: Site, built: Built) -> Found:
    """A page links one stylesheet, the guide's own, and holds no inline script, inline style or event handler."""
    told = set()
    for shown in built.pages.values():
        for sign, says, fix in _not_ours(shown):
            where, line = in_look(site, sign)
            if (where, line, sign) not in told:  # a template stands on every page, and is named once
                told.add((where, line, sign))
                yield problem("the-look-is-ours", where, line, f"'/{shown.url}' {says}.", fix)


def _not_ours(shown: BuiltPage) -> Iterator[tuple[str, str, str]]:
    """Yield what a page's frame should not hold: how it is written there, what is wrong, and the fix."""
    links = shown.stylesheets
    ours = [node for node in links if set(node.attributes) == {"rel", "href"}
            and (node.attributes["href"] or "").endswith("assets/site.css")]
    fix = "link assets/site.css, once, with nothing but 'rel' and 'href'."
    for node in links:
        if node is not (ours[0] if ours else None):
            yield (node.attributes.get("href") or "").rpartition("/")[2], f"links the stylesheet '{node.html}'", fix
    if not links:
        yield "", "links no stylesheet", fix
    for node in shown.tagged("script"):
        if not node.attributes.get("src") and node.attributes.get("type") != "application/ld+json":
            yield node.text()[:40], f"holds an inline script: '{node.text()[:40]}'", "put it in a file in docs/assets/."
    for style in (*(node.text() for node in shown.tagged("style")), *(style for _, style in shown.having("style"))):
        yield style[:40], f"holds an inline style: '{style[:40]}'", "put it in docs/assets/site.css."
    for name in TELLS:
        if shown.having(name):
            yield f"{name}=", f"could tell others what a reader does: '{name}'", f"take '{name}' out."
    for handler in (attribute for attribute in shown.elements.by_attribute if attribute.startswith("on")):
        yield f"{handler}=", f"holds the event handler '{handler}'", "listen in a file in docs/assets/."


@rule(about_look=True)
def scripts_ask_before_they_act(site: Site, built: Built) -> Found:
    """No script of ours stores anything but what a reader switched on, sends anything, or startles a reader."""
    for name, where, text in our_scripts(site, built):
        for pattern, does in ((STORES, "stores something on a reader's phone"), (SENDS, "could tell others what a reader does"),
                              (STARTLES, "takes a reader by surprise"), (LEFT, "was left by whoever looked for a fault")):
            for match in finds(pattern, text):
                if pattern is not STORES or name != ON_REQUEST:
                    yield problem("scripts-ask-before-they-act", where, text.count("\n", 0, match.start()) + 1,
                                  f"'{match[0].strip()}' {does}.",
                                  "take it out; what a reader asks for stands behind a button of its own.")


@rule()
def sources_stay_unpublished(site: Site, built: Built) -> Found:
    """Authors' files, data, notes and source maps are not published."""
    for name in sorted(built.files):
        if name.endswith((".map", ".md", ".yml")) or re.search(r"(^|/)_(?!headers$)", name):
            yield problem("sources-stay-unpublished", name, 0, f"'{name}' does not belong in the built folder.",
                          "keep it out with exclude_docs in mkdocs.yml.")
