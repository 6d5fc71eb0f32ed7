"""How many files a page asks for, as the build leaves them: a phone waits for each."""

import re

from tests.support.process import ROOT

BUILT = ROOT / "frontend" / "dist"
ASKED = re.compile(r"""(?:src|href)="/?([^":]+)\"""")
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([^"']+\.js)["']""")
# the icon, the colour scheme, the styles, the first script, and the three that all pages share
OF_INDEX = 7


def _with_imports(names: set[str]) -> set[str]:
    """Files of the build with everything that a browser fetches before it can run them."""
    known: set[str] = set()
    while names:
        known |= names
        scripts = [BUILT / name for name in names if name.startswith("assets/")]
        found = {
            f"assets/{each}"
            for script in scripts
            if script.suffix == ".js"
            for each in IMPORTED.findall(script.read_text())
        }
        names = found - known
    return known


def _index() -> set[str]:
    return _with_imports(set(ASKED.findall((BUILT / "index.html").read_text())))


def test_the_first_page_asks_for_few_files() -> None:
    asked = _index()
    assert all((BUILT / name).is_file() for name in asked), asked
    assert any(name.endswith(".css") for name in asked)
    assert len(asked) <= OF_INDEX, sorted(asked)


def test_every_other_page_adds_its_own_script_alone() -> None:
    first = _index()
    pages = list((BUILT / "assets").glob("*-page-*.js"))
    assert len(pages) > 30
    added = {page.name: _with_imports({f"assets/{page.name}"}) - first for page in pages}
    assert {name: sorted(files) for name, files in added.items() if len(files) > 1} == {}
