"""A deck as pictures: each slide a PNG, and all of them on one contact sheet, through LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from generator.errors import OutputError

_OFFICE_NAMES = ("soffice", "libreoffice")
_LONGEST_CONVERSION = 180
"""Seconds a deck. One of a hundred slides takes twenty."""
_SYSTEM_FONTS = "/etc/fonts/fonts.conf"
_STAND_INS = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
"""Drawn in place of the looks' typefaces where those are not installed. Without this LibreOffice takes a wide Latin
typeface for digits, and the picture looks tighter than PowerPoint and WPS will."""
_REPLACED = ("微软雅黑", "Microsoft YaHei", "Arial")
_SHEET_COLUMNS = 3
_SHEET_GAP = 16
"""Pixels between two pictures of the contact sheet."""
_THUMBNAIL_WIDTH = 480
"""Pixels."""
_SHEET_COLORS = 256
"""A palette of so many is all that drawn slides need, and a third of the bytes."""


def draw_pictures(deck: bytes, folder: Path, *, width: int = 1280) -> tuple[Path, ...]:
    """Write slide-01.png … and contact-sheet.png into `folder`; gives their paths, the sheet last.

    Raises:
        OutputError: LibreOffice or pdftoppm is missing (`tool_missing`), or the conversion failed (`preview_failed`).
    """
    with tempfile.TemporaryDirectory() as work:
        pictures = _pictures(deck, Path(work), width)
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for number, picture in enumerate(pictures, 1):
            target = folder / f"slide-{number:02d}.png"
            shutil.copyfile(picture, target)
            written.append(target)
    sheet = folder / "contact-sheet.png"
    _contact_sheet(written).save(sheet)
    return (*written, sheet)


def draw_sheet(deck: bytes, target: Path) -> Path:
    """Write all slides of a deck on one contact sheet; gives its path.

    Raises:
        OutputError: as `draw_pictures`.
    """
    with tempfile.TemporaryDirectory() as work:
        sheet = _contact_sheet(_pictures(deck, Path(work), _THUMBNAIL_WIDTH * 2))
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(_SHEET_COLORS).save(target, optimize=True)
    return target


def draw_pdf(deck: bytes, work: Path) -> Path:
    """The deck as a PDF in the folder `work`, as LibreOffice draws it; gives its path.

    Raises:
        OutputError: LibreOffice is missing (`tool_missing`), or the conversion failed (`preview_failed`).
    """
    (drawn,) = draw_pdfs({"deck": deck}, work)
    return drawn


def draw_pdfs(decks: Mapping[str, bytes], work: Path) -> tuple[Path, ...]:
    """Decks by file stem as PDFs in the folder `work`, drawn in one run of LibreOffice: most of one is its start.

    Raises:
        OutputError: as `draw_pdf`.
    """
    office = next((found for name in _OFFICE_NAMES if (found := shutil.which(name))), None)
    if office is None:
        raise OutputError.of("tool_missing", tool="LibreOffice（soffice）", package="libreoffice-impress")
    sources = [work / f"{stem}.pptx" for stem in decks]
    for source, deck in zip(sources, decks.values(), strict=True):
        source.write_bytes(deck)
    profile = (work / "profile").as_uri()
    fonts = work / "fonts.conf"
    fonts.write_text(_font_configuration(), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    as_pdf: list[str | Path] = ["--headless", "--convert-to", "pdf", "--outdir", work, *sources]
    _run([office, f"-env:UserInstallation={profile}", *as_pdf], environment, len(decks))
    return tuple(source.with_suffix(".pdf") for source in sources)


def _pictures(deck: bytes, work: Path, width: int) -> list[Path]:
    """Each slide as a picture in the folder `work`, in order."""
    rasterizer = shutil.which("pdftoppm")
    if rasterizer is None:
        raise OutputError.of("tool_missing", tool="pdftoppm", package="poppler-utils")
    drawn = draw_pdf(deck, work)
    as_png = ["-png", "-scale-to-x", str(width), "-scale-to-y", "-1"]
    _run([rasterizer, *as_png, drawn, f"{work}/page"], dict(os.environ))
    pictures = sorted(work.glob("page-*.png"))
    if not pictures:
        raise OutputError.of("preview_failed", reason="LibreOffice 没有输出任何页面")
    return pictures


def _run(command: list[str | Path], environment: dict[str, str], decks: int = 1) -> None:
    longest = _LONGEST_CONVERSION * decks
    try:
        done = subprocess.run(command, capture_output=True, timeout=longest, check=False, env=environment)
    except subprocess.TimeoutExpired as error:
        raise OutputError.of("preview_failed", reason=f"超过 {longest} 秒没有完成") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OutputError.of("preview_failed", reason=reason[-1] if reason else f"退出码 {done.returncode}")


def _font_configuration() -> str:
    """The system's own fonts, and a stand-in for each typeface that is not among them (fontconfig's fonts.conf)."""
    stand_ins = "".join(f"<family>{name}</family>" for name in _STAND_INS)
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><accept>{stand_ins}</accept></alias>' for name in _REPLACED
    )
    system = f'<include ignore_missing="yes">{_SYSTEM_FONTS}</include>'
    return f'<?xml version="1.0"?><fontconfig>{aliases}{system}</fontconfig>'


def _contact_sheet(pictures: list[Path]) -> Image.Image:
    thumbnails = []
    for path in pictures:
        with Image.open(path) as picture:
            height = round(picture.height * _THUMBNAIL_WIDTH / picture.width)
            thumbnails.append(picture.convert("RGB").resize((_THUMBNAIL_WIDTH, height)))
    columns = min(_SHEET_COLUMNS, len(thumbnails))
    rows = -(-len(thumbnails) // columns)
    height = thumbnails[0].height
    sheet = Image.new(
        "RGB",
        (columns * (_THUMBNAIL_WIDTH + _SHEET_GAP) + _SHEET_GAP, rows * (height + _SHEET_GAP) + _SHEET_GAP),
        "#d9d9d9",
    )
    for index, thumbnail in enumerate(thumbnails):
        row, column = divmod(index, columns)
        left = _SHEET_GAP + column * (_THUMBNAIL_WIDTH + _SHEET_GAP)
        sheet.paste(thumbnail, (left, _SHEET_GAP + row * (height + _SHEET_GAP)))
    return sheet
