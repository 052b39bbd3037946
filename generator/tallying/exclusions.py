"""Why a number is no figure: a table of named rules, each with its reason, an example and a counter-example.

In the examples the number in question stands between ‹ and ›. The first rule that holds decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.language.quantities import NumberKind, Quantity
from generator.model import Span
from generator.tallying.lexicon import either


@dataclass(frozen=True)
class Place:
    """A number in its sentence."""

    text: str
    quantity: Quantity
    sentence: Span

    @cached_property
    def before(self) -> str:
        """The sentence up to the number, at most 24 characters."""
        return self.text[max(self.sentence.start, self.quantity.span.start - 24) : self.quantity.span.start]

    @cached_property
    def after(self) -> str:
        """The sentence behind the number, at most 24 characters."""
        return self.text[self.quantity.span.end : min(self.sentence.end, self.quantity.span.end + 24)]

    @cached_property
    def digits(self) -> str:
        """The number alone, as written."""
        return self.quantity.number.of(self.text)

    def inside(self, opening: str, closing: str) -> str | None:
        """What stands between the nearest pair of marks around the number, or None where there is none."""
        first = max(self.sentence.start, self.quantity.span.start - _LONGEST_PAIR)
        last = min(self.sentence.end, self.quantity.span.end + _LONGEST_PAIR)
        start = self.text.rfind(opening, first, self.quantity.span.start)
        if start < 0 or self.text.find(closing, start, self.quantity.span.start) >= 0:
            return None
        end = self.text.find(closing, self.quantity.span.end, last)
        return self.text[start + 1 : end] if end >= 0 else None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A rule: where `holds`, the number is no figure."""

    name: str
    reason: str
    example: str
    counter_example: str
    holds: Callable[[Place], bool]


_LONGEST_PAIR = 60
"""Characters between a number and the mark around it; a title is not longer."""
_LONGEST_SLOGAN = 20
"""Characters. What is quoted at greater length is somebody's words, and its numbers are data."""

_STRUCTURE = either("structure")
_BEFORE_STRUCTURE = r"(?:大|个)?(?:新|重要|主要|重点|基本|重大|关键|核心|突出|具体|工作|根本|不同)?的?"
_MEASURED = re.compile(
    r"(?:达到?|为|至|到|在|从|由|是|约|超过|突破|值|率|指数|比|均|分别|下降|提高|增加|上升|系数|因子|得分|评分|数|量|[、和])$"
)
_ENDS_HERE = re.compile(r"$|[，。；、）,;)\s]|(?:提高|增加|上升|提升|下降|降|增|升|减少|缩小|扩大|调整|和)")
_OWN_COUNT = re.compile(
    r"[的]?[^，。；：,;0-9]{1,16}?[近约超余]?\d+(?:\.\d+)?[余多]?万?[个家名户项件条所座处只人栋幢台套辆亩公里层]"
)
_SIZE_UNITS = re.compile(
    r"(?:[万亿]|人口|元|美元|平方米|平方公里|千瓦|吨|分|级|米|公里|亩|公顷|年|个月|天|岁|周岁|万人|人|公斤|小时|度)$"
)


_NOT_COUNTED = re.compile(r"[一二零]|[十百千万亿]+|一二|三五|两三|七八")
_FORMULA = re.compile(r"[^，。；]{0,24}?[、+和]N(?:个|类|项|家|种)?")
_STRETCH = re.compile(r"(?:一(?![个批些])|翻|来|内|间|前|后|之|行动|规划|计划|建设|攻坚|为期|过渡|期|滚动|制)")
_WHICH_STRETCH = re.compile(r"(?:近|前|过去|这|每|未来|今后|最近|下|上|后|此|当前|首|头)$")
_OPENING_HOURS = re.compile(
    r"[^，。；、]{0,6}圈|(?:工作制|休假|轮班|开放|热线|服务|值班|值守|在线|监[控测]|不间断|小时)"
)


def _bare_number(place: Place) -> bool:
    if place.quantity.kind is not NumberKind.PLAIN:
        return False
    if "." not in place.digits:
        return True
    latin = place.before[-1:].isascii() and place.before[-1:].isalpha()
    return latin or not _MEASURED.search(place.before) or not _ENDS_HERE.match(place.after)


def _threshold(place: Place) -> bool:
    """X以上 that tells which things are meant, not how many there are."""
    after, unit = place.after, place.quantity.unit
    if not (place.quantity.qualifier or "").endswith(("以上", "以下", "以内", "+")) or not after:
        return False
    if re.match(r"[，。；、）,;)\s]", after):
        return False
    if re.match(r"(?:岁|周岁|分)$", unit) or _OWN_COUNT.match(after):
        return True
    return bool(_SIZE_UNITS.search(unit)) and not re.match(r"[的]?(?:资金|用于|投入|投资|贷款|补贴)", after)


def _lone_one(place: Place) -> bool:
    quantity = place.quantity
    if not quantity.chinese or (quantity.kind is NumberKind.MULTIPLE and quantity.unit == "番"):
        return False
    if quantity.kind is NumberKind.PERCENT and quantity.unit != "成":
        return False
    counted = (quantity.qualifier or "").startswith(("近", "超", "逾", "约", "突破"))
    return bool(_NOT_COUNTED.fullmatch(place.digits)) and not (counted and quantity.value > 9)


