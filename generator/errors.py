"""The two kinds of trouble and all their wording.

An exception (`GeneratorError`) means that no deck can be made. A finding (`model.Finding`) means that a deck was made
and somebody should look at it. Every wording says what was found, what was expected and what to do, in Chinese,
and stands here: one table of errors, one of findings, each entry under a code that never changes its meaning.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple, Self

from generator.model import Finding, Severity, Span


class ErrorWording(NamedTuple):
    """Message and hint of an error; `{name}` fields are filled when it is raised."""

    message: str
    hint: str


class FindingWording(NamedTuple):
    """Severity, message and hint of a finding; `{name}` fields are filled when it is made."""

    severity: Severity
    message: str
    hint: str


class GeneratorError(Exception):
    """No deck can be made. `code` is stable, `where` names the file or place, `exit_code` is the process's answer.

    Raise a subclass through `of`, which takes the wording from the table.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, code: str, message: str, hint: str, where: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.where = where

    @classmethod
    def of(cls, code: str, *, where: str | None = None, **fields: object) -> Self:
        """The error of that code.

        Raises:
            KeyError: no such code in `ERRORS`.
        """
        wording = ERRORS[code]
        return cls(code, wording.message.format(**fields), wording.hint.format(**fields), where)


class InputError(GeneratorError):
    """The manuscript cannot be read. Exit code 3."""

    exit_code = 3


class SettingsError(GeneratorError):
    """A setting or an option does not hold. Exit code 4."""

    exit_code = 4


class TemplateError(GeneratorError):
    """The look or template cannot be used. Exit code 5."""

    exit_code = 5


class StoryboardError(GeneratorError):
    """A plan cannot be read. Exit code 6."""

    exit_code = 6


class OutputError(GeneratorError):
    """The result cannot be written, or a deck to be checked cannot be opened. Exit code 7."""

    exit_code = 7


def finding(code: str, *, slide: int | None = None, spans: tuple[Span, ...] = (), **fields: object) -> Finding:
    """The finding of that code.

    Raises:
        KeyError: no such code in `FINDINGS`.
    """
    wording = FINDINGS[code]
    return Finding(
        code, wording.severity, wording.message.format(**fields), wording.hint.format(**fields), slide, spans
    )


