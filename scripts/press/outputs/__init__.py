"""The files that are made beside the pages. One module makes one kind: `make(site, prose, built)` yields (path, bytes)."""

import importlib
import pkgutil
from pathlib import Path

from press.built import Built
from press.carrying import makers_of
from press.problem import CannotMake
from press.prose import Prose
from press.sharing import FILES, shares
from press.site import Site

MAKERS = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
MAKERS.sort(key=lambda maker: getattr(maker, "AFTER_OTHERS", False))  # a maker may need what the others made


def write_outputs(site: Site, prose: Prose, built: Built, folder: Path) -> None:
    """Make every output and write it into the folder. A kind that cannot be made is told, and the others are made."""
    for maker in MAKERS:
        try:
            for name, content in maker.make(site, prose, built):
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        except CannotMake as told:
            site.problems.append(told.problem)
            beside = {share.page.url + name for share in shares(prose) for name in FILES}
            site.unmade |= {name for name in beside if makers_of(name, [maker]) and not (folder / name).exists()}
