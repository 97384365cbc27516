"""Changing fields and bodies in place: exactly the lines that had to change."""

import string
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb_content.article import Article, ArticleStatus, Verified
from kb_content.front_matter import FrontMatterFailure, read
from kb_content.record_file import ORDER, record_from_text
from kb_content.splice import SpliceFailure, Value, with_body, with_fields

KEYS = ORDER["article"]


def article_of(text: str) -> Article:
    record = record_from_text("articles/a.md", text, "").record
    assert isinstance(record, Article)
    return record


@pytest.mark.parametrize(
    ("before", "fields", "after"),
    [
        ("title: a\n", {"title": "b"}, "title: b\n"),
        ("title: a  # why\n", {"title": "b"}, "title: b  # why\n"),
        ("title:   a\n", {"title": "b"}, "title:   b\n"),
        ("title: 'a'\n", {"title": "it's"}, "title: 'it''s'\n"),
        ('title: "a"\n', {"title": 'say "b"\n'}, 'title: "say \\"b\\"\\n"\n'),
        ("title: 'a'\n", {"title": "b\u2028c"}, 'title: "b\\u2028c"\n'),
        ("title: a\n", {"title": "b: c"}, 'title: "b: c"\n'),
        ("title: a\n", {"title": ""}, 'title: ""\n'),
        ("title: a\n", {"title": " - x #y"}, 'title: " - x #y"\n'),
        ("title:\n", {"title": "b"}, "title: b\n"),
        ("title: \n", {"title": "b"}, "title: b \n"),
        ("title:\ntags: x\n", {"title": "b"}, "title: b\ntags: x\n"),
        ("title: >\n  long\n  text\nowner: o\n", {"title": "b"}, "title: b\nowner: o\n"),
        ("title: one\n  two\nowner: o\n", {"title": "b"}, "title: b\nowner: o\n"),
        ("title: |\n  text\n\n# note\nowner: o\n", {"title": "b"}, "title: b\n\n# note\nowner: o\n"),
        ("title: a\r\nowner: o\r\n", {"title": "b"}, "title: b\r\nowner: o\r\n"),
        ("tags: [ b , a ]\n", {"tags": ["b", "a", "c"]}, "tags: [ b , a , c ]\n"),
        ("tags: [a, b, c]\n", {"tags": ["a", "c"]}, "tags: [a, c]\n"),
        ("tags: [a, 'b', c]\n", {"tags": ["b", "c"]}, "tags: ['b', c]\n"),
        ("tags: [a, 'b', c]\n", {"tags": ["a", "x", "c"]}, "tags: [a, 'x', c]\n"),
        ("tags: [a]\n", {"tags": ["p, q"]}, 'tags: ["p, q"]\n'),
        ("tags: [a]\n", {"tags": []}, "tags: []\n"),
        ("tags: []\n", {"tags": ["a", "b"]}, "tags: [a, b]\n"),
        ("tags: a\n", {"tags": ["a", "b"]}, "tags: [a, b]\n"),
        ("tags: [\n  a, # one\n  b,\n]\n", {"tags": ["a", "b", "c"]}, "tags: [\n  a, # one\n  b, c,\n]\n"),
        ("tags:\n- a\n- b\n", {"tags": ["a", "x", "b"]}, "tags:\n- a\n- x\n- b\n"),
        (
            "tags:\n  - a # why\n  - b\nowner: o\n",
            {"tags": ["a", "b", "c"]},
            "tags:\n  - a # why\n  - b\n  - c\nowner: o\n",
        ),
        ("tags:\n  - a\n  - b\n", {"tags": ["z", "b"]}, "tags:\n  - z\n  - b\n"),
        ("tags:\n  - a\n  - b\n", {"tags": ["b"]}, "tags:\n  - b\n"),
        (
            "tags:\n  - a\n\n# note\nowner: o\n",
            {"tags": ["a", "b"]},
            "tags:\n  - a\n  - b\n\n# note\nowner: o\n",
        ),
        ("tags:\n  - a\n  - b\nowner: o\n", {"tags": []}, "tags: []\nowner: o\n"),
        ("tags:\r\n  - a\r\n", {"tags": ["a", "b"]}, "tags:\r\n  - a\r\n  - b\r\n"),
        ("title: a\nowner: o\n", {"tags": ["x"]}, "title: a\ntags: [x]\nowner: o\n"),
        ("owner: o\n", {"id": "a"}, "id: a\nowner: o\n"),
        ("# head\nowner: o\n", {"title": "a"}, "# head\ntitle: a\nowner: o\n"),
        ("title: a\nx: y\n", {"other": "z"}, "title: a\nx: y\nother: z\n"),
        ("", {"title": "a", "owner": "o"}, "title: a\nowner: o\n"),
        ("tags:\n  - a\nx: y\n", {"owner": "o"}, "tags:\n  - a\nowner: o\nx: y\n"),
        ("title: a\n# note\nowner: o\n", {"owner": None}, "title: a\n# note\n"),
        ("tags:\n  - a\n\nowner: o\n", {"tags": None}, "\nowner: o\n"),
        ("title: a\n", {"owner": None}, "title: a\n"),
        ("review_every: 90\n", {"review_every": 30}, "review_every: 30\n"),
        ("status: draft\n", {"status": ArticleStatus.RETIRED}, "status: retired\n"),
        (
            "verified: {date: 2026-01-01, by: A}\n",
            {"verified": Verified(date(2026, 2, 1), "B")},
            "verified: {date: 2026-02-01, by: B}\n",
        ),
        (
            "verified:\n  date: 2026-01-01\n  by: A\nx: y\n",
            {"verified": Verified(date(2026, 2, 1), "A")},
            "verified:\n  date: 2026-02-01\n  by: A\nx: y\n",
        ),
        (
            "verified: 2026-01-01\n",
            {"verified": Verified(date(2026, 2, 1), "B")},
            "verified: {date: 2026-02-01, by: B}\n",
        ),
        (
            "title: \U0001f600 \u00e9\u00a0x\nowner: a\n",
            {"owner": "b"},
            "title: \U0001f600 \u00e9\u00a0x\nowner: b\n",
        ),
        ("{title: a, owner: b}\n", {"title": "c"}, "{title: c, owner: b}\n"),
    ],
)
def test_a_field_changes_its_own_line_only(before: str, fields: dict[str, Value], after: str) -> None:
    newline = "\r\n" if "\r\n" in before else "\n"
    text = f"\ufeff---{newline}{before}---{newline}body{newline}"
    expected = f"\ufeff---{newline}{after}---{newline}body{newline}"
    assert with_fields(text, fields, KEYS) == expected


