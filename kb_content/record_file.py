"""From the bytes of one library file to the record that it says, or to the reason why it says none."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kb_content.article import Article, ArticleStatus
from kb_content.failure import Problem
from kb_content.front_matter import FrontMatter, FrontMatterFailure, line_at, read
from kb_content.known_issue import IssueStatus, KnownIssue, Severity
from kb_content.known_issue_sections import workaround
from kb_content.library_walk import shown
from kb_content.markdown_text import first_heading
from kb_content.merge_conflict import conflicts
from kb_content.record_fields import Fields
from kb_content.record_id import is_id, slug
from kb_content.snippet import Snippet

Record = Article | KnownIssue | Snippet

LARGEST = 5 * 1024 * 1024
"""The largest file that is read, in bytes."""

KNOWN_ISSUES = "known-issues"
SNIPPETS = "snippets"

ORDER: Mapping[str, tuple[str, ...]] = {
    "article": (
        "id", "title", "summary", "products", "tags", "owner", "status", "verified", "review_every",
        "also_known_as", "language",
    ),
    "known-issue": (
        "id", "title", "products", "versions", "status", "severity", "owner", "tracker", "eta",
        "eta_confidence", "next_update", "symptoms",
    ),
    "snippet": ("id", "keyword", "title", "fields"),
}  # fmt: skip
"""The fields of each kind, in the order in which they are written."""
OUR_KEYS = frozenset(key for keys in ORDER.values() for key in keys)

_FIELD = re.compile(r"\{\{ ?([A-Za-z][A-Za-z0-9 _-]{0,40}?) ?\}\}")


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file gave: a record (none when set aside), and what is wrong with the file.

    ``own_id`` is whether the id stands in the file; else it was made from the path.
    """

    record: Record | None
    problems: tuple[Problem, ...] = ()
    own_id: bool = False


def revision_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hex: its revision."""
    return hashlib.sha256(data).hexdigest()


def kind_of(path: str) -> str:
    """Return ``article``, ``known-issue`` or ``snippet``, by the folder that a path begins with."""
    folder = path.partition("/")[0] if "/" in path else ""
    return {KNOWN_ISSUES: "known-issue", SNIPPETS: "snippet"}.get(folder, "article")


def too_large(path: str, size: int) -> FileRead:
    """Say that a file is not read for its size."""
    megabytes = size / 1024 / 1024
    return _set_aside(
        path, 0, f"The file has {megabytes:.1f} MB; the limit is {LARGEST // 1024 // 1024} MB: split it."
    )


def read_record(path: str, data: bytes) -> FileRead:
    """Return the record that the file at ``path`` (below the library, with ``/``) says."""
    if len(data) > LARGEST:
        return too_large(path, len(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _set_aside(path, line, "The file is not in UTF-8: save it as UTF-8 in your editor.")
    return record_from_text(path, text, revision_of(data))


def record_from_text(path: str, text: str, revision: str) -> FileRead:
    """Return the record that a file's text says; ``revision`` is the one of its bytes."""
    try:
        front = read(text)
    except FrontMatterFailure as failure:
        clash = conflicts(text)
        return _in_conflict(path, clash) if clash else _set_aside(path, failure.line, failure.sentence)
    if clash := conflicts(text):
        return _in_conflict(path, clash)
    if front.repeated and (double := _ambiguous(front)):
        sentence = f"The key '{double[0]}' stands twice: keep one."
        return _set_aside(path, line_at(text, double[1]), sentence)
    fields = Fields(front, text, shown(path))
    for key, place in front.repeated:
        fields.report_at(place, f"The key '{shown(key)[:60]}' stands twice; the first one counts")
    own_id, record_id = _id(fields, path)
    body = text[front.split.body_start :]
    body = body.replace("\r\n", "\n") if "\r" in body else body
    title = fields.text("title") or first_heading(body) or _file_title(path)
    read_kind = {"known-issue": _known_issue, "snippet": _snippet}.get(kind_of(path), _article)
    record = read_kind(fields, record_id, title, body, path, revision)
    return FileRead(record, tuple(fields.problems), own_id)


