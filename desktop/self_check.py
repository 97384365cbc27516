"""What a built program proves of itself: that everything the source has is there, and works."""

import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from composer.draft import Draft
from composer.lint.context import Context
from composer.lint.registry import built_in_rules
from composer.mail.message import Address
from composer.mail.outgoing import compose_reply
from composer.mail.parse import open_mail
from composer.questions.understand import understand
from composer.review import Reviewer
from composer.spelling.dictionary import languages_here
from kb_content.failure import Failure
from kb_content.library import Library
from kb_content.resource import demo_mails, resource, starter_library


class SelfCheckFailure(Failure):
    """Something that the program needs is not there or does not work."""


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """Counts of what was found; those of a frozen build have to equal those of the source."""

    rules: int
    articles: int
    known_issues: int
    snippets: int
    problems: int
    icons: int
    themes: int
    controls: int
    fonts: int
    demo_mails: int
    questions: int
    findings: int
    hits: int
    dictionaries: int
    reply_bytes: bool


def self_check() -> SelfCheck:
    """Do the main job once without a window and count what it was done with.

    Raises SelfCheckFailure that names what is missing.
    """
    library = Library.open(starter_library())
    rules = built_in_rules()
    mails = demo_mails()
    if not mails:
        raise SelfCheckFailure("The demo mails are missing from this build; install Thrice anew.")
    mail = understand(open_mail(mails[0]), team=library.team)
    draft = Draft(
        "> "
        + mail.questions[0].text.replace("\n", "\n> ")
        + "\n\nAt your earliest convenience you recieve it.\n"
    )
    review = Reviewer(rules).review(draft, mail, Context(team=library.team))
    reply = compose_reply(
        draft,
        mail.message,
        sender=Address("Agent", "agent@lantern.example"),
        answer_colour=library.team.answer_colour,
    )
    counts = SelfCheck(
        rules=len(tuple(rules)),
        articles=len(library.articles),
        known_issues=len(library.known_issues),
        snippets=len(library.snippets),
        problems=len(library.problems),
        icons=_files("icons", "svg"),
        themes=_files("themes", "toml"),
        controls=_files("controls", "svg"),
        fonts=_files("fonts", "otf"),
        demo_mails=len(mails),
        questions=len(mail.questions),
        findings=len(review.findings),
        hits=_hits(library),
        dictionaries=len(languages_here()),
        reply_bytes=len(reply.raw) > 0,
    )
    empty = [name for name, count in asdict(counts).items() if not count and name != "problems"]
    if empty:
        raise SelfCheckFailure(f"Missing from this build: {', '.join(empty)}; install Thrice anew.")
    return counts


def _hits(library: Library) -> int:
    # Whoosh and the database are loaded late everywhere, since start-up is what people feel.
    from search.index import Index

    with tempfile.TemporaryDirectory() as folder:
        index = Index.open(Path(folder) / "index.sqlite")
        try:
            index.sync(library)
            return len(index.search("subscription renewal").hits)
        finally:
            index.close()


def _files(folder: str, ending: str) -> int:
    return len(list(resource(folder).rglob(f"*.{ending}")))
