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
    r"(?<![\w'’])(?:(?:i|we)(?:['’]ll| will| can| could|['’]d be (?:happy|glad) to| would be (?:happy|glad) to|(?:['’]m|['’]re| am| are) (?:going|happy|glad) to)|"
    r"(?:of course|sure|certainly|yes|no problem|gladly)\b|let me|"
    r"(?:i|we)(?:['’]ve| have)? (?:just |now |already )?(?:added|written|wrote|set up|changed|fixed|repaired|built|configured|debugged|looked into|customi[sz]ed|adapted)\b|"
    r"(?:ich|wir) (?:kann|können|könnte|könnten|werde|werden|mache|machen)\b|(?:gern|gerne|natürlich|klar|selbstverständlich|kein problem)\b|"
    r"(?:puedo|podemos|voy a|vamos a|claro|por supuesto|con gusto|je peux|je vais|nous pouvons|nous allons|bien sûr|volontiers)\b)",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:not|cannot|can['’]t|won['’]t|don['’]t|unable|outside|beyond|instead|someone else|partner\w*|developer of|author of|"
    r"nicht|keine?[nmrs]?|leider|no (?:podemos|puedo|vamos|voy|hacemos)|ne|n['’]\w+ pas|malheureusement)\b",
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
                message = f"“{match.group()}” is outside our support{_told(policy)}"
                yield Hit(sentence.start + match.start(), sentence.start + match.end(), message)
                break


def _told(policy: Policy) -> str:
    """Go on with what the policy says and where it sends the customer, each a sentence or a few words."""
    what, instead = policy.what.strip().rstrip("."), policy.instead.strip().rstrip(".")
    told = f". {what}" if _is_sentence(what) else f" ({what})" if what else ""
    if not instead:
        return f"{told}: say so." if not _is_sentence(what) else f"{told}."
    return f"{told}. {instead}." if _is_sentence(instead) else f"{told}. Instead: {instead}."


def _is_sentence(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) > 2


def _named(policy: Policy, text: str) -> re.Match[str] | None:
    pattern = _pattern_of(policy.words)
    return pattern.search(text) if pattern is not None else None


@lru_cache(maxsize=500)
def _pattern_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = [_forms_of(word.strip()) for word in words if word.strip()]
    if not forms:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _forms_of(word: str) -> str:
    """Return a pattern for a word and its usual forms, in British spelling and American."""
    stem = word[:-1] if word[-1] in "eE" else word
    spelt = re.sub(r"(?<=\w\w\w)i[sz](?=$|ation|e$|ing$)", "i[sz]", re.escape(stem), flags=re.IGNORECASE)
    return f"{spelt}(?:e|es|ed|ing)" if stem != word else f"{spelt}(?:s|es|ed|ing)?"


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

_THEMES = Example("", circumstances={"policies": [{"id": "t", "what": "themes", "words": ["theme"]}]})

RULE = Rule(
    id="outside-policy",
    reading=Reading.PROMISES,
    severity=Severity.WARNING,
    title="Promised, but outside our support",
    finds=(
        "A sentence that agrees to do what the library's support policy leaves to others. It names where "
        "the policy sends the customer instead."
    ),
    why="The customer is sent to whoever can really help, and hears the same from each of us.",
    reads=WholeReply(_check),
    bad=drafts(
        "Sure, we can write some «custom code» for you.\n",
        "I'll set up a «child theme» tomorrow.\n",
        "We are happy to «customize» it.\n",
        like=_POLICY,
    ),
    good=drafts(
        "We do not write custom code, but our partners do.\n",
        "A child theme is best set up by one of our partners.\n",
        "Our partners customise it for you.\n",
        like=_POLICY,
    ),
    quiet=(
        *drafts("Sure, I'll send you them all.\n", like=_THEMES),
        *drafts("We cannot write custom code.\n", "Custom code goes into this file.\n", like=_POLICY),
        *drafts("Sure, we can write some custom code for you.\n"),
    ),
)
