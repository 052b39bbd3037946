"""The wording and the severity of what the doctor of templates finds, by code."""

from __future__ import annotations

from generator.errors.finding_wording import FindingWording
from generator.model import Severity

TEMPLATE_FINDINGS: dict[str, FindingWording] = {
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
    "template_placeholders_borrowed": FindingWording(
        Severity.WARNING,
        "模板的版式里没有占位符，已借用母版的标题和正文位置：{layouts}。",
        "请用 template inspect 模板 --png 文件夹 看一看；也可以在“幻灯片母版”视图里为版式插入占位符。",
    ),
    "template_roles_as_points": FindingWording(
        Severity.INFO,
        "模板没有适合这些内容的版式：{listed}；讲稿里有时改为要点。",
        "要用这些样子时，请在模板里加上相应的版式或示例页（见 speechdeck template new）。",
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
    "template_macros": FindingWording(
        Severity.INFO, "模板带有宏（VBA）。", "成品是 .pptx，不带宏，也不会运行它；样子不受影响。"
    ),
    "template_accent_taken": FindingWording(
        Severity.INFO,
        "模板主题里的第一个强调色与版式的颜色不合，表格、图表和重点词改用版式的颜色 #{color}。",
        "要用别的颜色，请写 --set colors.accent1=#六位颜色值。",
    ),
    "template_contrast_mended": FindingWording(
        Severity.INFO,
        "模板里这些文字与底色太接近，看不清：{listed}。",
        "成品里已改用主题中看得清的颜色；要用别的颜色，请在模板里改。",
    ),
    "template_contrast_low": FindingWording(
        Severity.INFO,
        "模板里这些文字与底色不够分明：{listed}，投在幕布上会吃力。",
        "成品保留了模板的颜色；可在模板里加深文字或底色。",
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
    "words_not_on_slide": FindingWording(
        Severity.INFO,
        "模板的这一页没有地方放“{words}”，只写在备注里。",
        "需要上屏时，请在“幻灯片母版”视图里为这个版式加上占位符。",
    ),
    "brand_colors_on_slides": FindingWording(
        Severity.WARNING,
        "模板的颜色大多直接画在示例页上，不随主题颜色改变；--set colors 只换了主题里的颜色。",
        "请在模板的示例页上改颜色；或者把图形的颜色改成主题颜色，以后就能一起换。",
    ),
    "brand_logo_no_place": FindingWording(
        Severity.WARNING,
        "这些版式的四角都有文字，放不下标志：{layouts}。",
        "请在“幻灯片母版”视图里给标志留出位置，或改用更扁的图片。",
    ),
    "brand_footer_no_place": FindingWording(
        Severity.WARNING,
        "模板用到的版式或示例页上没有页脚，没能写上“{footer}”。",
        "请在“幻灯片母版”视图里为版式加上页脚占位符。",
    ),
    "template_token_unknown": FindingWording(
        Severity.WARNING,
        "第 {number} 张示例页上的记号“{written}”不认识，{meant}",
        "请在 PowerPoint 或 WPS 里改正；全部记号见 speechdeck template new 写出的模板备注。",
    ),
    "template_linked_files": FindingWording(
        Severity.WARNING,
        "模板引用了 {count} 个外部文件：{listed}。",
        "成品里已断开这些引用；需要的图片请插入到模板里。",
    ),
}
