"""The deck before it has a shape: which slides, what stands on each, which words are spoken to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.model.brief import Point
from generator.model.text import Excerpt

STORYBOARD_VERSION = 1


class Label(StrEnum):
    """The only words on a slide that are the deck's own and not the speaker's."""

    AGENDA = "目录"
    FIGURES = "主要数据"
    KEY_FIGURES = "关键数据"
    COMPARISON = "数据对比"
    RESULTS = "主要成效"
    PROBLEMS = "存在问题"
    NEXT_STEPS = "下一步工作"
    CLOSING_SLIDE = "谢谢"
    CONTINUED = "（续）"
    KEY_POINTS = "（要点）"
    INDICATOR = "指标"
    VALUE = "数据"
    SECTION = "所属部分"
    BLANK = "待填"
    BEFORE = "变化前"
    AFTER = "变化后"


class Reason(StrEnum):
    """Why a slide has its shape, as the plan says it. These words stand in the plan alone, never on a slide."""

    LISTED = "一段话分成几条讲，逐条列出"
    OVERVIEW = "下面几项都另有一页，这里先列出标题"
    PARALLEL = "几项并列、篇幅相近，并排成卡片"
    UNEVEN = "几项长短悬殊，并排会一边空一边挤，改为列表"
    IN_TURN = "讲稿按先后讲（第一步、第二步，或先、再、后），排成步骤"
    QUOTED = "讲稿完整引用了一句话，并说明是谁讲的，单独成页"
    DATED = "讲稿按时间分了三段以上，每段都有内容，排成时间轴"
    ANSWERED = "讲稿的每项措施回答一个问题，问题与措施两两对应"
    CHANGED = "讲稿连讲几个“由什么变成什么”，前后并排对照"
    NUMBERS_FIRST = "连着几页都是要点，这页数据突出，先大字列数据、再列要点"
    IN_CARDS = "连着几页都是要点，这页几条并列、长短相近，改为卡片"
    AS_LIST = "连着几页都是卡片，这页改为列表"
    FOLDED = "页数有限，几页并成一页"
    KEY_FIGURES = "全篇最要紧的几个数据，大字排出"
    TABLE = "数据多、单位不一，用表格列全"
    CHART = "同一单位、可以比较的一组数据，用图表"
    FROM_TO = "讲稿说明了一个数据由多少变到多少，前后对照"
    CHOSEN = "按方案里写的形式"


FIELD_NAMES = frozenset(
    (
        *("汇报人", "报告人", "发言人", "演讲人", "主讲人", "宣讲人", "汇报者", "演讲者", "姓名"),
        *("汇报单位", "单位", "所在单位", "汇报部门", "部门", "所在部门"),
        *("时间", "日期", "汇报时间", "汇报日期"),
    )
)
"""What may stand before a name or a date on a template's cover, followed by a colon: it names, and tells nothing.

What belongs to another occasion (答辩人, 学院) goes with the name that it stood before.
"""


class Detail(StrEnum):
    """How much of a speech its deck shows. The notes hold all of it in any case."""

    BRIEF = "brief"  # an overview
    NORMAL = "normal"  # everything, as long as that can be presented
    FULL = "full"  # everything


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as it is set big: `before` and `after` small, `number` large. 约 | 2.6 | 万元, 40 | 余次.

    Joined, the three are the surface of the manuscript.
    """

    before: str
    number: str
    after: str

    @property
    def surface(self) -> str:
        """The figure as the text has it."""
        return self.before + self.number + self.after


@dataclass(frozen=True, slots=True)
class Callout:
    """A figure that stands out on a slide: the quantity and, below it, what it measures."""

    quantity: Quantity
    label: Excerpt
    origin: Excerpt


@dataclass(frozen=True, slots=True)
class Occasion:
    """What only the user knows of the meeting; what is None stays off the cover. `meeting` stands in the footers."""

    speaker: str | None = None
    unit: str | None = None
    date: str | None = None
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide. What nobody gave (speaker, unit, date) is None and leaves no gap."""

    title: Excerpt
    subtitle: Excerpt | None = None
    unit: str | None = None
    speaker: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A line of the agenda; `target` is the id of the divider that it links to."""

    target: str
    text: Excerpt


