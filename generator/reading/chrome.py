"""Lines of the page that a speech was copied from: tool bars, source lines, links to other pages, page numbers.

Three kinds of evidence. A *sure* line is chrome wherever it stands (责任编辑：…, a URL alone). A *framing* line is
chrome before the first and behind the last line of prose (来源：解放日报). A *tool* (下载, 打印, 大, ×) is chrome only
in company: beside a sure or framing line, or several of them in the frame. A speech that speaks of 下载 or 打印 does
so in a sentence, and a heading 打印服务 is no tool's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

_TOOL_NAMES = (
    "下载|打印|打印本页|打印此页|全屏|收藏|收藏本页|加入收藏|设为首页|分享|分享到|分享本文|关闭|关闭窗口|关闭本页|返回|返回顶部|返回首页|"
    "返回列表|回到顶部|首页|主页|加大|缩小|放大|减小|还原|默认|恢复|T?大|T?中|T?小|特大|标准|字体|字号|字体大小|超大|繁体|简体|繁體|朗读|听全文|播报|语音播报|"
    "纠错|我要纠错|评论|发表评论|我要评论|点赞|赞|在看|转发|举报|登录|注册|登录注册|搜索|导出|复制|复制链接|复制全文|手机看|手机版|电脑版|二维码|"
    "微信|微博|新浪微博|QQ|QQ空间|朋友圈|TOP|A\\+|A-|无障碍|无障碍阅读|适老化|长者模式|大字版|附件下载|全文下载|立即下载|点击下载|正文|展开|收起|"
    "展开全文|阅读全文|阅读原文|查看原文|上一页|下一页|上一条|下一条|尾页|网站地图|联系我们|关于我们|邮箱|RSS|END"
)
_SEPARATORS = r"[\s|｜/／>＞»›·•×✕【】\[\]（）()：:，,、—\-+]"
_TOOLS = re.compile(rf"(?:{_SEPARATORS}*(?:{_TOOL_NAMES})(?={_SEPARATORS}|$))*{_SEPARATORS}*")
_A_TOOL = re.compile(rf"(?<![^\s|｜/／>＞»›·•×✕【】\[\]（）()：:，,、—\-+])(?:{_TOOL_NAMES})(?={_SEPARATORS}|$)")
_ONLY_SIGNS = re.compile(r"[|｜>＞»›×✕】\]/／]{1,3}")

_ISO_DATE = r"(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
_CLOCK = r"[ T]*\d{1,2}:\d{2}(?::\d{2})?"
_FIELD_SURE = (
    r"责任编辑|责编|网络编辑|本文编辑|(?:发布|发表|更新|上传|录入|添加)(?:时间|日期|于|者|人)|信息来源|稿件来源|文章来源|来源网站|"
    r"原文链接|原文地址|本文地址|本文链接|(?:浏览|点击|阅读|访问)(?:次数|量|数)|点击率|索\s*引\s*号|主题分类|体裁分类|组配分类|信息分类|"
    r"发文机[关构]|发布机构|发文字号|成文日期|生成日期|公开日期|公开方式|有\s*效\s*性|信息名称|网站标识码|视力保护色|推荐度"
)
_FIELD_FRAMING = (
    r"来源|时间|日期|编辑|作者|供稿|文|字体|字号|阅读|发布|打印|分享|浏览|人气|关键词|关键字|标签|[Tt]ags?|录入|初审|复审|终审|审核|"
    r"校对|监制|排版|美编|值班编委|名\s*称|标\s*题|文\s*号|主\s*题\s*词|原标题|(?:主办|承办|协办)(?:单位)?|联系电话|联系地址|电话|传真|地址|邮编|邮政编码|图|摄影"
)
_FIELD_HEAD = re.compile(rf"(?<![^\s|｜【\[（(])(?:{_FIELD_SURE}|{_FIELD_FRAMING})\s*[：:/|｜丨]")
_LONGEST_FIELD = 45
"""Characters of a field's name and value."""
# One such field: 编辑 | 张三, 审核：李四. Not 时间：2023年5月3日, which is the meeting's.
_FIELD = re.compile(
    rf"[【\[（(]?(?!时间|日期)(?:{_FIELD_FRAMING})\s*[：:/|｜丨]\s*[^：:，。！？；\n]{{1,30}}[】\]）)]?"
)

