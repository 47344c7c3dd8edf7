"""What tests share: the small good guide to break, and the real guide, built once; `chromium.py` has the browser to read it with."""

import gc
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from guide import HEARD, ROOT, Guide
from mutants import Bench
from outside import Outside
from press import collecting
from press.address_record import RECORD
from press.built import Built, read_built
from press.reading import read
from press.site import Site
from together import Together, many

pytest_plugins = ("order", "chromium")

collecting.go_on(ends_here=False)  # the press keeps all until the end of a build, and these tests have no end
gc.set_threshold(50_000)  # but most that a test makes stays for the next: to look for rubbish as often as usual took a tenth of the time
logging.getLogger("mkdocs").setLevel(logging.ERROR)
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str, Callable[[Path], object]], Path]:
    """What makes a folder that all the processors share, unless one of them has made it already."""
    top = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        with FileLock(top / f"{name}.lock"):
            if not (top / f"{name}.made").exists():
                shutil.rmtree(top / name, ignore_errors=True)  # another may have failed half-way
                make(top / name)
                (top / f"{name}.made").touch()
        return top / name

    return folder


@pytest.fixture(scope="session")
def recorded_small(shared: Callable[..., Path]) -> Path:
    """The small guide with its safety words sealed and all its addresses on the record."""
    return shared("small", lambda folder: Guide.small(folder).seal().record())


@pytest.fixture
def small(recorded_small: Path, tmp_path: Path) -> Guide:
    """A fresh copy of the small good guide, for a test to break."""
    return Guide(recorded_small).copy(tmp_path / "guide")


@pytest.fixture
def own_press(small: Guide) -> Guide:
    """The small guide with a copy of the press beside its hook, as in a clone."""
    shutil.copytree(ROOT / "scripts/press", small.root / "scripts/press")
    return small


@pytest.fixture(scope="session")
def recorded_many(shared: Callable[..., Path]) -> Path:
    """The small guide with one page many times over, sealed and recorded: for slips that are told together."""
    return shared("many", lambda folder: many(folder).seal().record())


@pytest.fixture(scope="module")
def together(request: pytest.FixtureRequest, recorded_small: Path, recorded_many: Path) -> Together:
    """The slips that a file of tests has told together, each in a build with as many others as can be."""
    return Together(Guide(recorded_small), Guide(recorded_many), request.module.TOLD_TOGETHER)


@pytest.fixture(scope="session")
def left_addresses(recorded_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small guide, built after a page moved from `old/pack/` and `old/first-aid/` was withdrawn."""
    root = tmp_path_factory.mktemp("left") / "guide"
    shutil.copytree(recorded_small, root)
    with (root / RECORD).open("a", encoding="utf-8") as record:
        record.write("/old/pack/ -> /how-to/cold-pack/\n/old/first-aid/ !! 2027-03-01 It told people to use hot water.\n")
    result = Guide(root).build()
    assert result.built, result.text
    return read_built(root / "site")


@pytest.fixture(scope="session")
def small_bench(recorded_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The small good guide on the bench: what the rules say of a change, in a fraction of a build."""
    root = tmp_path_factory.mktemp("bench") / "guide"
    shutil.copytree(recorded_small, root)
    return Bench(root, read_built(root / "site"))


@pytest.fixture
def outside() -> Iterator[Outside]:
    """A server on this computer that answers in every way that servers outside do."""
    server = Outside()
    threading.Thread(target=server.server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.server.shutdown()
    server.server.server_close()


@pytest.fixture(scope="session")
def real_folder(shared: Callable[..., Path]) -> Path:
    """The built real guide: the folder named by SITE_FOLDER, or one build that all the processors share."""
    if folder := os.environ.get("SITE_FOLDER"):
        return Path(folder).resolve()
    told = "told.txt"
    root = shared("real", lambda folder: Guide.real(folder).write(told, Guide(folder).build().text))
    if not (root / "site").exists():
        pytest.fail((root / told).read_text(encoding="utf-8"), pytrace=False)
    return root / "site"


@pytest.fixture(scope="session")
def real_built(real_folder: Path) -> Built:
    """The real guide as it would be published."""
    return read_built(real_folder)


@pytest.fixture(scope="session")
def real_site(real_built: Built) -> Site:
    """The real guide as its authors wrote it."""
    return read(ROOT, real_built.site_url)


@pytest.fixture(autouse=True)
def _says_what_it_breaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hold a test that is marked `breaks("the-rule")` to it: the rule spoke, and named a file, what is wrong in quotes,
    and the fix."""
    HEARD.clear()
    yield
    for mark in request.node.iter_markers("breaks"):
        for rule in mark.args:
            said = [m for m in HEARD if m["rule"] == rule]
            assert said, f"{rule} said nothing"
            assert all(m["where"] and m["says"] and m["fix"] for m in said), [m[0] for m in said]
