"""Names under which attachments can be saved anywhere, all different.

A name in a mail is a wish of the sender: it may be a path, a device, an invisible reversal, or the
same as another one on a file system that ignores case or accents' composition.
"""

import re
import unicodedata

LONGEST = 150

_EXTENSIONS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/pgp-signature": ".asc",
    "application/pkcs7-signature": ".p7s",
    "application/ms-tnef": ".dat",
    "message/rfc822": ".eml",
    "message/global": ".eml",
    "message/delivery-status": ".txt",
}
# Signs that a path, a shell, Windows or a terminal would act on; bidi and zero-width signs.
_FORBIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f<>:\"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2400-\u2421\ufeff\ufffd]+"
)
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|\s*$|\s+\.)", re.IGNORECASE
)


def safe_names(wishes: list[tuple[str, str]]) -> tuple[str, ...]:
    """Return a safe name for every (wished name, media type), all different on any file system."""
    taken: set[str] = set()
    names: list[str] = []
    for number, (wish, media_type) in enumerate(wishes, start=1):
        name = _unique(_safe(wish) or _made_up(number, media_type), taken)
        taken.add(_as_compared(name))
        names.append(name)
    return tuple(names)


def _made_up(number: int, media_type: str) -> str:
    kind = "picture" if media_type.startswith("image/") else "attachment"
    extension = _EXTENSIONS.get(media_type, "")
    if not extension and media_type.startswith("image/"):
        extension = "." + re.sub(r"[^a-z0-9]", "", media_type.partition("/")[2])[:8]
    return f"{kind}-{number}{extension}"


def _safe(wish: str) -> str:
    last = re.split(r"[/\\]", wish[:1000].replace("\0", "/"))[-1] or wish[:1000]
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", last))
    name = " ".join(name.split()).strip(" .").lstrip("-.~ ").rstrip(" .")
    if _RESERVED.match(name):
        name = "_" + name
    return _cut(name) if name.strip("_") else ""


def _cut(name: str, room: int = LONGEST) -> str:
    if len(name.encode("utf-8", "replace")) <= room:
        return name.encode("utf-8", "replace").decode()
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension.encode()) > 20:
        stem, extension = name, ""
    tail = f".{extension}" if extension else ""
    kept = stem.encode("utf-8", "replace")[: room - len(tail.encode())].decode("utf-8", "ignore")
    return kept.rstrip(" .") + tail


def _unique(name: str, taken: set[str]) -> str:
    candidate, number = name, 2
    while _as_compared(candidate) in taken:
        stem, dot, extension = name.rpartition(".")
        ending = f" ({number}){dot}{extension}" if dot and stem else f" ({number})"
        stem = stem if dot and stem else name
        candidate = _cut(stem, LONGEST - len(ending.encode())) + ending
        number += 1
    return candidate


def _as_compared(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