_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        # 【字号： 加大 还原 减小】, 【字体：大 中 小】, 字号：T|T, also cut off behind the colon
        r"[【\[（(]?\s*字\s*[号体](?:大小)?\s*[：:][\s|｜大中小特超加减缩放还原默认标准TtAa+\-]*[】\]）)]?.{0,12}",
        # 责任编辑：张三   发布时间：2024-01-03   浏览次数：132
        rf"[【\[（(]?(?:{_FIELD_SURE})\s*[：:][^。！？]{{0,60}}",
        # 上一篇：某某大会召开   下一篇：没有了   上一条：
        r"[【\[（(]?[上下]一[篇条](?:文章)?\s*[：:>＞].{0,60}",
        # A URL alone
        r"[（(<]?(?:https?://|ftp://|www\.)[!-~]{3,500}[）)>]?",
        # 分享到：  分享到微信   一键分享
        r"(?:一键)?分享(?:到|至)\s*(?:[：:].{0,30}|微信|微博|朋友圈|QQ空间|QQ)",
        # 版权所有…  Copyright ©…  京ICP备…  京公网安备…  Produced By …
        r"(?:版权所有|[Cc]opyright|©|本站版权|[\u4e00-\u9fff]ICP备|[\u4e00-\u9fff]公网安备|Produced [Bb]y).{0,80}",
        r"(?:转载请注明|未经授权|未经许可|如需转载|免责声明|版权声明|郑重声明|本文为原创)[^。]{0,80}。?",
        # 试读结束，购买后阅读全文   以下内容需付费   剩余60%未读   登录后查看全文
        r".{0,12}(?:试读(?:结束|已结束)|付费(?:后|阅读|内容|可见)|(?:购买|开通|充值|登录|注册)后?(?:会员)?(?:可|即可|阅读|查看|下载|获取)全?文?|"
        r"剩余\s*\d{1,3}\s*[%％]\s*未读|最低.{0,8}元.{0,4}开通|会员专享|VIP专享)[^，。；]{0,30}",
        # 第 1 页 共 3 页   第1/3页   Page 1 of 3   — 3 —
        r"第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共?\s*\d{1,4}\s*页)?|第\s*\d{1,4}\s*[/／]\s*\d{1,4}\s*页|共\s*\d{1,4}\s*页",
        r"[Pp]age\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-—–―－]{1,2}\s*\d{1,4}\s*[-—–―－]{1,2}",
        # 将本文的Word文档下载到电脑，方便收藏和打印
        r"将本文的?\s*(?:Word|WORD|word|PDF|DOC)?\s*文档下载到电脑.{0,20}|(?:点击)?(?:下载文档|文档下载)|文档为\s*doc\s*格式",
        # 下面是小编为大家整理的…
        r"[^\n]{0,60}小编[^\n]{0,60}(?:整理|收集|带来|分享|推荐|搜集|准备)[^\n]{0,80}",
        r"(?:数据加载中|正在加载|加载更多|暂无评论|- ?END ?-|—END—|正文已结束.{0,30})[.。…]*",
    )
)

