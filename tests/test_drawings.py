"""The drawings show the numbers they are given, to scale, and their words say the same numbers."""

import copy
import re
from pathlib import Path
from xml.etree import ElementTree

import jinja2
import pytest

from press import strict_yaml
from press.drawings import SHAPES, geometry, steady
from press.model import Drawing

ROOT = Path(__file__).parents[1]
LOOKS = ROOT / "overrides/snippets"
FIGURE = re.compile(r"\d+(?:\.\d+)?")
ROUNDING = 0.05


def rows(name):
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
    return ElementTree.fromstring(re.sub(' xmlns="[^"]*"', "", fill(drawing, doses)[0]))


def with_dose(id, name, words):
    doses = copy.deepcopy(DOSES)
    doses[id]["numbers"][name] = words
    return doses


def words_of(svg):
    return " ".join(" ".join(text.itertext()) for text in svg.iter("text"))


def lengths(value):
    """Return every float of a geometry: what the template writes as a place or a length."""
    if isinstance(value, dict):
        return [n for key, item in value.items() if key != "minute" for n in lengths(item)]
    if isinstance(value, list):
        return [n for item in value for n in lengths(item)]
    return [value] if isinstance(value, float) else []


# Drawn to scale

def test_bars_of_minutes_are_as_long_as_their_minutes():
    drawn = geometry(DRAWINGS["cold-depth"])
    assert [bar["minutes"] for bar in drawn["bars"]] == ["8.0", "23.3", "37.8", "58.6"]
    for bar in drawn["bars"]:
        assert bar["width"] == pytest.approx(float(bar["minutes"]) * drawn["minute"], abs=ROUNDING)


def test_bars_of_degrees_are_as_wide_as_their_degrees_and_stand_in_the_middle():
    columns = geometry(DRAWINGS["cold-depth"])["columns"]
    unit = columns[0]["bars"][0]["width"] / 14.4
    for column in columns:
        for bar in column["bars"]:
            assert bar["width"] == pytest.approx(float(bar["cooler"]) * unit, abs=2 * ROUNDING)
            assert bar["x"] + bar["width"] / 2 == pytest.approx(0, abs=2 * ROUNDING)  # of its column


def test_depths_and_fat_share_one_scale():
    drawn = geometry(DRAWINGS["cold-depth"])
    one, three = (depth["y"] - drawn["muscle"] for depth in drawn["depths"])
    assert three == 3 * one
    halves = [8 / 2, (10 + 18) / 2 / 2, 20 / 2]  # a pinch holds the layer twice
    assert [column["fat"] for column in drawn["columns"]] == pytest.approx([mm / 10 * one for mm in halves], abs=ROUNDING)


def test_dots_stand_at_their_minutes():
    drawn = geometry(DRAWINGS["numb-time"])
    places = {tick["at"]: tick["x"] for tick in drawn["ticks"]}
    assert places[20] - places[10] == pytest.approx(places[30] - places[20], abs=2 * ROUNDING)
    for line in drawn["lines"]:
        expected = [drawn["left"] + minute * drawn["minute"] for minute in line["measured"]]
        assert line["dots"] == pytest.approx(expected, abs=ROUNDING)
        assert line["end"] == max(line["dots"], default=drawn["left"])


def test_signs_fill_from_the_left_and_doubt_grows_as_they_empty():
    grades = geometry(DRAWINGS["how-sure"])["grades"]
    filled = [[shape["filled"] for shape in grade["shapes"]] for grade in grades]
    assert filled == [[True] * n + [False] * (SHAPES - n) for n in (4, 3, 2, 1)]
    doubt = [grade["doubt"]["width"] for grade in grades]
    assert doubt == pytest.approx([doubt[0] * n for n in (1, 2, 3, 4)])


def test_a_changed_number_changes_its_bar():
    def edit(data):
        data["wait"]["groups"][0]["minutes"] = "16.0"
        data["fall"]["groups"][2]["cooler"][1] = "4.8"
    before, after = geometry(DRAWINGS["cold-depth"]), geometry(changed("cold-depth", edit))
    assert after["bars"][0]["width"] == pytest.approx(2 * before["bars"][0]["width"], abs=3 * ROUNDING)
    assert after["columns"][2]["bars"][1]["width"] == pytest.approx(2 * before["columns"][2]["bars"][1]["width"],
                                                                    abs=3 * ROUNDING)
    assert after["bars"][1:] == before["bars"][1:]


