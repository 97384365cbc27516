"""outside-policy: the reply promises what the team's support policy leaves to others."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator
from functools import lru_cache

from composer.lint.finding import Reading, Severity
from composer.lint.reply import Reply
from composer.lint.reply_text import sentences_with
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts
from kb_content.team import Policy

_AGREES = re.compile(
    r"(?<![\w'’])(?:(?:i|we)(?:['’]ll| will| can| could|['’]d be (?:happy|glad) to| would be (?:happy|glad) to| am going to)|"
    r"(?:of course|sure|certainly|yes|no problem|gladly)\b|let me)",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:not|cannot|can['’]t|won['’]t|don['’]t|unable|outside|beyond|instead|someone else|partner|developer of|author of)\b",
    re.IGNORECASE,
)


def _check(reply: Reply) -> Iterator[Hit]:
    team = reply.context.team
    if team is None or not team.policies:
        return
    for sentence, _ in sentences_with(reply, _AGREES):
        if _REFUSES.search(sentence.text):
            continue
        for policy in team.policies:
            match = _named(policy, sentence.text)
            if match:
                instead = f" {policy.instead.rstrip('.')}." if policy.instead else ""
                message = f"“{match.group()}” is outside our support ({policy.what}).{instead}"
                yield Hit(sentence.start + match.start(), sentence.start + match.end(), message)
                break


def _named(policy: Policy, text: str) -> re.Match[str] | None:
    pattern = _pattern_of(policy.words)
    return pattern.search(text) if pattern is not None else None


@lru_cache(maxsize=500)
def _pattern_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    escaped = [re.escape(word) for word in words if word.strip()]
    if not escaped:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?:s|es)?(?!\w)", re.IGNORECASE)


_POLICY = Example(
    "",
    circumstances={
        "policies": [
            {
                "id": "customisation",
                "what": "customisation",
                "instead": "Send the customer to the list of partners",
                "words": ["custom code", "customise", "customisation", "child theme"],
            }
        ]
    },
)

RULE = Rule(
    id="outside-policy",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="Promised, but outside our support",
    why="The customer is sent to who can really help, and hears the same from each of us.",
    reads=WholeReply(_check),
    bad=drafts(
        "Sure, we can write some «custom code» for you.\n",
        "I'll set up a «child theme» tomorrow.\n",
        like=_POLICY,
    ),
    good=drafts(
        "We do not write custom code, but our partners do.\n",
        "A child theme is best set up by one of our partners.\n",
        like=_POLICY,
    ),
    quiet=(
        *drafts("We cannot write custom code.\n", "Custom code goes into this file.\n", like=_POLICY),
        *drafts("Sure, we can write some custom code for you.\n"),
    ),
)
