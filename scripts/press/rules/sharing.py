"""What a page hands over is there, and can be found from the page and from the kit."""

from press.built import Built
from press.cards import SIZE
from press.prose import prose_of
from press.rules import Found, problem, rule
from press.sharing import FILES, KIT, PICKED, shares
from press.site import Site

PREVIEW_TAGS = ("og:type", "og:site_name", "og:title", "og:description", "og:url", "og:image", "og:image:type", "og:image:width",
                "og:image:height",
                "og:image:alt", "twitter:card", "twitter:title", "twitter:description", "twitter:image", "twitter:image:alt")
START = 8000  # bytes; messengers read only the start of a page
REASON = 3  # words


@rule()
def shared_files_exist(site: Site, built: Built) -> Found:
    """Each page of advice comes with an email, a QR code, handouts, a sheet for the wall and a card,
    or its header says why not."""
    name = "shared-files-exist"
    for share in shares(prose_of(site)):
        for file in FILES:
            if share.page.url + file not in built.files | site.unmade:
                yield problem(name, share.page.path, 1, f"'/{share.page.url}{file}' is missing.",
                              "let scripts/press/outputs/ make it, or write 'not_shared:' and the reason into the page's header.")
    for page in site.pages.values():
        if page.not_shared and (page.kind != "advice" or len(page.not_shared.split()) < REASON):
            yield problem(name, page.path, page.lines["not_shared"],
                          f"'not_shared: {page.not_shared}' gives no reason that holds for this page.",
                          "say in a few words why this page of advice cannot be handed over; leave the key out on other pages.")


@rule(about_look=True)
def shared_files_are_linked(site: Site, built: Built) -> Found:
    """What a page hands over is linked from the page itself and from the share kit, and the kit's sets have a page to lead to."""
    if built.page_at(KIT) and not built.page_at(PICKED):
        yield problem("shared-files-are-linked", "docs/therapists", 0,
                      f"'/{PICKED}', to which the kit's sets lead, is not there.",
                      "put docs/therapists/picked.md back, with {{ picked() }} in it.")
    for share in shares(prose_of(site)):
        kit = f"kit-{share.name}"
        for at, look, before in ((share.page.url, "overrides/partials/share.html", ""),
                                 (KIT, "overrides/snippets/kit.html", "../" * KIT.count("/") + share.page.url)):
            shown = built.page_at(at)
            linked = {node.attributes.get("href") or "" for node in shown.tree.css("a[href]")} if shown else set()
            for file in FILES:
                if before + file not in linked:
                    yield problem("shared-files-are-linked", look, 0, f"'/{at}' does not link '/{share.page.url}{file}'.",
                                  "link it there.")
            if shown and at == share.page.url and not shown.tree.css_first(f'a[href$="{KIT}#{kit}"]'):
                yield problem("shared-files-are-linked", look, 0,
                              f"'/{at}' does not lead to its place in the kit, '/{KIT}#{kit}'.", "link it there.")


@rule(about_look=True)
def previews_are_complete(site: Site, built: Built) -> Found:
    """A shared page tells messengers its title, its sentence and its card, early in its head;
    the card's address changes with the card."""
    name, look = "previews-are-complete", "overrides/partials/preview-tags.html"
    for share in shares(prose_of(site)):
        shown = built.page_at(share.page.url)
        if not shown:
            continue
        tags = {key: shown.attribute(f'meta[property="{key}"], meta[name="{key}"]', "content") for key in PREVIEW_TAGS}
        for key in PREVIEW_TAGS:
            if not tags[key]:
                yield problem(name, look, 0, f"'/{shown.url}' has no '{key}'.", f"add a meta tag for '{key}'.")
            elif shown.html.encode().find(f'"{key}"'.encode()) > START:
                yield problem(name, look, 0, f"'{key}' stands more than {START} bytes down in '/{shown.url}'.",
                              "put the tags right after the title.")
        if (tags["og:image:width"], tags["og:image:height"], tags["twitter:card"]) != (*map(str, SIZE), "summary_large_image"):
            yield problem(name, look, 0, f"'/{shown.url}' gives its card another size than {SIZE[0]} by {SIZE[1]}.",
                          "write the card's own size.")
        if not tags["og:image"].startswith(f"{share.address}card.png?v=") or tags["twitter:image"] != tags["og:image"]:
            yield problem(name, look, 0,
                          f"'{tags['og:image']}' is not the full address of the card of '/{shown.url}' with its mark.",
                          f"write '{share.address}card.png?v=' and the card's mark, in both tags.")
