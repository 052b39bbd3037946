"""Draw the pictures of README and docs/ from seeds/: a contact sheet of each look, and six single slides.

`make pictures` runs it. It needs what `speechdeck look` needs: LibreOffice Impress, poppler, a Chinese font.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pptx
from PIL import Image

from generator.api import build
from generator.model import Occasion
from generator.pipeline import Request
from generator.preview import draw_pictures

DOCS = Path(__file__).parent
SEEDS = DOCS.parent / "seeds"
OCCASION = Occasion(speaker="陈立新", unit="青禾镇人民政府", date="2025年6月", meeting="全县工作推进会")
LOOKS = {"red": "township", "blue": "enterprise", "plain": "report", "green": "school", "dark": "exchange"}
"""By file stem: the seed that the look is shown with."""
SINGLES = {
    "cover": ("red", "封面"),
    "divider": ("dark", "章节"),
    "figures": ("green", "要点与"),
    "cards": ("plain", "三项卡片"),
    "points": ("blue", "要点"),
    "table": ("red", "表格"),
}
"""By name: the look, and how the layout of the slide that is shown begins."""
COLUMNS, THUMBNAIL, GAP, MOST = 4, 400, 10, 16
"""Slides in a row, their width and distance in pixels, and how many of a deck a sheet shows: the first and the last."""
SINGLE = 960
COLORS = 256


def main() -> None:
    """Write all pictures."""
    for look, seed in LOOKS.items():
        deck = build(SEEDS / f"{seed}.txt", Request(occasion=OCCASION, look=look)).deck
        names = [slide.slide_layout.name for slide in pptx.Presentation(io.BytesIO(deck)).slides]
        with tempfile.TemporaryDirectory() as work:
            *slides, _sheet = draw_pictures(deck, Path(work), width=SINGLE)
            pictures = [Image.open(path).convert("RGB") for path in slides]
        shown = pictures if len(pictures) <= MOST else [*pictures[: MOST - 1], pictures[-1]]
        save(sheet(shown), f"look-{look}.png")
        for single, (own, layout) in SINGLES.items():
            if own == look:
                at = next((at for at, name in enumerate(names) if name.startswith(layout)), None)
                if at is None:
                    raise SystemExit(f"{seed}: no slide on a layout {layout}…")
                save(pictures[at], f"slide-{single}.png")


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """All pictures on one, row by row."""
    height = THUMBNAIL * pictures[0].height // pictures[0].width
    rows = -(-len(pictures) // COLUMNS)
    whole = Image.new("RGB", (COLUMNS * (THUMBNAIL + GAP) + GAP, rows * (height + GAP) + GAP), "#d9d9d9")
    for at, picture in enumerate(pictures):
        row, column = divmod(at, COLUMNS)
        small = picture.resize((THUMBNAIL, height), Image.Resampling.LANCZOS)
        whole.paste(small, (GAP + column * (THUMBNAIL + GAP), GAP + row * (height + GAP)))
    return whole


def save(picture: Image.Image, name: str) -> None:
    """A palette is enough for drawn slides, and a third of the bytes; k-means keeps what is small and bright, a sun."""
    picture.quantize(COLORS, kmeans=2, dither=Image.Dither.NONE).save(DOCS / name, optimize=True)


if __name__ == "__main__":
    main()
