"""Whatever is typed: no exception, spans inside the text, fixes that settle their finding."""
# ruff: noqa: E501 - the pieces of a draft stand in rows

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.draft import Draft
from composer.lint.context_file import context_from
from composer.lint.dismissals import Dismissed
from composer.lint.engine import Engine
from composer.lint.own_words import OwnWordsReader
from composer.lint.registry import built_in_rules
from composer.lint.reply import Reply
from composer.mail.lines import Line, Role
from composer.mail.message import Address, Message
from composer.questions.understood import UnderstoodMail

RULES = built_in_rules()
ENGINE = Engine(RULES)
READER = OwnWordsReader()
# Whatever wakes a rule: an issue, a policy, other customers, copies, texts of the library.
CONTEXT = context_from(
    {
        "today": "2026-03-04",
        "time_zone": "Europe/Berlin",
        "customer_time_zone": "America/New_York",
        "attachments": [],
        "agent": {"name": "Anna Berg", "mail": "anna@example.com"},
        "previous_agent": {"name": "Ben Ray", "mail": "ben@example.com"},
        "cc": [],
        "must_cc": ["lead@example.com"],
        "known_issues": [
            {
                "id": "ki-7",
                "title": "It fails at row 500",
                "status": "identified",
                "eta": "2026-03-20",
                "eta_confidence": "low",
                "workaround": "Split the file.",
            },
            {"id": "ki-8", "title": "It fails with a coupon", "status": "resolved"},
        ],
        "policies": [
            {
                "id": "code",
                "what": "custom code",
                "words": ["customise", "custom code"],
                "instead": "our partners",
            }
        ],
        "internal_words": ["Bluebird", "JIRA-"],
        "others": ["20077", "Lund Trading", "Smith"],
        "articles": {"export": "published", "old": "retired"},
        "inserted": [
            {
                "id": "pause",
                "title": "Pause",
                "body": "Open Subscriptions, choose the customer, press Pause.",
                "fault": "is retired",
            }
        ],
        "snippets": {"reset": "Open the sign-in page and choose Forgot password."},
        "next_reply_hours": 8,
        "resolution_hours": 40,
    }
)
MAIL = UnderstoodMail(
    Message("Help", Address("John Smith", "john@example.com"), "It fails at row 500.\n\nJohn"),
    (Line("It fails at row 500.", Role.OWN, 0), Line("", Role.OWN, 21), Line("John", Role.SIGNATURE, 22)),
    "en",
    (),
)
PIECES = (
    "Hi Jon,", "Dear Customer", "\n\n", "\n", "> ", "> When will it ship?", "I'll look into this", " soon", " as soon as possible", ". ",
    "! ", "!!!", "?", "by Friday, 12 March", "at 5 pm ET", "within 2 business days", "{{name}}", "[DATE]", "XXX", "please find attached", "kindly",
    "utilize", "Prior to that", "in order to", "Please be advised that", "PLEASE READ THIS", "<span style=\"color:red\">", "</span>", "<font color=blue>",
    "</font>", "`code", "`", "```\n", "- ", "1. ", "-- \n", "Kind regards,", "Anna", "https://example.com/a?b=c", "[here](", "](x)", "\U0001f600", "\u2028",
    "ü", "\u200b", "\t", "you should have", "We cannot help", " recieve ", "Definately", " dont", "You can expect it ", "ETA: Friday", "by the 14th", "4111 1111 1111 1111", "password: Abc12345", "On Mon, Bob wrote:", "From: a\nTo: b\nSubject: c\n", " ",
    "@Tom please call ", "with the password Ab1!cdef", "XX.XX.2026", "to the undersigned", "Many thanks for reaching out to us", "we are always one mail away", "sorry for any trouble",
    "Anyone can see that ", "nichts sagen", "dem Kunden ", "bezug nehmend auf", "des weiteren ", "zum jetzigen Zeitpunkt ", "NICHT ÖFFNEN", "le informamos de que ", "veuillez noter que ", "# ",
    "WE DO NOT DO THAT", "ERP, CRM, VPN", "Hi *|FNAME|*,", "Hi John and Mary,", "Jon,\n", "JIRA-12 ", "[internal] ", "CVV 123", "mot de passe : Ab12!cd", "I've copied our team", "your order 61177",
    "It is fixed ", "guarantee that it is fixed ", "a workaround: ", "we can customise it", "Lund Trading", "a smith", "[a@b.example](mailto:c@d.example)", "[x](kb:old)", "was escalated to tier 2",
    "We have received your request. ", "Wir haben Ihre Anfrage erhalten. ", "by 20 March", "on Sunday", "by 1 March", " (Berlin)", "Open Subscriptions, choose the customer, press Pause.",
)  # fmt: skip
DRAFTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=24).map("".join)


def findings(text: str):
    draft = Draft(text)
    reply = Reply(draft, READER.read(draft), CONTEXT, MAIL)
    return ENGINE.findings(reply, Dismissed())


@given(DRAFTS)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_any_draft_is_read(text: str) -> None:
    """No rule raises, each span lies in the text and holds the words that the finding says."""
    for finding in findings(text):
        if finding.start is not None:
            assert finding.end is not None
            assert 0 <= finding.start < finding.end <= len(text)
            assert text[finding.start : finding.end] == finding.text
    assert ENGINE.troubles == ()


@given(DRAFTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_a_fix_settles_its_finding(text: str) -> None:
    """After a fix its rule has fewer findings than before: no fix brings itself back."""
    before = findings(text)
    for finding in before[:6]:
        if finding.start is None or not finding.fixes:
            continue
        fixed = text[: finding.start] + finding.fixes[0] + text[finding.end :]
        left = sum(1 for one in findings(fixed) if one.rule == finding.rule)
        assert left < sum(1 for one in before if one.rule == finding.rule), (
            finding.rule,
            finding.text,
            finding.fixes,
        )


@given(DRAFTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_passages_cover_only_what_is_there(text: str) -> None:
    """Own passages stand in order, do not overlap, and are verbatim."""
    end = 0
    for placed in READER.read(Draft(text)).passages:
        assert placed.start >= end
        assert text[placed.start : placed.end] == placed.passage.text
        assert len(placed.passage.words) == len(placed.passage.text)
        end = placed.end
