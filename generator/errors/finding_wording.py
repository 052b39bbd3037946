"""The wording and the severity of every finding, by code. Each room has its block."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Severity


class FindingWording(NamedTuple):
    """Severity, message and hint of a finding; `{name}` fields are filled when it is made."""

    severity: Severity
    message: str
    hint: str


FINDINGS: dict[str, FindingWording] = {
    # reading
    "redactions": FindingWording(
        Severity.WARNING,
        "讲话稿中有 {count} 处留空待补：{listed}。",
        "请在放映前补上；也可以用 --fill 填写，例如 --fill {example}=实际内容。",
    ),
    "fill_unused": FindingWording(
        Severity.WARNING,
        "要填写的“{key}”在讲话稿的留空处没有出现。",
        "请对照留空清单检查写法（全角、半角和字数都要一致）。",
    ),
    "scrape_mark": FindingWording(
        Severity.INFO,
        "{place}的“{text}”是网站的标记，不是讲话内容，已略去。",
        "无需处理；若它是正文，请在稿中改写后重试。",
    ),
    "scrape_chrome": FindingWording(
        Severity.INFO,
        "{place}的“{text}”是网页或页面的杂项，不是讲话内容，已略去。",
        "无需处理；若它是正文，请在稿中改写成完整的句子后重试。",
    ),
    "scrape_markup": FindingWording(
        Severity.INFO,
        "文中有 {count} 处网页代码（如{place}的“{text}”），已略去。",
        "无需处理；若稿中缺了标点，请对照原文补上。",
    ),
    "invisible_characters": FindingWording(
        Severity.INFO, "文中有 {count} 个看不见的控制字符（如{place}的 {text}），已略去。", "无需处理。"
    ),
    "word_revisions": FindingWording(
        Severity.WARNING,
        "Word 文件带有修订（插入 {inserted} 处、删除 {deleted} 处），已按“接受全部修订”读取。",
        "请确认这些修订都应采用；如不采用，请在 Word 或 WPS 中处理修订后重试。",
    ),
    "word_text_boxes": FindingWording(
        Severity.INFO, "已读入 {count} 个文本框里的文字，放在它所在段落的旁边。", "请核对这些文字的先后顺序。"
    ),
    "word_notes": FindingWording(
        Severity.INFO, "有 {count} 条脚注或尾注，不在讲话正文中，已略去。", "需要讲的内容请移到正文。"
    ),
    "word_comments": FindingWording(Severity.INFO, "有 {count} 条批注，不是讲话内容，已略去。", "无需处理。"),
    "word_hidden": FindingWording(
        Severity.WARNING, "有 {count} 处隐藏文字，未采用。", "需要讲的内容请取消“隐藏文字”后重试。"
    ),
    "word_contents": FindingWording(
        Severity.INFO, "Word 文件里的目录（{count} 处）已略去，目录页按正文生成。", "无需处理。"
    ),
    "word_prompts": FindingWording(
        Severity.WARNING, "有 {count} 处内容控件没有填写，提示文字未采用。", "请在 Word 或 WPS 中填写后重试。"
    ),
    "word_pictures": FindingWording(
        Severity.INFO, "有 {count} 张图片，图中的文字和数据未读取。", "需要讲的内容请用文字写出。"
    ),
    "word_objects": FindingWording(
        Severity.WARNING, "有 {count} 处图表或嵌入对象，内容未读取。", "需要讲的内容请用文字或表格写出。"
    ),
    "unreadable_characters": FindingWording(
        Severity.WARNING,
        "文中有 {count} 个字无法识别（第一处在{place}），以“�”代替。",
        "请对照原稿补上这些字，再重新生成。",
    ),
    # outlining
    "numbering": FindingWording(
        Severity.INFO,
        "“{marker}{words}”的序号与前一项“{before}”不连续。",
        "序号照原稿保留。如属笔误，请在原稿中改正后重新生成。",
    ),
    "no_structure": FindingWording(
        Severity.INFO,
        "全文没有找到序号、小标题或排比领句。",
        "已按自然段逐段排列。可先用 plan 导出方案，补上标题后再生成。",
    ),
    # figures
    # condensing
    "no_points": FindingWording(
        Severity.INFO,
        "“{start}…”这一段没有能单独成句的要点。",
        "原文仍完整保留在备注中。如需上屏，可先用 plan 导出方案，自行补写要点。",
    ),
    # storyboarding
    "title_missing": FindingWording(
        Severity.WARNING,
        "稿件没有标题，封面用了正文的开头“{words}”。",
        "请在稿件第一行写上标题，或导出方案后改写封面页。",
    ),
    "section_untold": FindingWording(
        Severity.WARNING,
        "“{words}…”这一段没有提炼出要点，只在备注里，没有单独成页。",
        "请看这一段要不要上屏；需要时导出方案，照样子加一页。",
    ),
    "slides_folded": FindingWording(
        Severity.INFO,
        "全文展开约 {before} 页，已归并为 {after} 页左右：{rules}。讲稿全文仍按原次序保留在备注里。",
        "要逐项展开，请用 --detail full；要更少的页，请用 --max-slides 给出页数。",
    ),
    "series_too_far_apart": FindingWording(
        Severity.INFO,
        "“{title}”的几个数（{listed}）相差超过 {range} 倍，画成图小的看不见，已列在数据表里。",
        "无需处理；若要画图，请只比较相近的几个数。",
    ),
    "series_two_readings": FindingWording(
        Severity.INFO,
        "“{title}”的几个数（{listed}）{why}，怎样比较有两种读法，没有画图，已列在数据表里。",
        "请核对原文；若确要比较，可导出方案后自行加一页图表。",
    ),
    "slides_over": FindingWording(
        Severity.WARNING,
        "要求不超过 {most} 页，但这份讲稿有 {parts} 个部分，最少需要 {least} 页，已做到最少。",
        "请放宽页数，或导出方案后自行删去不上屏的页（讲稿全文在备注里）。",
    ),
    "plan_bare_text": FindingWording(
        Severity.INFO, "方案第 {line} 行没有写“-”，已当作一条要点。", "若它不是要点，请删去这一行。"
    ),
    "plan_bold": FindingWording(
        Severity.INFO,
        "方案第 {line} 行只有开头的加粗会显示，后面的加粗已略去，文字都在。",
        "引导词请放在要点的开头。",
    ),
    "plan_notes_open": FindingWording(
        Severity.WARNING,
        "方案第 {line} 行开始的备注没有用“:::”结束，已算到下一页之前。",
        "请在备注末尾另起一行写上“:::”。",
    ),
    "plan_outside": FindingWording(
        Severity.WARNING,
        "方案第 {line} 行起有 {count} 行文字写在第一页之前，没有放进任何一页。",
        "请把它移到某个“##”之下；只是说明时写成 <!-- … -->。",
    ),
    "plan_table_header": FindingWording(
        Severity.INFO, "方案第 {line} 行的表头不能改，仍为：{header}。", "请把要改的内容写进表格的各行。"
    ),
    "parts_missing": FindingWording(
        Severity.INFO,
        "稿件里没有找到分部分的标题，已按自然段逐页排列，没有目录页。",
        "若稿件有层次，请给各部分加上“一、二、三”或“一是、二是”等序号后重试。",
    ),
    # fitting
    # proofreading
    "count_announced": FindingWording(
        Severity.WARNING,
        "{place}：说的是“{announced}”，后面列了 {given} 项。原文：{sentence}",
        "请改数字，或补上、删去一项。",
    ),
    "marker_missing": FindingWording(
        Severity.WARNING,
        "{place}：“{before}”后面就是“{marker}”，缺“{missing}”。原文：{sentence}",
        "请补上漏掉的一项，或改正序号。",
    ),
    "marker_twice": FindingWording(
        Severity.WARNING,
        "{place}：序号“{marker}”用了两次（前一次在第 {line} 行）。原文：{sentence}",
        "请改正序号。",
    ),
    "shares_off_the_whole": FindingWording(
        Severity.WARNING,
        "{place}：各部分的占比（{shares}）加起来是 {total}，不是 100。原文：{sentence}",
        "请核对各个比例；另有未列出的部分时，请写明“其余”。",
    ),
    "indicator_two_values": FindingWording(
        Severity.WARNING,
        "{place}：“{label}”是 {value}，第 {line} 行说的是 {first}。原文：{sentence}",
        "请核对两处哪个正确；若不是同一时间或同一范围，请写明。",
    ),
    "change_amount": FindingWording(
        Severity.WARNING,
        "{place}：“{words}”应为 {true}，写的是 {said}。原文：{sentence}",
        "请核对前后两个数和变化的幅度。",
    ),
    "change_direction": FindingWording(
        Severity.WARNING,
        "{place}：“{words}”的说法与两个数的大小相反。原文：{sentence}",
        "请核对两个数是否写颠倒了，或改用相反的说法。",
    ),
    "total_off_its_parts": FindingWording(
        Severity.WARNING,
        "{place}：总数写的是 {total}，各项（{parts}）加起来是 {true}。原文：{sentence}",
        "请核对总数和各项；没有列全时，请写明“其中”或“等”。",
    ),
    "part_over_whole": FindingWording(
        Severity.WARNING,
        "{place}：“其中”的 {part} 比总数 {whole} 还大。原文：{sentence}",
        "请核对这两个数。",
    ),
    "mark_unclosed": FindingWording(
        Severity.WARNING,
        "{place}：符号 {mark} 后面没有与它配对的 {other} 。原文：{sentence}",
        "请补上另一半，或删去多出的这一半。",
    ),
    "mark_unopened": FindingWording(
        Severity.WARNING,
        "{place}：符号 {mark} 前面没有与它配对的 {other} 。原文：{sentence}",
        "请补上另一半，或删去多出的这一半。",
    ),
    "width_mixed": FindingWording(
        Severity.INFO,
        "{place}：“{number}”里混用了全角和半角。原文：{sentence}",
        "请统一改成半角数字和小数点。",
    ),
    "blank_left": FindingWording(
        Severity.WARNING,
        "{place}：还有没填的内容：{listed}。原文：{sentence}",
        "请补上，或用 --fill 填写。",
    ),
    "word_doubled": FindingWording(
        Severity.WARNING,
        "{place}：“{word}”重复了。原文：{sentence}",
        "请删去多出的一处。",
    ),
    "mark_doubled": FindingWording(
        Severity.INFO,
        "{place}：标点“{marks}”连用了。原文：{sentence}",
        "请留下其中一个。",
    ),
    # checking
    "number_not_in_speech": FindingWording(
        Severity.ERROR, "幻灯片上的“{shown}”在讲话稿的这句话里没有。", "原文相近的是：{said}。请按原文改回。"
    ),
    "unit_changed": FindingWording(
        Severity.ERROR, "幻灯片上的“{shown}”与讲话稿的单位不同。", "原文是“{said}”。请按原文改回。"
    ),
    "qualifier_dropped": FindingWording(
        Severity.ERROR, "幻灯片上的“{shown}”与讲话稿的限定词（约、余、近等）不同。", "原文是“{said}”。请按原文改回。"
    ),
    "number_misplaced": FindingWording(
        Severity.ERROR, "幻灯片上的“{shown}”把数字和所说的事对错了。", "原文是：{said}。请按原文改回。"
    ),
    "figure_missing": FindingWording(
        Severity.ERROR,
        "讲话稿里的数据“{figure}”（{label}）没有出现在任何一页。",
        "请把它补进数据表或相应的一页，或重新生成。",
    ),
    "text_not_in_speech": FindingWording(
        Severity.WARNING,
        "“{shown}”不是讲话稿里的话（人工修改）。",
        "若是有意修改，可以保留；否则请按原文改回。",
    ),
    "figures_in_notes": FindingWording(
        Severity.INFO,
        "按篇幅要求，有 {count} 个数据只在备注里，没有上屏：{listed}等。",
        "要全部列出，请用 --detail full 重新生成；也可以在方案的数据表里补上需要的几行。",
    ),
    "negation_dropped": FindingWording(
        Severity.ERROR, "“{shown}”漏掉了原文中的否定词，意思变了。", "原文是“{said}”。请补上否定词或换一句。"
    ),
    "chart_value_changed": FindingWording(
        Severity.ERROR, "图表与讲话稿不一致：{trouble}。", "请在“编辑数据”里改成讲话稿的数，或重新生成。"
    ),
    "chart_not_editable": FindingWording(
        Severity.WARNING, "图表“{name}”没有内嵌数据表，无法编辑数据。", "请重新生成，或在 PowerPoint 中重新插入图表。"
    ),
    "notes_missing": FindingWording(
        Severity.ERROR, "备注缺少讲话稿的 {count} 句话，从“{words}”开始。", "请把这些话补进相应一页的备注，或重新生成。"
    ),
    "notes_twice": FindingWording(Severity.ERROR, "备注把“{words}”写了不止一次。", "请删去多出的一处。"),
    "notes_foreign": FindingWording(
        Severity.ERROR,
        "备注里的“{words}”与讲话稿不同。",
        "备注应与讲话稿逐字一致；请改回原文，或在讲话稿中改好后重新生成。",
    ),
    "notes_out_of_order": FindingWording(
        Severity.ERROR, "备注的次序与讲话稿不同，从“{words}”开始。", "请按讲话稿的次序放回，或重新生成。"
    ),
    "agenda_mismatch": FindingWording(
        Severity.ERROR, "目录、分隔页与分节不一致：{trouble}。", "请把三处改成一致，或重新生成。"
    ),
    "agenda_unlinked": FindingWording(
        Severity.WARNING, "目录条目“{entry}”没有链接到它的分隔页。", "可在 PowerPoint 中为它加上到该页的超链接。"
    ),
    "slides_unnamed": FindingWording(
        Severity.INFO, "这份演示文稿不是本程序生成的，未检查目录与分节是否一致。", "其余各项照常检查。"
    ),
    "title_duplicate": FindingWording(
        Severity.WARNING, "标题“{title}”与第 {first} 页重复。", "若是同一内容的下一页，请在标题后加（续）。"
    ),
    "title_misplaced": FindingWording(
        Severity.ERROR, "标题“{title}”与本页备注不是讲话稿的同一部分。", "标题可能与别的页互换了；请核对后改回。"
    ),
    "title_orphan": FindingWording(
        Severity.WARNING, "标题“{title}”有一行只剩一个字。", "请在合适的地方换行，或把字号调小一点。"
    ),
    "text_overflow": FindingWording(
        Severity.ERROR, "文字超出了文本框约 {over} 行：“{words}”。", "请减少文字、调小字号或分成两页。"
    ),
    "table_off_slide": FindingWording(
        Severity.ERROR, "表格超出页面下边约 {over} 磅。", "请减少行数、调小字号或分成两页。"
    ),
    "shape_outside": FindingWording(Severity.ERROR, "“{name}”超出了页面。", "请移回页面之内。"),
    "type_too_small": FindingWording(
        Severity.WARNING, "{what}的字号是 {size} 磅，小于 {floor} 磅，后排看不清。", "请调大字号，或减少这一页的文字。"
    ),
    "placeholder_empty": FindingWording(
        Severity.WARNING, "占位符“{name}”{trouble}。", "请填上内容，或删去这个占位符。"
    ),
    "alternative_text_missing": FindingWording(
        Severity.WARNING, "{kind}“{name}”没有替代文字。", "请在“替代文字”中写明它的内容，供读屏软件朗读。"
    ),
    "redactions_left": FindingWording(
        Severity.WARNING,
        "演示文稿里还有待填的空白：{blanks}（{where}）。",
        "请在讲话稿中补全，或用 --fill 填上后重新生成。",
    ),
    "scrape_mark_left": FindingWording(
        Severity.ERROR, "演示文稿里留有网页标记“{mark}”。", "请删去这个标记，或重新生成。"
    ),
    # proof
    "speech_differs": FindingWording(
        Severity.INFO,
        "讲话稿和生成这份演示文稿时用的不是同一版（当时的文件：{speech}）。",
        "下面的核对以现在给出的讲话稿为准；若讲话稿改过，请重新生成。",
    ),
    "proof_broken": FindingWording(
        Severity.ERROR,
        "文件里记录的出处和讲话稿对不上：“{words}”。",
        "记录被改动过，不能再作凭据；请由讲话稿重新生成。",
    ),
    "edited_by_hand": FindingWording(
        Severity.INFO,
        "人工修改：生成时这一页有“{words}”，现在没有了。",
        "若是有意修改，不必处理；讲话稿原文仍在备注里。",
    ),
    "slide_removed": FindingWording(
        Severity.INFO,
        "人工修改：生成时的一页（“{title}”）已被删去。",
        "若是有意删去，不必处理。",
    ),
}
