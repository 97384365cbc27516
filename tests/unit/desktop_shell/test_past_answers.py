"""Past answers: what was sent below a quote answers what the quote asks."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from composer.tickets.ticket import Insertion, SentText
from desktop.past_answers import PastAnswers, past_answers, ticket_of
from kb_content.library import Library
from search.entry import PastAnswer
from tests.by_hand import AtOnce

SENT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
REPLY = """Hello Kim,

> We moved our shop last week.
>
> How long does a refund take?

A refund takes five days to reach the card, since the bank checks each one.

> Thanks!

You are welcome.

> And where is my invoice from March?

It is attached to this mail.

Best regards,
Sam
"""


def sent(text: str = REPLY) -> SentText:
    return SentText(7, 3, SENT, text)


def library_with(tmp_path: Path) -> Library:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "refunds.md").write_text(
        "---\nid: refunds\ntitle: Refunds\n---\n"
        "A refund takes five days to reach the card, since the bank checks each one.\n",
        encoding="utf-8",
    )
    return Library.open(tmp_path)


def test_each_quote_with_an_answer_below_it_is_a_pair() -> None:
    answers = list(past_answers(sent(), (), Library(Path()), agent="Sam"))
    assert [(one.question, one.answer) for one in answers] == [
        (
            "How long does a refund take?",
            "A refund takes five days to reach the card, since the bank checks each one.",
        ),
        ("And where is my invoice from March?", "It is attached to this mail."),
    ]
    assert [one.sent for one in answers] == ["2026-11-03"] * 2


def test_a_past_answer_knows_its_ticket() -> None:
    answer = next(past_answers(sent(), (), Library(Path())))
    assert ticket_of(answer.id) == 3
    assert ticket_of("nonsense") == 0


def test_a_reply_without_quotes_is_no_past_answer() -> None:
    assert list(past_answers(sent("Hello Kim,\n\nit is on its way.\n"), (), Library(Path()))) == []


def test_of_a_long_quote_the_last_sentences_count() -> None:
    text = "> " + "We did this and that. " * 60 + "Where is our invoice?\n\nIt is attached to this mail.\n"
    question = next(past_answers(sent(text), (), Library(Path()))).question
    assert question.endswith("Where is our invoice?")
    assert len(question) <= 420


def test_what_was_inserted_is_noted_with_the_answer_it_stands_in(tmp_path: Path) -> None:
    inserted = [Insertion(3, "article:refunds", "r1", SENT), Insertion(3, "article:gone", "r1", SENT)]
    answers = list(past_answers(sent(), inserted, library_with(tmp_path)))
    assert [one.inserted for one in answers] == [("article:refunds",), ()]


class _Desk:
    def sent_texts(self) -> tuple[SentText, ...]:
        return (sent(),)

    def insertions(self, ticket_id: int) -> tuple[Insertion, ...]:
        return ()


class _Index:
    def __init__(self) -> None:
        self.kept: list[PastAnswer] = []
        self.is_closed = False

    def sync_past_answers(self, answers: Iterable[PastAnswer]) -> bool:
        before, self.kept = self.kept, list(answers)
        return before != self.kept

    def close(self) -> None:
        self.is_closed = True


def test_the_index_has_what_the_desk_sent_and_only_news_is_told() -> None:
    index, told = _Index(), []
    past = PastAnswers(
        desk=_Desk(),
        library=lambda: Library(Path()),
        opener=lambda: index,
        agent_name=lambda: "Sam",
        writes=AtOnce(),
        reads=AtOnce(),
        changed=lambda: told.append(True),
    )
    past.refresh()
    past.refresh()
    assert len(index.kept) == 2
    assert told == [True]
    assert index.is_closed
