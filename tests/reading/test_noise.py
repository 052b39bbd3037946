import pytest

from generator.model import NoiseKind, Severity
from generator.reading import read_manuscript

BODY = (
    "各位领导、同志们：\n今年以来，我镇认真落实上级部署，各项工作取得新进展。\n"
    "一、抓学习，强根基。\n我的发言完了，谢谢大家！"
)


def read(text, name=None):
    manuscript, findings = read_manuscript(text, name=name)
    scrape = [n.span.of(manuscript.text) for n in manuscript.noise if n.kind is NoiseKind.SCRAPE]
    return manuscript, scrape, findings


def spoken(manuscript):
    return [manuscript.excerpt(block.span).text for block in manuscript.blocks]


@pytest.mark.parametrize("mark", ["##paidbegin##", "##paidend##", "##pagebreak##", "[!--empirenews.page--]"])
def test_a_site_mark_is_left_out_and_reported_with_text_and_place(mark):
    manuscript, scrape, findings = read(f"发言\n{mark}三是聚焦“三个一”转化成果。\n完")
    assert scrape == [mark]
    assert spoken(manuscript) == ["发言", "三是聚焦“三个一”转化成果。", "完"]
    (found,) = findings
    assert found.code == "scrape_mark"
    assert found.severity is Severity.INFO
    assert mark in found.message
    assert "第 2 行" in found.message


@pytest.mark.parametrize(
    ("text", "debris", "left"),
    [
        ('抓学习<img src="a.png" alt="图" />强根基', ['<img src="a.png" alt="图" />'], "抓学习强根基"),
        ("抓学习<br>强根基<BR/>", ["<br>", "<BR/>"], "抓学习强根基"),
        ('<p class="x">抓学习</p>', ['<p class="x">', "</p>"], "抓学习"),
        ("抓&nbsp;&nbsp;学习", ["&nbsp;&nbsp;"], "抓学习"),
        ("抓学习&#160;强根基", ["&#160;"], "抓学习强根基"),
        ('抓学习<img src="http://a.cn/1.jpg" width="300"', ['<img src="http://a.cn/1.jpg" width="300"'], "抓学习"),
        ("抓学习<script>var a=1;</script>强根基", ["<script>var a=1;</script>"], "抓学习强根基"),
        ("抓学习<!-- 注释 -->强根基", ["<!-- 注释 -->"], "抓学习强根基"),
        ("[图片]抓学习", ["[图片]"], "抓学习"),
        ("成立于1949年[1]，发展很快[2-3]。", ["[1]", "[2-3]"], "成立于1949年，发展很快。"),
        (r"抓学习\n强根基\u3000", [r"\n", r"\u3000"], "抓学习强根基"),
    ],
)
def test_debris_of_web_pages(text, debris, left):
    manuscript, scrape, findings = read(text)
    assert scrape == debris
    assert "".join(spoken(manuscript)).replace(" ", "") == left
    assert [found.code for found in findings] == ["scrape_markup"]


@pytest.mark.parametrize(
    "text",
    [
        "当a<b且c>d时，按办法执行。",
        "印发《办法》（[2023]5号），落实到位。",
        "A&B公司、Q&A环节",
        "路径为C:\\notes\\table",
        "##一、工作回顾",
        "编号#12#的项目",
        "第[1]号楼",
        "成绩<优秀>，评价<良好>",
    ],
)
def test_what_only_looks_like_debris(text):
    _, scrape, findings = read(text)
    assert scrape == []
    assert findings == ()


def test_a_tool_bar_over_several_lines_is_one_finding():
    bar = "下载\n打印\n全屏\n收藏\n【字号：\n加大\n还原\n减小\n】\n"
    manuscript, _, findings = read(bar + "某县工作报告\n来源：某县日报\n时间：2026-02-09\n" + BODY + "\n相关报道：")
    assert spoken(manuscript) == ["某县工作报告", *BODY.split("\n")]
    assert [found.code for found in findings] == ["scrape_chrome"] * 3
    assert "第 1～9 行" in findings[0].message
    assert "下载 打印 全屏" in findings[0].message


