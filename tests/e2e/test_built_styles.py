"""The one file of styles, as the build leaves it."""

import re

from tests.support.process import ROOT

KIT = re.compile(r"\.m_[0-9a-f]{8}")
OURS = re.compile(r"\._[a-zA-Z]+_[0-9a-z]{5}_\d+")


def test_our_styles_come_after_the_kits_and_so_win_over_them() -> None:
    (built,) = (ROOT / "frontend" / "dist" / "assets").glob("*.css")
    styles = built.read_text()
    last_of_kit = max(found.start() for found in KIT.finditer(styles))
    ground = styles.index("--ink:")
    ours = [found.start() for found in OURS.finditer(styles)]
    assert len(ours) > 100
    assert last_of_kit < ground < min(ours)
