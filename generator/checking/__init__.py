"""Step 8: the saved deck held against its manuscript. Knows the file alone, nothing of storyboards or pages."""

from generator.checking.audit import check
from generator.checking.report import report_html, report_markdown
from generator.checking.tracing import TracedText, trace

__all__ = ["TracedText", "check", "report_html", "report_markdown", "trace"]
