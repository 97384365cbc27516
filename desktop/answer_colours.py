"""The colours that are offered for inline answers. Red, and what a reader calls red, is not among them."""

ANSWER_COLOURS: tuple[tuple[str, str], ...] = (
    ("Blue", "#186DEC"),
    ("Teal", "#087E96"),
    ("Green", "#218341"),
    ("Violet", "#8C58D5"),
    ("Olive", "#77770D"),
    ("Brown", "#A16717"),
    ("Slate", "#5E758D"),
)
"""Name and ``#RRGGBB``: each has at least 4.5:1 on white and 3:1 on a dark mail window (#1F1F1F)."""
