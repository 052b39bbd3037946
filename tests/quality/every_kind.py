"""A deck with every kind of slide in every number of units: what no single speech has together."""

from generator.model import (
    Agenda,
    AgendaEntry,
    BigNumbers,
    Callout,
    Card,
    Cards,
    Chart,
    ChartKind,
    ChartPoint,
    Closing,
    Comparison,
    Cover,
    Divider,
    Excerpt,
    Pair,
    Pairs,
    Part,
    Point,
    Points,
    Quantity,
    Quotation,
    Slide,
    Span,
    Stage,
    Storyboard,
    Table,
    TableRow,
    Timeline,
)

SENTENCES = (
    "坚持把人居环境整治列为书记领办的头等大事",
    "镇党委牵头抓总，第一时间召开党委会、村组干部会逐级动员",
    "组织镇村干部沿河看水、进村看路、入户看厕",
    "把问题写在纸上、标在图上、记在心里，做到底数清、情况明",
    "对走过场的现场退回重来，确保各项整治任务件件有人抓、处处有人管",
)
NAMES = (
    "摸底排查先走一着",
    "规划设计细走一着",
    "责任分解实走一着",
    "建强“三支队”共建共管，在会建会管会护上聚力",
    "守好新风",
    "擦亮村容“一张脸”",
    "做活产业“一条链”",
    "常态长效抓整治",
)
FIGURES = (
    (Quantity("约", "2.6", "万元"), "户均增收"),
    (Quantity("", "320", "户"), "评选“美丽庭院”"),
    (Quantity("", "1500", "余人次"), "累计入户宣讲"),
    (Quantity("", "93.7", "%"), "办结率"),
)
ROWS = (
    ("全镇环境整治志愿者中有党员", "186人"),
    ("返乡青年", "94人"),
    ("收到乡贤捐款", "约75万元"),
    ("发动群众", "4800余人次"),
    ("妇女骨干", "230人"),
    ("开展集中清洁行动", "60余场"),
    ("化解邻里纠纷", "47件"),
    ("户均增收", "由1.2万元提高到1.8万元"),
)
SHARES = (("养老服务类", 13.0), ("青少年服务类", 9.0), ("文化体育类", 12.0))


def every_kind():
    """The storyboard: a part with one slide of each kind and number of units, all titles their own."""
    slides = [
        Slide(
            "cover",
            Cover(
                Excerpt("2024年第三季度农村人居环境整治推进会上的典型经验交流发言"),
                Excerpt("——中共云麓县青禾镇委员会"),
                "青禾镇人民政府",
                "陈立新",
                "2024年3月",
            ),
        )
    ]
    slides += [
        Slide(f"agenda-{count}", Agenda(Excerpt(f"目录{count}"), tuple(_entries(count)))) for count in range(2, 9)
    ]
    slides += [
        Slide(
            "part-1", Divider(Excerpt("下好“三步棋”统筹谋划，在摸准定准压准上打牢底子"), 1, _excerpts(NAMES[:3])), "one"
        ),
        Slide("part-1-6", Divider(Excerpt("聚焦主责主业"), 1, _excerpts(NAMES[:6])), "one"),
        Slide("part-1-0", Divider(Excerpt("推动工作落实"), 1), "one"),
    ]
    slides += [Slide(f"point-1-{number}", content, "one") for number, content in enumerate(_contents(), 1)]
    slides.append(Slide("closing", Closing(Excerpt("谢谢大家"))))
    parts = (
        Part("one", Excerpt("下好“三步棋”统筹谋划"), "part-1"),
        Part("two", Excerpt("建强“三支队”共建共管"), "part-1"),
    )
    return Storyboard(Excerpt("发言"), parts, tuple(slides), source="", meeting="全县经验交流会")


def _contents():
    for count in range(1, 6):
        yield Points(Excerpt(f"当好干部“先锋队”角色{count}"), _points(count))
    for count in (1, 2, 3):
        yield Points(Excerpt(f"当好群众“主力队”角色{count}"), _points(3), _callouts(count))
        yield BigNumbers(Excerpt(f"数据之后再列要点{count}"), _callouts(count), _points(3))
    for count in (2, 3, 4, 5):
        yield Cards(Excerpt(f"提档升级{count}"), tuple(Card(Excerpt(NAMES[at][:8]), _body(at)) for at in range(count)))
        yield Cards(Excerpt(f"工作中的短板{count}"), tuple(Card(None, _body(at)) for at in range(count)))
    for count in (3, 4, 5):
        steps = tuple(Card(Excerpt(NAMES[at][:6]), _body(at)) for at in range(count))
        yield Cards(Excerpt(f"分步走{count}"), steps, steps=True)
        yield Timeline(
            Excerpt(f"分年推进{count}"), tuple(Stage(Excerpt(f"202{at}年"), _body(at)) for at in range(count))
        )
    for count in (2, 3, 4):
        yield BigNumbers(Excerpt(f"关键数据{count}"), _callouts(count))
        pairs = tuple(Pair(_body(at), _body(at + 1)) for at in range(count))
        yield Pairs(Excerpt(f"对症下药{count}"), Excerpt("存在问题"), Excerpt("下一步工作"), pairs)
    yield Quotation(
        Excerpt("牢记嘱托"), Excerpt("“把群众的急难愁盼放在心上，一件一件抓落实、见成效。”"), Excerpt("县委书记")
    )
    rows = tuple(TableRow(Excerpt(name), Excerpt(value), Excerpt("当好社会“后援队”角色")) for name, value in ROWS)
    yield Table(Excerpt("主要数据"), None, rows[:3])
    yield Table(Excerpt("主要数据"), None, rows, continued=True)
    yield Table(Excerpt("主要数据"), Excerpt("抓落实"), rows * 2)
    for kind in ChartKind:
        points = tuple(ChartPoint(Excerpt(name), value, Excerpt(f"{value:g}个")) for name, value in SHARES)
        yield Chart(Excerpt("数据对比"), kind, "个", points, Excerpt(f"培育社会组织 {kind}"))
    before = Callout(Quantity("", "3", "个小时"), Excerpt(""), Excerpt("3个小时"))
    after = Callout(Quantity("", "1.5", "个小时"), Excerpt("由3个小时缩短到1.5个小时"), Excerpt("1.5个小时"))
    yield Comparison(Excerpt("数据对比"), Excerpt("县城至省会车程"), before, after)


def _entries(count):
    return (AgendaEntry("part-1", Excerpt(name)) for name in NAMES[:count])


def _excerpts(texts):
    return tuple(Excerpt(text) for text in texts)


def _points(count):
    return tuple(Point(Excerpt(text), Span(0, 1), 7 if at == 1 else 0) for at, text in enumerate(SENTENCES[:count]))


def _callouts(count):
    return tuple(Callout(quantity, Excerpt(name), Excerpt(name)) for quantity, name in FIGURES[:count])


def _body(at):
    return (Excerpt(SENTENCES[at % len(SENTENCES)]),)