@pytest.mark.parametrize(
    "line",
    [
        "下载 打印 【字号： 加大 还原 减小 】",
        "【字体：大 中 小】",
        "字号：[大 中 小] 打印本页 关闭窗口",
        "责任编辑：张三",
        "发布时间：2024-01-03 10:20  浏览次数：132",
        "来源：某县融媒体中心",
        "来源：某某网 作者：李四 时间：2024-01-03",
        "2024-01-03 10:20:30",
        "上一篇：某县召开会议",
        "下一篇：没有了",
        "分享到：微信 微博",
        "您的位置：首页 > 要闻 > 正文",
        "首页 > 政务公开 > 领导讲话",
        "https://www.example.gov.cn/art/2024/1/3/art_1_2.html",
        "www.example.com",
        "版权所有 某某网",
        "更多范文请访问某某公文网",
        "扫一扫关注公众号",
        "点击图片进入专题",
        "第 1 页 共 3 页",
        "— 3 —",
        "- 12 -",
        "阅读 1.2万",
        "试读结束，购买后可阅读全文",
        "加入收藏 设为首页",
        "【打印本页】【关闭窗口】",
        "发布日期：2024-01-15 信息来源：县政府办 浏览次数： 字体：[大][中][小]",
        "当前位置：网站首页 > 政府工作报告",
        "您当前所在的位置：首页>>政务公开>>政府工作报告",
        "索 引 号：0152/2024-0001",
        "扫一扫在手机打开当前页",
        "2024年1月15日 10:20 来源：某某日报",
        "《某某日报》（2024年01月05日 第 01 版）",
        "将本文的Word文档下载到电脑，方便收藏和打印",
        "（责编：张三、李四）",
        "关键词：讲话 工作报告",
        "欢迎关注本站微信公众号",
        "字号：默认 大 超大 | 打印 |",
        "T大 T中 T小 打印 关闭",
        "主办：某县人民政府 承办：某县大数据中心",
        "文/小李 发布时间：2023-11-20",
        "下面是小编为大家整理的述职报告，欢迎阅读！",
    ],
)
def test_lines_of_a_page_before_and_behind_the_speech(line):
    for text in (f"工作汇报\n{line}\n{BODY}", f"工作汇报\n{BODY}\n{line}"):
        manuscript, _, findings = read(text)
        assert spoken(manuscript) == ["工作汇报", *BODY.split("\n")]
        assert [found.code for found in findings] == ["scrape_chrome"]
        assert findings[0].spans


@pytest.mark.parametrize("line", ["责任编辑：张三", "— 3 —", "第 2 页 共 8 页", "https://www.example.cn/a.html"])
def test_sure_chrome_also_in_the_middle(line):
    head, tail = BODY.split("\n", 2)[:2], BODY.split("\n", 2)[2]
    manuscript, _, _ = read("\n".join([*head, line, tail]))
    assert line not in spoken(manuscript)


@pytest.mark.parametrize(
    "line",
    [
        "一要做好资料下载、打印和收藏工作。",
        "下载量明显增长",
        "打印服务",
        "来源：一是财政拨款，二是社会捐赠。",
        "时间：2023年5月3日",
        "2023年5月3日",
        "（2023年5月3日）",
        "地点：镇政府三楼会议室",
        "分享发展机遇，共谋合作",
        "大力推进项目建设",
        "登录 www.example.gov.cn 即可办理，群众十分方便。",
        "关注民生实事",
        "作者：张三",
        "评论员队伍建设",
        "首页改版工作稳步推进",
        "第3页的表格已经更新。",
        "——2023年12月在全镇大会上",
        "一、下载",
        "收藏于心、践之于行",
        "更多群众走上致富路",
        "2023年",
        "3",
        "责任编辑部建设",
        "本文件自发布之日起施行。",
        "点击率提升3个百分点，群众反响热烈。",
        "相关部门要抓好落实",
        "关注公众号运营 提升宣传实效",
        "位置优越 交通便利",
        "审核把关要严",
        "登录注册制改革",
        "本文件由办公室负责解释",
        "名称规范 标准统一",
        "关闭落后产能",
        "还原历史 服务群众",
        "扫一扫，办成事，群众点赞。",
        "编辑部工作",
        "《讲话》（修订版）",
        "有效性评估",
    ],
)
def test_words_of_a_speech_that_sound_like_chrome(line):
    for text in (f"工作汇报\n{line}\n{BODY}", f"工作汇报\n{BODY}\n{line}", BODY.replace("\n一、", f"\n{line}\n一、")):
        manuscript, scrape, findings = read(text)
        assert line in spoken(manuscript)
        assert scrape == []
        assert findings == ()


