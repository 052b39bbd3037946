"""Every threshold in one place: name, unit, reason, default. A group for each room that decides something.

Values come from code, from a TOML file with one table a group, or from flags; nothing else in the project holds a
number that a person might want to change.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

from generator.errors import SettingsError


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How a manuscript is read."""

    longest_text: int = 2_000_000
    """Characters. Above it the input is not a speech but a mistake (a dump, a log)."""
    largest_unpacked_mb: int = 300
    """Megabytes that a .docx may unpack to. Above it the file is made to fill the memory, not to be read."""


@dataclass(frozen=True, slots=True)
class OutliningSettings:
    """How the structure of a speech is found."""

    deepest_level: int = 4
    """Levels. 一、（一）一是（1） is as deep as speeches count; what lies deeper stays in the text of its section."""


@dataclass(frozen=True, slots=True)
class FiguresSettings:
    """How figures are read."""

    longest_sentence: int = 600
    """Characters. A sentence that never ends (a list of thousands of figures) is read in pieces of that size."""
    fewest_in_series: int = 3
    """Figures. Two values are a sentence, not a chart."""


@dataclass(frozen=True, slots=True)
class CondensingSettings:
    """How a section is brought down to points."""

    shortest_point: int = 12
    """Characters. Below it a point says nothing (decks.md: 12–38)."""
    shortest_figure_point: int = 8
    """Characters of a point that is a whole clause with its figure: 户均增收约2.6万元."""
    short_text: int = 24
    """Characters. 四要从严从实带队伍。一体推进“三不腐”。: all that an item says is shorter than a point usually is."""
    shortest_only_point: int = 8
    """Characters of the point of such a text: 举办各类培训50期. It is all that is said and reads well beside others."""
    longest_point: int = 38
    """Characters. Above it a point does not fit two lines at 24 pt."""
    fewest_points: int = 2
    """Points a sub-point, where its text offers as many."""
    points_a_slide: int = 5
    """More cannot be taken in at a glance; what is over goes on to a （续） slide."""
    most_points: int = 10
    """Points a sub-point: two slides full. What a longer one says beyond that is in the notes."""
    speech_a_point: int = 50
    """Characters of speech that come down to one point: 250 fill one slide, more go on to a second."""
    shortest_lead: int = 2
    """Characters. One alone is no word that carries a point."""
    longest_lead: int = 8
    """Characters. More in bold no longer stands out (decks.md: 2–8)."""
    longest_heading: int = 40
    """Characters. A heading up to here is a title as it stands; above it no title slot holds it in two lines."""
    longest_title: int = 30
    """Characters of a title that is made from an announcing clause or a sentence."""


@dataclass(frozen=True, slots=True)
class StoryboardSettings:
    """Which slides are made."""

    callouts_a_slide: int = 3
    """Figures that stand out beside the points of one slide."""
    points_a_slide: int = 5
    """More cannot be taken in at a glance; what is over goes on to a （续） slide (decks.md)."""
    rows_a_table: int = 8
    """Rows, header not counted: at 14–18 pt more do not fit a 16:9 slide."""
    rows_side_by_side: int = 16
    """Rows of a table that shows two of them on a line: eight lines, as above."""
    cards_a_slide: int = 5
    """Cards side by side: six columns would be narrower than a phrase at 18 pt."""
    points_a_card: int = 2
    """Points under the head of a card: a third turns the column into a page of text."""
    card_characters: int = 64
    """Characters of the body of a card, a first point always taken: six lines of one of two or three columns."""
    small_card_characters: int = 40
    """The same where four or five cards share a slide: their columns are narrow, or their rows low."""
    own_slide_characters: int = 180
    """Characters. Items of a sub-point, or steps, of this length are as long as sub-points and get a slide each."""
    normal_slides: int = 60
    """Slides of a deck that nobody asked to be longer or shorter: an hour and a half at most. What would be more is
    folded together."""
    brief_slides: int = 24
    """Slides of an overview."""
    summary_share: float = 0.17
    """Of the slides of a deck that is folded together: what the tables of figures may take."""
    widest_chart_range: float = 50.0
    """The largest value over the smallest. Above it the smallest bar is a hair line: a table tells more."""
    comparisons: int = 2
    """Slides of one figure before and after; more changes of a speech stand in the tables."""
    quotations: int = 4
    """Quotations of a speech that get a slide of their own; the others stay among the points."""
    neighbours_of_a_kind: int = 3
    """Slides of one kind in a row; where the text offers another shape, the next one takes it (decks.md: nine are
    dull)."""
    periods_for_a_line: int = 5
    """Periods. From so many on a line shows the movement better than columns."""


