"""The wording of every error, by code. Each room has its block; a code names the trouble, not the room."""

from __future__ import annotations

from typing import NamedTuple


class ErrorWording(NamedTuple):
    """Message and hint of an error; `{name}` fields are filled when it is raised."""

    message: str
    hint: str


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
    "detail_unknown": ErrorWording("--detail {given} 不是已有的详略：{known}。", "例如：--detail brief。"),
    "slides_too_few": ErrorWording("--max-slides {given} 不合适：至少是 1。", "例如：--max-slides 30。"),
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
    "plan_shape": ErrorWording(
        "“{title}”这一页的内容排不成 kind={found}。", "可以写：{possible}；不写 kind 就照现在的 {own} 排。"
    ),
    "plan_shape_only": ErrorWording(
        "“{title}”这一页的内容排不成 kind={found}。", "这一页只能照现在的 {own} 排，请删去 kind。"
    ),
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
    "ratio_unknown": ErrorWording("没有“{given}”这种页面比例。", "可用的比例有：{known}。"),
    "ratio_of_template": ErrorWording(
        "指定了单位模板，不能再用 --ratio {given}。", "模板有自己的页面比例。请去掉其中一个选项。"
    ),
    "transition_unknown": ErrorWording("没有“{given}”这种换页方式。", "可用的方式有：{known}。"),
    "look_unknown": ErrorWording("没有名为“{name}”的样式。", "可用的样式有：{known}。请换用其中一个名称后重试。"),
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
    "set_form": ErrorWording(
        "--set {given} 的写法不对：应为“名称=值”。", "例如：--set colors.accent1=#9E1B32、--set footer=永昌镇人民政府。"
    ),
    "brand_logo": ErrorWording("标志文件不是可用的图片。", "请给出 .png 或 .jpg 图片。"),
    "brand_logo_file": ErrorWording("标志文件 {path} 读不出来：{reason}。", "请检查路径和文件名（含后缀）是否正确。"),
    "mapping_form": ErrorWording(
        "映射文件 {path} 读不出来：{reason}。",
        "它应为 TOML，可用 speechdeck template map 模板 -o 映射.toml 重新写一份。",
    ),
    "mapping_key": ErrorWording("映射文件里的“{key}”不认识。", "这里可以写：{known}。请检查拼写后重试。"),
    "mapping_value": ErrorWording("映射文件里“{key}”的值不合适，应为{expected}。", "请改成{expected}后重试。"),
    "mapping_layout": ErrorWording(
        "映射文件为 {role} 指定的版式“{name}”在模板里没有。", "模板里有这些版式：{known}。请改成其中一个。"
    ),
    "mapping_slide_unfit": ErrorWording(
        "第 {number} 张示例页不能作 {role}：页上没有合适的文字框。", "请换一张示例页，或在这一页上加好文字框后重试。"
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
    "ledger_form": ErrorWording(
        "数据台账 {path} 的格式认不出来：应为 .xlsx 或 .csv。", "请改文件名的后缀，例如 --ledger 台账.xlsx。"
    ),
    "ledger_without_speech": ErrorWording(
        "这份页面计划没有备注，里面没有讲稿，写不出数据台账 {path}。",
        "请用讲稿生成：speechdeck figures 讲稿 --xlsx 台账.xlsx。",
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
    # proof
    "deck_without_proof": ErrorWording(
        "这份演示文稿没有记录出处：它不是由本程序从讲话稿直接生成的，或者记录已被别的软件清除。",
        "请用 speechdeck build 由讲话稿重新生成；也可以用 speechdeck check 对照讲话稿核对。",
    ),
    "slide_unknown": ErrorWording("没有第 {slide} 页：这份演示文稿共 {count} 页。", "请给出 1 到 {count} 之间的页码。"),
}