@dataclass(frozen=True, slots=True)
class Agenda:
    """The parts of the speech, numbered in order."""

    title: Excerpt
    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """The opening slide of a part: its number, its heading, and the headings of its sub-points."""

    title: Excerpt
    number: int
    items: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A title, one to five points, and the figures of the sub-point that stand out beside them."""

    title: Excerpt
    points: tuple[Point, ...]
    callouts: tuple[Callout, ...] = ()
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One of two to five parallel things: a heading of its own, or none, and what is said of it."""

    head: Excerpt | None
    body: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Parallel things of similar weight, side by side, numbered in the order of the speech.

    `steps` says that they follow each other, and are drawn so: 第一步…第二步…第三步. `listed` has them drawn as a list,
    each head over its own lines.
    """

    title: Excerpt
    cards: tuple[Card, ...]
    continued: bool = False
    steps: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A dated stage: when (2021年, 第一阶段（3—5月）), and what is said of that time."""

    when: Excerpt
    body: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Three dated stages or more, in the order of time."""

    title: Excerpt
    stages: tuple[Stage, ...]
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that the speech quotes: whole, with its marks, and who said it in the words of the speech."""

    title: Excerpt
    words: Excerpt
    source: Excerpt
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things of which the second answers or follows the first; each a line or more."""

    left: tuple[Excerpt, ...]
    right: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two columns whose rows belong together: 存在问题 and 下一步工作, 变化前 and 变化后."""

    title: Excerpt
    left_head: Excerpt
    right_head: Excerpt
    pairs: tuple[Pair, ...]
    continued: bool = False


@dataclass(frozen=True, slots=True)
class BigNumbers:
    """One to four figures that carry the speech or a sub-point, each as large as the slide allows; `points` below."""

    title: Excerpt
    callouts: tuple[Callout, ...]
    points: tuple[Point, ...] = ()
    continued: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """An indicator, its value as the text has it, and the section of the speech that says it."""

    indicator: Excerpt
    value: Excerpt
    section: Excerpt


@dataclass(frozen=True, slots=True)
class Table:
    """Figures of the speech as a native table. `group` names the part that all rows belong to, where there is one."""

    title: Excerpt
    group: Excerpt | None
    rows: tuple[TableRow, ...]
    continued: bool = False


class ChartKind(StrEnum):
    """How comparable figures are drawn."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    DOUGHNUT = "doughnut"  # shares that are all stated and come to a whole


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One value of a chart: its name, the number that is drawn, and the surface that is printed beside it."""

    name: Excerpt
    value: float
    surface: Excerpt


@dataclass(frozen=True, slots=True)
class Chart:
    """One series of comparable figures in one unit. `group` says what they measure, where the title does not."""

    title: Excerpt
    kind: ChartKind
    unit: str
    points: tuple[ChartPoint, ...]
    group: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure before and after: 由14.3%下降到9.7%. `group` says what it measures."""

    title: Excerpt
    group: Excerpt | None
    before: Callout
    after: Callout


@dataclass(frozen=True, slots=True)
class Closing:
    """The last slide: the speaker's own closing words where there are any."""

    title: Excerpt


Content: TypeAlias = (
    Cover
    | Agenda
    | Divider
    | Points
    | Cards
    | Timeline
    | Quotation
    | Pairs
    | BigNumbers
    | Table
    | Chart
    | Comparison
    | Closing
)


@dataclass(frozen=True, slots=True)
class Part:
    """A group of slides: a PowerPoint section. `divider` is the id of its divider slide, if it has one."""

    id: str
    name: Excerpt
    divider: str | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `id` is stable: the same manuscript position gives the same id in the next build.

    `part` is the id of the part it belongs to. `notes` are the words that the speaker says to it, a paragraph each.
    `why` is the reason of its shape; None where there is no choice (cover, agenda, divider, closing).
    """

    id: str
    content: Content
    part: str | None = None
    notes: tuple[Excerpt, ...] = ()
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class Storyboard:
    """The whole deck. Notes of all slides, in order, are the whole manuscript without its noise.

    `left_to_notes` are the figures that the summary has no room for, by what was asked for: where no slide tells them
    either, the check says so and takes them for no loss. `meeting` is the occasion, for the footers.
    """

    title: Excerpt
    parts: tuple[Part, ...]
    slides: tuple[Slide, ...]
    source: str
    version: int = STORYBOARD_VERSION
    left_to_notes: tuple[Excerpt, ...] = ()
    meeting: str | None = None

    def part(self, part_id: str | None) -> Part | None:
        """The part of that id."""
        return next((part for part in self.parts if part.id == part_id), None)
