"""Make the word lists of `resources/words/spelling_*.txt` again: words with their counts that we ship.

The Spanish list of pyspellchecker 0.8 and later holds headwords only (no *gracias*, no *está*), the French
and the Portuguese lack common words. Version 0.6.3 counted every form, slips too. Here each of its words is
asked of the dictionary that LibreOffice uses; what that one takes is kept, unless the newer list has it.

Run with chunspell installed, on what `pip download pyspellchecker==0.6.3` and, unpacked, `npm pack
dictionary-es dictionary-fr dictionary-pt` bring:
    python packaging/spelling_words.py pyspellchecker-0.6.3-py3-none-any.whl DIR
where DIR holds the folders dictionary-es, dictionary-fr and dictionary-pt.
"""

import gzip
import json
import re
import sys
import textwrap
import zipfile
from importlib.resources import files
from itertools import groupby
from pathlib import Path

_WORDS = Path(__file__).resolve().parents[1] / "resources" / "words"
_WORD = re.compile(r"[a-zß-öø-ÿœ]{2,}")
# What each dictionary says of its licence, of which ours is the first that suits a program under MIT.
_DICTIONARIES = {
    "es": "RLA-ES 2.8, https://github.com/sbosio/rla-es, under MPL 1.1, https://www.mozilla.org/MPL/1.1/",
    "fr": "Grammalecte 7.5, https://grammalecte.net, under MPL 2.0, https://www.mozilla.org/MPL/2.0/",
    "pt": "VERO (Brazilian), https://pt-br.libreoffice.org, under MPL 2.0, https://www.mozilla.org/MPL/2.0/",
}
_WHOLE = frozenset({"es"})
_HEADER = """\
# Words with how often each was met in film subtitles, made by packaging/spelling_words.py; one line holds
# many words of about the same count.
# Words and counts: pyspellchecker 0.6.3, https://github.com/barrust/pyspellchecker, under the MIT licence.
# Kept are those that this dictionary has, as `npm pack dictionary-{language}` brings it:
# {dictionary}.
"""


def words(wheel: Path, dictionary: Path, language: str) -> dict[str, int]:
    """Return the words of a language that are right, with their counts in the unit of the newer list."""
    from hunspell import Hunspell  # type: ignore[import-not-found]

    with zipfile.ZipFile(wheel) as archive:
        counts: dict[str, int] = _unpacked(archive.read(f"spellchecker/resources/{language}.json.gz"))
    right = Hunspell("index", hunspell_data_dir=str(dictionary)).spell
    written = [word for word in counts if _WORD.fullmatch(word)]
    kept = {word: counts[word] for word in written if right(word)}
    # Names are known, and as the rarest of words never what another was meant to be.
    kept |= {word: min(kept.values()) for word in written if word not in kept and right(word.capitalize())}
    if language in _WHOLE:
        return kept
    newer = _unpacked(files("spellchecker").joinpath(f"resources/{language}.json.gz").read_bytes())
    both = kept.keys() & newer.keys()
    scale = sum(newer[word] for word in both) / sum(kept[word] for word in both)
    return {word: max(1, round(count * scale)) for word, count in kept.items() if word not in newer}


def _unpacked(packed: bytes) -> dict[str, int]:
    found: dict[str, int] = json.loads(gzip.decompress(packed))
    return found


def listed(counts: dict[str, int], language: str) -> str:
    """Return the text of a word list: counts of two digits, the most common words first."""
    rows = sorted((-_rounded(count), word) for word, count in counts.items())
    lines = [_HEADER.format(language=language, dictionary=_DICTIONARIES[language])]
    for count, group in groupby(rows, key=lambda row: -row[0]):
        wrapped = textwrap.wrap(" ".join(word for _, word in group), 4000)
        lines += [f"{count} {line}\n" for line in wrapped]
    return "".join(lines)


def _rounded(count: int) -> int:
    unit: int = 10 ** max(0, len(str(count)) - 2)
    return round(count / unit) * unit


if __name__ == "__main__":
    for code in _DICTIONARIES:
        found = words(Path(sys.argv[1]), Path(sys.argv[2]) / f"dictionary-{code}", code)
        (_WORDS / f"spelling_{code}.txt").write_text(listed(found, code), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{code}: {len(found)} words\n")
