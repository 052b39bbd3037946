"""Manuscripts that nobody would write but somebody may hand in: hypothesis strategies for the property tests."""

from hypothesis import strategies as st

NOUNS = [
    "供水",
    "道路",
    "学校",
    "医院",
    "园区",
    "班子",
    "支部",
    "村组",
    "群众",
    "企业",
    "项目",
    "河道",
    "产业",
    "教育",
    "治理",
    "服务",
    "安全",
    "作风",
    "人才",
    "环境",
]
VERBS = [
    "推进",
    "落实",
    "完善",
    "健全",
    "加强",
    "建成",
    "改造",
    "培育",
    "整治",
    "开展",
    "组织",
    "打造",
    "提升",
    "守住",
    "擦亮",
    "盘活",
]
FILLERS = ["切实", "进一步", "充分", "不断", "扎实", "全面", "深入", "着力", "", "", ""]
UNITS = [
    "人",
    "人次",
    "户",
    "件",
    "个",
    "万元",
    "亿元",
    "%",
    "个百分点",
    "公里",
    "亩",
    "场次",
    "家",
    "名",
    "吨",
    "万吨",
    "平方公里",
    "起",
]
BEFORE = ["", "", "", "约", "近", "超过", "突破", "力争达到", "不少于"]
AFTER = ["", "", "", "余", "多"]
NUMERALS = "一二三四五六七八九十"
SLOGANS = ["“三步走”", "“一张图”", "“四下基层”", "《关于加强基层工作的意见》", "“大走访。大排查。”", "“两新”"]
BLANKS = ["XX", "XXX", "××", "＊＊", "□□", "某某"]
ODD = [
    "\u200b",
    "\u202e",
    "\ufeff",
    "\x00",
    "\x07",
    "\x0b",
    "\u3000\u3000",
    "\t",
    "😀",
    "𠮷",
    "e\u0301",
    "\ue000",
    "\ud800",
]
SCRAPS = [
    "##paidbegin##",
    "##paidend##",
    "<img src=a.png>",
    "下载 打印 【字号：大 中 小】",
    "&nbsp;",
    "第 3 页 共 9 页",
    "**",
    "# ",
]
SERIES = {
    "whole": [f"{n}、" for n in NUMERALS],
    "bracket": [f"（{n}）" for n in NUMERALS],
    "digit": [f"{n}. " for n in range(1, 11)],
    "digit_bracket": [f"（{n}）" for n in range(1, 11)],
    "circle": list("①②③④⑤⑥⑦⑧⑨⑩"),
    "first": [f"{n}是" for n in NUMERALS],
    "must": [f"{n}要" for n in NUMERALS],
    "ordinal": [f"第{n}，" for n in NUMERALS],
    "sequence": ["首先，", "其次，", "再次，", "最后，"],
    "hash": ["## "] * 10,
    "none": [""] * 10,
}


@st.composite
def figures(draw):
    number = draw(
        st.one_of(
            st.integers(0, 99_999).map(str),
            st.decimals(0, 999, places=1).map(str),
            st.integers(1_000, 9_999_999).map("{:,}".format),
            st.sampled_from(["三成", "八分之一", "十二", "百分之七", "7-8", "3～6", "8.7∶41.2∶50.1", "2×35", "０１２"]),
        )
    )
    return draw(st.sampled_from(BEFORE)) + number + draw(st.sampled_from(AFTER)) + draw(st.sampled_from(UNITS))


@st.composite
def clauses(draw):
    words = draw(st.sampled_from(FILLERS)) + draw(st.sampled_from(VERBS)) + draw(st.sampled_from(NOUNS))
    extra = draw(
        st.one_of(
            st.just(""),
            st.sampled_from(NOUNS),
            figures(),
            st.sampled_from(SLOGANS),
            st.sampled_from(BLANKS).map("{}镇".format),
            st.tuples(figures(), figures()).map("由{0[0]}提高到{0[1]}".format),
            st.lists(figures(), min_size=3, max_size=4).map(lambda items: "分别为" + "、".join(items)),
        )
    )
    return words + extra


@st.composite
def sentences(draw):
    pieces = draw(st.lists(clauses(), min_size=1, max_size=6))
    mark = draw(st.sampled_from("，，，；、："))
    return mark.join(pieces) + draw(st.sampled_from(["。", "。", "。", "！", "", "？”", "…"]))


@st.composite
def parts(draw, styles, depth):
    marker_style = styles[depth]
    lines = []
    count = draw(st.integers(1, 4))
    skipped = draw(st.integers(0, 1))  # a series may begin at 二 or run on wrongly
    for at in range(count):
        markers = SERIES[marker_style]
        marker = markers[(at + skipped) % len(markers)]
        heading = draw(clauses()) + draw(st.sampled_from(["。", "", "，", "："]))
        body = "".join(draw(st.lists(sentences(), max_size=4)))
        glued = draw(st.booleans())
        lines.append(marker + heading + (body if glued else ""))
        if not glued and body:
            lines.append(body)
        if depth + 1 < len(styles) and draw(st.booleans()):
            lines += draw(parts(styles, depth + 1))
    return lines


@st.composite
def manuscripts(draw, soiled=True):
    """A speech in some order of all its parts; `soiled` with scrape marks and odd characters at any place."""
    lines = []
    if draw(st.booleans()):
        lines.append("在" + draw(st.sampled_from(NOUNS)) + "工作会议上的讲话")
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(["尊敬的XX领导：", "同志们：", "各位代表", "（2024年6月3日）", "——李XX"])))
    lines.append("".join(draw(st.lists(sentences(), max_size=3))))
    styles = draw(st.lists(st.sampled_from(sorted(SERIES)), min_size=1, max_size=3))
    lines += draw(parts(styles, 0))
    if draw(st.booleans()):
        problems = draw(st.lists(clauses(), min_size=1, max_size=4))
        lines.append("在肯定成绩的同时，也清醒看到存在的问题，主要是" + "；".join(problems) + "。")
    if draw(st.booleans()):
        steps = draw(st.lists(sentences(), min_size=1, max_size=4))
        lines.append("下一步，" + "".join(f"{n}是{step}" for n, step in zip(NUMERALS, steps, strict=False)))
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(["谢谢大家！", "我的发言完毕。", "XX镇人民政府\n2024年6月3日"])))
    text = draw(st.sampled_from(["\n", "\n\n", "\r\n", "\n　　"])).join(lines)
    for scrap in draw(st.lists(st.sampled_from(ODD + SCRAPS), max_size=3 if soiled else 0)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + scrap + text[at:]
    return text


@st.composite
def damaged(draw, text):
    """A real manuscript with pieces taken out, doubled, swapped and soiled."""
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, max(0, len(text) - 1)))
        end = min(len(text), start + draw(st.integers(0, 300)))
        piece = text[start:end]
        match draw(st.sampled_from(["cut", "double", "move", "soil", "join"])):
            case "cut":
                text = text[:start] + text[end:]
            case "double":
                text = text[:end] + piece + text[end:]
            case "move":
                text = piece + text[:start] + text[end:]
            case "soil":
                text = text[:start] + draw(st.sampled_from(ODD + SCRAPS)) + text[start:]
            case "join":
                text = text[:start] + piece.replace("\n", "") + text[end:]
    return text