def test_a_changed_measurement_moves_its_dot():
    drawn = geometry(changed("numb-time", lambda data: data["lines"][2].update(measured=[20])))
    assert drawn["lines"][2]["dots"] == [tick["x"] for tick in drawn["ticks"] if tick["at"] == 20]


def test_the_skin_limit_and_the_wait_follow_the_doses():
    def line_at(id, doses):
        path = next(path for path in picture(DRAWINGS[id], doses).iter("path") if path.get("class") == "d-limit")
        return float(path.get("d")[1:].split()[0])
    for id, dose, name in (("cold-depth", "pack-time", "limit"), ("numb-time", "rewarm-activity", "wait")):
        drawn = geometry(DRAWINGS[id])
        for minutes in (10, 20):
            place = line_at(id, with_dose(dose, name, f"{minutes} minutes"))
            assert place == pytest.approx(drawn["left"] + minutes * drawn["minute"], abs=ROUNDING)


def test_the_session_follows_the_doses():
    drawing = DRAWINGS["session-timeline"]
    tall = lambda svg: max(float(box.get("height")) for box in svg.iter("rect"))
    usual, longer = picture(drawing), picture(drawing, with_dose("sequence", "wait", "60 minutes"))
    assert tall(longer) + 2 == pytest.approx(2 * (tall(usual) + 2), abs=2 * ROUNDING)
    assert "60 minutes" in words_of(longer) and "30 minutes" not in words_of(longer)


@each_drawing
def test_geometry_is_steady(drawing):
    assert geometry(drawing) == geometry(drawing)
    assert all(length == steady(length) for length in lengths(geometry(drawing)))


@pytest.mark.parametrize("edit", [
    lambda data: data.pop("wait"),
    lambda data: data["wait"]["groups"][0].update(minutes="-1"),
    lambda data: data["wait"]["groups"][0].update(minutes="many"),
    lambda data: data["wait"]["groups"][0].update(minutes=None),
    lambda data: data["fall"]["groups"][0].update(cooler=["14.4"]),
    lambda data: data["fall"]["groups"][0].update(mm=[]),
])
def test_data_that_cannot_be_drawn_is_refused(edit):
    with pytest.raises(ValueError, match="cold-depth"):
        geometry(changed("cold-depth", edit))


# Words and picture

def test_each_drawing_has_a_picture_and_each_picture_a_drawing():
    assert {path.stem for path in (LOOKS / "drawings").glob("*.svg")} == set(DRAWINGS)


@each_drawing
def test_the_words_state_every_number_drawn(drawing):
    drawn, said = FIGURE.findall(words_of(picture(drawing))), FIGURE.findall(fill(drawing)[1])
    steps = {"1", "2", "3", "4"} if drawing.id == "session-timeline" else set()
    assert set(drawn) - set(said) == set()
    assert steps <= set(said)


@each_drawing
def test_the_words_are_short_sentences(drawing):
    for sentence in re.split(r"(?<=[.?:])\s+", fill(drawing)[1]):
        assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("id", ["cold-depth", "numb-time", "session-timeline"])
def test_the_words_say_how_sure_we_are(id):
    assert "certainty)" in DRAWINGS[id].twin


@each_drawing
def test_references_exist(drawing):
    assert set(drawing.references) <= set(rows("references"))


@each_drawing
def test_the_picture_is_named_fits_a_phone_and_needs_no_style_of_its_own(drawing):
    svg = picture(drawing)
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{drawing.id}-title"
    assert svg.get("viewBox").startswith("0 0 360 ") and not {"width", "height"} & set(svg.keys())
    for part in svg.iter():
        assert part.tag not in ("style", "script", "a", "image") and "style" not in part.attrib
        assert float(part.get("font-size", 16)) >= 16


@each_drawing
def test_every_class_of_the_picture_is_coloured(drawing):
    stylesheet = (ROOT / "docs/assets/site.css").read_text(encoding="utf-8")
    used = {name for part in picture(drawing).iter() for name in part.get("class", "").split()}
    assert {name for name in used if f".{name}" not in stylesheet} == set()
