"""The command line does the main job without a window, and tells bad input in one sentence."""

import email
import email.policy
import json
from pathlib import Path
from typing import Any

import pytest

REPLY = """Hi Ada,

> When does my subscription renew?

It renews on Thursday 3 December 2026.

> Please send me the invoice for order 88213.

{invoice}

> I was wondering whether I can pause it in December

Yes: open Subscriptions, choose yours, and press Pause.

Noor
"""

DONE = "I sent it to ada@park.example a minute ago."
CONTEXT = {
    "today": "2026-11-20",
    "time_zone": "Europe/Amsterdam",
    "working_days": ["Mon", "Tue", "Wed", "Thu", "Fri"],
    "holidays": ["2026-12-25"],
    "agent": {"name": "Noor", "mail": "help@lantern.example"},
    "customer": {"name": "Ada Park", "mail": "ada@park.example"},
    "cc": [],
    "must_cc": [],
    "attachments": [],
    "known_issues": [],
}


def draft(tmp_path: Path, text: str) -> Path:
    """Write a draft and return its path."""
    path = tmp_path / "draft.md"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def context(tmp_path: Path, **changes: Any) -> Path:
    """Write a context and return its path."""
    path = tmp_path / "context.json"
    path.write_text(json.dumps(CONTEXT | changes), encoding="utf-8")
    return path


def test_read_gives_lines_and_questions(thrice: Any, mail: Path) -> None:
    """Every line has a role, every question stands in the mail word for word."""
    result = thrice("read", mail, "--json")
    assert result.code == 0
    reading = result.json
    assert reading["from"] == {"name": "Ada Park", "mail": "ada@park.example"}
    assert reading["subject"] == "Renewal of order 88213"
    assert [question["form"] for question in reading["questions"]] == [
        "interrogative",
        "imperative",
        "declarative",
    ]
    text = "\n".join(line["text"] for line in reading["lines"])
    assert all(question["text"] in text for question in reading["questions"])
    assert {"kind": "order", "value": "88213"} in reading["facts"]


def test_a_finished_reply_is_clean(thrice: Any, mail: Path, tmp_path: Path) -> None:
    """A reply that answers everything exits with 0 and names what answers what."""
    path = draft(tmp_path, REPLY.format(invoice=DONE))
    result = thrice("check", path, "--mail", mail, "--context", context(tmp_path), "--json")
    review = result.json
    assert [question["state"] for question in review["questions"]] == ["answered"] * 3
    assert [finding for finding in review["findings"] if finding["severity"] == "stop"] == []
    assert result.code == 0
    answer = review["questions"][0]["answer"]
    assert path.read_text(encoding="utf-8")[answer["start"] : answer["end"]] == answer["text"]


def test_an_open_question_stops_the_reply(thrice: Any, mail: Path, tmp_path: Path) -> None:
    """What is missing has no place in the draft, and exits with 1."""
    path = draft(tmp_path, "Hi Ada,\n\nIt renews on Thursday 3 December 2026.\n\nNoor\n")
    result = thrice("check", path, "--mail", mail, "--context", context(tmp_path), "--json")
    open_questions = [found for found in result.json["findings"] if found["rule"] == "unanswered-question"]
    assert result.code == 1
    assert len(open_questions) == 2
    assert all(finding["start"] is None and finding["end"] is None for finding in open_questions)
    assert {finding["question"] for finding in open_questions} <= {
        one["id"] for one in result.json["questions"]
    }
    assert all(finding["why"].endswith(".") for finding in result.json["findings"])


def test_check_talks_to_people_too(thrice: Any, mail: Path, tmp_path: Path) -> None:
    """Without --json the output is sentences."""
    result = thrice("check", draft(tmp_path, "At your earliest convenience.\n"), "--mail", mail)
    assert "3 questions" in result.out
    assert result.out.index("\nQuestions\n") < result.out.index("\nTone and form\n")
    assert "stuffy-phrase" in result.out


def test_search_finds_and_marks(thrice: Any, library: Path) -> None:
    """A search gives hits with ids, kinds and excerpts; a typo still finds something to offer."""
    result = thrice("search", "pause", "subscription", "--library", library, "--json")
    assert result.code == 0
    assert result.json["hits"][0]["id"] == "pause"
    assert result.json["hits"][0]["kind"] == "article"
    people = thrice("search", "hold", "--library", library)
    assert "Pause a subscription" in people.out


def test_a_batch_gives_a_line_a_query(thrice: Any, library: Path, tmp_path: Path) -> None:
    """Every line of the file is a query, the empty and the broken ones too."""
    queries = tmp_path / "queries.txt"
    queries.write_text('pause\n\n"half a phrase\nrenewals late\n', encoding="utf-8")
    result = thrice("search", "--batch", queries, "--library", library, "--limit", "3")
    assert [answer["query"] for answer in result.jsons] == ["pause", "", '"half a phrase', "renewals late"]
    assert result.jsons[3]["hits"][0]["id"] == "late"
    assert set(result.jsons[0]) == {"query", "ms", "hits"}


def test_index_counts(thrice: Any, library: Path) -> None:
    """The index says what is in it, how long it took and how large it is."""
    counts = thrice("index", "--library", library, "--json").json
    assert (counts["articles"], counts["known_issues"], counts["snippets"]) == (2, 1, 1)
    assert counts["bytes"] > 0
    assert counts["seconds"] >= 0


