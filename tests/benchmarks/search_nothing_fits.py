"""Saying "nothing fits": suggestions for messages that an entry answers, and for messages that none does."""

import tempfile
from pathlib import Path

from search_engines import Ours
from search_sets import HINT3, support_sets

from search.suggest import question_words

THRESHOLDS = (0.0, 0.4, 0.6, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.5)


def measure_nothing_fits() -> None:
    """Print, for one threshold over all three bots, the right first hits kept and the false matches."""
    rows: list[tuple[bool, bool, float]] = []  # an entry fits, the first hit is right, its fit
    for judged in support_sets():
        if not judged.name.startswith("hint3"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            ours = Ours()
            ours.fill(judged.documents, Path(folder))
            for query in judged.queries:
                hits = ours.index.search(question_words(query.text), limit=1).hits
                right = bool(hits) and ours.ids[hits[0].id] in query.relevant
                rows.append((bool(query.relevant), right, hits[0].fit if hits else 0.0))
            ours.index.close()
    right_now = sum(right for _, right, _ in rows)
    unfit = sum(not fits for fits, _, _ in rows)
    print(
        f"\nNothing fits, {len(HINT3)} bots with one threshold: {len(rows) - unfit} messages fit an entry"
        f" ({right_now} right first hits), {unfit} fit none."
    )
    print("| threshold on the fit | right first hits kept | false matches |\n|---|---|---|")
    for threshold in THRESHOLDS:
        kept = sum(right and fit >= threshold for _, right, fit in rows)
        false = sum(not fits and fit >= threshold and fit > 0 for fits, _, fit in rows)
        print(f"| {threshold} | {kept} ({kept / right_now:.0%}) | {false} ({false / unfit:.0%}) |")
