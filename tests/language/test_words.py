import re
import sys
import threading
from importlib import resources

import jieba
import pytest

from generator.language.words import _SUM_OF_FREQUENCIES, words


def test_the_base_of_the_probabilities_is_the_sum_of_the_dictionary():
    dictionary = resources.files(jieba).joinpath("dict.txt").read_text(encoding="utf-8")
    assert sum(int(number) for number in re.findall(r"^\S+ (\d+)", dictionary, re.MULTILINE)) == _SUM_OF_FREQUENCIES


@pytest.mark.parametrize(
    "text",
    [
        "构建纵向到底、横向到边的三级联动体系",
        "全年完成投资2.6亿元，同比增长12.5%。",
        "“我为群众办实事”清单56件",
        "",
        "  \n\t",
        "a[b]^-\\c",
    ],
)
def test_words_join_up_to_the_text(text):
    found = words(text)
    assert "".join(word.text for word in found) == text
    assert all(text[word.start : word.end] == word.text for word in found)


def test_a_part_of_the_dictionary_cuts_as_the_whole_does():
    text = "持续深化机关作风建设，推动营商环境不断优化，群众满意度稳步提升。"
    assert [word.text for word in words(text)] == list(jieba.Tokenizer().cut(text))


def test_word_classes():
    flags = {word.text: word.flag for word in words("进一步压实责任")}
    assert flags["责任"] == "n"
    assert flags["进一步"] == "d"


def test_threads_see_whole_vocabularies():
    texts = [chr(0x4E00 + 40 * i) * 2 + "党员干部联系服务群众" for i in range(24)]
    expected = [["党员干部", "联系", "服务", "群众"]] * len(texts)
    got = [None] * len(texts)

    def cut(index):
        got[index] = [word.text for word in words(texts[index])][-4:]

    threads = [threading.Thread(target=cut, args=(i,)) for i in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == expected


@pytest.mark.parametrize("count", [1, 2, 6])
def test_one_text_after_another_is_cut_as_by_the_whole_dictionary(count, monkeypatch):
    module = sys.modules["generator.language.words"]
    monkeypatch.setattr(module, "_VOCABULARY", module._GrowingVocabulary())
    module.words.cache_clear()
    whole = jieba.Tokenizer()
    texts = [
        "防汛救灾和灾后重建",
        "节水型社会建设达标县",
        "义务教育优质均衡发展",
        "矛盾纠纷化解率",
        "乡村振兴示范村",
        "党风廉政建设",
    ]
    for text in texts[:count]:
        assert [word.text for word in module.words(text)] == list(whole.cut(text))
