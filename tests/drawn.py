"""The drawings of the guide, each with the data and doses that a test gives it."""

import copy
import re
from pathlib import Path
from xml.etree import ElementTree

import jinja2
import pytest

from press import strict_yaml
from press.drawings import geometry
from press.model import Drawing

ROOT = Path(__file__).parents[1]
LOOKS = ROOT / "overrides/snippets"


def rows(name):
    """Return the rows of a data file by their id."""
    found, problems = strict_yaml.load((ROOT / f"docs/_data/{name}.yml").read_text(encoding="utf-8"), name)
    assert not problems
    return {row["id"]: row for row in found}


DRAWINGS = {id: Drawing(**row) for id, row in rows("drawings").items()}
DOSES = rows("doses")
each_drawing = pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)


def changed(id, edit):
    """Return a drawing after `edit` has changed its data."""
    data = copy.deepcopy(DRAWINGS[id].data)
    edit(data)
    return Drawing(id=id, title="A title", twin="Its words.", data=data)


def fill(drawing, doses=DOSES):
    """Return a drawing's picture and words, filled."""
    dose = lambda id, name: doses[id]["numbers"][name]
    functions = {"dose": dose, "number": lambda id, name: dose(id, name).split()[0]}
    looks = jinja2.Environment(loader=jinja2.FileSystemLoader(LOOKS), autoescape=True, undefined=jinja2.StrictUndefined,
                               trim_blocks=True, lstrip_blocks=True)
    svg = looks.get_template(f"drawings/{drawing.id}.svg").render(drawing=drawing, g=geometry(drawing), **functions)
    return svg, looks.from_string(drawing.twin).render(**functions)


def picture(drawing, doses=DOSES):
    """Return a drawing's filled picture, to look into."""
    return ElementTree.fromstring(re.sub(' xmlns="[^"]*"', "", fill(drawing, doses)[0]))


def with_dose(id, name, words):
    """Return the doses with one number changed."""
    doses = copy.deepcopy(DOSES)
    doses[id]["numbers"][name] = words
    return doses


def words_of(svg):
    """Return the words in a picture on one line."""
    return " ".join(" ".join(text.itertext()) for text in svg.iter("text"))
