"""Speeches of the tests' own with outline, briefs and ledger set by hand, so that step 5 is tested alone."""

from decimal import Decimal

from generator.language import clauses, sentences
from generator.model import (
    Block,
    Brief,
    Briefs,
    Excerpt,
    Figure,
    FigureKind,
    Heading,
    HeadingPlace,
    Ledger,
    Manuscript,
    Noise,
    NoiseKind,
    Outline,
    Point,
    Role,
    Section,
    Series,
    SeriesKind,
    Span,
)

MARKS = "，。；！？、：,.;!?: \t　\n"


def manuscript_of(text, noise=()):
    """The manuscript with a block a line, as a text file is read."""
    found = tuple(Noise(Span(text.index(mark), text.index(mark) + len(mark)), NoiseKind.SCRAPE) for mark in noise)
    words = Manuscript(text, "发言.txt", noise=found).words
    blocks, at = [], 0
    for line in words.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            blocks.append(Block(Span(start, at + len(line.rstrip()))))
        at += len(line) + 1
    return Manuscript(text, "发言.txt", blocks=tuple(blocks), noise=found)


def node(role, heading=None, *children, marker=None, starts=None, place=None):
    """A section to be found in the text: by its marker and heading, or by the words it starts with."""
    return (role, heading, marker, starts, place, children)


def outline_of(manuscript, title, nodes, salutation=None):
    """The outline over the nodes; each section ends where the next of its level begins."""
    text = manuscript.text
    starts = _starts(text, nodes, 0)
    sections = _sections(text, nodes, starts, len(text), "", 1)
    titled = (Span(text.index(title), text.index(title) + len(title)),) if title else ()
    greeting = Span(text.index(salutation), text.index(salutation) + len(salutation)) if salutation else None
    front = Span(0, sections[0].span.start if sections else len(text))
    return Outline(manuscript, front, sections, title=titled, salutation=greeting)


def _first_words(spec):
    _role, heading, marker, starts, _place, _children = spec
    return starts or ((marker or "") + (heading or ""))


def _starts(text, nodes, at):
    found = []
    for spec in nodes:
        at = text.index(_first_words(spec), at)
        found.append(at)
        at += 1
    return found


def _sections(text, nodes, starts, end, path, level):
    sections = []
    for number, (spec, start) in enumerate(zip(nodes, starts, strict=True), 1):
        role, heading, marker, _starts_with, place, children = spec
        stop = starts[number] if number < len(starts) else end
        own_id = f"{path}.{number}" if path else str(number)
        found = None
        if heading:
            head_start = text.index(heading, start)
            marker_span = Span(start, start + len(marker)) if marker else None
            after = text[head_start + len(heading) : head_start + len(heading) + 1]
            where = place or (HeadingPlace.LINE if after == "\n" else HeadingPlace.LEAD)
            found = Heading(Span(head_start, head_start + len(heading)), marker, marker_span, where)
        below = _sections(
            text, children, _starts(text, children, found.span.end if found else start), stop, own_id, level + 1
        )
        sections.append(Section(own_id, level, role, Span(start, stop), found, below))
    return tuple(sections)


def briefs_of(outline, longest=38, titles=None):
    """A point for each sentence of a section's own words: its first clauses as far as 38 characters go."""
    words = outline.manuscript.words
    briefs = {}
    for section in outline.walk():
        points = []
        for own in section.own:
            for sentence in sentences(words, own):
                point = _bare(words, sentence)
                if len(point) < 4:
                    continue
                end = point.start
                for clause in clauses(words, point):
                    if clause.end - point.start <= longest or end == point.start:
                        end = clause.end
                    else:
                        break
                kept = _bare(words, Span(point.start, end))
                points.append(Point(outline.manuscript.excerpt(kept), sentence))
        title = (titles or {}).get(section.id)
        excerpt = None
        if title:
            at = outline.manuscript.text.index(title, section.span.start)
            excerpt = outline.manuscript.excerpt(Span(at, at + len(title)))
        if points or excerpt:
            briefs[section.id] = Brief(section.id, excerpt, tuple(points))
    return Briefs(briefs)


def _bare(text, span):
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(MARKS))
    return Span(start, max(start, span.start + len(words.rstrip(MARKS))))


def figure_of(outline, surface, number, unit, label, kind=FigureKind.QUANTITY, after="", period=None):
    """The figure whose surface stands first behind the words `after`."""
    text = outline.manuscript.text
    start = text.index(surface, text.index(after))
    at = start + surface.index(number)
    span = Span(start, start + len(surface))
    sentence = next(s for s in sentences(text) if s.contains(span))
    label_at = text.find(label)
    excerpt = Excerpt(label, (Span(label_at, label_at + len(label)),) if label_at >= 0 else ())
    section = outline.section_at(start)
    return Figure(
        span,
        surface,
        Span(at, at + len(number)),
        Decimal(number),
        unit,
        Decimal(number),
        unit,
        kind,
        excerpt,
        sentence,
        section.id if section else None,
        period=period,
    )


