"""A query with signs as a tree of words, phrases, filters and operators, by Whoosh's parser.

As in :mod:`search.language`, Whoosh is imported late, since the import costs a start-up some 100 ms.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A node of a parsed query.

    ``kind`` is ``word``, ``phrase``, ``prefix`` or ``range``, else ``and``, ``or``, ``not`` or ``must``
    over ``parts``. ``bounds`` are those of a range, each an operator and a value. ``end`` is the offset
    in the query (code points) at which a piece of text ends, or -1.
    """

    kind: str
    text: str = ""
    field: str = ""
    parts: tuple["Part", ...] = ()
    bounds: tuple[tuple[str, str], ...] = ()
    end: int = -1


def parsed(text: str, fields: tuple[str, ...], *, words_as_operators: bool) -> Part:
    """Return a query as Whoosh's parser reads it; raises whatever Whoosh raises on it.

    Callers cap the text first, balance its quotation marks and leave no leading wildcards.
    """
    return _part(_parser(fields, words_as_operators).parse(text, normalize=False))


@lru_cache(maxsize=4)
def _parser(fields: tuple[str, ...], words_as_operators: bool) -> Any:
    from whoosh import qparser

    def operator(word: str, sign: str) -> str:
        names = f"{word}|{sign}" if words_as_operators else sign
        return rf"(?<=\s)(?:{names})(?=\s)"

    start = r"(?<![^\s(])"
    excluding = rf"{start}(?:NOT\s+(?=\S)|-(?=[^\s+-]))" if words_as_operators else rf"{start}-(?=[^\s+-])"
    plugins = [
        qparser.PhrasePlugin(),
        qparser.FieldsPlugin(rf"(?<![^\s(+-])(?P<text>(?i:{'|'.join(fields)})):(?=\S)"),
        qparser.GroupPlugin(),
        qparser.RangePlugin(),
        qparser.GtLtPlugin(r"(?<=:)(?P<rel><=|>=|<|>)"),
        qparser.OperatorsPlugin(
            Not=excluding,
            And=operator("AND", "&&?"),
            Or=operator("OR", r"\|\|?"),
            **dict.fromkeys(("AndNot", "AndMaybe", "Require")),
        ),
        qparser.PlusMinusPlugin(rf"{start}\+(?=[^\s+-])", r"(?!)"),  # minus is NOT, which groups know too
        qparser.PrefixPlugin(),
    ]
    return qparser.QueryParser("", schema=None, plugins=plugins)


def _part(node: Any) -> Part:
    from whoosh import query

    field = (getattr(node, "fieldname", "") or "").lower()
    end = getattr(node, "endchar", None)
    place = -1 if end is None else end
    if isinstance(node, query.Phrase):
        return Part("phrase", " ".join(node.words), field, end=place)
    if isinstance(node, query.Prefix):
        return Part("prefix", node.text, field, end=place)
    if isinstance(node, query.Term):
        return Part("word", node.text, field, end=place)
    if isinstance(node, query.TermRange):
        low = (">" if node.startexcl else ">=", node.start or "")
        high = ("<" if node.endexcl else "<=", node.end or "")
        return Part("range", "", field, bounds=tuple(bound for bound in (low, high) if bound[1]))
    if isinstance(node, query.AndMaybe):
        return Part("and", parts=(Part("must", parts=(_part(node.a),)), _part(node.b)))
    kinds = ((query.Not, "not"), (query.Or, "or"), (query.And, "and"))
    kind = next((name for known, name in kinds if isinstance(node, known)), "")
    if not kind:
        raise ValueError(f"a query of an unknown form: {node!r}")
    return Part(kind, parts=tuple(map(_part, node.children())))
