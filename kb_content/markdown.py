"""The one configured MarkdownIt: Markdown to HTML that is safe to show, and Markdown as text.

Raw HTML is shown as text, images become their alternative text, links keep http, https, mailto, tel
and kb addresses only; other links become their words. What is too large, too deep or too dense for a
rich view is shown as plain text with a sentence that says so: nothing is lost, nothing stalls.
"""

import html
import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from kb_content.markdown_text import Section, plain, sections

__all__ = ["SCHEMES", "Section", "allowed_link", "plain", "render", "sections", "unwrapped"]

SCHEMES = frozenset({"http", "https", "mailto", "tel", "kb"})
"""The schemes that a link may have; ``kb:refunds`` points to a record of the library."""

LARGEST = 200_000
"""The longest Markdown that is shown rich, in code points (some 10 ms per kB with Qt's share)."""
LARGEST_PLAIN = 1_000_000
"""The longest text that is shown at all, in code points."""
DEEPEST = 30
"""The most levels of lists, quotes and marks."""
MOST_TAGS = 60_000
LONGEST_TOKEN = 500
"""A longer word gets places to break: one word of 1 MB stalls a text view for most of a minute."""

_LONG_WORD = re.compile(rf"[^\s\u200b]{{{LONGEST_TOKEN}}}")
_MARKS = re.compile(r"[*_~`\[\]<&]")
_MOST_MARKS_IN_PARAGRAPH = 4_000
_QUOTED_DEEP = re.compile(rf"^[ \t]*(?:>[ \t]?){{{DEEPEST + 1}}}", re.MULTILINE)
_INDENTED_DEEP = re.compile(rf"^[ ]{{{DEEPEST * 2 + 2},}}(?:[-+*]|\d{{1,9}}[.)])[ ]", re.MULTILINE)
_LIST_IN_LIST = re.compile(rf"^[ \t]*(?:(?:[-+*]|\d{{1,9}}[.)]|>)[ \t]+){{{DEEPEST + 1}}}", re.MULTILINE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
_CONTROL = re.compile("[\x00-\x20\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_QUOTE_MARKS = re.compile(r"^[ \t>]+")
_KB = re.compile(r"kb:[a-z0-9][a-z0-9-]{0,80}(?:#[^\s<>\"']{0,200})?")

_TAGS = {
    "a", "p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}

_TOO_MUCH = "This text is too large or too deeply nested for the formatted view, so it is shown plain."
_CUT = "Only its beginning is shown here; the file itself is complete."


def render(markdown: str, *, keep_lines: bool = False) -> str:
    """Return safe HTML (a fragment) for Markdown; text that is too complex comes as ``<pre>``.

    ``keep_lines`` lets a line end be one, as in a mail; by itself Markdown takes it for a space.
    """
    text = markdown.replace("\x00", "\ufffd")
    if _is_too_much(text):
        return _as_plain(text)
    tokens = _parser().parse(text)
    if any(token.level >= DEEPEST for token in tokens):
        return _as_plain(text)
    rendered = str(_parser().renderer.render(tokens, _parser().options, {"keep_lines": keep_lines}))
    if rendered.count("<") > MOST_TAGS:
        return _as_plain(text)
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def unwrapped(markdown: str) -> str:
    """Return Markdown with each paragraph on one line, for where a line end is one.

    Line breaks that are meant (two spaces, a backslash) stay; what is too complex comes back as it is.
    """
    if _is_too_much(markdown):
        return markdown
    lines: list[str | None] = list(markdown.split("\n"))
    for token in _parser().parse(markdown):
        if token.type == "inline" and token.map:
            _join_soft_breaks(lines, token)
    return "\n".join(line for line in lines if line is not None)


def _join_soft_breaks(lines: list[str | None], paragraph: Token) -> None:
    """Put the lines of a paragraph into its first one; what was joined is None then."""
    assert paragraph.map is not None
    first, end = paragraph.map
    breaks = [child.type for child in paragraph.children or () if child.type in ("softbreak", "hardbreak")]
    if len(breaks) != end - first - 1:  # a line end within a code span, say, is none of them
        return
    last = first
    for number, kind in enumerate(breaks, first + 1):
        if kind == "hardbreak":
            last = number
        else:
            lines[last] = f"{(lines[last] or '').rstrip()} {_QUOTE_MARKS.sub('', lines[number] or '')}"
            lines[number] = None


def allowed_link(address: str) -> str:
    """Return the address as it may be used, or nothing: mailto keeps subject and body only."""
    address = address.strip()
    if _CONTROL.search(address) or len(address) > 4_000:
        return ""
    scheme = _SCHEME.match(address)
    if scheme is None or scheme[1].lower() not in SCHEMES:
        return ""
    match scheme[1].lower():
        case "mailto":
            return _mailto(address)
        case "kb":
            return address if _KB.fullmatch(address) else ""
        case "http" | "https":
            return address if _has_host(address) else ""
        case _:
            return address


def _mailto(address: str) -> str:
    """No attachments, no hidden recipients: what a link may prefill is subject and body."""
    recipient, _, query = address.partition("?")
    kept = [(key, value) for key, value in parse_qsl(query) if key.lower() in ("subject", "body")]
    return f"{recipient}?{urlencode(kept, quote_via=quote)}" if kept else recipient


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _is_too_much(text: str) -> bool:
    """Whether the parser would take too long or lose what is nested too deep."""
    if len(text) > LARGEST:
        return True
    if _QUOTED_DEEP.search(text) or _INDENTED_DEEP.search(text) or _LIST_IN_LIST.search(text):
        return True
    if len(_MARKS.findall(text)) <= _MOST_MARKS_IN_PARAGRAPH:
        return False
    return any(len(_MARKS.findall(block)) > _MOST_MARKS_IN_PARAGRAPH for block in text.split("\n\n"))


def _as_plain(text: str) -> str:
    sentence = _TOO_MUCH
    if len(text) > LARGEST_PLAIN:
        text, sentence = text[:LARGEST_PLAIN], f"{_TOO_MUCH} {_CUT}"
    return f"<p><em>{sentence}</em></p>\n<pre>{html.escape(_breakable(text), quote=False)}</pre>\n"


def _breakable(text: str) -> str:
    """Put a zero-width space into words that no view could break."""
    return _LONG_WORD.sub("\\g<0>\u200b", text) if len(text) > LONGEST_TOKEN else text


class _Renderer(RendererHTML):
    """Renders text breakable, images as words, and foreign links as their words."""

    def text(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return html.escape(_breakable(tokens[index].content), quote=False)

    def code_inline(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return f"<code>{html.escape(_breakable(tokens[index].content), quote=False)}</code>"

    def code_block(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return f"<pre><code>{html.escape(_breakable(tokens[index].content), quote=False)}</code></pre>\n"

    def fence(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return self.code_block(tokens, index, options, env)

    def softbreak(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return "<br>\n" if env.get("keep_lines") else "\n"

    def image(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        words = self.renderInlineAsText(tokens[index].children or [], options, env)
        return html.escape(_breakable(words), quote=False)

    def link_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        address = allowed_link(str(tokens[index].attrGet("href") or ""))
        env.setdefault("links", []).append(bool(address))
        return f'<a href="{html.escape(address)}">' if address else ""

    def link_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return "</a>" if env["links"].pop() else ""

    def td_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return self._cell("td", tokens[index])

    def th_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        return self._cell("th", tokens[index])

    def _cell(self, tag: str, token: Token) -> str:
        """Alignment as an attribute: styles do not pass the sanitiser."""
        side = str(token.attrGet("style") or "").removeprefix("text-align:")
        return f'<{tag} align="{side}">' if side in ("left", "right", "center") else f"<{tag}>"


class _Parser(MarkdownIt):
    """Takes every link for one, so that a refused one shows its words and not its address."""

    def validateLink(self, url: str) -> bool:
        return True


@cache
def _parser() -> MarkdownIt:
    """Made once: building it takes longer than rendering a short text."""
    parser = _Parser(
        "commonmark", {"html": False, "linkify": False, "maxNesting": DEEPEST + 2}, renderer_cls=_Renderer
    )
    parser.enable(["table", "strikethrough"])
    return parser
