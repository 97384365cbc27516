"""advice-already-tried: the reply advises what the customer did already."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.deeds import advised_in, done_by_them, is_done, things_in, told_in
from composer.lint.finding import Reading, Severity
from composer.lint.remedies import remedies_in
from composer.lint.reply import Reply
from composer.lint.reply_text import OwnSentence, customers_words, own_sentences, sentences_with, stems
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
    r"\b(?:(?<!on )(?<!in )(?<!off )again|once more|already|as you (?:did|wrote|said|tried)|you (?:tried|did|have tried|wrote|said)|this time|instead|another|"
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
_OURS = re.compile(
    r"^\W*(?:(?:so|and|then|now|today|yesterday|jetzt|also),? )?(?:i|we|ich|wir|he|hemos|j['’]ai|nous)\b(?!(?:['’]d| would)? (?:suggest|recommend|advise|empfehle|recommand))|\b(?:i|we)(?:['’]ll|['’]ve| will| have| did)\b|"
    r"\b(?:habe ich|haben wir|werde ich)\b",
    re.IGNORECASE,
)
_NO_HELP = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bnicht|\bno|\bpas|\brien)\b[^.,]{0,20}\b(?:help|enough|work|hilft|helfen|half|ayuda|sirve|basta|aide|suffi)\w*|\bhilft\b[^.,]{0,20}\bnicht\b",
    re.IGNORECASE,
)
# One word in common says something of a short piece of advice only.
_MOST_THINGS = 6
# To send, show or tell us something is no remedy.
_HANDS_IN = re.compile(
    r"\b(?:send|post|mail|write|reply|tell|let|give|bring|show|attach|call|ring|confirm|schick\w*|send\w*|nenn\w*|schreib\w*|bring\w*|env[ií]\w+|mand\w+|díga\w*|escr[ií]b\w+|traiga|envoy\w+|écri\w+|dites|apportez)\b",
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
    if reply.mail is None:
        return
    told = told_in(customers_words(reply))
    tried = [(clause, stems(clause)) for clause in reply.mail.tried]
    done = done_by_them(customers_words(reply))
    if not (told or tried or done):
        return
    advice = {sentence.start for sentence, _ in sentences_with(reply, _ADVICE)}
    for sentence in own_sentences(reply):
        if not _KNOWS.search(sentence.text):
            clause = _same_as(sentence, tried) if sentence.start in advice else ""
            clause = clause or _done_already(sentence.text, told)
            if clause:
                said = " ".join(clause.split())
                message = f"The customer did this already: “{said}”."
                yield Hit(sentence.start, sentence.end, message)
            elif sentence.start in advice and (perhaps := _perhaps_done(sentence.text, done)):
                message = f"The customer may have done this already: “{' '.join(perhaps.split())}”."
                yield Hit(sentence.start, sentence.end, message, severity=Severity.HINT)


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


def _done_already(advice: str, told: tuple[str, ...]) -> str:
    """Return the sentence that tells of a deed that is advised; of several at once all have to be told."""
    advised = advised_in(_MENU_PATH.sub(" ", advice))
    if _OURS.search(advice) or _NO_HELP.search(advice):
        return ""
    matching = [
        next((one for one in told if any(is_done(deed, one) for deed in group)), "") for group in advised
    ]
    return matching[0] if matching and all(matching) else ""


def _perhaps_done(advice: str, done: tuple[tuple[str, frozenset[str]], ...]) -> str:
    """Return the sentence that tells of something done to what the advice is about, and nothing else names."""
    if any(one.search(advice) for one in (_OURS, _NO_HELP, _HANDS_IN, _MENU_PATH)):
        return ""
    things = things_in(_MENU_PATH.sub(" ", advice))
    if len(things) > _MOST_THINGS:
        return ""
    return next((sentence for sentence, only in done if things & only), "")


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