def test_a_file_without_front_matter_gets_one() -> None:
    assert with_fields("\ufeffText\r\nmore\r\n", {"title": "a"}, KEYS) == (
        "\ufeff---\r\ntitle: a\r\n---\r\n\r\nText\r\nmore\r\n"
    )
    assert with_fields("Text", {"title": None}, KEYS) == "Text"


@pytest.mark.parametrize("front", ["title:\n  # note\n  - a\n", "{title: a}\n"])
def test_what_cannot_be_changed_in_place_is_refused_and_nothing_is_lost(front: str) -> None:
    key = "title" if "note" in front else "owner"
    with pytest.raises(SpliceFailure, match="by hand"):
        with_fields(f"---\n{front}---\n", {key: "b"}, KEYS)


@pytest.mark.parametrize(
    ("text", "body", "expected"),
    [
        ("---\na: b\n---\n\nold\n", "new\n", "---\na: b\n---\n\nnew\n"),
        ("---\na: b\n---\nold\n", "new\n", "---\na: b\n---\nnew\n"),
        ("---\na: b\n---", "new", "---\na: b\n---\nnew"),
        ("---\r\na: b\r\n---\r\n", "x\ny", "---\r\na: b\r\n---\r\nx\r\ny"),
        ("one\r\ntwo\nthree\r\n", "one\ntwo\nnew\nthree\n", "one\r\ntwo\nnew\r\nthree\r\n"),
        ("one\r\ntwo\r\n", "one\r\nnew\r\n", "one\r\nnew\r\n"),
        ("a\u2028b\u00a0c\n\x0cd", "a\u2028b\u00a0c\n\x0ce", "a\u2028b\u00a0c\n\x0ce"),
        ("", "x\n", "x\n"),
        ("\ufeff", "x\n", "\ufeffx\n"),
        ("old\n", "---\nid: no\n---\n", "---\n---\n\n---\nid: no\n---\n"),
        ("old\n", "---\nid: no\n", "---\n---\n\n---\nid: no\n"),
        ("old\n", "\ufeffx\n", "---\n---\n\n\ufeffx\n"),
    ],
)
def test_a_body_changes_its_own_lines_only(text: str, body: str, expected: str) -> None:
    assert with_body(text, body) == expected


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LINE_ENDS = st.sampled_from(["\n", "\r\n"])
BODY_LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=20), max_size=8
)


