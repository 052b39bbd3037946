"""What a part does in the speech, by the words of its heading."""

from __future__ import annotations

import re

from generator.model import Role

_PROBLEMS = re.compile(
    r"(?:存在|面临|遇到|突出|主要|当前|目前|自身|剖析|查摆)[^，。]{0,10}(?:问题|不足|困难|差距|短板|薄弱环节|挑战)"
    r"|^[^，。]{0,6}(?:问题|不足|困难|差距|短板)(?:与|和|及|、)?(?:问题|不足|困难|差距|短板|挑战|原因|教训)?(?:分析|剖析)?$"
)
_SOLVING = re.compile(r"(?:解决|整改|化解|破解|克服|攻坚|回应|检视|排查|聚焦|针对|坚持问题)")
_NEXT_STEPS = re.compile(
    r"下一步|下阶段|下一阶段|下步|今后|接下来|明年|下一年|下半年|未来|展望"
    r"|(?:工作|主要|重点|目标|总体|努力|整改)[^，。]{0,6}(?:安排|打算|计划|思路|部署|设想|方向|规划|(?<=总体)要求)"
    r"|(?:工作|主要|重点|目标)任务$|(?:\d{4}|[二一][〇零○\d一二三四五六七八九]{3}|今)年[^，。]{0,12}(?:重点|工作|任务|目标|建议)$"
)
_PLAINLY_AHEAD = re.compile(r"下一步|下阶段|下步|今后|打算|努力方向|整改措施")
"""Words that tell next steps in a sub-point's heading too."""
_DIRECTIVE = re.compile(r"(?:做好|抓好|抓实|推进|落实|狠抓|完成|干好|明确|把握|突出|聚焦|认清)")
"""全力做好今年各项工作 tells the audience what to do; it is an ordinary part of an address."""
_NO_TASK = re.compile(
    r"体会|认识|启示|经验|做法|建议|意见|请求|恳请|感想|感悟|回顾|总结|情况|成效|成绩|以来|过去|结束语"
)
"""A heading of thoughts, requests or a look back behind the plans: it sets no task."""
_LOOKING_BACK = re.compile(r"回顾|总结|过去|(?:工作|完成|履职|落实)情况")
_OTHERWISE = re.compile(r"(?:就|才|正|便)是|回顾|总结|情况|成效|成绩|取得|完成|以来|过去|做法|经验|体会")
"""A heading that looks back, or that states something: 问题就是努力的方向."""

RESULTS = re.compile(r"取得|成效|成绩|成果|提升|提高|改善|增强|突破|进步|实现了|达到了|荣获|获得|圆满")
"""Wording of a paragraph that sums up what was reached."""


def looks_back(heading: str) -> bool:
    """Whether a part tells of what was done: 过去一年工作回顾."""
    return bool(_LOOKING_BACK.search(heading))


def role_of_heading(heading: str, earlier: bool, after_review: bool = False) -> Role | None:
    """The role that a part's heading gives it, or None for an ordinary part.

    `earlier` says that other parts stand before it: the first part of a speech on next year's work is its body.
    `after_review` says that one of them looks back: then 扎实做好今年各项工作 is what comes next, while in an address
    it is what the audience is told to do.

    >>> role_of_heading("存在的主要问题", True), role_of_heading("着力解决群众反映的问题", True)
    (<Role.PROBLEMS: 'problems'>, None)
    """
    if _PROBLEMS.search(heading) and not _SOLVING.search(heading) and len(heading) <= 40:
        return Role.PROBLEMS
    planned = _NEXT_STEPS.search(heading)
    if earlier and planned and not _OTHERWISE.search(heading) and len(heading) <= 40:
        directive = not after_review and _DIRECTIVE.search(heading[: planned.start() + 2])
        return None if directive else Role.NEXT_STEPS
    return None


def goes_on_planning(heading: str) -> bool:
    """Whether a part behind one of next steps is one of them too, in a speech that has looked back before.

    二、2020年总体部署 三、扩大内需，稳住企业: the tasks of the plan are parts of their own. 四、几点体会 is no task.
    """
    return not _NO_TASK.search(heading) and not _PROBLEMS.search(heading)


def role_of_sub_point(heading: str) -> Role | None:
    """The role that a sub-point's heading gives it inside a part that has none: （四）存在的问题，（五）下步打算."""
    role = role_of_heading(heading, True)
    if role is Role.NEXT_STEPS and not _PLAINLY_AHEAD.search(heading):
        return None
    return role
