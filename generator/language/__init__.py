"""What the rooms need to know of Chinese: sentences, words, numerals, widths. The only room that imports jieba."""

from generator.language.numerals import chinese_number, counting_word
from generator.language.sentences import clauses, sentences
from generator.language.widths import break_lines, width_em
from generator.language.words import Word, prepare, words

__all__ = [
    "Word",
    "break_lines",
    "chinese_number",
    "clauses",
    "counting_word",
    "prepare",
    "sentences",
    "width_em",
    "words",
]
