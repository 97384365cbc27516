"""Names of people: who a mail is from, how a greeting addresses them, what is nearly the same."""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from composer.mail.lines import Role
from composer.mail.message import Address
from composer.questions.understood import UnderstoodMail

_GREETS = re.compile(
    r"\W*(?:hi|hello|hey|dear|good \w+|hallo|liebe[rs]?|sehr geehrte[rs]?|hola|bonjour|ciao|beste)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]+(?:['’\-.][^\W\d_]+)*")
_TITLES = frozenset(
    [
        *(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "madam",
            "herr",
            "frau",
            "señor",
            "señora",
        ),
        *(
            "sr",
            "sra",
            "monsieur",
            "madame",
            "mademoiselle",
            "mme",
            "mevrouw",
            "meneer",
            "doctor",
            "doktor",
            "don",
            "doña",
        ),
    ]
)
_NO_NAMES = frozenset(
    [
        *(
            "all",
            "there",
            "team",
            "everyone",
            "everybody",
            "folks",
            "friend",
            "friends",
            "customer",
            "client",
            "user",
        ),
        *(
            "guys",
            "both",
            "again",
            "support",
            "sales",
            "info",
            "colleague",
            "colleagues",
            "reader",
            "member",
            "valued",
        ),
        *(
            "hello",
            "hi",
            "hey",
            "dear",
            "good",
            "morning",
            "afternoon",
            "evening",
            "day",
            "and",
            "und",
            "y",
            "et",
            "or",
        ),
        *(
            "my",
            "our",
            "thank",
            "thanks",
            "you",
            "for",
            "your",
            "to",
            "whom",
            "it",
            "may",
            "concern",
            "the",
            "from",
        ),
        *(
            "guten",
            "tag",
            "morgen",
            "abend",
            "hallo",
            "liebe",
            "lieber",
            "liebes",
            "sehr",
            "geehrte",
            "geehrter",
        ),
        *(
            "geehrtes",
            "damen",
            "herren",
            "moin",
            "servus",
            "zusammen",
            "hola",
            "buenos",
            "buenas",
            "días",
            "tardes",
        ),
        *(
            "estimado",
            "estimada",
            "estimados",
            "querido",
            "querida",
            "bonjour",
            "bonsoir",
            "salut",
            "cher",
            "chère",
        ),
        *(
            "ciao",
            "buongiorno",
            "caro",
            "cara",
            "beste",
            "geachte",
            "heer",
            "olá",
            "ola",
            "prezado",
            "prezada",
            "greetings",
        ),
        *(
            "happy",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "new",
            "year",
            "with",
            "best",
            "kind",
        ),
        *(
            "regards",
            "sent",
            "iphone",
            "android",
            "mobile",
            "gmbh",
            "ltd",
            "inc",
            "llc",
            "ag",
            "bv",
            "de",
            "van",
            "von",
            "der",
        ),
        *(
            "la",
            "le",
            "ihr",
            "ihre",
            "mit",
            "freundlichen",
            "grüßen",
            "viele",
            "grüße",
            "saludos",
            "cordialement",
            "merci",
        ),
        *(
            "gracias",
            "danke",
            "cheers",
            "sincerely",
            "yours",
            "many",
            "warm",
            "please",
            "sorry",
            "office",
            "service",
            "admin",
        ),
        *(
            "contact",
            "mail",
            "email",
            "noreply",
            "no",
            "reply",
            "help",
            "hello",
            "billing",
            "shop",
            "store",
            "web",
        ),
    ]
)
_PARTICLES = frozenset(["de", "da", "di", "van", "von", "der", "den", "la", "le", "el", "bin", "al"])
_SHORT_FORMS = (
    "alexander alex sasha xander", "alexandra alex sandra sasha", "andrew andy drew", "anthony tony", "benjamin ben benny",
    "catherine katherine kathryn cathy kathy kate katie cath", "charles charlie chuck", "christian chris", "christina chris "
    "tina", "christine chris chrissy tina", "christopher chris topher kit", "daniel dan danny", "david dave davy", "deborah "
    "deb debbie", "dominic dom", "edward ed eddie ted ned", "elizabeth liz lizzie beth betty eliza lisa", "frances fran",
    "francis frank", "frederick fred freddie", "gabriel gabe", "gregory greg", "henry harry hank", "isabella bella izzy",
    "jacob jake", "james jim jimmy jamie", "jennifer jen jenny", "jessica jess jessie", "john johnny jack", "jonathan jon "
    "jonny john", "joseph joe joey", "joshua josh", "kenneth ken kenny", "kimberly kim", "lawrence larry laurie", "leonard len "
    "leo lenny", "margaret maggie meg peggy greta", "matthew matt matty", "michael mike mick mickey", "nathaniel nathan nate",
    "nicholas nick nicky", "nicole nicky nikki", "olivia liv", "oliver ollie", "pamela pam", "patricia pat patty tricia",
    "patrick pat paddy", "peter pete", "philip phil", "phillip phil", "rebecca becky becca", "richard rick ricky dick rich",
    "robert rob robbie bob bobby", "ronald ron ronnie", "samantha sam", "samuel sam sammy", "stephanie steph", "stephen steve",
    "steven steve", "susan sue susie", "theodore ted teddy theo", "thomas tom tommy", "timothy tim timmy", "victoria vicky tori",
    "vincent vince", "william will bill billy liam", "zachary zach zack", "maximilian max", "sebastian seb basti", "johannes "
    "hannes jo", "katharina kathi kate", "francisco paco", "jose pepe", "guillermo memo", "enrique kike", "jennifer jenn",
    "abigail abby", "alan al", "albert al bert", "allison ally", "amanda mandy", "arthur art", "barbara barb", "bradley brad",
    "cynthia cindy", "donald don", "douglas doug", "eugene gene", "gerald gerry jerry", "jeffrey jeff", "geoffrey geoff",
    "judith judy", "kathleen kathy", "louis lou", "madeline maddie", "martin marty", "melissa mel", "natalie nat", "raymond ray",
    "russell russ", "sandra sandy", "stuart stu", "suzanne sue", "terence terry", "veronica ronnie", "walter walt",
)  # fmt: skip
_FAMILIES = tuple(frozenset(" ".join(family.split()).split()) for family in _SHORT_FORMS)


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name at its place in a text."""

    start: int
    end: int
    text: str


def is_title(word: str) -> bool:
    """Tell whether a word before a name is a form of address: ``Dr.``, ``Señora``."""
    return word.lower().rstrip(".") in _TITLES


def names_in(text: str, *, offset: int = 0) -> Iterator[NameAt]:
    """Yield the names of a greeting or a signature line, without titles and greeting words."""
    for match in _NAME.finditer(text):
        word = match.group()
        plain = word.lower().rstrip(".")
        if plain in _NO_NAMES or is_title(word) or not word[0].isupper() or len(plain) < 2:
            continue
        yield NameAt(match.start() + offset, match.end() + offset, word)


def names_of(address: Address) -> tuple[str, ...]:
    """Return the names in an address: of its display name, else of what stands before the @."""
    shown = address.name if "@" not in address.name else ""
    names = tuple(name.text for name in names_in(_capitals(shown)))
    if names:
        return names
    local = address.mail.partition("@")[0]
    return tuple(
        part.capitalize()
        for part in re.split(r"[._\-+\d]+", local)
        if len(part) > 1 and part.lower() not in _NO_NAMES
    )


def signed_names(mail: UnderstoodMail) -> tuple[str, ...]:
    """Return the names with which a mail is signed: short lines of names at its end."""
    own = [line for line in mail.lines if line.role in (Role.OWN, Role.SIGNATURE) and line.text.strip()]
    names: list[str] = []
    for line in own[-6:]:
        if _GREETS.match(line.text):
            continue
        if _is_name_line(line.text.strip(" ,-–—*_!")):
            names += [name.text for name in names_in(_capitals(line.text))]
    return tuple(names)


def greeted_names(mail: UnderstoodMail) -> frozenset[str]:
    """Return whom the customer greets: one of ours, as a rule."""
    for line in mail.lines:
        if line.role is Role.OWN and line.text.strip():
            if _GREETS.match(line.text):
                return frozenset(plain_name(name.text) for name in names_in(line.text[:60]))
            break
    return frozenset()


def plain_name(name: str) -> str:
    """Return a name in small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("’", "'")


