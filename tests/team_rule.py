"""A rule of a team's own, as its file holds it."""

TEAM_RULE = """\
id = "no-plugin"
title = "We say add-on"
why = "Customers know our word for it."
shape = "substitutions"
message = "“{words}” is what others say; we say “{instead}”."
bad = ["The «plugin» is new.", "My «plugin» is here."]
good = ["The add-on is new.", "My add-on is here."]
[swap]
"plugin" = "add-on"
"""
