"""What tests share: the small good guide to break, and the real guide, built once."""

import logging
import os
import shutil
from pathlib import Path

import pytest
from guide import ROOT, Guide
from press.built import Built, read_built
from press.reading import Site, read

logging.getLogger("mkdocs").setLevel(logging.ERROR)
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture(scope="session")
def recorded_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide with all its addresses on the record."""
    return Guide.small(tmp_path_factory.mktemp("small") / "guide").record().root


@pytest.fixture
def small(recorded_small: Path, tmp_path: Path) -> Guide:
    """A fresh copy of the small good guide, for a test to break."""
    shutil.copytree(recorded_small, tmp_path / "guide")
    return Guide(tmp_path / "guide")


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built real guide: the folder named by SITE_FOLDER, or a build made now."""
    if folder := os.environ.get("SITE_FOLDER"):
        return Path(folder).resolve()
    guide = Guide.real(tmp_path_factory.mktemp("real") / "guide")
    result = guide.build()
    if not result.built:
        pytest.fail(result.text, pytrace=False)
    return guide.root / "site"


@pytest.fixture(scope="session")
def real_built(real_folder: Path) -> Built:
    """The real guide as it would be published."""
    return read_built(real_folder)


@pytest.fixture(scope="session")
def real_site(real_built: Built) -> Site:
    """The real guide as its authors wrote it."""
    return read(ROOT, real_built.site_url)