@pytest.mark.parametrize("word", ["下载", "打印", "分享", "大"])
def test_one_tool_alone_is_a_heading_for_all_we_know(word):
    manuscript, scrape, _ = read(f"工作汇报\n{BODY}\n{word}\n以上就是全部做法，请各位领导批评指正。")
    assert word in spoken(manuscript)
    assert scrape == []


def test_titles_of_other_pages_behind_the_speech():
    manuscript, _, _ = read(f"工作汇报\n{BODY}\n相关阅读：\n某县召开推进会\n某市部署春耕\n")
    assert spoken(manuscript) == ["工作汇报", *BODY.split("\n")]


def test_fields_and_titles_at_the_foot_of_a_page():
    credits = "END\n来源 | 某市融媒体中心\n编辑 | 张三\n审核 | 李四\n责编：王五\n监制/赵六"
    foot = f"{credits}\n往期推荐\n某市召开会议\n分享 收藏 点赞"
    manuscript, _, findings = read(f"工作汇报\n{BODY}\n{foot}")
    assert spoken(manuscript) == ["工作汇报", *BODY.split("\n")]
    assert len(findings) == 1


@pytest.mark.parametrize("line", ["审核：张三", "编辑 | 李四", "作者：王五", "END"])
def test_a_field_alone_stays(line):
    manuscript, scrape, _ = read(f"工作汇报\n{line}\n{BODY}")
    assert line in spoken(manuscript)
    assert scrape == []


def test_a_breadcrumb_over_several_lines():
    manuscript, _, _ = read(f"您的位置:\n首页\n>\n要闻\n要闻\n2026年工作报告\n{BODY}")
    assert spoken(manuscript) == ["2026年工作报告", *BODY.split("\n")]


@pytest.mark.parametrize(
    "char",
    ["\x00", "\x07", "\x1b", "\x1f", "\x7f", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad", "\uffff"],
)
def test_invisible_characters_never_reach_a_block(char):
    manuscript, scrape, findings = read(f"各{char}位领导{char}：大家好。{char}\n{char}\n完")
    assert char not in "".join(spoken(manuscript))
    assert spoken(manuscript) == ["各位领导：大家好。", "完"]
    assert set("".join(scrape)) == {char}
    assert [found.code for found in findings] == ["invisible_characters"]
    assert "4 个" in findings[0].message
    assert f"U+{ord(char):04X}" in findings[0].message


@pytest.mark.parametrize("text", ["葛\U000e0100城区", "☎️ 热线", "½、㎡、℃、㐂、𠮷", "\u3000\u00a0各位"])
def test_visible_rarities_stay(text):
    _, scrape, findings = read(text)
    assert scrape == []
    assert findings == ()


def test_bullets_and_rules_are_markup_and_not_reported():
    manuscript, scrape, findings = read("工作汇报\n-----\n• 抓学习\n- 抓落实\n-5℃的天气\n--在大会上的讲话\n…………\n完")
    assert scrape == []
    assert findings == ()
    assert spoken(manuscript) == ["工作汇报", "抓学习", "抓落实", "-5℃的天气", "--在大会上的讲话", "…………", "完"]
