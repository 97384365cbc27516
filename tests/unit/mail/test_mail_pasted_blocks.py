"""Patches, encoded files, keys and PGP's signatures in a mail's text are no words of its writer."""

import pytest

from composer.mail.label import label_lines
from composer.mail.lines import Role
from composer.mail.pasted_blocks import pasted_blocks

_PATCH = """\
diff --git a/shop.py b/shop.py
index 96aaa73..023b2ec 100644
--- a/shop.py
+++ b/shop.py
@@ -4,3 +4,4 @@ def total(cart):
     sum = 0
-    for item in cart:
+    # why is this?
+    for item in list(cart):
         sum += item.price
"""
_CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIDdzCCAlagAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ
RTESMBAGA1UEChMJQmFsdGltb3Jl
-----END CERTIFICATE-----
"""
_ENCODED = "begin 644 plan.csv\n&;F%M93MX\n`\nend\n"


def roles(text: str) -> dict[str, Role]:
    return {line.text: line.role for line in label_lines(text) if line.text.strip()}


@pytest.mark.parametrize("block", [_PATCH, _CERTIFICATE, _ENCODED], ids=["patch", "key", "uuencode"])
def test_a_block_is_a_log_and_the_words_around_it_are_own(block: str) -> None:
    found = roles(f"Hello,\n\nthis is what I have:\n\n{block}\nCan you use it as it is?\n")
    assert {role for line, role in found.items() if line in block} == {Role.LOG}
    assert found["this is what I have:"] is found["Can you use it as it is?"] is Role.OWN


def test_a_patch_takes_its_count_of_lines_along() -> None:
    count = " shop.py | 3 ++-\n 1 file changed, 2 insertions(+), 1 deletion(-)"
    found = roles(f"See below.\n---\n{count}\n\n{_PATCH}")
    assert found[" shop.py | 3 ++-"] is Role.LOG
    assert found["See below."] is Role.OWN


def test_a_signed_mail_is_read_between_its_lines() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nWhen do you open?\n\nBest regards\nMara Lind\n"
        "-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v2\n\niQEcBAEBCAAGBQJWs0\n=Ab3d\n"
        "-----END PGP SIGNATURE-----\n"
    )
    found = roles(text)
    assert found.pop("When do you open?") is Role.OWN
    assert set(found.values()) == {Role.SIGNATURE}


@pytest.mark.parametrize(
    "line",
    [
        "@@ -1,4 +1,4 @@",
        "begin 644 plan.csv",
        "begin with the red button",
        "-----BEGIN CERTIFICATE-----",
        "- item one",
        "@@ what does this mean?",
    ],
)
def test_what_does_not_end_as_it_should_is_words(line: str) -> None:
    found = roles(f"Hello,\nmy file says\n{line}\nWhat can I do about this? I tried all I know.\n")
    assert set(found.values()) == {Role.OWN}


def test_words_below_a_patch_that_was_cut_stay_own() -> None:
    found = roles("@@ -1,40 +1,40 @@\n-one\n+two\nCan you tell what is wrong with it?\n")
    assert found["Can you tell what is wrong with it?"] is Role.OWN
    assert found["+two"] is Role.LOG


def test_lines_that_nobody_labelled_are_left_alone() -> None:
    lines = _PATCH.split("\n")
    assert pasted_blocks(lines, [True] * 7).logs == set(range(7))
