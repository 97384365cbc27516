"""spelling: a slip in a word, known by the common word that is one letter away."""

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.fix_text import with_case_of
from composer.lint.own_words import NOT_A_WORD, Passage, PassageKind
from composer.lint.rule import EachPassage, Example, Hit, Rule, Setting, drafts
from composer.lint.sentences import Stretch
from composer.spelling.corrections import corrections
from composer.spelling.dictionary import Dictionary
from composer.spelling.own_language import is_in_language
from composer.spelling.word_forms import plain

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
# What stands right before or behind a name of a program, a path, a command: no word of a sentence.
_JOINS_BEFORE = frozenset("@#$%&/\\_=+~|<[{^:.`" + NOT_A_WORD)
_JOINS_BEHIND = frozenset("@#$%&/\\_=+~|>]}^([<`" + NOT_A_WORD)
_QUOTES = frozenset("\"'“”‘’«»„`")
_CODE_LINE = re.compile(
    r"<-|->|==|:=|=>|\(\)|[{}]|\$[^\d\s]|;\s*$|\w\((?!e?s\))\S|\w\[\S|\w = \S|^\s*[#>|+$]|^\s{4,}\S|\t\S|\|"
)
_NOUNS_ARE_CAPITALS = "de"


def _check(passage: Passage, setting: Setting) -> Iterator[Hit]:
    dictionary = setting.dictionary
    if dictionary is None or passage.kind in (PassageKind.GREETING, PassageKind.CLOSING):
        return
    read = [token for token in passage.tokens if _is_plain_word(passage, token, dictionary)]
    unknown = [token for token in read if not dictionary.knows(token.text)]
    words = [token.text for token in unknown]
    if unknown and is_in_language(passage.words, len(read), words, dictionary):
        for token in unknown:
            yield from _slip(passage, token, setting, dictionary)


def _slip(passage: Passage, token: Stretch, setting: Setting, dictionary: Dictionary) -> Iterator[Hit]:
    if _is_code(passage, token) or plain(token.text) in setting.familiar:
        return
    found = corrections(plain(token.text), dictionary)
    texts = setting.context.library_texts
    if found and not (texts is not None and texts.hold(token.text)):
        fixes = tuple(with_case_of(token.text, one) for one in found)
        message = f"“{token.text}” is in no dictionary; “{fixes[0]}” is."
        yield Hit(token.start, token.end, message, fixes)


def _is_plain_word(passage: Passage, token: Stretch, dictionary: Dictionary) -> bool:
    """Tell a word of a sentence from a name, an abbreviation, a number or an identifier."""
    word = token.text
    if word.islower():
        return _WORD.fullmatch(word) is not None
    if not word[1:].islower() or _WORD.fullmatch(word) is None:
        return False
    if dictionary.language == _NOUNS_ARE_CAPITALS:
        return True
    is_called = passage.words[token.end : token.end + 1] == "," and not word.endswith("ly")
    return _starts_sentence(passage, token.start) and not is_called


def _starts_sentence(passage: Passage, start: int) -> bool:
    sentence = passage.sentence_at(start)
    return not any(letter.isalnum() for letter in passage.words[sentence.start : start])


def _is_code(passage: Passage, token: Stretch) -> bool:
    """Tell a word of code by what stands beside it, or by the signs of its line within its sentence.

    A paragraph is often one line: a sum of money at its end says nothing about its first sentence.
    """
    words, sentence = passage.words, passage.sentence_at(token.start)
    before, behind = words[token.start - 1 : token.start], words[token.end : token.end + 1]
    if before in _JOINS_BEFORE or behind in _JOINS_BEHIND:
        return True
    if before in _QUOTES and behind in _QUOTES:
        return True
    line_start = words.rfind("\n", 0, token.start) + 1
    line_end = words.find("\n", token.end)
    start = line_start if sentence.start <= line_start else sentence.start
    end = min(line_end if line_end >= 0 else len(words), max(sentence.end, token.end))
    return _CODE_LINE.search(words[start:end]) is not None


RULE = Rule(
    id="spelling",
    reading=Reading.TONE,
    severity=Severity.HINT,
    title="A misspelt word",
    finds=(
        "A word that no dictionary has and that is one letter away from a common one, in seven languages. "
        "Words of the customer, the library and the team are known, and you can add your own."
    ),
    why="A slip makes the customer doubt what stands beside it; the right word is read without a pause.",
    reads=EachPassage(_check, with_dictionary=True),
    bad=(
        *drafts(
            "You will «recieve» the key today.\n",
            "«Unfortunatly» the export stops there.\n",
            "It is «definately» fixed, and I «dont» see it any more.\n",
            "Choose the «seperate» sheet “Rows”.\n",
            "I «recieve» the «invoise» «tommorow», and it is «posible».\n",
            "We «recieved» both parcel(s) today. The $5.90 for the «seperate» one goes back to you.\n",
        ),
        *drafts("Die Einstellung finden Sie in der «Rechnugn».\n", like=Example("", language="de")),
        *drafts("«Tambien» hemos enviado la «factrua».\n", like=Example("", language="es")),
    ),
    good=(
        *drafts(
            "You will receive the key today.\n",
            "Unfortunately the export stops there.\n",
            "It is definitely fixed, and I don't see it any more.\n",
            "Choose the separate sheet “Rows”.\n",
            "I receive the invoice tomorrow, and it is possible.\n",
            "We received both parcel(s) today. The $5.90 for the separate one goes back to you.\n",
        ),
        *drafts("Die Einstellung finden Sie in der Rechnung.\n", like=Example("", language="de")),
        *drafts("También hemos enviado la factura.\n", like=Example("", language="es")),
    ),
    quiet=(
        *drafts(
            "The colour of the dialogue follows your organisation's licence.\n",
            "Set `recieve_mail` and call recieve(); see /srv/recieve.log and recieve@example.com.\n",
            "> You will recieve it.\n\nYes.\n",
            "The webhook posts to the endpoint, and the changelog says so.\n",
            "Ask Wich or the team of Teh for it.\n",
            "The button says “recieve”, just so.\n",
            "WICH is an abbreviation, and LapPly a name.\n",
        ),
        Example("The Adress column is gone.\n", mail="I renamed the column to adress."),
        *drafts("Die Rechnungsnummer steht in der Auftragsbestätigung.\n", like=Example("", language="de")),
        *drafts(
            "Der Schlüssel kommt morgen.\n",
            "El pago de la factura no se ha podido realizar.\n",
            "nginx daemonset restarted kubectl rollout undo deploy ingress\n",
            like=Example("", language="en"),
        ),
        *drafts("Adjúntenos la factura, y permítanos enviársela.\n", like=Example("", language="es")),
    ),
)
