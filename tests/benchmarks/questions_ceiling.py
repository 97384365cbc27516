"""How far emailintent's labels can be learned at all: a linear model, trained on the even half.

    python -m tests.benchmarks.questions_ceiling

Needs scikit-learn, which is no part of the project, and is skipped with a word without it. The model sees
words (1 to 3), letters (2 to 6) and, in its second form, which rows of our tables match and what we read.
Its thresholds are set on the very half it is reported on, which flatters it.
"""

import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

from composer.questions.pattern_table import table_for
from composer.questions.plain_words import plain
from composer.questions.sentences import sentences_of
from tests.benchmarks.questions_data import rows_of
from tests.benchmarks.questions_sentences import read

_ALARMS = (0.06, 0.08, 0.10, 0.15)
_WORD = r"(?u)\b\w+'?\w*\b|[?!$:]"


def row_names(text: str) -> list[str]:
    """Return which rows of the English table match in a text, and what was read in it."""
    table = table_for("en")
    assert table is not None
    heard = [table.read(plain(sentence.text).rstrip("?! ")) for sentence in sentences_of(text)]
    names = [f"row-{row.id}" for each in heard for row in each.patterns]
    names += [f"row-{row.id}" for each in heard for row in each.look_alikes]
    mail = read(text)
    names += [f"plan-{plan.kind.name}" for plan in mail.plans]
    return [*names, *(f"form-{question.form.value}" for question in mail.questions), "text"]


def recall_at(scores: Any, labels: Any, alarms: float) -> float:
    """Return the recall where this share of the others is flagged."""
    others = sorted(scores[~labels], reverse=True)
    return float((scores[labels] > others[int(alarms * len(others))]).mean())


def alarms_at(scores: Any, labels: Any, recall: float) -> float:
    """Return the share of the others that is flagged where this recall is reached."""
    wanted = sorted(scores[labels], reverse=True)
    return float((scores[~labels] >= wanted[int(recall * len(wanted)) - 1]).mean())


def main() -> None:
    """Print recall at several rates of false alarms, and how it grows with what the model is taught."""
    if not find_spec("sklearn"):
        print("scikit-learn is not installed: skipped.")
        sys.exit(0)
    from numpy import array
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    rows = [row for row in rows_of("emailintent") if not row["question_mark"]]
    texts, labels = [row["text"] for row in rows], array([bool(row["intent"]) for row in rows])
    for name, with_ours in (("words and letters", False), ("the same and our rows", True)):
        model = _model(with_ours=with_ours).fit(texts[::2], labels[::2])
        _report(f"even half to odd half, {name}", model.decision_function(texts[1::2]), labels[1::2])
    for folds in (2, 4, 10):
        split = StratifiedKFold(folds, shuffle=True, random_state=1)
        scores = cross_val_predict(
            _model(with_ours=False), texts, labels, cv=split, method="decision_function"
        )
        _report(f"words and letters, taught {len(texts) * (folds - 1) // folds} sentences", scores, labels)


def _report(name: str, scores: Any, labels: Any) -> None:
    rates = ", ".join(f"{recall_at(scores, labels, alarms):.3f} at {alarms:.0%}" for alarms in _ALARMS)
    print(f"{name}: recall {rates}; 0.85 costs {alarms_at(scores, labels, 0.85):.1%}")


def _model(*, with_ours: bool) -> Any:
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC

    parts = [
        TfidfVectorizer(ngram_range=(1, 3), token_pattern=_WORD, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 6), min_df=2, sublinear_tf=True),
    ]
    analyzer: Callable[[str], Sequence[str]] = row_names
    ours = [CountVectorizer(analyzer=analyzer, binary=True)] if with_ours else []
    return make_pipeline(make_union(*parts, *ours), LinearSVC(C=0.5))


if __name__ == "__main__":
    main()