@dataclass(frozen=True, slots=True)
class TemplateSettings:
    """How a user's template is read."""

    largest_unpacked_mb: int = 500
    """Megabytes that a template may unpack to. Above it the file is made to fill the memory, not to be used."""
    sample_share: float = 0.25
    """Share of the visible text on sample slides that stands in placeholders. Below it the design lives on slides."""
    layout_share: float = 0.6
    """The same share. Above it the layouts are what the template's own slides are made of."""
    surest: float = 0.97
    """Confidence. Evidence never adds up to certainty; only the user's own mapping is certain."""


@dataclass(frozen=True, slots=True)
class FittingSettings:
    """How text is brought into its box."""

    smallest_body_pt: float = 18.0
    """Points. A hall's last row cannot read less (decks.md)."""
    largest_body_pt: float = 28.0
    """Points. Few points may grow to this (decks.md: 20–28), so that their box is not half empty."""
    largest_card_pt: float = 24.0
    """Points. The text of a card grows to this where all cards of the slide have room."""
    wanted_fill: float = 0.72
    """Share of a body's height that its points are spread over."""
    crammed_fill: float = 0.85
    """Share of a body's height above which points are set smaller, as long as that does not split them."""
    widest_gap_em: float = 1.4
    """Em. Points further apart than that fall asunder."""
    split_below_pt: float = 20.0
    """Points. Points that would need less go on to a second slide instead, so that siblings keep one size."""
    smallest_label_pt: float = 14.0
    """Points, for table cells and chart labels."""
    smallest_title_pt: float = 26.0
    """Points. A title that needs less is split over two lines first."""
    size_step_pt: float = 1.0
    """Points. One step down; sizes stay whole so that siblings can match."""
    line_height_em: float = 1.45
    """Em. The natural line of Noto Sans CJK; 微软雅黑 needs 1.32. The taller one decides, so that both fit."""
    widest_title_lines: int = 2
    """Lines of a slide title; a cover takes one more."""
    reserve_lines: float = 0.5
    """Lines kept free in a box: own widths and LibreOffice's agree within one line."""
    slide_height: int = 6_858_000
    """EMU, 7.5 in. The sizes above are for this height; on a screen every slide is as high as the screen."""

    def for_height(self, height: int) -> Self:
        """The sizes for slides of another height (EMU).

        On a higher slide everything grows. On a lower one the largest sizes shrink; the floors of what is read from
        the last row do not, since nobody minds a text that is larger than it has to be.
        """
        scale = height / self.slide_height if height else 1.0
        if abs(scale - 1) < 0.02:
            return self
        up = max(1.0, scale)
        floor = round(self.smallest_body_pt * up)
        return replace(
            self,
            smallest_body_pt=float(floor),
            largest_body_pt=float(max(floor + 2, round(self.largest_body_pt * scale))),
            largest_card_pt=float(max(floor, round(self.largest_card_pt * scale))),
            split_below_pt=float(max(floor, round(self.split_below_pt * scale))),
            smallest_label_pt=float(round(self.smallest_label_pt * up)),
            smallest_title_pt=float(max(floor, round(self.smallest_title_pt * scale))),
        )


