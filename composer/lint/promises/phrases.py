"""Promises that say neither *I will* nor *we will*: they count only beside a coming time.

*Expect it by Friday*, *ETA: Friday*, *the fix goes live tomorrow*, *please give us until Monday*, *back to
you tomorrow*. Read by :mod:`composer.lint.promises.dated_promises`, which sees to the time.
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

import re

from composer.lint.late_patterns import LatePatterns
from composer.lint.promises.commitments import DO, DONE
from composer.lint.promises.owed_things import AGAIN, GETS_THERE, GETS_THERE_NOW, THING
from composer.lint.promises.service_verbs import SERVED, SERVES, SERVING, TO_SERVE

_OWED = (
    r"(?:(?:bug ?|hot)?fix|refund|replacement|order|parcel|package|patch|update|upgrade|release|answer|reply|response|solution|delivery|shipment|"
    r"repair|migration|maintenance|deployment|rollout|roll-out|feature|credit(?: note)?|correction|new version|version [\d.]+|callback|call-?back|"
    r"installation|new (?:key|licen[sc]e|build|copy|draft|file|report)|documents?|files?|report|data|quote|proposal|draft|list|summary)"
)
_SENT = r"(?:invoices?|contracts?|statements?|letters?|tickets?|memos?|goods|items?|boxe?s?|parts?|samples?|cards?|keys?|vouchers?|labels?|certificates?|newsletters?|mails?|e-?mails?|payments?|cheques?|checks?)"
_THING = rf"(?:it|this|that|they|these|(?:the|your|our|my|an?|this|that|both|all)(?: [a-z]+)? (?:{_OWED}s?|{_SENT})|{_OWED}s?|{_SENT})"
_SOMEBODY = (
    r"(?:(?:my|our|a|an|the|one of our) (?:[a-z]+ )?(?:colleagues?|technicians?|engineers?|developers?|courier|driver|team|support|"
    r"specialists?|experts?|manager))"
)
_BE = r"(?:\s+(?:is|are)|['’](?:s|re))(?: now| currently| still)?"
_WILL = r"(?:['’]ll|\s+will|\s+shall|['’](?:s|re)\s+going\s+to|\s+(?:is|are)\s+going\s+to)(?: then| now| also| hopefully| probably)?"
_I = r"(?<![\w'’])(?:i|we)"
_SENDING = (
    r"(?:sending|shipping|releasing|calling (?:you|them|him|her|the)|deploying|publishing|replacing|refunding|fixing|delivering|writing (?:to )?you|"
    r"returning|issuing|posting|mailing|e-?mailing|forwarding|rolling (?:[\w-]+ ){0,3}?out|moving (?:you|your|it|the)|switching|uploading|"
    r"getting (?:back|in touch)|paying(?! (?-i:[A-Z]))|crediting|exchanging|cancell?ing|rebuilding|preparing|restoring|removing|closing (?:the|this|your)|extending|swapping|flipping|repeating|restarting|installing|upgrading|migrating|merging)"
)
_FINISH = (
    r"(?:send|ship|deliver|fix|replace|refund|release|process|resolve|finish|complete|repair|install|upload|publish|reply|confirm|call you|let you know|"
    r"get back to you|start|issue|forward|return|create|make (?:it|this|that)|do (?:it|this|that)|check(?! in\b| out\b)|review|update|test|prepare|provide|arrange|discuss|"
    r"share|offer (?:an?|the|your)\b|(?:give|show|bring|get|offer|lend|let) you(?! nothing)|e-?mail|set (?:it|this|that|you) up)"
)
_PRESENT = (
    r"(?:ship|release|deliver|send|publish|deploy|refund|replace|restore|launch|issue|repair|fix|upload|install|upgrade|migrate|"
    r"call you|write (?:to )?you|reply to you|get back to you|have (?:it|this|that|the [a-z]+) (?:ready|done|for you))"
)
_NEWS = r"(?:back (?:to|with) you|more|more on (?:this|that|it)|more news|(?:an? |the |next |another |my |our )?(?:full |further |more )?(?:answer|reply|update|news|details|information|info))"
_NAMED = (
    r"(?:(?:new|next|our|the|your|revised|current|expected|estimated|planned|earliest|latest|target|promised) ){0,3}"
    r"(?:eta|e\.t\.a\.?|(?:delivery|shipping|shipment|release|resolution|update|answer|reply|response|bug ?fix|fix|call-?back|refund|"
    r"repair|completion|arrival|go-live|installation|replacement|patch)(?: date| day| time)?)"
)

_TROUBLE = r"(?:trouble|problem|question|day|party|meeting|look|baby|drink|beer|dinner|lunch|break|holiday|guest|visitor|conflict|chance|hard|delay|few|bit|lot|good|great|nice|bad)"

_NOT_UNTIL = r"\b(?! (?:at least )?(?:until|till|through)\b)"
# "All forms should be sent by Friday" tells others what to do.
_TO_DO = r"(?:sent|included|reviewed|addressed|corrected|reimbursed|replaced|in touch)\b"
_MODAL = r"(?:['’]ll|\s+(?:will|should|shall|ought to)|(?:['’](?:s|re)|\s+(?:is|are))\s+(?:going|due|set|expected|scheduled|planned|supposed)\s+to)"
_STAFF = (
    r"(?:(?:my|our|a|an|the|one of our|another) (?:[\w-]+ ){0,2}?(?:colleague|technician|engineer|developer|courier|driver|carrier|team|support|"
    r"specialist|expert|manager|agent|representative|rep|assistant|consultant|electrician|installer|shift|office|department|desk)s?(?: (?:from|in|at|of) (?:the |our )?[\w-]+)?)"
)
_COMES_TO = rf"(?:{TO_SERVE}|stop by|drop by|come(?: by| over| out| to| round)?|visit|reach out|ring|phone|write|get back|be in touch|be (?:there|with you|out to you)|pick|collect|take over|see to)"

PHRASES = LatePatterns(
    (
        # a thing that the customer waits for
        rf"(?<![\w'’]){THING}(?:, [^,]{{3,40}},)?{_MODAL}{AGAIN} {GETS_THERE}{_NOT_UNTIL}",
        rf"(?<![\w'’]){THING}{_WILL}{AGAIN} (?:be|get){AGAIN} (?:{DONE}|{SERVED}){_NOT_UNTIL}",
        rf"(?<![\w'’]){THING}\s+should{AGAIN} (?:be|get) (?!{_TO_DO})(?:{DONE}|completed|finished){_NOT_UNTIL}",
        rf"(?<![\w'’]){THING} (?:{GETS_THERE_NOW}|gets? {DONE})\b",
        r"\b(?:and|but) (?:then )?(?:should|will|shall)(?: then| soon)? (?:reach you|arrive|be with you|follow|ship|leave|go out|go live|hit your|show up)\b",
        rf"\b(?:and|but) (?:then )?(?:should|will|shall)(?: then| soon)? be (?!{_TO_DO})(?:{SERVED}|{DONE})",
        r"\b(?:is|are|comes?) due (?:out|back)\b",
        rf"{_I}(?:['’]m|['’]re| am| are|['’]ll| will) (?:now )?put(?:ting)? (?:[\w-]+ ){{1,4}}?(?:in the (?:post|mail)|on (?:the|your)|through|back)\b",
        r"\band (?:leaves|ships|goes (?:out|live)|follows|arrives)\b",
        rf"^\W*(?:will|should|shall|to) be (?:{SERVED}|{DONE}|back|done|gone|over|there|with you)",
        r"(?<![\w'’])you(?:['’]ll| will| should) (?:(?:soon |then )?be (?:up and running|back (?:up|online|in)|online|live|able to (?=[^.;]{0,80}\b(?:again|by|from|within|as of|tomorrow|starting)\b))|see (?:the|your|these|those|an?) (?:[a-z]+ ){0,2}?(?:change|update|refund|credit|result|payment|correction|amount|entry|fix)s?)\b",
        rf"(?<![\w'’]){THING}(?:\s+(?:is|are)|['’](?:s|re))(?: now| just| currently| also)? being {SERVED}",
        r"(?<![\w'’])(?:which|(?:the|your|our|an?) (?:(?!(?:that|which|who|will|we|i|to|can|not|and|or|of)\b)[\w-]+ ){1,4}?)(?:ships?|goes (?:out|live|online|into production|in the (?:mail|post))|go (?:out|live|online))\b",
        # somebody of ours
        rf"\bwho(?:['’]ll| will) {_COMES_TO}\b",
        rf"(?<![\w'’]){_STAFF} (?:begins?|starts?|works? on|takes? over|looks? (?:at|into)|picks? (?:it |this )?up|delivers?|installs?|repairs?|replaces?|(?!moves|opens|records|measures|monitors){SERVES}|(?:is|are) (?:coming|visiting|calling|booked|scheduled|due|on (?:its|the|their|his|her) way))\b",
        rf"{_I}(?:['’]m|['’]re| am| are) (?:also |then |now |just )?(?!looking at|paying (?-i:[A-Z])|organi[sz]ing|offering|calling (?!you))(?:{SERVING})",
        rf"(?<![\w'’]){_STAFF}(?:['’]ll|\s+(?:will|shall|should|is going to|are going to))(?: then| also| personally)? {_COMES_TO}\b",
        r"(?<![\w'’])(?:they|he|she)(?:['’]ll| will)(?: then| also)? (?:call|contact|ring|phone|e-?mail|write to|notify|get back to|reach out to|be in touch with) you\b",
        rf"(?<![\w'’])(?:i|we)(?:['’]ll| will| can| could) have (?:someone|somebody|a colleague|(?:my|our|the) [a-z]+|(?-i:[A-Z])[\w-]+) {TO_SERVE}",
        rf"(?<![\w'’])(?:i|we)(?:['’]m|['’]re| am| are) looking to {TO_SERVE}",
        r"(?<![\w'’])(?:i|we)(?:['’]m|['’]re| am| are) going to need (?:until|till)\b",
        r"(?<![\w'’])you can (?:count|rely) on\b",
        r"(?<![\w'’])(?:i|we)(?:['’]ll| will)(?: also| personally)? (?:make sure|make certain|see to it|ensure)(?: that)? (?:you|it|this|that|they|everything|the [a-z]+|your [a-z]+)(?:['’](?:s|re|ll)\b| (?!can\b)[a-z]+)",
        rf"(?<![\w'’])(?:i|we)(?:['’]ll| will) be back [^.,;]{{0,40}}?\band (?:then )?(?:{TO_SERVE}|call|write|look|get)\b",
        # what we can do by a time is an offer that the customer counts on
        rf"{_I} (?:can|could|may|might)(?: be able to)? (?:also |then |probably |certainly )?(?:{_FINISH}(?![a-z])|have (?:it|this|that|them|the [a-z]+|(?:an?|some) (?!{_TROUBLE}s?\b)[a-z]+)\b|get (?:it|this|that|them) (?:to you|done|ready|fixed|resolved|out)\b)",
        rf"(?<![\w'’])you (?:can|may|should) expect (?:it|this|that|them|(?:an?|the|your|our|my) (?:[a-z]+ )?{_OWED}s?)\b",
        r"(?<![\w'’])you (?:can|may|should) expect to (?:see|have|receive|get|hear)\b",
        # "… is in development for delivery in May"
        r"\b(?:planned|scheduled|(?:in|under) development|on track|ready|set|due|slated|lined up|on schedule)(?: now)? for (?:delivery|release|shipment|shipping|dispatch|publication|launch|collection|installation|completion)\b",
        rf"(?<![\w'’])let me (?:{_FINISH})(?![a-z])",
        rf"{_I}(?:['’]d| would) be (?:glad|happy|pleased|able) to (?:{_FINISH})(?![a-z])",
        rf"^\W*(?:hope|hoping|plan|planning|expecting|aiming|trying|going) to (?:{_FINISH}|have (?:it|this|that|them|the [a-z]+|an? (?!{_TROUBLE}\b)[a-z]+)\b)(?![a-z])",
        r"(?<![\w'’])you(?:['’]ll| will| should) be hearing (?:back )?from\b",
        rf"^\W*(?:please )?(?:look|watch)(?: out)? for (?:it|this|them|(?:an?|the|your|our|my) (?:[a-z]+ )?{_OWED}s?)\b",
        rf"^\W*(?:please )?expect (?:it|this|that|them|(?:an?|the|your|our|my) (?:[a-z]+ )?(?:{_OWED}|call|visit|mail|e-mail|message)s?)\b",
        rf"(?<![\w'’])(?:they|(?:the |your |our |all |both )?(?:{_OWED}s|{_SENT})) go out\b",
        rf"(?<![\w'’])(?:the|your|our|an?|this|that)(?: [a-z]+)? (?:{_OWED}s?|call|visit|appointment){_BE} (?:planned|scheduled|due|expected|set|booked|on track|slated|lined up|targeted|promised)(?! by\b|(?! to (?:be|ship|arrive|go|come|land|finish)\b) to\b)",
        rf"^\W*{_NAMED}(?:{_BE})?(?: planned| scheduled| due| expected| set)?(?: for| on| by| is)?(?=:| |,)",
        # in the present tense
        rf"{_I}(?:['’]m|['’]re| am| are) (?:also |then |now )?{_SENDING}(?![a-z])",
        rf"{_I} (?:also |then |will )?{_PRESENT}(?![a-z])",
        rf"(?<![\w'’]){_SOMEBODY} (?:calls?|comes?|visits?|writes?|contacts?|gets? back|will come|will visit|will be with you)(?![a-z])",
        rf"{_I}(?:['’]ve| have)? (?:asked|told|instructed) [^.,;]{{2,40}}? to {DO}(?![a-z])",
        # aims, and words for a promise
        rf"{_I}(?:['’]m|['’]re| am| are)? (?:aim|aiming|plan|planning|target|targeting|shooting|schedule|scheduled|planned|go|going)(?: (?:to do|to have|to get) (?:it|this|that)| (?:the|a|an|this|it|that)(?: [a-z]+){{0,2}})? for\b",
        rf"{_I}(?:['’]m|['’]re| am| are)? (?:target|targeting)\b",
        rf"{_I}(?:['’]ve| have) (?:(?:re)?scheduled|planned|(?:re)?booked|arranged|set|moved) (?:the|a|an|your|this|it|that)(?: [a-z]+){{0,3}} (?:for|on)\b",
        r"(?<![\w'’])(?:our|my|the) (?:current |next )?(?:target|goal|aim|plan|deadline for (?:us|this|it)|target date)(?: for (?:this|it|that|the [a-z]+))?(?:\s+is|['’]s)\b(?! to (?!fix|send|ship|release|finish|be done|have (?:it|this|that)|get (?:it|this|that))[a-z])",
        rf"{_I} (?:can |do )?(?:promise|guarantee|commit to)\b(?! (?:that )?(?:he|she|they|you(?! (?:an?|the|my|it|this|that)\b))\b)",
        r"\byou have (?:my|our) word\b",
        rf"{_I}(?:['’]d| would)? (?:expect|anticipate)(?: that)? (?:[\w-]+ ){{1,5}}?(?:to be|having|to have|(?:will|should) (?:be|have)) (?:full |back )?(?:access|available|ready|back|up|live|over|done|fixed|completed?|finished|online|resolved|restored|in (?:the|your))\b",
        rf"{_I} (?:expect|anticipate) (?:(?:it|this|that)(?= (?:by|on|in|before|within|for|at|to be|this|next|tomorrow|later))|(?:the|a|an|our) (?:[a-z]+ )?{_OWED}s?\b(?! from\b))",
        rf"{_I}(?:['’]m|['’]re| am| are)(?: now| currently)? (?:due|set|scheduled|looking|working(?: hard)?|trying|to) (?:to )?(?:{DO}(?![a-z])|have (?:it|this|that)\b|get (?:it|this|that|them)\b|finish|release|send|ship|call)",
        rf"{_I}(?:['’]m|['’]re| am| are)? plan(?:ning)? on {_SENDING}(?![a-z])",
        rf"{_I}(?:['’]m|['’]re| am| are)? working (?:hard )?(?:on|towards?) (?:it|this|that|an? {_OWED}|the {_OWED})\b",
        rf"{_I}(?:['’]ll| will) (?:make sure|see to it|see|ensure)(?: that)? (?:you|it|this|that|they|the [a-z]+|your [a-z]+) (?:have|get|gets|is|are|receive|receives|reaches)\b",
        rf"{_I}(?:['’]ll| will) (?:come back to (?:this|that|it|you)|have (?:finished|completed|{DONE}))(?![a-z])",
        rf"{_I}['’]d have (?:it|this|that|them|an? {_OWED}|the {_OWED})\b",
        rf"(?<![\w'’]){_THING}(?:\s+(?:is|are)|['’](?:s|re)) (?:coming|arriving|shipping|going (?:out|live)|leaving|to be {DONE})(?![a-z])",
        r"(?<![\w'’])(?:the|your) (?:order|parcel|package|replacement|shipment|goods|device|item)s? (?:leaves?|is leaving|are leaving|will leave)\b",
        r"(?<![\w'’])(?:our|the|a) (?:courier|driver|carrier|technician) (?:collects?|picks? (?:it |them )?up|delivers?|fetches|brings)\b",
        r"(?<![\w'’])(?:somebody|someone|one of us)(?:['’]ll| will) be (?:out to you|with you|there)\b",
        r"\b(?:on|top of) (?:my|our|the) (?:list|agenda|plan|schedule|road ?map) for\b",
        rf"(?<![\w'’]){_THING}(?:['’]ll| will)? (?:be (?:part of|in|included in)|takes? (?:me |us )?(?:until|till))\b",
        rf"(?<![\w'’])(?:we (?:start|begin|resume)|(?:work|the (?:work|{_OWED})) (?:starts|begins|resumes))\b",
        rf"^\W*(?:details|more|{_THING}) to follow\b",
        # time that we ask for
        r"(?<!to )\b(?:give|allow|grant) (?:me|us)(?: (?:some )?time)? (?:until|till)\b",
        rf"(?<![\w'’])(?:i|we|our [a-z]+|the (?:team|developers|engineers))(?:['’]ll| will)? (?:needs?|haves?|has)(?: some time| time)? (?:until|till) [^.;]{{2,40}}? to {DO}(?![a-z])",
        r"(?<![\w'’])(?:i|we)(?:['’]ll| will)? need (?:until|till)\b(?! (?:your|his|her|their)\b)",
        # what they will know
        r"(?<![\w'’])you(?:['’]ll| will| should) (?:know|hear|learn|be told|be the first to know)\b(?! (?:that|how|what|whether|if|him|her|them)\b)",
        # short ones
        rf"^\W*(?:and |so |then )?{_NEWS}(?=:? (?:by|on|at|before|no later|within|in|later|tomorrow|today|tonight|this|next|mon|tue|wed|thu|fri|sat|sun|\d))",
        rf"(?:, |; | – | - | and ){_NEWS} (?:by|on|before|tomorrow|later today|this (?:morning|afternoon|evening))\b",
        rf"^\W*{_SENDING} (?:it|this|that|them|the|you|your|an?)\b",
    )
)  # fmt: skip
"""What counts as a promise when a coming time stands beside it."""

MOST_NOMINAL_WORDS = 10
"""So many words may a sentence have whose only verb is left out (*Delivery on Friday.*)."""
NOMINAL = re.compile(
    rf"^\W*(?:and |so |then )?(?:{_NAMED}|{_NEWS})\b(?:{_BE})?(?: planned| scheduled| due| expected| set)?(?: for| on| by| before| is)?\W*$",
    re.IGNORECASE,
)
HAS_VERB = re.compile(
    r"\b(?:was|were|is not|isn['’]t|cannot|can['’]t|won['’]t|has|have|had|did|does|not|no|failed|please|you|he|she|they)\b",
    re.IGNORECASE,
)
