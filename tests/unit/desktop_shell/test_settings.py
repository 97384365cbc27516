"""Settings are typed, survive a broken file, and are written whole."""

from pathlib import Path

import pytest

from desktop.settings import Settings, SettingsStore, load_settings, save_settings


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    """Every type comes back as it went."""
    settings = Settings(
        agent_name='Ann "Q" Ö',
        theme="dark",
        text_size=16,
        column_widths=(300, 400, 300),
        knowledge_open=False,
    )
    save_settings(tmp_path / "settings.toml", settings)
    assert load_settings(tmp_path / "settings.toml").settings == settings


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    """The first start has no problem."""
    assert load_settings(tmp_path / "settings.toml").settings == Settings()
    assert load_settings(tmp_path / "settings.toml").problems == ()


BROKEN = [
    ('knowledge_open = "false"', "knowledge_open"),
    ("agent_name = 7", "agent_name"),
    ('theme = "pink"', "theme"),
    ('column_widths = ["a"]', "column_widths"),
    ("text_size = true", "text_size"),
]


@pytest.mark.parametrize(("line", "name"), BROKEN)
def test_a_value_that_does_not_fit_falls_back_and_is_told(tmp_path: Path, line: str, name: str) -> None:
    """The word 'false' is never taken for true."""
    file = tmp_path / "settings.toml"
    file.write_text(f'{line}\nagent_mail = "a@b.example"\n', encoding="utf-8")
    loaded = load_settings(file)
    assert getattr(loaded.settings, name) == getattr(Settings(), name)
    assert loaded.settings.agent_mail == "a@b.example"
    assert name in loaded.problems[0].sentence


def test_a_broken_file_gives_the_defaults_and_stays_beside_the_new_one(tmp_path: Path) -> None:
    """What a person wrote is never thrown away."""
    file = tmp_path / "settings.toml"
    file.write_text("agent_name = \n", encoding="utf-8")
    store = SettingsStore(file)
    assert store.current == Settings()
    assert len(store.problems) == 1
    store.change(agent_name="Ann")
    assert (tmp_path / "settings.toml.broken").read_text(encoding="utf-8") == "agent_name = \n"
    assert load_settings(file).settings.agent_name == "Ann"


def test_listeners_hear_each_change_once(tmp_path: Path) -> None:
    """A change to the same value is none."""
    store = SettingsStore(tmp_path / "settings.toml")
    heard: list[str] = []
    store.on_change(lambda settings: heard.append(settings.theme))
    store.change(theme="dark")
    store.change(theme="dark")
    assert heard == ["dark"]


def test_a_text_size_stays_readable(tmp_path: Path) -> None:
    """Sizes are kept between 11 and 24 px."""
    file = tmp_path / "settings.toml"
    file.write_text("text_size = 400\n", encoding="utf-8")
    assert load_settings(file).settings.text_size == 24
