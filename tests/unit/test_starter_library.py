"""The starter library: it loads without a word, its links lead somewhere, its demo mails are real mail."""

import re
from collections import Counter
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import Path

import pytest

from composer.draft import Draft
from composer.lint.context import Context, IssueBrief
from composer.lint.registry import built_in_rules
from composer.mail.message import Address
from composer.mail.parse import parse_message
from composer.questions.answer_state import State
from composer.questions.understand import understand
from composer.review import Reviewer
from kb_content.article import ArticleStatus
from kb_content.known_issue import IssueStatus
from kb_content.library import Library
from kb_content.links import broken_links
from kb_content.resource import resource

STARTER = Path(__file__).parents[2] / "kb_content" / "starter"
DEMO = resource("demo")
MAILS = sorted(DEMO.glob("*.eml"))
TODAY = date(2026, 11, 21)

_WORD = re.compile(r"\w[\w'’.-]*")
_FIELD = re.compile(r"\{\{([^{}]*)\}\}")
_COMPUTED_DATE = re.compile(r"date(\+\d{1,2}(wd|d))?")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open(STARTER)


def test_loads_without_a_problem(library: Library) -> None:
    """No file of the starter library has anything to complain about."""
    assert library.problems == ()
    assert library.set_aside == ()


def test_is_large_enough_to_be_worth_having(library: Library) -> None:
    """The playbook, the shop's knowledge, the known issues and the snippets all have substance."""
    folders = Counter(article.path.split("/")[1] for article in library.articles.values())
    assert folders["playbook"] >= 22
    assert sum(folders.values()) - folders["playbook"] >= 34
    assert len(library.known_issues) >= 6
    assert {issue.status for issue in library.known_issues.values()} == set(IssueStatus)
    assert len(library.snippets) >= 16


def test_every_file_became_a_record_of_its_own(library: Library) -> None:
    """No two files share an id, whatever their kind, so that a ``kb:`` link can mean only one."""
    files = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*.md")}
    records = [*library.articles.values(), *library.known_issues.values(), *library.snippets.values()]
    assert sorted(record.path for record in records) == sorted(files)
    assert all(record.id == Path(record.path).stem for record in records)
    assert len({record.id for record in records}) == len(records)


def test_links_lead_somewhere(library: Library) -> None:
    """Each ``kb:`` link names a record that exists."""
    assert broken_links(library.articles, library.known_issues, library.snippets) == ()


def test_people_and_products_are_known(library: Library) -> None:
    """Owners and verifiers are in the team; products are named as ``library.toml`` names them."""
    people = {person.name for person in library.team.people}
    products = {product.name for product in library.team.products}
    for article in library.articles.values():
        assert article.owner in people, article.path
        assert article.verified is None or article.verified.by in people, article.path
        assert set(article.products) <= products, article.path
    for issue in library.known_issues.values():
        assert issue.owner in people, issue.path
        assert set(issue.products) <= products, issue.path


def test_versions_of_known_issues_exist(library: Library) -> None:
    """A known issue names only versions that its products have."""
    versions = {product.name: set(product.versions) for product in library.team.products}
    for issue in library.known_issues.values():
        assert set(issue.versions) <= set().union(*(versions[name] for name in issue.products)), issue.path


def test_articles_are_neither_scraps_nor_treatises(library: Library) -> None:
    """An article has between 120 and 900 words, a summary, and a name that a customer would give it."""
    for article in library.articles.values():
        words = len(_WORD.findall(article.body))
        assert 120 <= words <= 900, f"{article.path}: {words} words"
        assert article.summary.endswith((".", "?")), article.path
        assert article.also_known_as, article.path


def test_badges_have_something_to_show(library: Library) -> None:
    """Among the articles are verified, overdue, draft and retired ones; a retired one names its heir."""
    statuses = Counter(article.status for article in library.articles.values())
    assert statuses[ArticleStatus.DRAFT] == 2
    assert statuses[ArticleStatus.RETIRED] == 1
    overdue = [
        article.id
        for article in library.articles.values()
        if article.verified and (TODAY - article.verified.on).days > article.review_every
    ]
    assert 5 <= len(overdue) <= 12, overdue
    retired = next(a for a in library.articles.values() if a.status is ArticleStatus.RETIRED)
    assert "(kb:licence-plans)" in retired.body.split("\n\n")[0]


