"""The doorway: the only file that MkDocs calls. It hands each page to the press and decides nothing."""

import logging
import os
import sys
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException

sys.path.insert(0, str(Path(__file__).parent))  # so that a plain `mkdocs build` finds the press too
from press import collecting
from press.compiled import Compiled
from press.desk import Desk
from press.lean import parts

log = logging.getLogger("mkdocs.press")
desk: Desk | None = None
serving = ends_here = False


def on_startup(command, dirty):
    """Remember whether this is a preview, or one build and no more; a partial build would publish a partial guide."""
    global serving, ends_here
    serving, ends_here = command == "serve", command == "build"
    if dirty:
        raise Abort("A dirty build leaves pages unchecked. Build without --dirty.")


def on_config(config):
    """Read the guide, and let MkDocs build aside."""
    global desk
    collecting.stop()
    root = Path(config.config_file_path).parent
    desk = Desk(root, config.site_url if serving else None, Path(config.site_dir), preview=serving)
    if amiss := desk.cannot_start():
        print(amiss, file=sys.stderr)
        raise Abort("The last good site is untouched.")
    config.site_url = desk.site.settings.site_url
    config.site_dir = str(desk.folder)
    config.watch = [*config.watch, *(str(root / name) for name in ("overrides", "mkdocs.yml"))]
    config.theme.static_templates -= {"sitemap.xml"}
    if not desk.site.look_is_aside:
        config.theme.dirs = [str(root / "overrides")]  # the theme has 12,000 files, and our look uses none of them
    return config


def on_files(files, config):
    """Keep what `docs/` holds; templates, and the theme's scripts and styles, are not published, nor is by itself what another
    script takes in."""
    docs, looks = (os.path.abspath(d) for d in (config.docs_dir, Path(config.config_file_path).parent / "overrides"))
    taken_in = {f"assets/{name}" for name in parts(Path(docs) / "assets")}
    for file in list(files):
        home = os.path.abspath(file.src_dir or docs)
        unread = file.is_documentation_page() and not desk.page(file.src_uri)
        is_aside = file.src_uri.endswith(".map") or file.src_uri in taken_in
        if home == looks or (home != docs and not desk.site.look_is_aside) or is_aside or unread:
            files.remove(file)
    return files


def on_env(env, config, files):
    """Let MkDocs find the templates compiled, when it builds again."""
    env.bytecode_cache = Compiled(desk.site.root, "pages")
    return env


def on_page_read_source(page, config):
    """Hand over the text below the header; the header was read before, strictly."""
    return "\n" + desk.page(page.file.src_uri).body


def on_page_markdown(markdown, page, config, files):
    """Fill the calls of a page."""
    source = desk.page(page.file.src_uri)
    page.meta = {"title": source.title, "description": desk.description(source)}
    page.title = source.title
    return desk.prose.page(source)


def on_page_content(html, page, config, files):
    """Put the filled pieces in their places."""
    return str(desk.prose.settle(desk.page(page.file.src_uri), html))


def on_page_context(context, page, config, nav):
    """Tell the templates what the press knows of this page."""
    context["press"] = desk.view(page.file.src_uri)
    return context


def on_template_context(context, template_name, config):
    """Tell the 404 page what the press knows of the guide."""
    context["press"] = desk.view(None)
    return context


def on_post_build(config):
    """Add the outputs, run the rules, tell everything, and only then make it the site."""
    if not desk.finish(log.info if serving else lambda text: print(text, file=sys.stderr)):
        raise Abort("The last good site is untouched.")
    collecting.go_on(ends_here)


def on_build_error(error):
    """Tell in words why a build could not go on; MkDocs would show its own program."""
    collecting.go_on(ends_here)
    if desk and not isinstance(error, MkDocsException):
        print(desk.broken_off(error), file=sys.stderr)
        raise Abort("The last good site is untouched.")
