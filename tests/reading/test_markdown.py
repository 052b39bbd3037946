import pytest

from generator.model import BlockKind, NoiseKind, SourceFormat
from generator.reading import read_manuscript


def read(text, name="讲话.md"):
    return read_manuscript(text.encode(), name=name)


def lines(manuscript):
    return [(block.kind, block.level, manuscript.excerpt(block.span).text) for block in manuscript.blocks]


HEADING, ITEM, ROW, PLAIN = BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.PARAGRAPH


def test_headings_lists_quotes_and_tables():
    manuscript, findings = read(
        "# 工作 **总结** #\n\n> 各位领导：\n\n## 一、主要做法\n- 抓*学习*\n  - 抓`落实`\n1. 首先\n\n"
        "| 指标 | 数值 |\n|---|---:|\n| 收入 | 12\\|13万元 |\n\n标题二\n===\n完"
    )
    assert manuscript.source_format is SourceFormat.MARKDOWN
    assert lines(manuscript) == [
        (HEADING, 1, "工作 总结"),
        (PLAIN, None, "各位领导："),
        (HEADING, 2, "一、主要做法"),
        (ITEM, None, "抓学习"),
        (ITEM, None, "抓落实"),
        (ITEM, None, "1. 首先"),
        (ROW, None, "指标  数值"),
        (ROW, None, "收入  12|13万元"),
        (HEADING, 1, "标题二"),
        (PLAIN, None, "完"),
    ]
    assert findings == ()
    assert {noise.kind for noise in manuscript.noise} == {NoiseKind.MARKUP}


def test_offsets_are_those_of_the_raw_text():
    text = "# 标题\n\n- 抓**学习**，强[根基](http://a.cn)。\n"
    manuscript, _ = read(text)
    assert manuscript.text == text
    assert [noise.span.of(text) for noise in manuscript.noise] == ["#", "-", "**", "**", "[", "](http://a.cn)"]
    assert manuscript.blocks[0].span.start == 2


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("**“重点”**内容", "“重点”内容"),
        ("2*3=6，5*6=30", "2*3=6，5*6=30"),
        ("见\\*号说明", "见*号说明"),
        ("~~删去~~保留", "删去保留"),
        ("登录<http://a.cn/b>查询", "登录http://a.cn/b查询"),
        ("![图](a.png)正文", "正文"),
        ("[注]: 这一行是文字", "[注]: 这一行是文字"),
        ("正文[^1]继续", "正文继续"),
        ("A_B_C 和 snake_case", "A_B_C 和 snake_case"),
        ("未闭合的 `代码", "未闭合的 `代码"),
        ("AT&T 与 &lt未完", "AT&T 与 &lt未完"),
        ("[方括号]里的字", "[方括号]里的字"),
        ("    缩进的一段话", "缩进的一段话"),
        ("行末两空格  ", "行末两空格"),
        ("比例为 3<5 且 7>2", "比例为 3<5 且 7>2"),
    ],
)
def test_signs_go_and_words_stay(source, words):
    manuscript, _ = read(f"# 标题\n\n{source}")
    assert manuscript.excerpt(manuscript.blocks[-1].span).text == words


def test_a_sentence_above_a_rule_is_no_heading():
    manuscript, _ = read("这是完整的一段话。\n---\n短标题\n---\n正文")
    assert lines(manuscript) == [(PLAIN, None, "这是完整的一段话。"), (HEADING, 2, "短标题"), (PLAIN, None, "正文")]


def test_front_matter_is_no_speech():
    manuscript, _ = read("---\ntitle: 某文\ntags:\n  - 讲话\n---\n# 标题\n正文")
    assert lines(manuscript) == [(HEADING, 1, "标题"), (PLAIN, None, "正文")]


def test_a_rule_at_the_head_opens_no_front_matter():
    manuscript, _ = read("---\n各位领导，今天我讲三点意见。\n---\n正文")
    assert "各位领导，今天我讲三点意见。" in [words for _, _, words in lines(manuscript)]


def test_code_keeps_its_words():
    manuscript, _ = read("```text\n抓学习\n```\n完")
    assert [words for _, _, words in lines(manuscript)] == ["抓学习", "完"]


def test_blanks_in_markdown():
    manuscript, _ = read("# XX镇工作汇报\n\n于____年__月召开，**镇满意，**第一**，共XXX万元。")
    assert [r.text for r in manuscript.redactions] == ["XX镇", "____年", "__月", "**镇", "XXX万元"]


def test_scrape_marks_in_markdown():
    manuscript, findings = read("# 标题\n\n##paidbegin##三是抓落实。\n\n下载 打印 【字号：大 中 小】")
    assert [words for _, _, words in lines(manuscript)] == ["标题", "三是抓落实。"]
    assert [found.code for found in findings] == ["scrape_mark", "scrape_chrome"]


def test_a_text_file_with_markdown_headings():
    manuscript, findings = read(
        "# 总结\n\n## 一、做法\n##二、成效\n#话题#不是标题\n#1机组投产\n**重点**抓`落实`", "稿.txt"
    )
    assert manuscript.source_format is SourceFormat.TEXT
    assert lines(manuscript) == [
        (HEADING, 1, "总结"),
        (HEADING, 2, "一、做法"),
        (HEADING, 2, "二、成效"),
        (PLAIN, None, "#话题#不是标题"),
        (PLAIN, None, "#1机组投产"),
        (PLAIN, None, "重点抓落实"),
    ]
    assert findings == ()


def test_a_text_file_with_a_table_and_a_quotation():
    manuscript, _ = read("## 成效\n> 各位领导：\n| 指标 | 数值 |\n| :--- | ---: |\n| 收入 | 350万元 |\n甲|乙", "稿.txt")
    assert lines(manuscript) == [
        (HEADING, 2, "成效"),
        (PLAIN, None, "各位领导："),
        (ROW, None, "指标  数值"),
        (ROW, None, "收入  350万元"),
        (ROW, None, "甲乙"),
    ]


def test_pipes_and_angles_in_plain_text_are_words():
    manuscript, _ = read("> 5%的增长\n甲|乙|丙\n一 | 二", "稿.txt")
    assert [words for _, _, words in lines(manuscript)] == ["> 5%的增长", "甲|乙|丙", "一 | 二"]


@pytest.mark.parametrize("suffix", ["a.markdown", "A.MD"])
def test_suffixes(suffix):
    assert read("# 标题\n正文", suffix)[0].source_format is SourceFormat.MARKDOWN


@pytest.mark.parametrize("text", ["> " * 3000 + "字", "- " * 3000 + "字", "[" * 20000 + "字", "*" * 20000 + "字"])
def test_absurd_nesting_is_read(text):
    manuscript, _ = read(text)
    assert "字" in manuscript.excerpt(manuscript.blocks[-1].span).text