@dataclass(frozen=True, slots=True)
class CheckingSettings:
    """When the check speaks up. The floors of body, labels and titles are those of `FittingSettings`."""

    overflow_lines: float = 0.5
    """Lines that a text may stand over its box: the line is reckoned with the tallest typeface's height."""
    smallest_footer_pt: float = 10.0
    """Points, for slide number, date and footer (decks.md: 10–12)."""
    smallest_aside_pt: float = 11.0
    """Points, for what the layout itself sets small in a low box: the breadcrumb."""
    aside_height: float = 0.17
    """Share of the slide's height. A higher box is no aside but a body, and has to be read from the last row."""


@dataclass(frozen=True, slots=True)
class ProofreadingSettings:
    """When the proof-reading of a manuscript speaks up."""

    longest_quote: int = 60
    """Characters of a sentence that a message quotes."""
    paragraphs_a_quotation: int = 8
    """Paragraphs that one pair of quotation marks or brackets may run over; further apart, one was forgotten."""
    most_missing: int = 2
    """Numbers that a series may skip to be told of; a longer gap is another series."""
    nearest_total: float = 0.2
    """Share of a total that the parts in a bracket behind it may be off; further off, they are not all the parts."""
    most_summed: int = 60
    """Figures of a sentence that is added up; one with more is a table run together, and no speaker sums it."""
    shortest_indicator: int = 4
    """Characters of a name that says by itself what is measured; 收入 alone may be anybody's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `Settings()` are the defaults.

    >>> Settings.from_mapping({"condensing": {"longest_point": 30}}).condensing.longest_point
    30
    """

    reading: ReadingSettings = field(default_factory=ReadingSettings)
    outlining: OutliningSettings = field(default_factory=OutliningSettings)
    figures: FiguresSettings = field(default_factory=FiguresSettings)
    condensing: CondensingSettings = field(default_factory=CondensingSettings)
    storyboard: StoryboardSettings = field(default_factory=StoryboardSettings)
    template: TemplateSettings = field(default_factory=TemplateSettings)
    fitting: FittingSettings = field(default_factory=FittingSettings)
    checking: CheckingSettings = field(default_factory=CheckingSettings)
    proofreading: ProofreadingSettings = field(default_factory=ProofreadingSettings)

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Settings from the text of a TOML file.

        Raises:
            SettingsError: not TOML (`setting_value`), or an unknown or unfit setting.
        """
        try:
            return cls.from_mapping(tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise SettingsError.of("setting_value", name="TOML", value=str(error), expected="合法的 TOML") from error

    @classmethod
    def from_mapping(cls, groups: Mapping[str, Any]) -> Self:
        """Settings from tables of a name and a number.

        Raises:
            SettingsError: `setting_unknown` or `setting_value`.
        """
        settings = cls()
        known_groups = {group.name for group in fields(cls)}
        for group_name, values in groups.items():
            if group_name not in known_groups:
                raise SettingsError.of("setting_unknown", name=group_name, known="、".join(sorted(known_groups)))
            if not isinstance(values, Mapping):
                raise SettingsError.of("setting_value", name=group_name, value=values, expected="一个 TOML 表")
            group = getattr(settings, group_name)
            for name, value in values.items():
                group = _with_value(group, group_name, name, value)
            settings = replace(settings, **{group_name: group})
        return settings


def _with_value(group: Any, group_name: str, name: str, value: object) -> Any:
    known = {item.name for item in fields(group)}
    path = f"{group_name}.{name}"
    if name not in known:
        listed = "、".join(f"{group_name}.{k}" for k in sorted(known)) or "（无）"
        raise SettingsError.of("setting_unknown", name=path, known=listed)
    default = getattr(group, name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SettingsError.of("setting_value", name=path, value=value, expected="数字")
    if isinstance(default, int) and not isinstance(value, int):
        raise SettingsError.of("setting_value", name=path, value=value, expected="整数")
    if value < 0:
        raise SettingsError.of("setting_value", name=path, value=value, expected="不小于 0 的数")
    return replace(group, **{name: type(default)(value)})