def _structure(place: Place) -> bool:
    if re.match(r"(?:方面|层面|维度)", place.after):
        return True
    if place.quantity.base_value > 20 or not place.quantity.chinese:
        return False
    return bool(re.match(rf"{_BEFORE_STRUCTURE}(?:{_STRUCTURE})", place.after))


def _period(place: Place) -> bool:
    quantity = place.quantity
    if quantity.kind is not NumberKind.DURATION:
        return False
    unit = quantity.unit.lstrip("万千百")
    if unit in ("年", "周年", "周岁", "岁", "个学期", "个学年", "周", "个季度") and quantity.chinese:
        return True
    if unit in ("周年", "岁", "周岁"):
        return unit == "周年" or not re.search(r"(?:年龄|寿命|岁数)[^，。；]{0,12}$", place.before)
    if _STRETCH.match(place.after) or _WHICH_STRETCH.search(place.before + (quantity.qualifier or "")):
        return True
    return unit in ("小时", "天", "分钟") and bool(_OPENING_HOURS.match(place.after))


EXCLUSIONS: tuple[Exclusion, ...] = (
    Exclusion(
        "日期",
        "年月日时说的是时间，不是数量",
        "‹2023年›全镇粮食增产",
        "全镇投资‹2023万元›",
        lambda place: place.quantity.kind is NumberKind.DATE,
    ),
    Exclusion(
        "序数",
        "第几、前几名、几号线说的是次序或名称",
        "荣获‹第二批›示范单位",
        "建成示范单位‹2个›",
        lambda place: place.quantity.kind is NumberKind.ORDINAL,
    ),
    Exclusion(
        "无单位数字",
        "没有单位的整数是代号或名称；小数要跟在“为、达到、提高到”后面才是数据",
        "PM‹2.5›浓度下降",
        "景气指数提高到‹104.5›",
        _bare_number,
    ),
    Exclusion(
        "遮盖的数字",
        "数字旁边还有遮盖符号，真正的数不知道",
        "收入突破XX‹5万元›",
        "收入突破‹5万元›",
        lambda place: place.before[-1:] in tuple("XxX×＊*□○") or place.after[:1] in tuple("XX×＊*□"),
    ),
    Exclusion(
        "书名号内",
        "文件名里的数字属于文件名",
        "印发《‹25项›重点任务清单》",
        "印发重点任务清单‹25项›",
        lambda place: any(place.inside(*pair) is not None for pair in ("《》", "〈〉", "【】")),
    ),
    Exclusion(
        "引号内的提法",
        "加引号的短语是口号、提法或名称",
        "开展“‹六个›一百”活动",
        "反响“热烈”，结对‹6个›村",
        lambda place: any(
            (inside := place.inside(*pair)) is not None and len(inside) <= _LONGEST_SLOGAN
            for pair in ("“”", "‘’", "「」", "『』", '""')
        ),
    ),
    Exclusion(
        "虚指的一",
        "一个、一批、千家万户不是在计数；二期、二次是次序",
        "走出‹一条›新路子",
        "建成道路‹三条›",
        _lone_one,
    ),
    Exclusion(
        "每若干",
        "“每”后面的数是分母",
        "每‹10万人›口拥有医院床位",
        "每村补助‹10万元›",
        lambda place: place.before.endswith("每") and place.quantity.kind is not NumberKind.MONEY,
    ),
    Exclusion(
        "结构预告",
        "三个方面、四项原则是在说文章或工作的结构",
        "下面讲‹三个›方面",
        "新建‹三个›站点",
        _structure,
    ),
    Exclusion(
        "公式",
        "1个核心、3个板块、N个支点是格局的名称，里面的数和N是一样的东西",
        "形成‹1个›中心、N个支点的布局",
        "建成‹1个›中心、3个站点",
        lambda place: bool(_FORMULA.match(place.after)),
    ),
    Exclusion(
        "时段",
        "近三年、五年来、三年行动说的是哪一段时间",
        "‹3年›行动计划收官",
        "工期压缩‹3个月›",
        _period,
    ),
    Exclusion(
        "门槛",
        "“以上”后面接着被限定的事物：说的是哪一些，不是多少",
        "开工‹10亿元以上›重大项目47个",
        "覆盖率达到‹60%以上›",
        _threshold,
    ),
    Exclusion(
        "等级",
        "几级说的是程度或档次",
        "成功处置‹6.4级›地震",
        "建成台阶‹64步›",
        lambda place: place.quantity.unit == "级",
    ),
    Exclusion(
        "位数",
        "两位数说的是数的长短",
        "保持‹两位›数增长",
        "选派干部‹两位›到村任职",
        lambda place: place.quantity.unit == "位" and place.after.startswith("数"),
    ),
    Exclusion(
        "附带的次数",
        "两次、三番这类汉字写的次数多是修辞，不入表",
        "‹两次›受到表扬",
        "开展督查‹2次›",
        lambda place: place.quantity.chinese and place.quantity.unit in ("次", "轮", "类", "步", "级", "层", "起"),
    ),
)


def excluded_by(place: Place) -> Exclusion | None:
    """The first rule by which the number is no figure, or None where it is one."""
    return next((rule for rule in EXCLUSIONS if rule.holds(place)), None)
