"""Words that no dictionary has and that are right all the same: the customer's, the team's, the agent's."""

import re
from collections.abc import Iterator

from composer.lint.context import Context
from composer.questions.understood import UnderstoodMail
from composer.spelling.word_forms import plain
from kb_content.team import Team

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def familiar_words(context: Context, mail: UnderstoodMail | None) -> frozenset[str]:
    """Return the words of a mail, of people, products and policies, and the agent's own additions."""
    texts = [*_of_mail(mail), *_of_context(context), *(_of_team(context.team) if context.team else ())]
    found = {plain(word) for text in texts for word in _WORD.findall(text)}
    parts = {part for word in found if "-" in word for part in word.split("-")}
    return frozenset(found | parts | context.own_words)


def _of_mail(mail: UnderstoodMail | None) -> Iterator[str]:
    if mail is None:
        return
    message = mail.message
    yield message.subject
    yield message.text
    for person in (message.sender, *message.to, *message.cc):
        yield f"{person.name} {person.mail}"
    for attachment in message.attachments:
        yield attachment.name


def _of_context(context: Context) -> Iterator[str]:
    for person in (context.agent, context.previous_agent, context.customer):
        if person is not None:
            yield f"{person.name} {person.mail}"
    yield from context.cc or ()
    yield from context.attachments or ()
    for issue in context.known_issues:
        yield f"{issue.title} {issue.workaround}"


def _of_team(team: Team) -> Iterator[str]:
    yield team.name
    for member in team.people:
        yield f"{member.name} {member.mail} {member.team}"
    for product in team.products:
        yield " ".join((product.name, *product.versions, *product.also_known_as))
    for policy in team.policies:
        yield " ".join((policy.what, policy.instead, *policy.words))
    for words in (team.internal_words, *team.synonyms):
        yield " ".join(words)
