"""What the tests of the looks measure with: the shapes of a layout, colours as the eye sees them, outlines."""

import colorsys
import io
import zipfile
from typing import NamedTuple

import pptx
from lxml import etree
from pptx.oxml.ns import qn

ORNAMENT, PANEL = "装饰", "底板"
"""How the drawn shapes of a look are named: an ornament never lies under text, a panel is there to carry it."""

CLOSE_ENOUGH = 200
"""EMU (a sixtieth of a point): what dividing a width into equal columns may leave over."""


class Rectangle(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int

    def contains(self, other):
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other):
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def of_box(box):
    return Rectangle(box.left, box.top, box.left + box.width, box.top + box.height)


def of_shape(shape):
    return Rectangle(shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)


def presentation(template):
    return pptx.Presentation(io.BytesIO(template.package))


def drawn(template_layout):
    """All shapes that are no placeholders, lowest first, the master's below those of the layout."""
    shapes = []
    if template_layout._element.get("showMasterSp") != "0":
        shapes += template_layout.slide_master.shapes
    shapes += template_layout.shapes
    return [shape for shape in shapes if not shape.is_placeholder]


def outline(shape):
    """The points of a shape's outline in EMU, curves in twenty steps."""
    path = shape._element.find(f".//{qn('a:path')}")
    if path is None:
        own = of_shape(shape)
        return [(own.left, own.top), (own.right, own.top), (own.right, own.bottom), (own.left, own.bottom)]
    points = []
    for command in path:
        ends = [(shape.left + int(p.get("x")), shape.top + int(p.get("y"))) for p in command.iterfind(qn("a:pt"))]
        if len(ends) == 3:
            points += list(_curve(points[-1], *ends))
        else:
            points += ends
    return points


def _curve(start, first, second, end):
    for step in range(1, 21):
        t = step / 20
        u = 1 - t
        yield tuple(
            u**3 * start[axis] + 3 * u * u * t * first[axis] + 3 * u * t * t * second[axis] + t**3 * end[axis]
            for axis in (0, 1)
        )


def touches(points, rectangle):
    """Whether an outline has a point in the rectangle or encloses one of its corners."""
    inside = any(rectangle.left < x < rectangle.right and rectangle.top < y < rectangle.bottom for x, y in points)
    corners = [(x, y) for x in (rectangle.left, rectangle.right) for y in (rectangle.top, rectangle.bottom)]
    return inside or any(_encloses(points, corner) for corner in corners)


def _encloses(points, point):
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def theme_colors(template):
    """RGB by the names that slides use (tx1, bg2, accent1 …), as the master maps them."""
    with zipfile.ZipFile(io.BytesIO(template.package)) as archive:
        root = etree.fromstring(archive.read("ppt/theme/theme1.xml"))
        master = etree.fromstring(archive.read("ppt/slideMasters/slideMaster1.xml"))
    colors = {etree.QName(slot).localname: slot[0].get("val") for slot in root.find(f".//{qn('a:clrScheme')}")}
    return colors | {used: colors[slot] for used, slot in master.find(qn("p:clrMap")).attrib.items()}


def shown_colors(fill, colors):
    """The RGB triples (0 to 1) of a fill: one, or every stop of a gradient."""
    return [_modified(scheme, colors) for scheme in fill.iter(qn("a:schemeClr"))]


def _modified(scheme, colors):
    value = colors[scheme.get("val")]
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    for change in scheme:
        share = int(change.get("val")) / 100000
        match etree.QName(change).localname:
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case other:
                raise AssertionError(f"a colour change that the test cannot see: {other}")
    return colorsys.hls_to_rgb(hue, min(light, 1.0), saturation)


def contrast(one, other):
    """WCAG 2.2, 1.4.3: from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color):
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