_FRAMING = tuple(
    re.compile(pattern)
    for pattern in (
        # 来源：解放日报  （来源：人民日报）   not: 来源：一是财政拨款，二是自筹。
        r"[【\[（(]?(?:文章|信息|稿件)?(?:来源|出处|转自|摘自|原标题)\s*[：:]\s*[^，。；！？]{1,40}[】\]）)]?",
        # 2026-02-03 09:02:33   时间：2026-02-09   not: 2023年5月3日 (the date line of a speech)
        rf"(?:(?:时间|日期|发布)\s*[：:]\s*)?{_ISO_DATE}(?:{_CLOCK})?",
        # 2024年1月15日 10:20 来源：某报
        rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日(?:{_CLOCK})?\s*来源\s*[：:][^，。；]{{1,30}}",
        # 原创 张三 云岭发布 2023-12-01 10:00 云南
        rf"原创[^，。；]{{0,30}}{_ISO_DATE}.{{0,20}}",
        rf"[^，。；！？]{{1,20}}\s{_ISO_DATE}(?:{_CLOCK})(?:\s*[\u4e00-\u9fff]{{2,4}})?",
        # 《某日报》（2024年01月05日 第 01 版）
        r"《[^》]{2,12}》\s*[（(].{6,30}版\s*[）)]",
        # 关键词：讲话 工作报告
        r"(?:关键词|关键字|标签|[Tt]ags?|人气|浏览)\s*[：:][^。；！？]{0,60}",
        r"作者\s*[：:]\s*(?:佚名|admin|Admin|网络|未知|本站|匿名)",
        # 您的位置：首页 > 要闻   当前位置：…
        r"(?:您|你)?(?:的|现在的?|所在的?)?(?:当前)?(?:所在)?(?:的)?位置\s*[：:][^。]{0,80}",
        r"(?:网站)?首页\s*(?:[>＞»›/]|-?->).{0,60}",
        # 更多范文请访问…   本文来自…网   本文由…整理
        r"更多.{0,20}(?:范文|文章|内容|资料|公文|材料|精彩).{0,20}(?:请|关注|访问|点击|登录|尽在).{0,40}",
        r"本文(?:来自|来源于|转自|转载自|由|摘自|系|选自).{0,30}(?:网|公众号|号|整理|原创|发布|转载|收集|提供).{0,20}",
        # 扫码关注…  长按二维码…  微信扫一扫：分享   微信公众号：…
        r"(?:用)?(?:微信)?(?:扫码|扫一扫|长按|扫描)[^，。；]{0,12}(?:关注|二维码|下载|分享|加入|添加|打开|手机|查看)[^。；]{0,30}",
        r"(?:欢迎|请|快来)关注.{0,12}(?:微信)?公众号.{0,30}|(?:微信)?公众号\s*[：:].{0,30}",
        # 点击图片进入专题   点击查看大图   点击此处下载
        r"[》>＞»☞👉\s]*点击(?:图片|此处|这里|链接|下方|上方|右上|查看|进入|下载|阅读|放大)[^。，；]{0,20}[《<＜«\s]*",
        # 已有 25 人点赞   阅读 1.2万   收藏 36
        r"(?:阅读|浏览|播放|点赞|在看|收藏|评论|转发|点击|人气)\s*[：:（(]?\s*\d[\d.,]*\s*[万wWkK]?\+?\s*次?[）)]?",
    )
)

# 相关报道： and what follows it behind the last line of prose: titles of other pages.
_RELATED = re.compile(
    r"[【\[]?(?:相关|延伸|推荐|热门|猜你喜欢|更多|最新|往期|图解)(?:报道|文档|阅读|链接|文章|新闻|推荐|资讯|专题|内容|资料|回顾|信息|附件)?[】\]]?\s*[：:]?"
)
_RELATED_ALONE = re.compile(r"往期(?:推荐|回顾|精选)|(?:相关|推荐|延伸|热门)(?:阅读|文章)|猜你喜欢")
_MOST_RELATED = 12
"""Lines behind 相关报道： that may be titles of other pages; a longer list is a part of the speech."""
_LONGEST_TITLE = 40
"""Characters of such a title."""
_SENTENCE_END = re.compile(r"[。！？；]")
_PROSE = re.compile(r"[，。；！？]")
_SHORTEST_PROSE = 15
"""Characters. A shorter line says nothing about where the page ends and the speech begins."""
_LONGEST_LINE = 200
"""Characters. No chrome is longer; longer lines are not looked at."""


class _Sign(IntEnum):
    NONE = 0
    TOOL = 1  # one tool's name, or signs between tools
    FIELD = 2  # one field of a page's head or foot
    TOOLS = 3  # several tools on a line
    FRAMING = 4
    SURE = 5


