"""how-to-without-steps: asked how, told that it is possible."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
from collections.abc import Iterator

from composer.lint.finding import Reading, Severity
from composer.lint.own_spans import is_own
from composer.lint.own_words import PassageKind
from composer.lint.refusals import matter_of, words_asked
from composer.lint.reply import Reply
from composer.lint.reply_text import own_sentences
from composer.lint.rule import Example, Hit, Rule, WholeReply
from composer.questions.answer_state import QuestionState, State
from composer.questions.question import AnswerType

_STEPS = re.compile(
    r"(?:^|[\n.;:,>]|\b(?:and|then|please|first|to|just|can|by|you|next|simply|should|must)\b)\W{0,4}\d{0,2}[.)]? ?"
    r"(?:click\w*|tap|open\w*|go(?:ing)?|choos\w+|select\w*|enter\w*|press\w*|typ(?:e|ing)|install\w*|run\w*|set\w*|tick\w*|untick|check\w*|"
    r"uncheck|enabl\w+|disabl\w+|turn\w*|switch\w*|add\w*|remov\w+|delet\w+|copy|copying|past(?:e|ing)|drag\w*|download\w*|upload\w*|"
    r"log|sign|scroll\w*|creat\w+|renam\w+|replac\w+|updat\w+|restart\w*|sav(?:e|ing)|cop\w+|mov(?:e|ing)|put\w*|writ\w+|send\w*|us(?:e|ing)|"
    r"chang\w+|edit\w*|reply|call|ask|visit|fill\w*|hold|connect\w*|export\w*|import\w*|activat\w+|deactivat\w+|clear\w*|follow\w*|hover|pick|"
    r"pull|push|turn|lift|screw|unscrew|wait|plug|unplug|insert|slide|tighten|loosen|multiply|divide|stick|bring|take)\b"
    # German, Spanish, French
    r"|\b(?:öffn|klick|wähl|drück|tipp|stell|schalt|zieh|leg|setz|schreib|send|schick|start|lad|installier|entfern|lösch|kopier|speicher|änder|trag|meld|steck|halt|"
    r"nehm|folg|aktivier|deaktivier|kleb|scann|füll|bring|dreh|lös|schraub|wart|prüf|nutz|verwend|bestätig|hinterleg|verbind|trenn|geb|geh|ruf|mach|leit|richt)(?:en|n) sie\b"
    r"|\b(?:öffne|klicke?|wähle|drücke?|tippe?|stelle?|schalte|ziehe?|lege?|setze?|schreibe?|sende|schicke?|starte|lade|lösche|kopiere|speichere?|ändere|stecke?|halte|nimm|gib|geh|ruf)\b"
    r"|\b(?:abra|haga|pulse|elija|vaya|escriba|envíe|seleccione|marque|guarde|introduzca|conecte|desconecte|reinicie|descargue|instale|mande|entre|use|utilice|cambie|borre|rellene|siga|"
    r"llame|busque|pegue|copie|abre|haz|pulsa|elige|ve a|escribe|selecciona|marca|guarda|conecta)\b"
    r"|\b(?:ouvrez|cliquez|choisissez|allez|appuyez|saisissez|envoyez|sélectionnez|cochez|décochez|enregistrez|branchez|débranchez|redémarrez|téléchargez|installez|écrivez|suivez|"
    r"remplissez|copiez|collez|supprimez|modifiez|utilisez|lancez|tapez|retirez|tournez|mettez|renvoyez|déposez|appelez)\b",
    re.IGNORECASE,
)
# A link, a path, a guide, a no, a question back, or that we did it ourselves: all that is an answer, too.
_POINTS = re.compile(
    r"https?:|\]\(|[>›→]|`|\battached\b|\bguide\b|\barticle\b|\bsteps?\b|\b(?:not|isn['’]t) (?:possible|supported|available|planned|yet)\b|\b(?:cannot|can['’]t|can not|no way|impossible|unfortunately|"
    r"don['’]t (?:offer|know|support|have)|do not (?:offer|know|support|have)|not sure|need not|needn['’]t|no need|(?:don['’]t|do not) (?:need|have) to)\b|\?|^\s*(?:[-*]|\d+[.)])\s|"
    r"\b(?:i|we)(?:['’]ve|['’]ll| have| will| can) (?:already |just |now |gladly )?(?:\w+ed|set|done|put|sent|made|send|do|set|make|call|come|bring|come|turn|switch|change|add)\b|"
    r"\banleitung\b|\banhang\b|\bschritte?n?\b|\bnicht (?:möglich|vorgesehen|nötig)\b|\bgeht (?:leider )?nicht\b|\bguía\b|\bpasos\b|\bno (?:es posible|se puede|hace falta)\b|\bétapes\b|\bnotice\b|\bpas (?:possible|besoin)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LONG = 45
# Asked how it goes on, what we are going to do is the answer.
_WHAT_NEXT = re.compile(
    r"\bhow (?:do|does|will|shall|should|can) (?:we|it|this|that|things) (?:go on|proceed|continue|work from here)|\bhow (?:do|can|could|would|should|shall) (?:i|we|you|one|they) (?:best )?(?:(?:get|come|travel|go|drive) (?:to|from|there|here|in|home|up|across)\b|reach\b)|\bhow (?:are|is|did|was|were|come|long|often|far|soon|about)\b|"
    r"\bwie (?:geht|läuft)\b[^?]{0,30}\b(?:weiter|ab)\b|\bwie (?:lange|oft|kommt|komme|kommen|konnte|viel)\b|\bcómo (?:seguimos|continúa|es posible|sigue)\b|\bcomment (?:ça|cela) se (?:passe|fait)|\bcomment est-ce possible",
    re.IGNORECASE,
)


# Somewhere in there: who asked how has looked there already, or does not know where it is.
_SOMEWHERE = re.compile(
    r"\b(?:in|from|under|through|via|over|on|within|inside|with) (?:the|your|its|our|my) (?:\w+ )?(?:settings?|menus?|options?|account|planner|program|app|portal|software|system|preferences|control panel|website|web ?site|site|profile|dashboard|console|editor|tool|configuration|admin area|back office|page|panel|phone|browser|online shop)\b|\bonline\b|"
    r"\b(?:in|im|über|unter) (?:(?:den|dem|der|die|ihrem|ihren|ihrer|das) )?(?:einstellungen|menü|optionen|konto|kundenkonto|programm|app|portal|system|profil|browser|planer)\b|"
    r"\b(?:en|desde|por) (?:los|el|la|las|su|tu) (?:ajustes|menú|opciones|cuenta|programa|aplicación|portal|sistema|perfil|web|página|configuración)\b|"
    r"\b(?:dans|depuis|sur|via) (?:les|le|la|votre|l['’]) ?(?:paramètres|réglages|menu|options|compte|programme|application|portail|système|profil|site)\b",
    re.IGNORECASE,
)
# A name to look for: a path, a label in quotes or bold, a link, a list.
_EXACTLY = re.compile(
    r"https?:|\]\(|[>›→]|`|[\"“„«*]|^\s*(?:[-*]|\d+[.)])\s|\b(?:step|guide|article|attached|button|symbol|icon|gear|tab|knob|key|corner|top|bottom)\b|\b(?:i|we)(?:['’]ve|['’]ll| have| will)\b",
    re.IGNORECASE | re.MULTILINE,
)
# We did it, or the means is the answer: "by card", "mit dem Bus".
_BY_MEANS = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)\b|\b(?:habe ich|ich habe|haben wir|wir haben|he|hemos|j['’]ai|nous avons)\b|^\W*(?:by|with|mit|per|con|par|en|über)\b",
    re.IGNORECASE,
)
_FEW = 2


def _check(reply: Reply) -> Iterator[Hit]:
    for state in reply.states:
        if state.question.answer_type is not AnswerType.HOW_TO or _WHAT_NEXT.search(state.question.text):
            continue
        span = _whole_answer(reply, state) or _told_where_only(reply, state)
        if span is not None:
            message = (
                f"Question {state.question.number} asks how: name the steps, or link the guide that has them."
            )
            yield Hit(*span, message, question=state.question.id)


def _whole_answer(reply: Reply, state: QuestionState) -> tuple[int, int] | None:
    """Return the place of an answer that says nothing about how, None where there is none."""
    if state.state is not State.ANSWERED or state.answer is None:
        return None
    words = state.answer.text
    if not is_own(reply, state.answer.start, state.answer.end) or len(words.split()) > _LONG:
        return None
    if _STEPS.search(words) or _POINTS.search(words) or _BY_MEANS.search(words):
        return None
    start = state.answer.start + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _told_where_only(reply: Reply, state: QuestionState) -> tuple[int, int] | None:
    """Return the sentence that sends somebody who asked how into a menu, and leaves it at that."""
    if state.state not in (State.ANSWERED, State.UNANSWERED):
        return None
    sentences = list(own_sentences(reply))
    if any(one.placed.passage.kind is PassageKind.ITEM for one in sentences):
        return None
    asked = matter_of(words_asked(reply, state))
    for number, one in enumerate(sentences):
        shown = " ".join(each.text for each in sentences[number : number + 3])
        if asked & matter_of(one.text) and _SOMEWHERE.search(one.text) and not _shows_how(shown):
            return one.start, one.end
    return None


def _shows_how(words: str) -> bool:
    """Tell whether sentences have steps, or a place that can be found by its name."""
    return sum(1 for _ in _STEPS.finditer(words)) > _FEW or _EXACTLY.search(words) is not None


def _asked(answer: str, kind: str = "how-to") -> Example:
    question = "How can I change the address?"
    text = answer.replace("«", "").replace("»", "")
    return Example(
        f"> {question}\n\n{answer}\n", mail=question, questions=((question, kind, "answered", text),)
    )


RULE = Rule(
    id="how-to-without-steps",
    reading=Reading.QUESTIONS,
    severity=Severity.WARNING,
    title="Asked how, and no steps",
    finds=(
        "A question that asks how, and an answer that only says that it is possible. Steps, the name of a "
        "menu or a button, a command or a link are enough."
    ),
    why="The customer can do it with the mail beside the screen, without a second question.",
    reads=WholeReply(_check),
    bad=(
        _asked("«Yes, that is possible in your account.»"),
        _asked("«The address is part of the settings.»"),
        _asked("«That can be set up in the program of your choice. You won't miss anything.»"),
    ),
    good=(
        _asked("Open **Account > Address** and save the new one."),
        _asked("1. Open the settings.\n2. Enter the address."),
        _asked("Open the settings and enter it there. You won't miss anything."),
    ),
    quiet=(
        _asked("See [the guide](https://example.com/address)."),
        _asked("You can do this by sending me the new one."),
        _asked("That is not possible after the order has shipped."),
        _asked("Yes, that is possible in your account.", "yes-no"),
        _asked("I have changed it in your account."),
        _asked("Öffnen Sie das Konto und tragen Sie die neue ein."),
        _asked("Abra su cuenta y escriba la nueva."),
        _asked("Ouvrez votre compte et saisissez la nouvelle."),
    ),
)
