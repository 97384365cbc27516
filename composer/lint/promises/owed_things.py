"""Things that a customer waits for, by meaning, and what happens to them when a promise is kept.

*The hotfix goes live tomorrow* and *your credit should show up by Friday* promise something; *the office
closes on Friday* does not, and neither does *the trial ends on Friday*.
"""
# ruff: noqa: E501 - words by meaning

_SOFTWARE = (
    r"(?:bug ?|hot)?fix(?:es)?|patch(?:es)?|updates?|upgrades?|releases?|versions?|builds?|features?|rollout|roll-out|deployment|migration|maintenance|"
    r"imports?|exports?|backups?|index|sites?|pages?|portals?|shops?|stores?|servers?|services?|systems?|connections?|accounts?|access|features?|functions?|changes?"
)
_GOODS = (
    r"orders?|parcels?|packages?|replacements?|shipments?|deliver(?:y|ies)|goods|items?|box(?:es)?|parts?|samples?|cards?|devices?|"
    r"labels?|gifts?|courier|kits?|spares?|repairs?|installation"
)
_PAPERS = (
    r"invoices?|contracts?|statements?|letters?|tickets?|memos?|certificates?|newsletters?|e-?mails?|mails?|documents?|files?|reports?|data|quotes?|"
    r"proposals?|drafts?|lists?|summary|details|information|paperwork|forms?|links?|keys?|vouchers?|licen[sc]es?|codes?|figures|copy|copies"
)
_MONEY = r"refunds?|credits?|credit notes?|payments?|cheques?|checks?|money|amounts?|balance|reimbursements?|corrections?"
_WORD = r"feedback|suggestions?|questions?|complaints?|applications?|bookings?|appointments?|subscriptions?|answers?|repl(?:y|ies)|responses?|solutions?|call-?backs?|results?|invitations?"
_TROUBLE = (
    r"issues?|problems?|bugs?|errors?|outages?|cases?|claims?|requests?|faults?|defects?|delays?|warnings?"
)

NOUN = rf"(?:{_SOFTWARE}|{_GOODS}|{_PAPERS}|{_MONEY}|{_WORD}|{_TROUBLE})(?![\w-])"
THING = rf"(?:it|this|(?<![a-z] )that|they|these|those|everything|all of (?:it|this|them)|(?:(?:the|your|our|my|an?|this|that|these|both|all|new|more|further) )(?:(?!of\b|that\b|which\b|and\b|for\b)[\w'’.-]+ ){{0,3}}?{NOUN})"
"""*it*, *the new hotfix*, *your credit*."""
AGAIN = r"(?: back| again| soon| shortly| then| also| now| hopefully| probably)*"
GETS_THERE = (
    r"(?:arrive|reach you|hit your|show up|appear|come (?:out|in|through|back)|follow|land|ship(?: out)?|leave|be leaving|clear|post|work again|be working again|"
    r"go (?:out|live|online|into|in|up|back)|be (?:over|gone|back|up|live|online|ready|there|here|out|in|with you|available|done|waiting for you|"
    r"on (?:its|their|the) (?:way|truck|road)|in (?:the|your) (?:mail|post|inbox|account|shop|bank|hands)|part of|included in)|include|contain|cover|fix|solve|resolve|restore)"
)
"""What it will or should do."""
GETS_THERE_NOW = r"(?:arrives?|ships?(?: out)?|goes (?:out|live|online|into|in|up|back)|go (?:out|live|online|into|in|up|back)|comes? out|lands?|follows?|leaves?|reach(?:es)? you|starts? working)"
"""The same in the present tense: *the parts ship out on Monday*."""
