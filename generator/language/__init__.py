"""What the rooms need to know of Chinese: sentences, words, numbers, widths. The only room that imports jieba."""

from generator.language.numerals import chinese_number, counting_word
from generator.language.quantities import NumberKind, Quantity, quantities
from generator.language.sentences import clauses, sentences
from generator.language.titles import bare_title, continued, goes_on
from generator.language.widths import break_lines, width_em
from generator.language.words import Word, prepare, words

__all__ = [
    "NumberKind",
    "Quantity",
    "Word",
    "bare_title",
    "break_lines",
    "chinese_number",
    "clauses",
    "continued",
    "counting_word",
    "goes_on",
    "prepare",
    "quantities",
    "sentences",
    "width_em",
    "words",
]
