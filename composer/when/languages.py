"""Times in German, Spanish and French: the common forms, one table a language."""
# ruff: noqa: E501 - a pattern broken over lines reads worse than a long one

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache

from composer.when.fragments_en import Match, Reader, after, before
from composer.when.piece import (
    Kind,
    Piece,
    add_months,
    add_working_days,
    day_of,
    monday_of,
    nearest_year,
    next_weekday,
    part_of,
    period_of,
)


@dataclass(frozen=True)
class Words:
    """The words of one language; patterns with their alternatives, tables with their meanings."""

    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, str]
    periods: dict[str, str]
    next: str
    this: str
    after: str
    end_of: str
    start_of: str
    within: str
    working: str
    clock: str
    parts: dict[str, tuple[int, int]]
    vague: tuple[str, ...]
    of: str
    article: str
    numeric: str


def _numbered(rows: str, start: int) -> dict[str, int]:
    return {name: n for n, names in enumerate(rows.split(","), start) for name in names.split()}


_DE = Words(
    months=_numbered("januar jan,februar feb,märz mär,april apr,mai,juni jun,juli jul,august aug,september sept sep,oktober okt,november nov,dezember dez", 1),
    weekdays=_numbered("montag mo,dienstag di,mittwoch mi,donnerstag do,freitag fr,samstag sonnabend sa,sonntag so", 0),
    days={"heute": 0, "morgen": 1, "übermorgen": 2, "gestern": -1},
    numbers=_numbered("ein eine einem einer,zwei,drei,vier,fünf,sechs,sieben,acht,neun,zehn,elf,zwölf", 1),
    units={"minute": "minute", "minuten": "minute", "stunde": "hour", "stunden": "hour", "tag": "day", "tage": "day", "tagen": "day", "werktag": "workday", "werktage": "workday", "werktagen": "workday", "arbeitstag": "workday", "arbeitstage": "workday", "arbeitstagen": "workday", "woche": "week", "wochen": "week", "monat": "month", "monate": "month", "monaten": "month"},
    periods={"woche": "week", "monats": "month", "monat": "month", "wochenende": "weekend", "jahres": "year", "jahr": "year", "quartals": "quarter", "quartal": "quarter", "tages": "day"},
    next=r"nächste[nrsm]?|kommende[nrsm]?",
    this=r"diese[nrsm]?",
    after="",
    end_of=r"ende (?:der |des |dieser |dieses |nächster |nächsten |kommender |kommenden )?",
    start_of=r"anfang (?:der |des |nächster |nächsten |kommender )?",
    within=r"innerhalb (?:von |der nächsten )?|binnen |in den nächsten |in (?:etwa |ca\. )?|spätestens in ",
    working="",
    clock=r"(?:um |gegen |bis )?(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d))? uhr(?: (?P<min2>[0-5]\d))?",
    parts={"vormittag": (8, 12), "nachmittag": (12, 17), "abend": (17, 21), "früh": (6, 10), "mittag": (12, 14)},
    vague=(r"so (?:schnell|bald) wie möglich", r"(?:so)?bald(?:möglichst|ig)?(?! (?:das|die|der|wir|sie|ich|es))", r"schnellstmöglich", r"baldmöglichst", r"demnächst", r"in kürze", r"zeitnah", r"umgehend", r"in absehbarer zeit", r"zu gegebener zeit", r"in den nächsten tagen", r"alsbald", r"im nächsten release", r"mit der nächsten version"),
    of="",
    article="",
    numeric=r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?:\s?(?P<y>(?:19|20)\d\d|\d\d(?!\d)))?",
)  # fmt: skip
_ES = Words(
    months=_numbered("enero ene,febrero feb,marzo,abril abr,mayo,junio,julio,agosto ago,septiembre setiembre sep sept,octubre oct,noviembre nov,diciembre dic", 1),
    weekdays=_numbered("lunes,martes,miércoles miercoles,jueves,viernes,sábado sabado,domingo", 0),
    days={"hoy": 0, "mañana": 1, "pasado mañana": 2, "ayer": -1, "hoy mismo": 0},
    numbers=_numbered("un una uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce", 1),
    units={"minuto": "minute", "minutos": "minute", "hora": "hour", "horas": "hour", "día": "day", "días": "day", "dia": "day", "dias": "day", "semana": "week", "semanas": "week", "mes": "month", "meses": "month"},
    periods={"semana": "week", "mes": "month", "fin de semana": "weekend", "año": "year", "trimestre": "quarter", "día": "day"},
    next=r"pr[óo]xim[oa]|la semana que viene|siguiente",
    this=r"est[ea]",
    after=r"que viene|pr[óo]xim[oa]|siguiente",
    end_of=r"(?:a |el |para )?fin(?:al(?:es)?)? (?:de |del )(?:la |el )?(?:esta |este |próxima |próximo )?",
    start_of=r"(?:a )?(?:principios|comienzos) (?:de |del )(?:la |el )?(?:próxima |próximo )?",
    within=r"dentro de (?:los próximos |las próximas )?|en (?:un plazo de |los próximos |las próximas |menos de |unos |unas )?|en el plazo de ",
    working=r" (?:hábiles|laborables|laborales)",
    clock=r"a las? (?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d))?(?P<min2>zzz)?(?: ?h(?:oras)?)?",
    parts={"de la mañana": (6, 12), "por la mañana": (6, 12), "por la tarde": (12, 19), "de la tarde": (12, 19), "por la noche": (19, 23)},
    vague=(r"lo antes posible", r"lo m[áa]s pronto posible", r"cuanto antes", r"a la (?:mayor )?brevedad(?: posible)?", r"pronto", r"en breve", r"próximamente", r"en los próximos días", r"tan pronto como (?:sea posible|podamos|pueda)", r"en la próxima versión", r"a su debido tiempo"),
    of=r"de |del ",
    article=r"(?:el )?(?:d[íi]a )?",
    numeric=r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d\d|\d\d(?!\d))",
)  # fmt: skip
_FR = Words(
    months=_numbered("janvier janv,février fév fevrier,mars,avril avr,mai,juin,juillet juil,août aout,septembre sept,octobre oct,novembre nov,décembre déc decembre", 1),
    weekdays=_numbered("lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche", 0),
    days={"aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "après-demain": 2, "hier": -1},
    numbers=_numbered("un une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze", 1),
    units={"minute": "minute", "minutes": "minute", "heure": "hour", "heures": "hour", "h": "hour", "jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month"},
    periods={"semaine": "week", "mois": "month", "week-end": "weekend", "weekend": "weekend", "année": "year", "trimestre": "quarter", "journée": "day"},
    next=r"prochaine?",
    this=r"ce|cette|cet",
    after=r"prochaine?|suivante?",
    end_of=r"(?:la |d['’]ici la |en |à la )?fin (?:de |du )(?:la |l['’]|cette |ce )?",
    start_of=r"(?:le |au |en )?début (?:de |du )(?:la |l['’])?",
    within=r"(?:dans|sous|d['’]ici|en) (?:un délai de |les |environ |moins de )?|au plus tard dans ",
    working=r" (?:ouvr[ée]s|ouvrables)",
    clock=r"(?:à|vers|avant) (?P<h>\d{1,2}) ?(?:h|heures)(?: ?(?P<min>[0-5]\d))?(?P<min2>zzz)?",
    parts={"matin": (6, 12), "après-midi": (12, 18), "soir": (18, 22)},
    vague=(r"dès que possible", r"le plus (?:tôt|vite|rapidement) possible", r"dans les (?:plus brefs|meilleurs) délais", r"au plus vite", r"bientôt", r"prochainement", r"sous peu", r"rapidement", r"dans les prochains jours", r"dans la prochaine version", r"en temps voulu"),
    of="",
    article=r"(?:le )?",
    numeric=r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)\d\d|\d\d(?!\d))",
)  # fmt: skip


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _patterns(words: Words) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the patterns of a language with their readers bound to its words."""
    months, weekdays = _either(words.months), _either(w for w in words.weekdays if len(w) > 2)
    numbers = rf"\d{{1,3}}|{_either(words.numbers)}"
    day = rf"{words.article}(?P<d>\d{{1,2}})(?:\.|er|º)?"
    with_weekday = rf"(?:(?P<w>{weekdays}),? (?:den |dem |el |le )?)?"
    rows: tuple[tuple[str, Reader], ...] = (
        (rf"{with_weekday}{day} ?(?:{words.of})?(?P<mon>{months})\b\.?(?:,? (?:{words.of})?(?P<y>(?:19|20)\d\d))?", _Date(words).read),
        (rf"{with_weekday}{words.numeric}(?![\d.])", _numeric),
        (rf"(?:(?P<next>{words.next}) )?(?P<w>{weekdays})(?: (?P<after>{words.after or 'zzz'}))?", _Weekday(words).read),
        (rf"(?P<r>{_either(words.days)})", _Day(words).read),
        (rf"(?P<part>{words.end_of}|{words.start_of})(?P<unit>{_either(words.periods)})(?: (?P<after>{words.after or 'zzz'}))?", _Period(words).read),
        (rf"(?P<part>)(?P<which>{words.next}|{words.this}) (?P<unit>{_either(words.periods)})", _Period(words).read),
        (rf"(?P<part>)(?P<unit>{_either(words.periods)}) (?P<which>{words.after or 'zzz'})", _Period(words).read),
        (rf"(?P<part>{words.end_of}|{words.start_of})(?P<mon>{months})", _MonthPart(words).read),
        (rf"(?:{words.within})(?P<n>{numbers})(?:\s?(?:-|–|bis|a|à|o|ou|oder) ?(?P<n2>{numbers}))? (?P<unit>{_either(words.units)})(?P<working>{words.working or 'zzz'})?", _Wait(words).read),
        (rf"(?P<n>\d{{1,3}})(?:\s?(?:-|–|bis|a|à) ?\d{{1,3}})? (?P<unit>{_either(words.units)})(?P<working>{words.working or 'zzz'})?", _bare),
        (words.clock, _clock),
        (rf"(?P<p>{_either(words.parts)})", _Part(words).read),
        ("|".join(words.vague), _vague),
    )  # fmt: skip
    return tuple((re.compile(rf"(?<![\w$€/])(?:{row})(?!\w)", re.IGNORECASE), reader) for row, reader in rows)


@dataclass(frozen=True)
class _Date:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        month, day = self.words.months[m["mon"].lower()], int(m["d"])
        found = day_of(int(m["y"]), month, day) if m["y"] else nearest_year(month, day, now.date())
        weekday = self.words.weekdays[m["w"].lower()] if m["w"] else None
        return Piece(m.start(), m.end(), Kind.DAY, day=found, weekday=weekday) if found else None


def _numeric(m: Match, now: datetime) -> Piece | None:
    day, month = int(m["d"]), int(m["m"])
    if not m["y"] and re.match(r"\s*(?:\d|version)", after(m)):
        return None
    year = int(m["y"]) if m["y"] else 0
    found = day_of(year + 2000 if 0 < year < 100 else year, month, day) if year else None
    if not year and 1 <= month <= 12 and 1 <= day <= 31:
        found = nearest_year(month, day, now.date())
    return Piece(m.start(), m.end(), Kind.DAY, day=found) if found else None


@dataclass(frozen=True)
class _Weekday:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        weekday = self.words.weekdays[m["w"].lower()]
        day = next_weekday(weekday, now.date())
        if m["next"] or m["after"]:
            day = monday_of(now.date()) + timedelta(weeks=1, days=weekday)
        return Piece(m.start(), m.end(), Kind.DAY, day=day)


@dataclass(frozen=True)
class _Day:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        word = m["r"].lower()
        # "guten Morgen", "por la mañana", "de la mañana": a part of the day, no tomorrow
        if word in ("morgen", "mañana") and re.search(
            r"(?:guten|por la|de la|jeden|am) $", before(m), re.IGNORECASE
        ):
            return None
        day = now.date() + timedelta(days=self.words.days[word])
        return Piece(m.start(), m.end(), Kind.DAY, day=day)


@dataclass(frozen=True)
class _Period:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        unit = self.words.periods[m["unit"].lower()]
        said = m.group().lower()
        coming = re.search(
            rf"\b(?:{self.words.next}|kommender|kommenden|nächster|nächsten|{self.words.after or 'zzz'})\b",
            said,
        )
        first, last = period_of(unit, 1 if coming else 0, now.date())
        if m["part"]:
            late = re.search(r"\b(?:ende|fin|final(?:es)?)\b", m["part"].lower()) is not None
            first, last = part_of(first, last, "end" if late else "start")
        return Piece(m.start(), m.end(), Kind.PERIOD, day=first, last=last)


@dataclass(frozen=True)
class _MonthPart:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        first = nearest_year(self.words.months[m["mon"].lower()], 1, now.date())
        if first is None:
            return None
        late = re.search(r"\b(?:ende|fin|final(?:es)?)\b", m["part"].lower()) is not None
        days = part_of(first, add_months(first, 1) - timedelta(days=1), "end" if late else "start")
        return Piece(m.start(), m.end(), Kind.PERIOD, day=days[0], last=days[1])


@dataclass(frozen=True)
class _Wait:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        amount = self._number(m["n2"] or m["n"])
        unit = self.words.units[m["unit"].lower()]
        working = unit == "workday" or bool(m["working"])
        if working:
            last = add_working_days(now.date(), amount, days=(0, 1, 2, 3, 4), holidays=frozenset())
            finish = datetime.combine(last, time(23, 59), now.tzinfo)
        elif unit == "month":
            finish = datetime.combine(add_months(now.date(), amount), time(23, 59), now.tzinfo)
        else:
            finish = now + timedelta(**{f"{unit}s": amount})
            if unit in ("day", "week"):
                finish = finish.replace(hour=23, minute=59)
        return Piece(m.start(), m.end(), Kind.SPAN, begin=now, finish=finish, working=working)

    def _number(self, words: str) -> int:
        return int(words) if words.isdigit() else self.words.numbers[words.lower()]


def _bare(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.WAIT, working=bool(m["working"]))


def _clock(m: Match, now: datetime) -> Piece | None:
    hour, minute = int(m["h"]), int(m["min"] or m["min2"] or 0)
    return Piece(m.start(), m.end(), Kind.CLOCK, clock=time(hour, minute)) if hour < 24 else None


@dataclass(frozen=True)
class _Part:
    words: Words

    def read(self, m: Match, now: datetime) -> Piece | None:
        first, last = self.words.parts[m["p"].lower()]
        return Piece(m.start(), m.end(), Kind.PART, clock=time(first), until=time(last))


def _vague(m: Match, now: datetime) -> Piece | None:
    return Piece(m.start(), m.end(), Kind.VAGUE)


LANGUAGES = {"de": _DE, "es": _ES, "fr": _FR}


@cache
def patterns(language: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the patterns of a language (de, es, fr) with their readers, compiled when first asked for."""
    return _patterns(LANGUAGES[language])
