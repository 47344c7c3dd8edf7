"""Scripts: what they take hold of, hide, move or rewrite when a page is open."""

from mutants import BUILT, Bench
from mutators.common import operator

START, SOURCE = f"{BUILT}assets/start.js", "docs/assets/start.js"
HIDES = ["document.querySelectorAll('.note').forEach((n) => n.remove());", "document.querySelector('.notes').hidden = true;",
         "document.querySelector('article').hidden = true;",
         "document.querySelector('main').classList.add('away');", "document.body.classList.add('calm');",
         "document.documentElement.className = 'calm';", "document.getElementById('main').inert = true;",
         "document.styleSheets[0].insertRule('.notes{display:none}');", "document.adoptedStyleSheets = [new CSSStyleSheet()];",
         "const s = document.createElement('style'); document.head.append(s);",
         "const l = document.createElement('link'); link.append(l);", "document.querySelector('h1').nextElementSibling.remove();",
         "link.parentElement.parentElement.remove();", "addEventListener('click', (e) => e.target.remove());",
         "addEventListener('click', ({ target }) => (target.hidden = true));",
         "setTimeout(() => document.querySelector('ul.x, .before').remove(), 5000);",
         "document.querySelectorAll('li').forEach((n) => n.remove());",
         "main.hidden = true;", "window.main.hidden = true;", "window['main'].hidden = true;", "document['body'].hidden = true;",
         "const d = document; d.body.hidden = true;", "const { body } = document; body.hidden = true;",
         "eval('document.bo' + 'dy.remove()');", "new Function('document.body.remove()')();", "document.write('x');",
         "const n = 'note-cold-never'; document.getElementById(n).remove();",
         "document.querySelectorAll(`[data-${'note'}]`).forEach((n) => n.remove());",
         "for (const n of document.all) n.hidden = true;", "document.getElementsByClassName('notes')[0].remove();",
         "document.elementFromPoint(9, 400).remove();",
         "const r = new Range(); r.selectNode(link); r.deleteContents();", "link.closest('body').hidden = true;",
         "link.getRootNode().body.remove();", "link.ownerDocument.body.remove();", "globalThis.document.body.remove();",
         "top.document.body.remove();", "document.querySelector('*').remove();", "document.querySelector(':root').remove();",
         "document.querySelector('html > *:last-child').hidden = true;", "document.querySelector('.columns').style.opacity = 0;",
         "link.style.cssText = 'position:fixed;inset:0';", "link.setAttribute('style', 'position:fixed');",
         "document.querySelector('.reading').replaceChildren();", "document.querySelector('.content').innerHTML = '';",
         "document.designMode = 'on';",
         "const q = document.querySelector.bind(document); q('.note').remove();",
         "const how = 'querySelector'; document[how]('.note').remove();", "document?.body.remove();",
         "document.querySelector?.('.note').remove();",
         "const { parentNode: p } = link; p.remove();", "document.querySelector('#steps').scrollIntoView();",
         "scrollTo(0, 9000);", "location.replace('#steps');", "location.hash = 'steps';",
         "import('./quiet.js'); document.querySelector('.point').after(link);",
         "document.querySelector('header').append(link);", "document.querySelector('h1').textContent = 'Put ice on now';",
         "navigator.serviceWorker.register('other.js');"]


@operator
def hide_by_script(bench: Bench):
    text = bench.read(START)
    for script in HIDES:
        yield script, START, f"{text}\n{script}\n", ("scripts-leave-notes-alone",), SOURCE, bench.cover[:1]


@operator
def rewrite_by_worker(bench: Bench):
    file = f"{BUILT}sw.js"
    text = bench.read(file)
    for rewrite in ("new Response((await answer.text()).replace('note', ''))",
                    "new Response(answer.body.pipeThrough(new TransformStream()))", "new Response('<h1>Ice</h1>')"):
        yield (rewrite, file, f"{text}\naddEventListener('fetch', (event) => event.respondWith({rewrite}));\n",
               ("workers-hand-over-what-came",), "overrides/outputs/sw.js", bench.cover[:1])
