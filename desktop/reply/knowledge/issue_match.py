"""Which known issue a mail is likely about: its symptoms, told again in the customer's words.

A search always finds something; to say "known issue" beside a draft takes more. A symptom or title
counts when most of its content words, the rarer ones more, stand together in one paragraph.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from composer.mail.lines import Role
from composer.questions.understood import FactKind, UnderstoodMail
from kb_content.known_issue import KnownIssue

_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
_STOPWORDS = frozenset(
    {
        "the",
        "and",
        "are",
        "for",
        "can",
        "how",
        "what",
        "when",
        "why",
        "who",
        "does",
        "did",
        "has",
        "have",
        "had",
    }
    | {
        "not",
        "was",
        "were",
        "with",
        "that",
        "this",
        "from",
        "your",
        "you",
        "our",
        "any",
        "all",
        "but",
        "will",
    }
    | {
        "would",
        "could",
        "should",
        "please",
        "there",
        "their",
        "they",
        "them",
        "than",
        "then",
        "into",
        "about",
    }
    | {
        "after",
        "before",
        "again",
        "also",
        "just",
        "some",
        "get",
        "got",
        "know",
        "tell",
        "been",
        "being",
        "its",
    }
    | {"out", "off", "one", "two", "too", "still", "only", "now", "way", "yet", "his", "her", "she", "him"}
)
_SAME = {"email": "mail", "mails": "mail", "emails": "mail", "wrong": "wrong", "incorrect": "wrong"}
_STEM = 5
_ENOUGH = 0.62
_LEAST_WORDS = 3
_MOST_PARAGRAPHS = 60


def issues_of_mail(mail: UnderstoodMail, issues: Iterable[KnownIssue]) -> tuple[KnownIssue, ...]:
    """Return the open issues that a mail is likely about, the likeliest first."""
    known = [issue for issue in issues if issue.is_open]
    weights = _weights(known)
    paragraphs = [stems(text) for text in own_paragraphs(mail)]
    products = {fact.value.lower() for fact in mail.facts if fact.kind is FactKind.PRODUCT}
    scored = []
    for issue in known:
        score = max((_told(words, paragraphs, weights) for words in _phrases(issue)), default=0.0)
        if score >= _ENOUGH and _fits_product(issue, products):
            scored.append((-score, issue.id, issue))
    return tuple(issue for _, _, issue in sorted(scored, key=lambda found: found[:2]))


def own_paragraphs(mail: UnderstoodMail) -> tuple[str, ...]:
    """Return the customer's own paragraphs, each joined with the subject it stands under."""
    paragraphs: list[list[str]] = [[]]
    for line in mail.lines:
        if line.role is Role.OWN and line.text.strip():
            paragraphs[-1].append(line.text)
        elif paragraphs[-1]:
            paragraphs.append([])
    texts = [" ".join(lines) for lines in paragraphs if lines][:_MOST_PARAGRAPHS]
    return (mail.message.subject, *(f"{mail.message.subject} {text}" for text in texts))


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """Return the content words of a text, cut to five letters: enough to know them again."""
    words = (word for word in _WORD.findall(text.lower()) if word not in _STOPWORDS)
    return frozenset(_SAME.get(word, word).rstrip("s")[:_STEM] for word in words)


def _phrases(issue: KnownIssue) -> list[frozenset[str]]:
    return [words for text in (issue.title, *issue.symptoms) if len(words := stems(text)) >= _LEAST_WORDS]


def _weights(issues: list[KnownIssue]) -> dict[str, float]:
    """Return how much a word tells: less when many issues use it."""
    used = Counter(word for issue in issues for word in frozenset().union(*_phrases(issue)))
    return {word: 1 / (1 + math.log(count)) for word, count in used.items()}


def _told(words: frozenset[str], paragraphs: list[frozenset[str]], weights: dict[str, float]) -> float:
    whole = sum(weights[word] for word in words)
    best = 0.0
    for paragraph in paragraphs:
        shared = words & paragraph
        if len(shared) >= _LEAST_WORDS:
            best = max(best, sum(weights[word] for word in shared) / whole)
    return best


def _fits_product(issue: KnownIssue, products: set[str]) -> bool:
    """A mail that names other products only is not about this issue."""
    named = {product.lower() for product in issue.products}
    return not named or not products or any(a in b or b in a for a in named for b in products)
