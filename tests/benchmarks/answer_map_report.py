"""All figures of the answer map: threads with inline answers by half, pairs alone, forum comments.

python -m tests.benchmarks.answer_map_report
"""

import random

from composer.questions.evidence import weights
from tests.benchmarks.answer_map_forum import area_under_curve
from tests.benchmarks.answer_map_matching import matched
from tests.benchmarks.answer_map_threads import cases_of, score
from tests.benchmarks.questions_data import rows_of


def main() -> None:
    """Print the figures."""
    threads = rows_of("rlists_inline")
    for name, half in (("even threads (fitted on)", threads[::2]), ("odd threads", threads[1::2])):
        dice = random.Random(5)
        cases = [case for thread in half for case in cases_of(thread, dice)]
        print(f"rlists_inline, {name}")
        for figure, (right, count) in (score(cases, weights()) | matched(half, weights())).items():
            print(f"  {figure:52} {right / count:.3f} of {count}")
    area, pairs = area_under_curve(rows_of("semeval2015_cqa"))
    print(f"semeval2015_cqa: area under curve {area:.3f} over {pairs} pairs (word overlap 0.596)")


if __name__ == "__main__":
    main()
