"""The elements that browsers know, of pages and of drawings: what is in none of these is shown as if it had no name, or not at all."""

KNOWN = frozenset("""
a abbr address article aside audio b bdi bdo blockquote body br button caption circle cite clippath code col colgroup data datalist dd
defs del desc details dfn dialog div dl dt ellipse em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html i
iframe image img input ins kbd label legend li line lineargradient link main mark marker mask menu meta nav noscript object ol optgroup
option output p path pattern picture polygon polyline pre progress q radialgradient rect s samp script section select small source span
stop strong style sub summary sup svg symbol table tbody td template text textarea textpath tfoot th thead time title tr track tspan u
ul use var video wbr
""".split())
