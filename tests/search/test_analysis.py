"""The text analysis that index and queries share."""

import pytest

from search import analysis
from search.analysis import Run, keyword_tokens, query_runs, text_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("四点半学校", {"四点", "点半", "半学", "学校", "校"}),
        ("校", {"校"}),
        ("", set()),
        ("，。！ \n\t", set()),
        ("AED培训", {"aed", "培训", "训"}),
        ("ＡＥＤ 培訓", {"aed", "培训", "训"}),
        ("書香連心", {"书香", "香连", "连心", "心"}),
        ("3 公里", {"3", "公里", "里"}),
        ("snake_case", {"snake", "case"}),
        ("👍🏽加油", {"加油", "油"}),
        ("𠮷野家", {"𠮷野", "野家", "家"}),
    ],
)
def test_text_is_found_under_these_tokens(text, tokens):
    assert text_tokens(text) == tokens


@pytest.mark.parametrize(
    ("label", "tokens"),
    [
        ("应急救援", {"应急救援", "应急", "救援"}),
        ("解放区", {"解放区", "解放"}),
        ("文明与交通", {"文明与交通", "文明", "交通"}),
        ("「爱心港湾」便民服务", {"爱心港湾便民服务", "爱心港湾", "便民服务", "爱心", "港湾", "便民", "服务"}),
    ],
)
def test_label_is_found_as_words(label, tokens):
    assert keyword_tokens(label) == tokens


@pytest.mark.parametrize(
    ("query", "runs"),
    [
        ("学校", [Run("学校", ("学校",))]),
        ("四点半", [Run("四点半", ("四点", "点半"))]),
        ("校", [Run("校", ("校",), True)]),
        ("shu", [Run("shu", ("shu",), True)]),
        ("ed", [Run("ed", ("ed",))]),
        ("2026", [Run("2026", ("2026",))]),
        ("学校 学校", [Run("学校", ("学校",))]),
        ("AED 培訓", [Run("aed", ("aed",), True), Run("培训", ("培训",))]),
        ('" AND * %', [Run("and", ("and",), True)]),
        ("！！", []),
    ],
)
def test_query_asks_for_these_runs(query, runs):
    assert query_runs(query) == runs


def test_long_query_is_cut():
    runs = query_runs("一二三四五六七八九十" * 1000)
    assert sum(len(run.tokens) for run in runs) <= analysis.MAX_QUERY_TOKENS


def test_long_word_is_cut_alike_in_index_and_query():
    word = "a" * 500
    assert set(query_runs(word)[0].tokens) == text_tokens(word[:100]) == {"a" * analysis.MAX_TOKEN_LENGTH}


def test_version_names_rules_and_table():
    rules, table = analysis.version().split("-")
    assert int(rules) == analysis.RULES
    assert len(table) == 8