def test_finish_writes_the_reply(thrice: Any, mail: Path, tmp_path: Path) -> None:
    """The .eml answers in the thread, in HTML and plain text, with coloured answers."""
    out = tmp_path / "reply.eml"
    result = thrice("finish", draft(tmp_path, REPLY.format(invoice=DONE)), "--mail", mail, "--out", out)
    assert result.code in (0, 1)
    reply = email.message_from_bytes(out.read_bytes(), policy=email.policy.default)
    assert reply.get_content_type() == "multipart/alternative"
    assert reply["In-Reply-To"] == "<m1@park.example>"
    assert reply["Subject"] == "Re: Renewal of order 88213"
    assert "ada@park.example" in reply["To"]
    plain = reply.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    html = reply.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "> When does my subscription renew?" in plain
    assert "#186dec" in html.lower()


def test_self_check_counts_everything(thrice: Any) -> None:
    """The program finds its rules, library, icons and mails, and does the main job once."""
    counts = thrice("self-check", "--json").json
    assert counts["rules"] >= 10
    assert counts["articles"] >= 50
    assert counts["known_issues"] >= 6
    assert counts["snippets"] >= 15
    assert counts["problems"] == 0


BAD_INPUT = {
    "a mail that is not there": (["read", "nowhere.eml"], "nowhere.eml"),
    "an empty mail": (["read", "empty.eml"], "empty"),
    "a folder for a mail": (["read", "folder"], "folder"),
    "a draft that is not there": (["check", "nowhere.md", "--mail", "mail.eml"], "nowhere.md"),
    "a context that is no JSON": (
        ["check", "draft.md", "--mail", "mail.eml", "--context", "broken.json"],
        "broken.json",
    ),
    "a context with a wrong date": (
        ["check", "draft.md", "--mail", "mail.eml", "--context", "date.json"],
        "today",
    ),
    "a context with a wrong day": (
        ["check", "draft.md", "--mail", "mail.eml", "--context", "day.json"],
        "Mon",
    ),
    "a library that is not there": (["search", "x", "--library", "nowhere"], "nowhere"),
    "a library that is a file": (["search", "x", "--library", "draft.md"], "draft.md"),
    "queries that are not there": (["search", "--batch", "nowhere.txt", "--library", "library"], "nowhere"),
    "nothing to search for": (["search"], "search"),
    "an unknown command": (["serach"], "serach"),
    "an unknown option": (["read", "mail.eml", "--jsn"], "--jsn"),
    "a place that can't be written": (
        ["finish", "draft.md", "--mail", "mail.eml", "--out", "nowhere/reply.eml"],
        "nowhere",
    ),
}


@pytest.mark.parametrize(("arguments", "named"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_is_one_sentence(
    thrice: Any,
    mail: Path,
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    named: str,
) -> None:
    """Exit 2, one line that names what is wrong, nothing on standard output, no traceback."""
    draft(tmp_path, "Hi Ada,\n")
    (tmp_path / "empty.eml").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken.json").write_text('{"today": ')
    (tmp_path / "date.json").write_text('{"today": "tomorrow"}')
    (tmp_path / "day.json").write_text('{"working_days": ["Caturday"]}')
    monkeypatch.chdir(tmp_path)
    result = thrice(*arguments)
    assert result.code == 2
    assert named in result.err
    assert len(result.err.strip().splitlines()) == 1
    assert result.out == ""


def test_a_mail_of_five_megabytes_is_read(thrice: Any, tmp_path: Path) -> None:
    """A long mail is shown whole; what is not searched for questions is said."""
    path = tmp_path / "long.eml"
    head = b"From: Ada <ada@park.example>\r\nSubject: log\r\n\r\nWhat does this log mean?\r\n\r\n"
    path.write_bytes(head + b"2026-11-19 10:00:00 renewal 88213 done\r\n" * 130_000)
    result = thrice("read", path, "--json")
    assert result.code == 0
    assert len(result.json["lines"]) > 130_000
    assert result.json["questions"][0]["text"] == "What does this log mean?"


def test_an_unknown_charset_is_read_as_well_as_can_be(thrice: Any, tmp_path: Path) -> None:
    """The text is there, and a note says what was guessed."""
    path = tmp_path / "charset.eml"
    path.write_bytes(
        b"From: Ada <ada@park.example>\r\nSubject: x\r\nContent-Type: text/plain; charset=klingon-8\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\nWie gro\xc3\x9f ist der Rabatt?\r\n"
    )
    result = thrice("read", path, "--json")
    assert result.code == 0
    assert result.json["questions"][0]["text"] == "Wie groß ist der Rabatt?"
    assert "character set" in thrice("read", path).out


def test_broken_front_matter_leaves_the_rest_searchable(thrice: Any, library: Path) -> None:
    """One article that can't be read does not keep the others from being found."""
    (library / "articles" / "broken.md").write_text("---\nid: broken\ntitle: [Pause\n---\n\nText.\n")
    result = thrice("search", "pause", "--library", library, "--json")
    assert result.code == 0
    assert "pause" in [hit["id"] for hit in result.json["hits"]]