def chrome_lines(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that belong to the page and not to the speech.

    >>> sorted(chrome_lines(["下载", "打印", "【字号：", "减小", "】", "各位代表：下载量已经增长，打印也更快。"]))
    [0, 1, 2, 3, 4]
    """
    stripped = [line.strip() for line in lines]
    signs = [_sign(line) for line in stripped]
    prose = [
        i
        for i, line in enumerate(stripped)
        if len(line) >= _SHORTEST_PROSE and signs[i] < _Sign.FRAMING and _PROSE.search(line)
    ]
    head_end = prose[0] if prose else len(lines)
    tail_start = prose[-1] + 1 if prose else len(lines)
    found: set[int] = set()
    for i, sign in enumerate(signs):
        if sign is _Sign.SURE or (sign in {_Sign.TOOLS, _Sign.FRAMING} and not head_end <= i < tail_start):
            found.add(i)
    _add_fields_in_company(stripped, signs, found, head_end, tail_start)
    _add_tools_in_company(stripped, signs, found, head_end, tail_start)
    _add_fields_in_company(stripped, signs, found, head_end, tail_start)
    _add_breadcrumbs(stripped, found, head_end)
    _add_related(stripped, found, tail_start)
    return frozenset(i for i in found if stripped[i])


def _sign(line: str) -> _Sign:
    if not line or len(line) > _LONGEST_LINE:
        return _Sign.NONE
    if any(pattern.fullmatch(line) for pattern in _SURE):
        return _Sign.SURE
    if _ONLY_SIGNS.fullmatch(line):
        return _Sign.TOOL
    if _TOOLS.fullmatch(line):
        return _Sign.TOOLS if len(_A_TOOL.findall(line)) > 1 else _Sign.TOOL
    if _is_row_of_fields(line) or any(pattern.fullmatch(line) for pattern in _FRAMING):
        return _Sign.FRAMING
    return _Sign.FIELD if _FIELD.fullmatch(line) else _Sign.NONE


def _is_row_of_fields(line: str) -> bool:
    """来源：某某网 作者：李四 时间：2024-01-03: two fields and more, and no sentence."""
    starts = [head.start() for head in _FIELD_HEAD.finditer(line)]
    if len(starts) < 2 or line[: starts[0]].strip("【[（( ") or _SENTENCE_END.search(line):
        return False
    return all(end - start <= _LONGEST_FIELD for start, end in pairwise([*starts, len(line)]))


def _add_fields_in_company(
    lines: list[str], signs: list[_Sign], found: set[int], head_end: int, tail_start: int
) -> None:
    """A field beside chrome, in the frame: 责编：王五 ⏎ 监制/赵六."""
    filled = [i for i, line in enumerate(lines) if line and not head_end <= i < tail_start]
    for order in (filled, filled[::-1]):
        for before, i in pairwise(order):
            if signs[i] is _Sign.FIELD and before in found:
                found.add(i)


def _add_tools_in_company(
    lines: list[str], signs: list[_Sign], found: set[int], head_end: int, tail_start: int
) -> None:
    """Runs of tools (empty lines between them do not count) beside chrome, or three and more in the frame."""
    run: list[int] = []
    before: int | None = None  # the last line with words before the run
    for i in range(len(lines) + 1):
        if i < len(lines) and not lines[i]:
            continue
        if i < len(lines) and signs[i] in {_Sign.TOOL, _Sign.TOOLS}:
            run.append(i)
            continue
        if run:
            in_frame = run[-1] < head_end or run[0] >= tail_start
            beside = before in found or i in found or any(j in found for j in run)
            if beside or (in_frame and len(run) >= 3):
                found.update(run)
        run, before = [], i


def _add_breadcrumbs(lines: list[str], found: set[int], head_end: int) -> None:
    """首页 ⏎ > ⏎ 要闻 ⏎ 要闻: what follows a lone > in the head of the page, and the channel's name once more."""
    filled = [i for i in range(min(head_end, len(lines))) if lines[i]]
    for at, i in enumerate(filled[:-1]):
        if i in found and lines[i] in {">", "＞", "»", "›"}:
            name = lines[filled[at + 1]]
            for j in filled[at + 1 : at + 3]:
                if lines[j] == name and len(name) <= 12:
                    found.add(j)


def _add_related(lines: list[str], found: set[int], tail_start: int) -> None:
    for i in range(tail_start, len(lines)):
        titled = _RELATED.fullmatch(lines[i]) and lines[i].endswith(("：", ":", "】", "]"))
        if titled or _RELATED_ALONE.fullmatch(lines[i]):
            rest = [j for j in range(i + 1, len(lines)) if lines[j]]
            found.add(i)
            if len(rest) <= _MOST_RELATED and all(len(lines[j]) <= _LONGEST_TITLE for j in rest):
                found.update(rest)
            return
