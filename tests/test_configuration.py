import pytest

from generator.configuration import configured, user_folder
from generator.errors import SettingsError


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """A working folder and a user's folder of the test's own."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "home"))
    user_folder().mkdir(parents=True)
    return work


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_without_anything_the_defaults_hold():
    configuration = configured()
    assert configuration.brand is None
    assert configuration.settings.fitting.smallest_body_pt == 18


def test_nearer_places_go_before_farther_ones(places, tmp_path):
    write(user_folder() / "speechdeck.toml", '[colors]\naccent1 = "#111111"\naccent2 = "#111111"\n[fonts]\nea = "宋体"')
    assert configured().brand.colors == {"accent1": "111111", "accent2": "111111"}
    write(places / "speechdeck.toml", '[colors]\naccent1 = "#222222"')
    assert configured().brand.colors == {"accent1": "222222", "accent2": "111111"}
    given = write(tmp_path / "given.toml", '[colors]\naccent1 = "#333333"\n[fitting]\nsmallest_body_pt = 20')
    assert configured(given).brand.colors["accent1"] == "333333"
    brand = configured(given, ["colors.accent1=#444444"]).brand
    assert (brand.colors, brand.east_asian) == ({"accent1": "444444", "accent2": "111111"}, "宋体")
    assert configured(given, ["fitting.smallest_body_pt=22"]).settings.fitting.smallest_body_pt == 22


def test_a_logo_is_sought_beside_the_file_that_names_it(places):
    write(places / "speechdeck.toml", 'logo = "图/标志.png"\nfooter = "某某局"')
    with pytest.raises(SettingsError) as raised:
        _ = configured().brand
    assert raised.value.code == "brand_logo_file"
    (places / "图").mkdir()
    (places / "图" / "标志.png").write_bytes(b"picture")
    assert configured().brand.logo == b"picture"
    assert configured().brand.footer == "某某局"


@pytest.mark.parametrize("written", ["colors", "=x", "colors.accent1=", "footer"])
def test_a_set_that_is_none_is_refused(written):
    with pytest.raises(SettingsError) as raised:
        configured(sets=[written])
    assert raised.value.code == "set_form"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("colour.accent1=#111111", "setting_unknown"),
        ("colors.accent7=#111111", "setting_unknown"),
        ("fonts.chinese=宋体", "setting_unknown"),
        ("colors.accent1=red", "setting_value"),
        ("fitting.smallest_body_pt=大", "setting_value"),
        ("fitting.smallest=3", "setting_unknown"),
        ("watermark=内部", "setting_unknown"),
        ("logo=没有.png", "brand_logo_file"),
    ],
)
def test_what_does_not_exist_or_hold_is_refused(written, code):
    with pytest.raises(SettingsError) as raised:
        _ = configured(sets=[written]).brand
    assert raised.value.code == code


def test_unknown_names_are_answered_with_the_known_ones():
    with pytest.raises(SettingsError) as raised:
        configured(sets=["watermark=内部"])
    assert "colors" in raised.value.hint
    assert "fitting" in raised.value.hint


def test_a_broken_file_is_named(places):
    write(places / "speechdeck.toml", "[colors\n")
    with pytest.raises(SettingsError) as raised:
        configured()
    assert raised.value.code == "setting_file"
    assert "speechdeck.toml" in raised.value.message
