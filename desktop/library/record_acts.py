"""What can be done to a record without editing its text: verify, retire, another status, an update."""

from collections.abc import Callable, Mapping
from datetime import datetime

from desktop.library.records import Record
from desktop.queue.presenter import Say
from desktop.work.collaborators import Lane
from kb_content.article import Article, ArticleStatus, Verified
from kb_content.failure import Failure
from kb_content.known_issue import IssueStatus, KnownIssue
from kb_content.library import Library
from kb_content.snippet import Snippet
from kb_content.splice import Value

NEXT_STATUS = {
    ArticleStatus.PUBLISHED: ArticleStatus.RETIRED,
    ArticleStatus.RETIRED: ArticleStatus.PUBLISHED,
    ArticleStatus.DRAFT: ArticleStatus.PUBLISHED,
}
STATUS_ACTS = {
    ArticleStatus.PUBLISHED: "Retire",
    ArticleStatus.RETIRED: "Publish again",
    ArticleStatus.DRAFT: "Publish",
}
_DONE_WORDS = {ArticleStatus.RETIRED: "is retired", ArticleStatus.PUBLISHED: "is published"}

Fields = Mapping[str, Value]


class RecordActs:
    """Saves one small change of a record and offers to take it back.

    ``saved`` is told the record as it is then; ``failed`` shows a sentence where the record stands.
    """

    def __init__(
        self,
        *,
        library: Callable[[], Library],
        writes: Lane,
        now: Callable[[], datetime],
        agent_name: Callable[[], str],
        saved: Callable[[Record], object],
        failed: Callable[[str], object],
        say: Say,
    ) -> None:
        self._library, self._writes, self._now, self._agent_name = library, writes, now, agent_name
        self._saved, self._failed, self._say = saved, failed, say

    def verify(self, article: Article) -> None:
        """Note that an article was read today and is true."""
        name = self._agent_name()
        if not name:
            self._failed("Write your name in the settings first, so that others see who verified it.")
            return
        verified = Verified(self._now().date(), name)
        self.change(article, {"verified": verified}, f"“{article.title}” is verified as of today.")

    def change_life(self, article: Article) -> None:
        """Retire an article, or publish one that is retired or a draft."""
        status = NEXT_STATUS[article.status]
        self.change(article, {"status": status}, f"“{article.title}” {_DONE_WORDS[status]}.")

    def change_status(self, issue: KnownIssue, status: IssueStatus) -> None:
        """Give a known issue another status."""
        if status is not issue.status:
            self.change(issue, {"status": status}, f"“{issue.title}” is {status.value} now.")

    def change(self, record: Record, fields: Fields, done_words: str, *, body: str | None = None) -> None:
        """Save some fields, and maybe the body, of a record; the notice takes it back."""
        before: Fields = {name: getattr(record, name) for name in fields}
        old_body = None if body is None else record.body

        def done(new: Record) -> None:
            self._saved(new)
            self._say(
                done_words,
                action="Undo",
                run=lambda: self._save(new, before, old_body, self._tell_saved),
            )

        self._save(record, fields, body, done)

    def _save(self, record: Record, fields: Fields, body: str | None, done: Callable[[Record], None]) -> None:
        self._writes.run(
            lambda: save_record(self._library(), record, fields, body), done=done, failed=self._tell
        )

    def _tell_saved(self, record: Record) -> None:
        self._saved(record)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._failed(str(error))


def save_record(library: Library, record: Record, fields: Fields, body: str | None = None) -> Record:
    """Save changed fields and body of any record in place; raises what ``Library.save_article`` does."""
    if isinstance(record, KnownIssue):
        return library.save_known_issue(
            record.id, fields=fields, body=body, expected_revision=record.revision
        )
    if isinstance(record, Snippet):
        return library.save_snippet(record.id, fields=fields, body=body, expected_revision=record.revision)
    return library.save_article(record.id, fields=fields, body=body, expected_revision=record.revision)


def link_to(record: Record) -> str:
    """Return a Markdown link to a record, for another article."""
    title = record.title.replace("[", "(").replace("]", ")")
    return f"[{title}](kb:{record.id})"
