"""Real mails and real documents, where they are at hand: nothing raises, no line is lost."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from composer.mail.parse import MailFailure, parse_message
from composer.questions.understand import understand
from kb_content.library import Library
from search.index import Index

DATA = Path(os.environ.get("THRICE_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
MAIL_SETS = ("mail_zammad", "mail_stalwart", "mail_rubymail", "mail_notmuch", "mail_talon")
DOCUMENT_SETS = ("bitwarden", "fly", "mattermost-handbook")

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the folder of evaluation data is not here")


def mails_of(name: str) -> Iterator[Path]:
    """Yield the mail files of a set, as its index names them."""
    folder = DATA / name
    for line in (folder / "cases.dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        path = folder / "dev" / str(case.get("file", ""))
        if case.get("kind", "eml") == "eml" and path.is_file():
            yield path


@pytest.mark.parametrize("name", MAIL_SETS)
def test_every_mail_opens_and_shows_every_line(name: str) -> None:
    """A mail is read without an exception; its lines, put together, are its text."""
    opened = 0
    for path in mails_of(name):
        raw = path.read_bytes()
        try:
            message = parse_message(raw)
        except MailFailure:
            assert not raw.strip(), path.name
            continue
        mail = understand(message)
        assert "\n".join(line.text for line in mail.lines) == message.text, path.name
        for question in mail.questions:
            place = message.subject if question.in_subject else message.text
            assert question.text in place, path.name
        opened += 1
    assert opened > 0


@pytest.mark.parametrize("name", DOCUMENT_SETS)
def test_a_folder_of_documents_is_a_library(name: str, tmp_path: Path) -> None:
    """Any folder of Markdown loads; a document is found by its title among the first hits."""
    folder = DATA / "kb_docs" / name
    library = Library.open(folder)
    assert len(library.articles) > 100
    index = Index.open(tmp_path / "index.sqlite")
    try:
        counts = index.sync(library)
        assert counts.articles == len(library.articles)
        titles = [article.title for article in library.articles.values()][::17]
        found = [
            title in [hit.title for hit in index.search(title, limit=5).hits] for title in titles if title
        ]
    finally:
        index.close()
    assert sum(found) / len(found) > 0.95