@given(TEXT)
def test_any_text_survives_load_and_save_unchanged(text: str) -> None:
    """What is saved as it was loaded is the same file, byte for byte."""
    try:
        body_start = read(text).split.body_start
    except FrontMatterFailure:
        return
    assert with_body(text, text[body_start:].replace("\r\n", "\n")) == text


@given(BODY_LINES, LINE_ENDS, st.booleans(), st.booleans(), TEXT)
def test_any_body_survives_save_and_load(
    old: list[str], newline: str, front: bool, mark: bool, body: str
) -> None:
    """What was written into a body is what is read back, whatever the file's line ends."""
    body = body.replace("\r", "")
    head = f"---{newline}id: a{newline}---{newline}" if front else ""
    text = ("\ufeff" if mark else "") + head + newline.join(old)
    try:
        saved = with_body(text, body)
    except FrontMatterFailure:
        return
    start = read(saved).split.body_start
    assert saved[start:].replace("\r\n", "\n") == body
    assert saved[:start].startswith(text[: len(head)])


VALUE = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@example("", "\ufffe\uffff", [], "\n")
@given(VALUE, VALUE, BODY_LINES, LINE_ENDS)
def test_any_text_can_be_a_title_and_changes_one_line(
    old: str, new: str, body: list[str], newline: str
) -> None:
    """One field edited, one line different, and the value reads back as it was given."""
    text = f"---{newline}# note{newline}owner: 'o'{newline}---{newline}" + newline.join(body)
    first = with_fields(text, {"title": old}, KEYS)
    second = with_fields(first, {"title": new}, KEYS)
    before, after = first.split("\n"), second.split("\n")
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == (old != new)
    assert read(second).entries["title"].node.value == new


ITEMS = st.lists(
    st.text(string.ascii_letters + string.digits + " ,:#'\"[]{}-&*!é\u00a0", max_size=8), max_size=6
)


@given(ITEMS, ITEMS, st.sampled_from(["flow", "block", "indented"]), LINE_ENDS)
def test_any_list_can_be_edited_in_either_style(
    old: list[str], new: list[str], style: str, newline: str
) -> None:
    """Items read back as given; lines of items that stay are not touched; other fields neither."""
    indent = "  " if style == "indented" else ""
    quoted = ['"' + item.replace('"', '\\"') + '"' for item in old]
    if style == "flow" or not old:
        lines = ["tags: [" + ", ".join(quoted) + "]"]
    else:
        lines = ["tags:", *(f"{indent}- {item}" for item in quoted)]
    text = newline.join(["---", "title: a # why", *lines, "# note", "owner: o", "---", "body", ""])
    saved = with_fields(text, {"tags": new}, KEYS)
    assert article_of(saved).tags == tuple(" ".join(i.split("\n")).strip() for i in new if i.strip())
    others = ("title:", "# note", "owner:", "body", "---")
    assert [line for line in saved.split("\n") if line.startswith(others)] == [
        line for line in text.split("\n") if line.startswith(others)
    ]