def _article(fields: Fields, id: str, title: str, body: str, path: str, revision: str) -> Record:
    return Article(
        id=id,
        title=title,
        body=body,
        path=path,
        revision=revision,
        summary=fields.text("summary"),
        products=fields.texts("products"),
        tags=fields.texts("tags"),
        owner=fields.text("owner"),
        status=fields.choice("status", ArticleStatus.PUBLISHED),
        verified=fields.verified("verified"),
        review_every=fields.days("review_every"),
        also_known_as=fields.texts("also_known_as"),
        language=fields.text("language", "en"),
    )


def _known_issue(fields: Fields, id: str, title: str, body: str, path: str, revision: str) -> Record:
    confidence = fields.text("eta_confidence").lower()
    if confidence not in ("", "low", "medium", "high"):
        fields.report("eta_confidence", "'eta_confidence' must be low, medium or high; read as not said")
        confidence = ""
    return KnownIssue(
        id=id,
        title=title,
        body=body,
        path=path,
        revision=revision,
        products=fields.texts("products"),
        versions=fields.texts("versions"),
        status=fields.choice("status", IssueStatus.INVESTIGATING),
        severity=fields.choice("severity", Severity.MEDIUM),
        owner=fields.text("owner"),
        tracker=fields.text("tracker"),
        eta=fields.moment("eta"),
        eta_confidence=confidence,
        next_update=fields.moment("next_update"),
        symptoms=fields.texts("symptoms"),
        workaround=workaround(body),
    )


def _snippet(fields: Fields, id: str, title: str, body: str, path: str, revision: str) -> Record:
    named = fields.texts("fields") if fields.has("fields") else _fields_of(body)
    keyword = fields.text("keyword", id)
    if any(c.isspace() for c in keyword):
        fields.report(
            "keyword", "'keyword' must be one word, since it is typed behind //; read without spaces"
        )
        keyword = "".join(keyword.split())
    return Snippet(id=id, title=title, keyword=keyword, body=body, path=path, revision=revision, fields=named)


def _fields_of(body: str) -> tuple[str, ...]:
    """The fields of a body, each once; ``{{date}}`` fills itself."""
    return tuple(name for name in dict.fromkeys(_FIELD.findall(body)) if name != "date")


def _id(fields: Fields, path: str) -> tuple[bool, str]:
    """The id in the file when it is one (capitals are forgiven), else one made from the path."""
    written = fields.text("id")
    if is_id(written):
        return True, written
    if is_id(written.lower()):
        fields.report("id", f"The id '{written}' is read as '{written.lower()}': write it in small letters")
        return True, written.lower()
    made = slug(path.removesuffix(".md").replace("/", " "))
    if fields.has("id"):
        fields.report(
            "id",
            f"The id '{shown(written)[:60]}' is none (small letters, digits and hyphens, at most 81);"
            f" read as '{made}'",
        )
    return False, made


def _ambiguous(front: FrontMatter) -> tuple[str, int] | None:
    """A key of ours that stands twice: nobody can say which of a status, say, is meant."""
    return next((double for double in front.repeated if double[0] in OUR_KEYS), None)


def _file_title(path: str) -> str:
    stem = path.rpartition("/")[2].removesuffix(".md")
    return stem.replace("-", " ").replace("_", " ").strip().capitalize() or stem


def _in_conflict(path: str, clash: tuple[tuple[int, int], ...]) -> FileRead:
    first = clash[0][0]
    lines = ", ".join(f"{start}–{end}" for start, end in clash[:5])
    sentence = (
        f"Merge conflict in lines {lines}: keep one side and delete the marker lines; not offered until then."
    )
    return _set_aside(path, first, sentence)


def _set_aside(path: str, line: int, sentence: str) -> FileRead:
    return FileRead(None, (Problem(shown(path), line, sentence),))
