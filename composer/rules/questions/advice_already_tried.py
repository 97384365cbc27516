"""advice-already-tried: the reply advises what the customer did already."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.remedies import remedies_in
from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, sentences_with, stems
from composer.lint.rule import Example, Hit, Rule, WholeReply, drafts

_ADVICE = re.compile(
    r"^\W*(?:\d+[.)] )?(?:(?:on|in|at|under|from|with|behind|below) [^,.]{2,30}, )?(?:(?:then|next|first|so|and|well),? |\w+, )?(?:please|try|first|then|next|now|also|just|simply|can you|could you|you (?:can|could|should|need to|might|may)|"
    r"(?:i|we)(?:['’]d| would)? (?:recommend|suggest|advise)|have you tried|did you try|make sure|"
    r"re(?:start|install|boot|set|load|fresh|connect|activate)|clear|delete|remove|disable|deactivate|enable|activate|update|upgrade|log|"
    r"sign|switch|turn|unplug|empty|check|open|close|uninstall|install|change|use|run|take|pull|swap|replace|clean|power|hold|pair|forget|"
    r"leave|put|plug|wipe|oil|tighten|descale|give|press|(?:it|that|this) (?:usually|often|may|might|sometimes) helps|a (?:re(?:start|boot|set)|clean|fresh)|"
    r"bitte|versuchen|probieren|starten|schalten|ziehen|löschen|leeren|setzen|nehmen|installieren|aktualisieren|prüfen|por favor|pruebe|intente|reinicie|"
    r"borre|desenchufe|actualice|essayez|veuillez|redémarrez|videz|débranchez|merci de)\b",
    re.IGNORECASE,
)
_KNOWS = re.compile(
    r"\b(?:again|once more|already|as you (?:did|wrote|said|tried)|you (?:tried|did|have tried|wrote|said)|this time|instead|another|"
    r"different|after (?:you|that)|since you|even though|although|as (?:you|the|your)\b[^,]{0,40}\b(?:help|work)\w*|noch ?(?:ein)?mal|erneut|"
    r"bereits|schon|de nuevo|otra vez|ya ha|à nouveau|encore une fois|déjà)\b",
    re.IGNORECASE,
)
# Where something is done is no advice: who looked into the settings may well be sent there again.
_MENU_PATH = re.compile(r"[^\s>.,;:][^>\n.,;:]{0,40}(?: > [^>\n.,;:]{1,40})+")
# What only dates the trouble was not done to mend it.
_DATED_BY = re.compile(
    r"\b(?:since|after|with|seit|nach|desde|depuis|après)(?: \w+){0,3}? (?:update|upgrade|reset|restart|aktualisierung|actualización)\b",
    re.IGNORECASE,
)
_TELLING = frozenset(
    [
        "restart",
        "reinstall",
        "reboot",
        "reset",
        "reload",
        "refresh",
        "cach",
        "cache",
        "cooki",
        "incognito",
        "deactivat",
        "disabl",
        "unplug",
    ]
)


def _check(reply: Reply) -> Iterator[Hit]:
    if reply.mail is None or not reply.mail.tried:
        return
    tried = [(clause, stems(clause)) for clause in reply.mail.tried]
    for sentence, _ in sentences_with(reply, _ADVICE):
        if not _KNOWS.search(sentence.text):
            clause = _same_as(sentence, tried)
            if clause:
                said = " ".join(clause.split())
                message = f"The customer did this already: “{said}”."
                yield Hit(sentence.start, sentence.end, message)


def _same_as(sentence: OwnSentence, tried: list[tuple[str, frozenset[str]]]) -> str:
    """Return the clause that says the same; advice that goes further than it is no repetition."""
    advised = remedies_in(_MENU_PATH.sub(" ", sentence.text))
    for clause, _ in tried:
        if advised and advised <= remedies_in(_DATED_BY.sub(" ", clause)):
            return clause
    words = stems(_MENU_PATH.sub(" ", sentence.text))
    for clause, done in tried:
        shared = words & done
        if 2 * len(shared) >= len(words) and (len(shared) >= 2 or shared & _TELLING):
            return clause
    return ""


_TRIED = Example(
    "",
    mail="I already cleared the browser cache and reinstalled the plugin.",
    tried=("I already cleared the browser cache", "reinstalled the plugin"),
)

_POWERED = Example(
    "",
    mail="I've tried another cable and had the battery out overnight.",
    tried=("I've tried another cable and had the battery out overnight.",),
)

_LOOKED = "I looked under Shop > Settings and only found the renewals."

RULE = Rule(
    id="advice-already-tried",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="Advised what was tried already",
    finds=(
        "Advice to do what the customer's mail says they did: the same words, or the same remedy by another"
        " name. Advice that goes a step further than that passes."
    ),
    why="The customer sees that their work was read, and is sent one step further instead of back.",
    reads=WholeReply(_check),
    bad=drafts(
        "«Please clear your browser cache.»\n", "Hi John,\n\n«try reinstalling the plugin.»\n", like=_TRIED
    )
    + drafts("«Please take out the battery for a minute and put it back.»\n", like=_POWERED),
    good=drafts("Please turn off the firewall.\n", "Hi John,\n\ntry the new version.\n", like=_TRIED)
    + drafts("Please send the torch to us.\n", like=_POWERED),
    quiet=(
        *drafts(
            "Since you cleared the cache, the cause lies elsewhere.\n",
            "Please clear the browser cache once more, after the update.\n",
            "The browser keeps a cache of each plugin.\n",
            "The update cleared the cache of the plugin.\n",
            like=_TRIED,
        ),
        *drafts(
            "Open **Shop > Settings > Renewals** and press **Save**.\n",
            "Open Shop > Settings, switch on **Customer pages**, then press **Save**.\n",
            like=Example("", mail=_LOOKED, tried=(_LOOKED,)),
        ),
        *drafts("Please clear your browser cache.\n"),
        *drafts("Please take out the battery and read me its number.\n", like=_TRIED),
    ),
)
