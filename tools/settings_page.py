"""Write docs/settings.md from the settings themselves: `python tools/settings_page.py > docs/settings.md`."""

from colloquy.core.settings import Settings

HEAD = """# Settings

Every setting is an environment variable, or a line in a file `.env` where the server is started.
`colloquy doctor` says whether they work. (Written by `tools/settings_page.py`; a test keeps it true.)

| variable | default | what it does |
|---|---|---|
"""


def page() -> str:
    """The page in Markdown."""
    lines = [
        f"| `COLLOQUY_{name.upper()}` | {_shown(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return HEAD + "\n".join(lines) + "\n"


def _shown(default: object) -> str:
    value = getattr(default, "get_secret_value", lambda: default)()
    return f"`{value}`" if str(value) not in ("", "None") else "–"


if __name__ == "__main__":
    print(page(), end="")
