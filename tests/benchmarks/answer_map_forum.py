"""Does a text answer a question at all: forum comments judged by people (semeval2015_cqa)."""

from itertools import product

from composer.questions.answer_strength import answer_strength
from tests.benchmarks.questions_data import rows_of


def area_under_curve(rows: list[dict[str, object]] | None = None) -> tuple[float, int]:
    """Return how often a good comment beats a bad one on the same question, and of how many pairs."""
    hits, pairs = 0.0, 0
    for row in rows if rows is not None else rows_of("semeval2015_cqa"):
        question = f"{row['subject']} {row['body']}"
        strengths = {"Good": [], "Bad": [], "Dialogue": []}  # type: dict[str, list[float]]
        for comment in row["comments"]:  # type: ignore[attr-defined]
            if comment["gold"] in strengths:
                strengths[comment["gold"]].append(answer_strength(question, comment["text"]))
        for good, bad in product(strengths["Good"], strengths["Bad"] + strengths["Dialogue"]):
            hits += (good > bad) + 0.5 * (good == bad)
            pairs += 1
    return hits / max(1, pairs), pairs


if __name__ == "__main__":
    rows = rows_of("semeval2015_cqa")
    for name, half in (("all", rows), ("even", rows[::2]), ("odd", rows[1::2])):
        area, count = area_under_curve(half)
        print(f"semeval2015_cqa {name}: area under curve {area:.3f} over {count} pairs")
