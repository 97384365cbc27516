"""Saying "nothing fits": suggestions for messages that an entry answers, and for messages that none does."""

import tempfile
from pathlib import Path

from search_engines import Ours
from search_sets import HINT3, support_sets

THRESHOLDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2)


def measure_nothing_fits() -> None:
    """Print, for one threshold over all three bots, the right first hits kept and the false matches."""
    rows: list[tuple[bool, bool, float]] = []  # an entry fits, the first hit is right, its score
    for judged in support_sets():
        if not judged.name.startswith("hint3"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            ours = Ours()
            ours.fill(judged.documents, Path(folder))
            for query in judged.queries:
                hits = ours.index.search(query.text, limit=1).hits
                right = bool(hits) and ours.ids[hits[0].id] in query.relevant
                rows.append((bool(query.relevant), right, hits[0].score if hits else 0.0))
            ours.index.close()
    right_now = sum(right for _, right, _ in rows)
    unfit = sum(not fits for fits, _, _ in rows)
    print(
        f"\nNothing fits, {len(HINT3)} bots with one threshold: {len(rows) - unfit} messages fit an entry"
        f" ({right_now} right first hits), {unfit} fit none."
    )
    print("| threshold on the score | right first hits kept | false matches |\n|---|---|---|")
    for threshold in THRESHOLDS:
        kept = sum(right and score >= threshold for _, right, score in rows)
        false = sum(not fits and score >= threshold and score > 0 for fits, _, score in rows)
        print(f"| {threshold} | {kept} ({kept / right_now:.0%}) | {false} ({false / unfit:.0%}) |")