@lru_cache(maxsize=4000)
def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same, or one a usual short form of the other."""
    a, b = plain_name(one), plain_name(other)
    if a == b or _umlauts(a) == _umlauts(b):
        return True
    if b.startswith(a + "-") or b.endswith("-" + a) or a.startswith(b + "-") or a.endswith("-" + b):
        return True
    return any(a in family and b in family and _is_full_form(family, a, b) for family in _FAMILIES)


def is_near_name(one: str, other: str) -> bool:
    """Tell whether two names differ by a slip: a letter, two swapped, or a like sound (Jon, John)."""
    a, b = plain_name(one), plain_name(other)
    if min(len(a), len(b)) < 3 or a == b:
        return False
    limit = 1 if min(len(a), len(b)) < 6 else 2
    return _distance(a, b, limit) <= limit


def _is_full_form(family: frozenset[str], one: str, other: str) -> bool:
    """Short forms of one family count as the same only beside its long form: Kate is not Kathy."""
    full = max(map(len, family)) - 1
    return len(one) >= full or len(other) >= full or len(family) <= 3


def _umlauts(name: str) -> str:
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _is_name_line(line: str) -> bool:
    """Tell whether a line is a name: up to four capitalised words, or one small one (*john*)."""
    words = line.split()
    if not 1 <= len(words) <= 4 or (line.rstrip().endswith((".", "?", "!", ":")) and len(words) > 1):
        return False
    if not all(_NAME.fullmatch(word.strip("().,\"'*_-–—!")) for word in words):
        return False
    return len(words) == 1 or all(
        word.lstrip("(*_\"'-–—")[:1].isupper() or word in _PARTICLES for word in words
    )


def _capitals(text: str) -> str:
    return " ".join(
        word[:1].upper() + (word[1:].lower() if word.isupper() else word[1:])
        for word in text.replace(",", " ").split()
    )


def _distance(a: str, b: str, limit: int) -> int:
    """Return the number of edits (swaps count one) between two names, or more than the limit."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        new = [i]
        for j, other in enumerate(b, start=1):
            cost = min(row[j] + 1, new[-1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1]