TITLE = "在全县基层治理工作推进会上的交流发言"

LONG_TEXT = f"""{TITLE}
尊敬的各位领导：
根据会议安排，我从三个方面汇报清河镇的做法，不妥之处请批评指正。
一是坚持“三步走”，在谋划上做文章。摸清底数先行一步。镇党委逐村走访。组建工作专班开展排查。列出问题清单逐项研究。统一思想紧跟一步。召开院坝会讲清道理。干部带头签订承诺书。压实责任更进一步。建立包保制度。每周调度一次进展。
##paidbegin##二是聚焦“三张单”，在落实上下功夫。建好需求单。网格员上门收集意见。累计收集需求420余条。办理答复410条。用好服务单。组织志愿者结对帮扶。开展服务60余次，覆盖老人1200人。晒出成效单。每月公示办理结果。群众满意率提高到96.5%。
三是突出“一盘棋”，在发展上见实效。产业强村有路子。引进企业3家。带动就业280人，实现村集体收入突破350万元。环境美村有面子。改造道路12公里。新建广场5个。
但也要清醒看到存在的问题，主要是个别干部认识不到位，一定程度上存在应付心理；数据共享不够及时，部门之间还有壁垒；部分村力量薄弱，责任传导不到位。
下一步，我们将再加力度。一是在“学”上着力。探索学习机制，创新方法。二是在“改”上发力。带着问题抓落实。三是在“严”上用力。拧紧责任链条，层层传导压力。
我的发言完毕，不妥之处敬请批评指正。

##paidend##"""


def long_speech():
    """A speech as the main case has it: outline, briefs, ledger."""
    manuscript = manuscript_of(LONG_TEXT, ("##paidbegin##", "##paidend##"))
    body, problems, steps = Role.BODY, Role.PROBLEMS, Role.NEXT_STEPS
    outline = outline_of(
        manuscript,
        TITLE,
        [
            node(Role.OPENING, starts="根据会议安排"),
            node(
                body,
                "坚持“三步走”，在谋划上做文章",
                node(body, "摸清底数先行一步"),
                node(body, "统一思想紧跟一步"),
                node(body, "压实责任更进一步"),
                marker="一是",
            ),
            node(
                body,
                "聚焦“三张单”，在落实上下功夫",
                node(body, "建好需求单"),
                node(body, "用好服务单"),
                node(body, "晒出成效单"),
                marker="二是",
            ),
            node(
                body,
                "突出“一盘棋”，在发展上见实效",
                node(body, "产业强村有路子"),
                node(body, "环境美村有面子"),
                marker="三是",
            ),
            node(
                problems,
                "但也要清醒看到存在的问题，主要是",
                node(problems, "个别干部认识不到位，一定程度上存在应付心理"),
                node(problems, "数据共享不够及时，部门之间还有壁垒"),
                node(problems, "部分村力量薄弱，责任传导不到位"),
            ),
            node(
                steps,
                "下一步，我们将再加力度",
                node(steps, "在“学”上着力", marker="一是"),
                node(steps, "在“改”上发力", marker="二是"),
                node(steps, "在“严”上用力", marker="三是"),
            ),
            node(Role.CLOSING, starts="我的发言完毕"),
        ],
        salutation="尊敬的各位领导：",
    )
    figures = (
        figure_of(outline, "420余条", "420", "条", "收集需求"),
        figure_of(outline, "410条", "410", "条", "办理答复"),
        figure_of(outline, "60余次", "60", "次", "开展服务"),
        figure_of(outline, "1200人", "1200", "人", "覆盖老人"),
        figure_of(outline, "96.5%", "96.5", "%", "群众满意率", FigureKind.PERCENT),
        figure_of(outline, "3家", "3", "家", "引进企业"),
        figure_of(outline, "280人", "280", "人", "带动就业"),
        figure_of(outline, "突破350万元", "350", "万元", "村集体收入", FigureKind.MONEY),
        figure_of(outline, "12公里", "12", "公里", "改造道路"),
        figure_of(outline, "5个", "5", "个", "新建广场"),
    )
    series = Series(
        SeriesKind.ITEMS,
        figures[0].label,
        "条",
        tuple(figure.label for figure in figures[:3]),
        figures[:3],
    )
    return outline, briefs_of(outline), Ledger(figures, (series,))


PLAIN_TEXT = """在退休座谈会上的发言
各位同事：
三十年前我来到水文站。那时站里只有两间平房。每到汛期大家轮流守夜。
我最难忘的是那年大水。老站长带着我们连夜抢测流量。天亮时数据一个没少。
今后的路还长。请年轻同志多到一线去。谢谢大家！"""


def plain_speech():
    """A speech without any structure: one body section without heading, and closing words."""
    manuscript = manuscript_of(PLAIN_TEXT)
    outline = outline_of(
        manuscript,
        "在退休座谈会上的发言",
        [node(Role.BODY, starts="三十年前"), node(Role.CLOSING, starts="谢谢大家")],
        salutation="各位同事：",
    )
    return outline, briefs_of(outline), Ledger(())
