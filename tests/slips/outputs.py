"""What is wrong with what is handed over: emails, sets of pages, handouts, sheets for the wall, codes, the guide in one file."""

SLIPS = [
    ("the notes in the one file under another style", "overrides/outputs/guide.html", "<style>", "<style>.notes{display:none}",
     "the-one-file-shows-its-notes", "overrides/outputs/guide.html:1", "'<style>.notes"),
    ("the notes in the one file out of sight", "overrides/outputs/guide.html", "{{ page.text }}", "<div hidden>{{ page.text }}</div>",
     "the-one-file-shows-its-notes", "overrides/outputs/guide.html:1", "is out of sight in 'guide.html'"),
    ("a text that the one file lost", "overrides/outputs/guide.html", "{{ page.text }}", "", "the-one-file-shows-its-notes",
     "overrides/outputs/guide.html:1", "the text of '/' is out of sight"),
    ("an email that plays its notes down", "overrides/outputs/email.txt", "{{ share.box_title }}:", "For a few people only:",
     "emails-show-their-notes", "overrides/outputs/email.txt:1", "'/how-to/cold-pack/share.txt'"),
    ("notes in letters that nobody reads", "overrides/outputs/email.html", "<li>", '<li style="font-size:9px">',
     "emails-can-be-read", "overrides/outputs/email.html:", "'font-size:9px'"),
    ("a safety box on paper under another title", "overrides/outputs/wall.typ", "data.box_title", '"Good to know"',
     "sheets-can-be-read", "overrides/outputs/style.typ:1", "has another title than 'Before you start'"),
    ("notes in white on white paper", "overrides/outputs/style.typ", "for rule in it.parts { par(",
     "for rule in it.parts { set text(fill: white); par(", "sheets-can-be-read", "overrides/outputs/style.typ:1", "handout.pdf"),
    *[(f"a title of the safety box that {what}", "overrides/outputs/style.typ", old, new, "sheets-can-be-read",
       "overrides/outputs/style.typ:1", "'Before you start' on") for what, old, new in (
        ("has lost its ground", "fill: ink, inset: (x: 9pt", "inset: (x: 9pt"),
        ("is as dark as its ground", "fill: white, title", "fill: ink, title"))],
    ("a code too small to be scanned", "overrides/outputs/handout.typ", "code(30mm)", "code(8mm)", "codes-can-be-scanned",
     "overrides/outputs/handout.typ:21", "too small"),
    ("a code that is gone", "overrides/outputs/wall.typ", "  code(if data.tight { 70mm } else { 90mm })\n", "",
     "codes-can-be-scanned", "overrides/outputs/wall.typ:1", "is missing"),
    *[(f"an output that lost its {what}: {file}", f"overrides/outputs/{file}", old, "", "what-is-handed-over-is-whole",
       f"overrides/outputs/{file}:1", f"does not give the page's {what}") for what, file, old in (
        ("point", "email.txt", "{{ share.point }}"), ("title", "email.txt", "{{ share.page.title }}"),
        ("thing to do", "email.txt", " {{ share.actions[0] }}"), ("title", "email.html", "{{ share.page.title }}"),
        ("thing to do", "email.html", "{{ share.actions[0] }}"), ("thing to do", "handout.typ", "list(..data.actions)"),
        ("point", "handout.typ", "#even(text(size: 1.15em, data.point))"),
        ("point", "wall.typ", "#even(text(size: 1.3em, data.point))"))],
    *[(f"a set without its {old}", "overrides/outputs/set.txt", old, "", "sets-show-their-notes",
       "overrides/outputs/set.txt:1", old)
      for old in ("{notes}", "Before you start:", "{pages}", "{link}")],
    ("the page of a set without its notes", "overrides/snippets/picked.html", "{{ note.short }}", "", "sets-show-their-notes",
     "overrides/snippets/picked.html:1", "'cold-never'"),
    *[(f"the one file without {what}", "overrides/outputs/guide.html", old, "", "the-look-is-whole",
       "overrides/outputs/guide.html", what) for what, old in (
        ("that it is information only", "{{ footer }}"), ("when its pages were checked", "{{ page.facts }}"),
        ("the address at which a newer one", '<a href="{{ site_url }}">{{ site_url }}</a>'))],
    ("a handout that hides its review", "overrides/outputs/handout.typ", "  fresh()\n", "", "sheets-say-who-reviewed-them",
     "overrides/outputs/handout.typ:1", "'No clinician has reviewed this page.'"),
    *[(f"an email that nobody filled in: {left}", "overrides/outputs/email.txt", "The whole page:", f"{left}\n\nThe whole page:",
       "nothing-unfilled", "overrides/outputs/email.txt:", f"'{sign}'") for left, sign in (
        ("Dear [NAME],", "[NAME]"), ("Hello [first name],", "[first name]"), ("TODO", "TODO"))],
]
