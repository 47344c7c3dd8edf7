"""The drawings show the numbers they are given, to scale."""

import pytest

from drawn import DRAWINGS, changed, each_drawing, picture, with_dose, words_of
from press.drawings import SHAPES, geometry, steady

ROUNDING = 0.05


def lengths(value):
    """Return every float of a geometry: what the template writes as a place or a length."""
    if isinstance(value, dict):
        return [n for key, item in value.items() if key != "minute" for n in lengths(item)]
    if isinstance(value, list):
        return [n for item in value for n in lengths(item)]
    return [value] if isinstance(value, float) else []


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
    assert doubt[0] > 0 and doubt == pytest.approx([doubt[0] * n for n in (1, 2, 3, 4)])


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
