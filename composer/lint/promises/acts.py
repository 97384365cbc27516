"""What counts as an act of ours: all that one does, but being somewhere, travelling, needing and private plans.

The fragments stand behind *I will*, *we plan to* and the like; :mod:`composer.lint.promises.dated_promises` reads them.
"""
# ruff: noqa: E501 - a pattern broken over many lines reads worse than a long one

# Nobody is promised anything by these.
_STATES = "be|have|need|want|like|love|hate|know|think|believe|remember|miss|lose|remain|stay|live|sleep|eat|see|hear|prefer|understand|enjoy|assume|seem"
_TRAVEL = "arrive|depart|travel|fly|drive|go|head|come|leave for|leave at|leave on|return (?:on|at|to|from|in|by|next)"
_WAITING = "receive|require|wait|expect|hope|wish|look forward|be sure|make sure|try to"
_NOT_DOING = "hold off|hold back|refrain|postpone|suspend|abstain"
# What stands where a verb could, and is none.
_NO_VERB = (
    "also|now|then|still|just|next|gladly|certainly|definitely|personally|immediately|quickly|probably|hopefully|otherwise|all|both|first|"
    "when|if|as|and|or|but|in|on|at|by|with|to|the|an?|of|for|from|today|tomorrow|likely|prob|prolly|maybe|never|not|always|only"
)
_NO_ACT = (
    rf"(?:(?:{_STATES}|{_TRAVEL}|{_WAITING}|{_NOT_DOING}|{_NO_VERB}|"
    r"(?:leave|return|attend|retire)(?= *(?:[.,;]|$)))\b|(?:leave|return) (?-i:[A-Z])|[a-z]+ly\b(?<!\bsupply)(?<!\bapply)(?<!\breply))"
)
AWAY = (
    r"(?:leaving|heading|travell?ing|flying|driving|going|coming|arriving|returning|staying|living|moving (?:to|in|out|on)|riding|seeing|"
    r"hearing|needing|having|swimming|skiing|stopping|landing|boarding|sleeping|working (?:from|at|in|out|late|alone|all)|watching|playing|eating|cooking|spending|visiting (?!you)[a-z]+|looking|waiting|attending|being|missing|enjoying|meeting(?! with [^.]{1,80} to)|praying|celebrating|thinking|wondering|hoping|planning)"
)
# What people do with their own time, and figures of speech.
_PRIVATE = (
    r"(?:(?:pick (?:you|him|her|them) up|worry|bet|admit|sit|attend (?:on|in|at|by|this|next|tomorrow)|pass (?:today|tonight|on (?:this|that))|spend|relax|rest|celebrate|party|camp|ski|swim|golf|vacation|commute|catch (?:you|ya|up)|grab|"
    r"check in(?:to)? (?:at |to )?(?:the|a|my|our) (?:[a-z]+ )?(?:hotel|room|hostel)|check out of|start over|(?:run|be) (?:late|early)|"
    r"(?:play|watch) (?!back\b)|pick up (?:the|my|our) (?:kids?|children|son|daughter|wife|husband|family|car|groceries)|"
    r"(?:visit|meet|call|take) (?:my|our|some) (?:parents|mother|father|mom|dad|family|friends?|sister|brother|son|daughter|wife|husband|kids|children|relatives|doctor|dentist)|"
    r"take (?:(?:the|an?|my|our|some|[a-z]+) )?(?:days? off|weeks? off|time off|vacations?|holidays?|trains?|bus|flights?|plane|trip|break|leave|kids|children|nap|walk)|"
    r"leave (?:work|home|early|town|here|there|it at that|the (?:office|house|country|city))|stop (?:by (?:my|the|a)|in|at|over)|take (?-i:[A-Z])[a-z]+ to|"
    r"join (?:you|us|them|him|her|[A-Z][a-z]+) for (?:an? )?(?:dinner|lunch|drinks?|breakfast|beers?|coffee)|make (?:dinner|lunch|breakfast|it(?! (?:up|right|ready|work|possible|available|public|live|clear|easier|happen)))|"
    r"turn (?:\d+|off the lights?|in early)|start (?:my|our|a) (?:new )?(?:job|vacation|school|diet|holidays?)|(?:cross|keep) (?:my|our|that) (?:fingers|bridge)|call it (?:a day|quits)|(?:bring|drop) (?:the|my|our) (?:kids|children|family|wife|husband)|"
    r"get (?:through|by|off|home|there|away|married|together|up|out of|in (?:late|early|at|on)|some (?:rest|sleep)|back (?:to (?!you\b|this\b|it\b|that\b|them\b|him\b|her\b)|home|late|early|from|in|on|at))|"
    r"(?:talk|speak|chat)(?: (?:to|with) you)?(?: (?:then|soon|later|again|more|next|tomorrow|tonight))*(?= *[.,!;]|$)|"
    r"(?:talk|speak|chat) (?:then|soon|again|later)(?! today| this))\b|(?:talk|speak|chat)(?: (?:to|with) you)?(?: (?:then|soon|later|again|more|next|tomorrow|tonight))*(?:[.,!;]|$))"
)
_EVENT = (
    r"(?:meetings?|calls?|conference|party|dinner|lunch|breakfast|drinks?|guests?|visitors?|holidays?|vacation|break|class|surgery|"
    r"baby|fun|time|day|week|weekend|chance|opportunity|problems?|trouble|questions?|look forward|seats?|tickets?|game)"
)
HAVE = (
    rf"have (?:(?:it|this|that|these|those|them|something|everything|all of (?:it|this|them)|more|further)\b|(?:an?|the|your|my|our|some|new|additional) "
    rf"(?!(?:[a-z-]+ ){{0,2}}{_EVENT}\b)[a-z]|"
    r"(?:someone|somebody|a colleague|my [a-z]+|our [a-z]+|(?-i:[A-Z])[a-z]+) [a-z]+)"
)
READY = r"be (?:done|finished|through|ready|in touch|in contact)\b"
_GLAD = r"be (?:glad|happy|pleased|delighted) to (?!help\b|assist\b|answer\b|hear\b|see\b|be\b|receive\b|learn\b|know\b)[a-z]+"
ABLE = rf"be able to (?!{_NO_ACT}|{_PRIVATE})[a-z]+"
_BE_BACK = r"be (?:back|there|here|with you|on site|in your office|at your (?:office|place|site)) [^.,;]{0,40}?\bto (?!be\b)[a-z]+"
_COME = r"(?:come (?:by|over|round|out to you)|go (?:over|through|ahead)|drive (?:it|them|the [a-z]+|your [a-z]+) (?:over|to you|out))\b(?! (?:to (?:the|a)|for) )"
_BE_DOING = rf"be (?:also |still |then )?[\"“‘]?(?!{AWAY}\b)[a-z]+ing\b"
ACT = rf"(?:{HAVE}|{READY}|{_GLAD}|{ABLE}|{_BE_BACK}|{_COME}|{_BE_DOING}|(?!{_NO_ACT}|{_PRIVATE})(?:[a-z]{{2,}}|[a-z]-?[a-z]+)\b)"