# Each room has its own block in both tables; a code names the trouble, not the room.
ERRORS: dict[str, ErrorWording] = {
    # reading
    "file_missing": ErrorWording("找不到文件 {name}。", "请检查路径和文件名（含后缀）是否正确。"),
    "file_is_directory": ErrorWording(
        "{name} 是一个文件夹，不是讲话稿文件。", "请给出文件夹中某个 .txt、.md 或 .docx 文件。"
    ),
    "file_unreadable": ErrorWording("文件 {name} 无法读取：{reason}。", "请检查文件权限，或确认它没有被其他程序占用。"),
    "file_empty": ErrorWording("文件 {name} 是空的（0 字节），应为一篇讲话稿。", "请确认稿件已经保存，再重新运行。"),
    "text_blank": ErrorWording("{name} 里只有空白，没有文字。", "请确认稿件已保存；文字若在图片里，请先改成文字。"),
    "text_only_scrape": ErrorWording(
        "{name} 里只有网页杂项或控制字符，没有讲话内容。", "请复制讲话稿正文，存为 .txt 或 .docx 后重试。"
    ),
    "text_too_long": ErrorWording(
        "{name} 太长：超过 {limit} 字，应为一篇讲话稿。",
        "请只保留讲话稿正文；确需处理更长的文字，请调大设置项 reading.longest_text。",
    ),
    "text_undecodable": ErrorWording(
        "认不出这个文件的文字编码（试过 UTF-8、GB18030、UTF-16、Big5）。",
        "请用记事本或 WPS 打开后另存为 UTF-8 编码的 .txt，再重试。",
    ),
    "binary_file": ErrorWording(
        "{name} 不是文字文件：内容是{kind}。", "请给出讲话稿的 .txt、.md 或 .docx 文件；改后缀不能改变文件内容。"
    ),
    "format_refused": ErrorWording(
        "{name} 是{kind}，本程序读取 .txt、.md 和 .docx。",
        "请用 WPS 或 Word 打开，另存为 .docx（或把文字复制到 .txt）后重试。",
    ),
    "word_legacy": ErrorWording(
        "{name} 是旧版 Word 文件（.doc），应为 .docx。", "请用 WPS 或 Word 打开，选择“另存为 .docx”后重试。"
    ),
    "word_encrypted": ErrorWording("{name} 有打开密码，无法读取。", "请在 WPS 或 Word 中取消打开密码并保存，再重试。"),
    "word_damaged": ErrorWording(
        "{name} 已损坏或不完整，不能作为 Word 文件打开：{reason}。",
        "请重新下载或复制原文件；若能用 WPS 打开，另存为新的 .docx 后重试。",
    ),
    "word_oversized": ErrorWording(
        "{name} 解压后超过 {limit} MB，不像一篇讲话稿，为安全起见未打开。",
        "请把正文文字另存为新的 .docx 或 .txt 后重试。",
    ),
    "not_word": ErrorWording("{name} 是{kind}，不是 Word 文件。", "请给出讲话稿的 .txt、.md 或 .docx 文件。"),
    # settings
    "setting_unknown": ErrorWording("不认识的设置项：{name}。", "可用的设置项有：{known}。请检查拼写后重试。"),
    "setting_value": ErrorWording("设置项 {name} 的值 {value} 不合适：应为{expected}。", "请改成{expected}后重试。"),
    "setting_file": ErrorWording("设置文件 {path} 读不出来：{reason}。", "请检查路径，并把文件存成 UTF-8 编码。"),
    "fill_form": ErrorWording("--fill {given} 的写法不对：应为“占位=内容”。", "例如：--fill XX镇=永昌镇。"),
    "fill_file": ErrorWording("填写文件 {path} 不能用：{reason}。", '每行写一个占位和内容，例如："XX镇" = "永昌镇"。'),
    # storyboarding
    "plan_not_plan": ErrorWording(
        "这不是一份幻灯片方案：开头是“{found}”，应为含有 format: speechdeck-plan 的说明。",
        "方案用 speechdeck plan 讲话稿 -o plan.md 生成；讲话稿本身请直接交给 speechdeck build。",
    ),
    "plan_version": ErrorWording(
        "方案的版本是 {found}，本程序认识的版本是 1 至 {known}。", "请升级程序，或用本程序重新生成方案。"
    ),
    "plan_header": ErrorWording("方案开头的这一行读不懂：{found}。", "每行写“名称: 内容”，可用的名称有：{known}。"),
    "plan_no_slides": ErrorWording("方案里一页也没有。", "每页以“## 标题”开头；请至少留下一页，或重新生成方案。"),
    "plan_kind": ErrorWording("不认识的页面类型：.{found}。", "一页只写一个类型，可用的有：{known}。"),
    "plan_content": ErrorWording(
        "“{title}”是 .{kind} 页，不能放{found}；这种页可以放：{allowed}。",
        "请改成这种页可以放的内容，或移到另一页。",
    ),
    "plan_columns": ErrorWording(
        "表格的这一行有 {found} 列，应为 {expected} 列。", "请补齐或删去多出的“|”；文字里的竖线写成“\\|”。"
    ),
    "plan_value": ErrorWording("{name}“{found}”不合适：应为{expected}。", "请改成{expected}后重试。"),
    "plan_id": ErrorWording("页的编号“{found}”不能用。", "编号只用文字、数字和连字符，中间没有空格；不写编号也可以。"),
    "plan_duplicate_id": ErrorWording(
        "页的编号 #{found} 用了两次（前一次在{first}）。", "复制出来的页请删去花括号里的编号，或改成另一个。"
    ),
    "plan_part": ErrorWording(
        "页所属的部分“{found}”不合适：应为相邻各页共有的一个，已有的部分是：{known}。",
        "同一部分的页要排在一起；请调整次序或所属部分。",
    ),
    "plan_covers": ErrorWording(
        "方案里有两个封面（前一个在{first}）。", "封面只能有一页；请把另一页改成 .points 等类型。"
    ),
    "plan_title": ErrorWording("这一页没有标题。", "请在“##”后面写上标题；不要这一页时，把它整页删去。"),
    "plan_empty": ErrorWording("“{title}”这一页是空的：至少要有{expected}。", "请补上内容，或把这一页整页删去。"),
    "plan_link": ErrorWording(
        "目录行“{text}”链接到 #{found}，方案里没有这一页。", "可以链接到：{known}；那一部分已删去时，把这行目录也删去。"
    ),
    "plan_json": ErrorWording("方案的 JSON 读不出来：{reason}。", "请改正这一处，或重新生成方案。"),
    "plan_field": ErrorWording("方案里的 {path} 不合适：应为{expected}，实为 {found}。", "请改成{expected}后重试。"),
    # template
    "look_unknown": ErrorWording("没有名为“{name}”的外观。", "可用的外观有：{known}。请换用其中一个名称后重试。"),
    "template_missing": ErrorWording("找不到模板文件 {name}。", "请检查路径和文件名（含后缀）是否正确。"),
    "template_unreadable": ErrorWording("模板 {name} 读不出来：{reason}。", "请检查它是不是文件、有没有读取权限。"),
    "template_empty": ErrorWording("模板 {name} 是空文件（0 字节）。", "请确认模板已经保存或下载完整，再重试。"),
    "template_encrypted": ErrorWording(
        "模板 {name} 有打开密码，无法读取。", "请在 WPS 或 PowerPoint 中取消打开密码并保存，再重试。"
    ),
    "template_legacy": ErrorWording(
        "模板 {name} 是旧版演示文稿（.ppt），应为 .pptx 或 .potx。",
        "请用 WPS 或 PowerPoint 打开，选择“另存为 .pptx”后重试。",
    ),
    "template_not_pptx": ErrorWording(
        "{name} 不是演示文稿模板，应为 .pptx、.potx 或 .ppsx。", "请给出单位的模板文件；只改后缀不能改变文件内容。"
    ),
    "template_truncated": ErrorWording(
        "模板 {name} 不完整：文件在中途断了。", "请重新下载或复制一份完整的文件，再重试。"
    ),
    "template_damaged": ErrorWording(
        "模板 {name} 已损坏，无法打开。", "请重新复制或下载；若能用 WPS 打开，另存为新的 .pptx 后重试。"
    ),
    "template_oversized": ErrorWording(
        "模板 {name} 解压后超过 {limit} MB，为安全起见未打开。",
        "请删去模板里的大图或视频；确需使用，请调大设置项 template.largest_unpacked_mb。",
    ),
    "template_no_layouts": ErrorWording(
        "模板 {name} 里一个版式也没有，无法由它新建页面。",
        "请在 PowerPoint 或 WPS 的“幻灯片母版”视图里插入版式后保存，或改用内置样式。",
    ),
    "template_no_text": ErrorWording(
        "模板 {name} 的版式里都没有占位符，也没有可套用的示例页，放不下文字。",
        "请在“幻灯片母版”视图里为版式插入标题和正文占位符后保存，或改用内置样式。",
    ),
    "mapping_form": ErrorWording(
        "映射文件 {path} 读不出来：{reason}。", "它应为 TOML，可用 speechdeck template map 模板 -o 映射.toml 重新写一份。"
    ),
    "mapping_key": ErrorWording("映射文件里的“{key}”不认识。", "这里可以写：{known}。请检查拼写后重试。"),
    "mapping_value": ErrorWording("映射文件里“{key}”的值不合适，应为{expected}。", "请改成{expected}后重试。"),
    "mapping_layout": ErrorWording(
        "映射文件为 {role} 指定的版式“{name}”在模板里没有。", "模板里有这些版式：{known}。请改成其中一个。"
    ),
    "mapping_slide": ErrorWording(
        "映射文件为 {role} 指定的第 {number} 张示例页在模板里没有。", "模板有 {count} 张示例页。请改成其中一张的序号。"
    ),
    # fitting
    "template_holds_nothing": ErrorWording(
        "模板里没有可以放标题和正文的版式。", "请换一个带有“标题和内容”一类版式的模板，或使用内置样式。"
    ),
    # rendering and output
    "unexpected": ErrorWording(
        "程序自身出了错（{kind}），没有写出文件。",
        "这不是讲稿的问题，请反馈。设置环境变量 {debug}=1 再运行一次，可以看到出错的位置。",
    ),
    "output_is_folder": ErrorWording(
        "输出路径 {path} 是一个文件夹。", "请用 -o 给出文件名，例如 -o {path}/讲稿.pptx。"
    ),
    "output_exists": ErrorWording(
        "{path} 已经存在，而且不是本程序生成的原样文件（或生成后被人改过）。",
        "为免丢失改动，没有覆盖。请用 -o 换一个文件名；确定要覆盖时加 --force。",
    ),
    "output_unwritable": ErrorWording(
        "无法写入 {path}：{reason}。", "请检查磁盘空间和文件夹权限；若文件正在 WPS 或 PowerPoint 中打开，请先关闭。"
    ),
    "deck_unreadable": ErrorWording("演示文稿 {path} 打不开：{reason}。", "请检查路径和权限。"),
    "tool_missing": ErrorWording(
        "没有找到 {tool}，无法把页面画成图片。",
        "请先安装（Debian/Ubuntu：apt install {package}；其他系统从官网安装后加入 PATH）。生成 .pptx 不需要它。",
    ),
    "preview_failed": ErrorWording("页面没能画成图片：{reason}。", "请确认 LibreOffice 能手动打开这个文件后重试。"),
    # checking
    "deck_empty": ErrorWording("演示文稿是空文件（0 字节）。", "请确认文件已经保存或下载完整，再重新检查。"),
    "deck_encrypted": ErrorWording(
        "演示文稿有打开密码，无法检查。", "请在 WPS 或 PowerPoint 中取消打开密码并保存，再重试。"
    ),
    "deck_old_format": ErrorWording(
        "这是旧版演示文稿（.ppt），应为 .pptx。", "请用 WPS 或 PowerPoint 打开，另存为 .pptx 后重试。"
    ),
    "deck_not_pptx": ErrorWording("这个文件不是 .pptx 演示文稿。", "请给出 .pptx 文件；只改后缀不能改变文件内容。"),
    "deck_damaged": ErrorWording(
        "演示文稿已损坏或不完整，无法打开。", "请重新复制或下载；若能用 WPS 打开，另存为新的 .pptx 后重试。"
    ),
}

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
    # template
    "template_no_layouts": FindingWording(
        Severity.ERROR,
        "模板 {name} 里一个版式也没有，无法由它新建页面。",
        "请在 PowerPoint 或 WPS 的“幻灯片母版”视图里插入版式后保存，或改用内置样式。",
    ),
    "template_no_text": FindingWording(
        Severity.ERROR,
        "模板 {name} 的版式里都没有占位符，也没有可套用的示例页，放不下文字。",
        "请在“幻灯片母版”视图里为版式插入标题和正文占位符后保存，或改用内置样式。",
    ),
    "template_roles_missing": FindingWording(
        Severity.INFO,
        "模板没有以下几种页的专门版式，改用它自己的其他版式：{listed}。",
        "若另有合适的版式，可用 template map 写出映射文件，改好后用 --template-map 指定。",
    ),
    "template_body_drawn": FindingWording(
        Severity.WARNING,
        "模板没有能放正文的版式，已在“{layout}”的标题下另画正文框。",
        "请看一看正文的位置；也可以在“幻灯片母版”视图里为它插入正文占位符。",
    ),
    "template_design_on_slides": FindingWording(
        Severity.WARNING,
        "模板的样子画在 {pages} 张示例页上，不在版式里；由版式新建的页没有这些图案。",
        "请预览成品；也可以把示例页的背景和图案复制到“幻灯片母版”视图里相应的版式上。",
    ),
    "template_adverts": FindingWording(
        Severity.WARNING,
        "模板里有 {count} 处网址、广告或下载说明：{listed}。",
        "写在示例页上的不会进入成品；画在母版或版式上的请在“幻灯片母版”视图里删去。",
    ),
    "template_prompts": FindingWording(
        Severity.INFO, "模板的示例页上有 {count} 处提示文字：{listed}。", "无需处理，它们不会进入成品。"
    ),
    "template_slide_background": FindingWording(
        Severity.INFO,
        "有 {count} 张示例页的背景画在页上（第 {listed} 页），不在版式里。",
        "由版式新建的页没有这个背景。",
    ),
    "template_masters": FindingWording(
        Severity.INFO, "模板有 {count} 个母版：{listed}。", "各种页取自哪个母版，见上表；可用映射文件更改。"
    ),
    "template_no_east_asian_font": FindingWording(
        Severity.WARNING,
        "模板的主题没有指定中文字体（西文字体为 {latin}），中文由放映的电脑自行决定。",
        "可用 --set fonts.ea=微软雅黑 指定。",
    ),
    "template_fonts_missing": FindingWording(
        Severity.INFO,
        "主题里的这些字体不在本机：{listed}。",
        "成品仍写着它们，在装有这些字体的电脑上照样显示；预览图会用别的字体代替。",
    ),
    "template_linked_files": FindingWording(
        Severity.WARNING, "模板引用了 {count} 个外部文件：{listed}。", "成品里已断开这些引用；需要的图片请插入到模板里。"
    ),
    # fitting
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
}