def test_known_issues_can_be_used_in_a_reply(library: Library) -> None:
    """Each issue has symptoms, a workaround and a history; an open one says when the next word comes."""
    for issue in library.known_issues.values():
        assert len(issue.symptoms) >= 3, issue.path
        assert len(issue.workaround) > 100, issue.path
        assert "## Updates" in issue.body, issue.path
        assert not issue.is_open or issue.next_update, issue.path


def test_snippet_fields_and_bodies_agree(library: Library) -> None:
    """Each declared field occurs in the body, each field of the body is declared or a computed date."""
    keywords = [snippet.keyword for snippet in library.snippets.values()]
    assert len(set(keywords)) == len(keywords)
    for snippet in library.snippets.values():
        found = {name for name in _FIELD.findall(snippet.body) if not _COMPUTED_DATE.fullmatch(name)}
        assert found == set(snippet.fields), snippet.path
        assert snippet.fields, f"{snippet.path} would fit anybody"


def test_tables_have_equally_many_cells_in_each_row(library: Library) -> None:
    """No table of an article loses a cell: each row has the columns of its head."""
    for record in (*library.articles.values(), *library.known_issues.values()):
        columns = 0
        for line in record.body.splitlines():
            if not line.startswith("|"):
                columns = 0
                continue
            cells = line.count("|")
            columns = columns or cells
            assert cells == columns, f"{record.path}: {line}"


def test_team_file_holds_policies_clocks_and_days_off(library: Library) -> None:
    """``library.toml`` fills everything the rules ask the team about."""
    team = library.team
    assert (team.first_reply_hours, team.next_reply_hours, team.resolution_hours) == (4, 8, 40)
    assert len(team.policies) >= 6
    assert all(policy_.instead and policy_.words for policy_ in team.policies)
    assert date(2027, 1, 1) in team.working_time.holidays
    assert {"agent", "doc-owner", "lead"} == {person.role for person in team.people}


def test_there_are_eight_demo_mails() -> None:
    """Mail 01 is the tour; seven others show what real mail looks like."""
    assert [mail.name[:2] for mail in MAILS] == [f"{number:02}" for number in range(1, 9)]


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_demo_mail_is_sound_mail(path: Path) -> None:
    """A demo mail has the headers it needs, no defects, CRLF line ends and reserved domains only."""
    raw = path.read_bytes()
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert all(not part.defects for part in message.walk())
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    sent = message["Date"].datetime
    assert date(2026, 11, 16) <= sent.date() <= date(2026, 11, 20)
    assert message["Message-ID"]
    assert message["Subject"]
    fields = [str(message[name]) for name in ("From", "To", "Cc", "Reply-To") if message[name]]
    assert all(mail.endswith(".example") for _, mail in getaddresses(fields))


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_demo_mail_is_read_by_our_parser(path: Path) -> None:
    """Our parser finds sender, subject and text of each demo mail."""
    message = parse_message(path.read_bytes())
    assert message.sender.mail.endswith(".example")
    assert message.subject
    assert len(message.text) > 200


def test_tour_reply_quotes_the_tour_mail() -> None:
    """Each quoted line of the finished reply stands in mail 01 word for word."""
    message = message_from_bytes(MAILS[0].read_bytes(), policy=policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    reply = (DEMO / "tour-reply.md").read_text(encoding="utf-8")
    quoted = [line[2:] for line in reply.splitlines() if line.startswith("> ")]
    assert len(quoted) >= 5
    for line in quoted:
        assert line in text
    assert "Thursday 26 November 2026, 15:00 CET" in reply


def test_tour_reply_passes_all_three_readings(library: Library) -> None:
    """All five questions are settled and no rule has anything to say about the finished reply."""
    mail = understand(parse_message(MAILS[0].read_bytes()), team=library.team)
    draft = Draft((DEMO / "tour-reply.md").read_text(encoding="utf-8"))
    working = library.team.working_time
    context = Context(
        today=date(2026, 11, 20),
        time_zone=working.time_zone,
        working_days=working.days,
        holidays=frozenset(working.holidays),
        agent=Address("Ines Halvorsen", "ines@lantern.example"),
        customer=mail.message.sender,
        known_issues=tuple(
            IssueBrief(issue.id, issue.title, issue.status, issue.eta, issue.workaround)
            for issue in library.known_issues.values()
        ),
        team=library.team,
    )
    review = Reviewer(built_in_rules()).review(draft, mail, context)
    assert len(review.states) == 5
    assert {state.state for state in review.states} <= {State.ANSWERED, State.PROMISED}
    assert [f"{finding.rule}: {finding.message}" for finding in review.findings] == []
