"""English words of the promise grammar."""
# ruff: noqa: E501 - tables of words

import re

from composer.lint.promises import words as w
from composer.lint.promises.acts import ACT, AWAY
from composer.lint.promises.first_names import first_names
from composer.lint.promises.moments_en import moments_in
from composer.lint.promises.service_verbs import SERVICE
from composer.lint.promises.verb_forms import ing, past_forms, third

_COMMON = (
    "accept act add agree align allow answer appear apply approve arrange arrive ask assemble assign attach await bill block book boot bring build bump buy "
    "calculate call cancel carry catch change charge chase check choose clean clear close collect come compare complete confirm connect contact continue copy correct cost "
    "cover create credit cut cure cycle deal decide deduct deliver deploy deposit describe detach develop dig discuss display document double download draft drain draw drill drive drop "
    "edit email enable end engrave enter escalate exchange expand expire explain export extend fail fall fetch file fill finish fit fix flag flash fly follow forward free gather get give go grant grow "
    "hand handle hang happen hear help hit hold hook import improve include inform inspect install introduce investigate invite invoice issue iron jump keep kick know land last launch lay lead learn leave lend let "
    "lift link list load lock log look loop lower mail make map mark match measure meet melt mend message migrate mount move name need nudge offer open operate order organise organize pack paint park pass patch pay phone "
    "pick ping place plan plant play plug point polish post prepare present press print process produce promise prolong provide publish pull push put raise reach read rebook rebuild receive recheck record recover redeliver redo "
    "reduce refill refund register reimburse reissue release reload remain remind remove renew repair repeat replace reply report request rerun reschedule resend reserve reset restart restore resume retry return reverse review revoke ring roll "
    "rotate route run save scan schedule seal seat see sell send serve service set settle sew share sharpen ship shoot show sign sit solve sort speak spray stand start state stay step stick stock stop store submit swap switch take talk teach tell terminate "
    "test text think throw tidy top touch track train transfer translate treat trim try tune turn update upgrade upload verify visit wait waive wake walk want warn wash watch water wear weigh wipe wire wish work wrap write"
)


_AWHILE = (
    "one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|a day|an hour|half an hour|a couple|a few|a week|a fortnight|a night|"
    "a minute|the weekend|the day|the morning|the afternoon|tonight|today|until|till|some time|about"
)
_GIVEN = "|".join(
    f"{verb} {whom} {time}"
    for verb in ("give", "allow")
    for whom in ("me", "us")
    for time in _AWHILE.split("|")
)
"""*give me two* hours, *allow us until* Friday."""
_JOBS = (
    "housekeeper|bookkeeper|cashier|teller|concierge|waiter|waitress|barista|bartender|cook|butcher|farmer|grower|beekeeper|brewer|"
    "binder|bookbinder|framer|engraver|jeweller|goldsmith|silversmith|watchmaker|clockmaker|cobbler|seamstress|dressmaker|milliner|"
    "weaver|potter|saddler|farrier|blacksmith|welder|machinist|assembler|packer|picker|skipper|captain|pilot|purser|conductor|"
    "dispatcher|scheduler|controller|inspector|examiner|assessor|surveyor|valuer|appraiser|adjuster|underwriter|broker|paralegal|"
    "solicitor|registrar|bursar|lecturer|instructor|warden|custodian|groundsman|landscaper|arborist|tree surgeon|pest controller|"
    "exterminator|cleaner|window cleaner|chauffeur|remover|photographer|videographer|retoucher|illustrator|copywriter|proofreader|"
    "sub-editor|producer|stage manager|audiologist|physiotherapist|physio|podiatrist|dietitian|nutritionist|hygienist|orthodontist|"
    "radiographer|radiologist|paramedic|carer|caseworker|social worker|counsellor|psychologist|groomer|stylist|hairdresser|barber|"
    "beautician|operative|handyman|joiner|plasterer|tiler|bricklayer|builder|scaffolder|stonemason|mason|thatcher|rigger|lineman|"
    "diver|roaster|shipper|carter|haulier|sorter|cutter|polisher|finisher|sprayer|restorer|gilder|analyst|programmer|coder|tester|"
    "product owner|project manager|account manager|case manager|case handler|claims handler|duty manager|shift manager|store manager|"
    "branch manager|site manager|bloke|fella|chap|lad|guy|lass|gaffer|porter|driver|courier|fitter|installer|mechanic|electrician|"
    "plumber|planner|buyer|painter|tailor|florist|operator|trainer|agent|supervisor|manager|officer|volunteer|steward|surgeon|dentist|"
    "therapist|pharmacist|optician|decorator|upholsterer|glazier|carpenter|roofer|locksmith|typesetter|reviewer|organiser|organizer|"
    "archivist|librarian|curator|caretaker|janitor|sweep|tuner|consultant|representative|rep|assistant|accountant|designer|gardener|"
    "vet|nurse|doctor|clerk|coach|tutor|teacher|host|guide|chef|coordinator|apprentice|trainee|intern|crew|receptionist|ranger|"
    "chaplain|treasurer|maintainer"
)
"""Who works for us, one; the plural is made of it."""
_DEPARTMENTS = (
    "housekeeping|reception|engineering|front desk|catering|admissions|audiology|the registry|finance|payroll|bookings|provisioning|"
    "logistics|operations|facilities|purchasing|procurement|underwriting|it support|second line|second-line|first line|tier 2|"
    "tier two|level 2|level two|human resources|hr|back office|box office|ticket office|customer care|customer service|"
    "customer services|field service|field services|goods in|goods-in|housing repairs|membership services|student services|"
    "guest services|guest relations|accounts payable|accounts receivable|my lot|our lot|one of our|one of the team|one of the crew|"
    "one of my|a member of our|a member of the"
)
_STAFF = "|".join((_JOBS, *(f"{job}s" for job in _JOBS.split("|")), _DEPARTMENTS))
_PLACES = (
    "office|shop|store|library|museum|clinic|surgery|practice|pool|gym|canteen|school|branch|garage|salon|theatre|hotel|bakery|pharmacy|parish|nursery|kennels|"
    "showroom|institute|academy|faculty|chapel|church|club|hotline|farm|brewery|winery|foundry|sawmill|mill|laundry|restaurant|cafe|gallery|archive"
)
_IDLE = (
    "accept agree allow appear ask become begin close come cost describe do draft draw drop end enter expire explain fail fall fly get "
    "go grow happen hear jump know last learn leave make mean meet melt need open owe play produce remain run see sit speak stand start "
    "state stay step stick stop take talk terminate think throw try wait wake walk want watch wear wish"
)
# Acts that by themselves serve nobody.
_NO_SERVICE = frozenset(_IDLE.split())


_STATES = (
    "attend|join|travel|graduate|occur|know|think|believe|remember|miss|lose|like|want|need|love|hate|prefer|understand|enjoy|seem|see|hear|wait|trust|"
    "imagine|recall|own|wonder|suppose|guess|regret|agree|doubt|worry|belong|consist|foresee|smell"
)


def _third_persons(verbs: str) -> str:
    return "|".join(third(verb) for verb in verbs.split("|"))


def _verbs() -> dict[str, int]:
    kinds: dict[str, int] = {}
    for verb in dict.fromkeys([*(v for v in SERVICE if " " not in v), *_COMMON.split()]):
        past, participle = past_forms(verb)
        serve = w.SERVE if verb not in _NO_SERVICE else 0
        forms = ((verb, w.ACT), (third(verb), w.ACTS), (ing(verb), w.DOING), (participle, w.DONE))
        for form, kind in (*forms, *(((past, w.PAST),) if past != verb else ())):
            kinds[form] = kinds.get(form, 0) | kind | serve
    return kinds


ENGLISH = w.Grammar(
    code="en",
    token=re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’](?:ll|re|ve|m|s|d)\b|\w+(?:[-.]\w+)*|[^\w\s]"),
    event=re.compile(
        r"\b(?:once|when|the same \w+|ahead of|prior to|in time for|next time|a day ahead|a (?:day|week) before|the (?:day|evening) before|on the (?:evening|morning|day|night) of|the day (?:it|they|he|she)|after that|after|before|until|till|upon|soon as|following|the (?:moment|minute|second|day|instant|same day|next day)|by the time|on (?:receipt|arrival|completion|approval|delivery|your|the next)|(?:with|in) (?:the|your) next)\b",
        re.IGNORECASE,
    ),
    names=first_names,
    moments=moments_in,
    wait=re.compile(
        r"(?:in |within |over |after )?(?:about |around |less than |under |up to |the next )?(?:an?|half an?|a few|\d+|one|two|three|four|five|six|ten|twenty|thirty)\b.*(?:second|minute|min|hour|day|week|month)s?",
        re.IGNORECASE,
    ),
    words={
        w.US: "am|i|we|one of us|yours truly|im|ill|iv|ive|well be|us two",
        w.OUR: "|our|my",
        w.ME: "me|us|mine|ours|by us|by our|by my|from us|from me|with us|to us",
        w.TO_US: "let us know|let me know|tell us|inform us|call us|update us|to let us|back to us|notify us|tell me|inform me|meet with us|meet with me|with me",
        w.BY: "by|before|no later than|within|not later than|until|at the latest",
        w.YOU: "you|u|ya|youll|your family|your group|y'all|all of you|both of you",
        w.YOUR: "your|ur|yours",
        w.THEY: "he|she|they|theyll",
        w.IT: "it|this|that|these|those|everything|all of it|all of this|both|all|everybody's",
        w.PLACE: _PLACES,
        w.PERSON: "mr|mrs|ms|mx",
        w.STAFF: f"{_STAFF}|"
        "admin|administrator|people|person|apprentice|trainee|intern|partner|partners|squad|group|studio|shop floor|operator|planner|buyer|painter|tailor|"
        "florist|baker|colleagues|colleague|colleagues|team|technician|technicians|engineer|engineers|developer|developers|expert|experts|specialist|"
        "specialists|department|staff|warehouse|driver|courier|carrier|fitter|installer|electrician|plumber|mechanic|consultant|trainer|agent|representative|"
        "rep|assistant|accountant|supervisor|shift|desk|crew|workshop|someone|somebody|one of our people|devs|dev|depot|kitchen|lab|manager|boss|owner|director|"
        "editor|designer|gardener|vet|nurse|doctor|secretary|clerk|coach|tutor|teacher|host|guide|chef|foreman|coordinator|admin team|helpdesk|service desk|"
        "night shift|boys|guys|folks|lads|lawyers|lawyer|auditor|architects|architect|hosters|ops|devops|dba|translators|translator|sysadmin|sysadmins|on-call|"
        "men|women|crews|nurses|midwife|steward|stewards|volunteer|volunteers|officer|officers|clerks|archivist|librarian|curator|caretaker|janitor|sweep|tuner|"
        "registrar's|maintainers|maintainer|committee members|secretariat|organiser|organisers|organizer|jury|reviewer|reviewers|editors|typesetter|locksmith|"
        "roofer|carpenter|glazier|decorator|upholsterer|optician|pharmacist|therapist|dentist|surgeon|receptionist|ranger|porter|chaplain|treasurer|postman",
        w.OUTSIDER: "bank|customs|airline|airlines|landlord|insurer|insurance|vendor|manufacturer|supplier|government|authority|authorities|court|tax office|post office|"
        "police|embassy|ministry|council|notary|apple|google|microsoft|amazon|paypal|dhl|fedex|ups|provider|regulator|seller|employer|university|city|your bank|"
        "your landlord|your admin|your administrator|your it|your team|your manager|your colleague|your colleagues|your accountant|your doctor|your vet|"
        "your insurer|your provider|your employer|your school|your department|your boss|your lawyer|your auditor|your auditors|isp|hoster|telco|power company|"
        "mobile operator|network operator|card issuer|credit card company|payment provider|postal service",
        w.PEOPLE: "users|customers|people|everyone|everybody|whoever|anyone|anybody|nobody|members|visitors|passengers|guests|employees|students|clients|participants|most of them|applicants",
        w.OCCASION: "meeting|meetings|party|webinar|conference|training|course|workshop|exam|holiday|holidays|concert|match|ferry|train|bus|flight|class|sale|promotion|"
        "campaign|trial|warranty|contract|offer|lease|season|fair|festival|show|tournament|lecture|seminar|semester|lunch|dinner|breakfast|wedding|ceremony|"
        "store|shop|office|hotline|canteen|museum|library|pool|gym|hearing|election|strike|deadline|deadlines|trip|bash|barbecue|bbq|hunt|picnic|reunion|tour|"
        "clinic|drill",
        w.PROGRAM: "page|system|light|cache|file|export|import|query|script|sync|icon|button|field|machine|program|link|code|robot|watch|app|browser|screen|device|computer|software|router|phone|server|tool|menu|dialog|wizard|battery|led|laptop|printer|client|website|the site|installer|setting|settings|password|token|session|cache|timer|alarm",
        w.DET: "the|a|an|these|those|this|that|both|all|another|each|",
        w.WILL: "wo|wont|will|'ll|shall|ill|youll|theyll|wil|",
        w.WILL | w.DOING: "going to|gonna|about to|bound to",
        w.SHOULD: "should|ought to",
        w.CAN: "ca|can|could|may|might",
        w.WOULD: "would|'d",
        w.PLAN: "plan is to|goal is to|aim is to|target is to|intention is to|idea is to|hope is to|plan to|plans to|planning to|planned to|hope to|hopes to|hoping to|"
        "aim to|aims to|aiming to|intend to|intends to|intending to|expect to|expects to|expecting to|promise to|trying to|want to have|planning on|mean to|"
        "looking to|look to|hope for|hope that|pledge to|undertake to|vow to|endeavour to|endeavor to|set out to|do our best to|do my best to|plan on|plans on|"
        "try to|tries to|try and",
        w.MUST: "can only|could only|may only|must|need to|needs to|have to|has to|had to|got to|gotta|required to|requires|obliged to|supposed to|need|needs",
        w.BE: "am|am|are|is|'m|'re|'s|im",
        w.BECOME: "to be|be|get|gets|getting|being|become|becomes|been",
        w.HAVE: "have|has|'ve|ive|having",
        w.PAST: "was|were|had|did|used to|went|came|got|wrote|said|told|asked|thought|saw|knew|felt|began|heard|found|gave|took|sent|lost|met|held|kept|brought|bought|paid|spoke|made|left|ran|broke|meant|fell|stood|became|wanted|needed|hoped|expected|wasn|weren|didn|hadn",
        w.SET: "put you down|put it down|pencilled|penciled|moved|scheduled|booked|planned|slated|lined up|on its way|on their way|on the way|expected|due out|"
        "due back|due to|on track|on schedule|set to|set for|in the pipeline|in the works|underway|under way|earmarked|pencilled in|penciled in|queued|"
        "rescheduled|arranged|promised|confirmed for|reserved",
        w.THERE: "in touch|over|gone|there|in contact|at the door|off your|off the|back with you|with you|in your|on your|at your|to your|in the mail|in the post|"
        "up and running|back online|back up|online|live|back|ready|sorted|fixed|done|on the road|on the truck|in place|good to go|in your hands|off to you|"
        "on the line|gone|yours|working|resolved|restored|in transit|part of|through|in your vault|in the vault|reachable|usable|accessible|back to normal",
        w.STATE: f"{_third_persons(_STATES)}|"
        "be closed|be open|be held|be available|be unavailable|be down|be required|be charged|be asked|be away|be out|be prompted|be redirected|be billed|"
        "be debited|be logged out|be locked out|be signed out|be notified|be invoiced|be delayed|be discontinued|be interrupted|be suspended|be off|be in town|"
        "be in the office|be at home|be offsite|spend|attend|join|travel|fly|graduate|take too|occur|happen|happens|have|be|know|think|believe|remember|miss|"
        "lose|remain|stay|live|sleep|eat|prefer|understand|enjoy|assume|seem|love|hate|like|need|want|wish|look forward|see|hear|contain|contains|cost|costs|"
        "require|requires|appear|appears|ask|asks|mean|means|depend|depends|wonder|suppose|guess|feel|feels|apologise|apologize|appreciate|regret|realize|"
        "realise|agree|doubt|worry|belong|consist|recommend|suggest|advise|can|imagine|recall|read|live|own|wait|trust|take place|takes place|last|lasts|die|"
        "dies|sound|smell|help|helps|make the best|accompany|accompanies|improve|improves|work|works|anticipate|anticipates|foresee",
        w.TIMETABLE: "conclude|concludes|commence|commences|sound|sounds|open|opens|close|closes|end|ends|expire|expires|begin|begins|run|runs|run out|runs out|renew|renews|reopen|reopens|take place|takes place|last|lasts|apply|applies|continue|continues|stop|stops|fall|falls|go up|goes up|rise|rises|start|starts|depart|departs|go away|goes away|reset|resets|remain|remains|stay|stays|change|changes|expiring|lapse|lapses|turn|turns|mature|matures|finish|finishes|cost|costs|",
        w.GET | w.BECOME | w.THERE: "be back",
        w.BECOME
        | w.THERE: "be round|be along|be over|be on site|be on-site|be out there|be up there|be waiting for",
        w.SEE: "see|find",
        w.GET: "be|be able to|be contacted|have|get|receive|see|hear|know|learn|be told|find",
        w.NOT: "not|n't|never|no|cannot|cant|wont|dont|doesnt|isnt|arent|nobody|none|nothing|neither|nor|hardly|unable|no way|no longer|no one|without|instead of|fail to|refuse to|refuses to|refused to|decline to|declines to|won",
        w.IF: "if|in case|unless|provided|as long as|whenever|depending on|assuming|only if|even if|should you|should the|should your|should our|should we|should he|should she|had i|had we|had you|in the event|otherwise|should it|"
        "should this|should anything|should they|should that|should there|provided you|provided that|should you be",
        w.THEN: "then|by then|at that point|straight afterwards|afterwards|right after that|that day|that same day|right afterwards|the same day|right after|"
        "straight after",
        w.VOUCH: "make sure|make certain|see to it|ensure|guarantee|promise|have it set so|set it so|see that",
        w.HOLD_OUT: "leave|rest|stop|close|charge|be charged|bill|be billed|delete|touch|cancel|lock|forget|start|remove",
        w.WHEN: "next time|the next time|when|once|as soon as|soon as|after|the moment|the minute|upon|right after|straight after|directly after|immediately after|just after|the instant|"
        "now that|at which point|as of when|following the|following our|following your|following this|the day it|the day they|the day she|the day he|"
        "the minute it|the minute they",
        w.UNTIL: "until|till|before|til|so long as|by the time",
        w.PURPOSE: "so that|so|in order that",
        w.THAT: "whether|that|which|who|because|since|as|although|though|while|where|whose|so that|why|how|what|even though|whereas|for which|at which",
        w.AND: "and|but|so|then|or|yet|plus|&|and then|so then|nor",
        w.ADVERB: "after all|look after|looks after|looking after|ask after|take after|once a week|before long|either|ever|soon after|briefly|later|shortly after|at once|"
        "apparently|currently|no later than|not later than|at no cost|at no extra cost|at no charge|no need|nothing to do|nothing for you to do|no worries|"
        "no problem|not only|no matter|at your end|on your end|not to worry|never fear|no action|also|now|then|still|just|certainly|gladly|definitely|"
        "personally|immediately|quickly|hopefully|probably|likely|again|already|currently|soon|shortly|first|next|only|all|both|actually|finally|therefore|"
        "straight away|right away|of course|surely|too|ourselves|myself|ll|always|simply|together|each|instead|very|gladly|most likely|at last|at the latest|"
        "in turn|once more|once again|when to|how to|where to|what to",
        w.PLEASE: "please|pls|plz|kindly|remember to|don't forget|do not forget|feel free",
        w.SAID: "said|says|say|wrote|told|mention|mentioned|claims|claimed|according to|states|stated|mentions|writes|tells|reported|reports",
        w.DOUBT: "feeling|rumour|rumor|rumours|propose|suggest|recommend|i am told|supposedly|apparently not|i dreamt|not sure|unsure|doubt|whether|no idea|don't know|"
        "do not know|unclear|uncertain|no promise|cannot say|can't say|hard to say|wonder|nobody knows|not certain|unlikely|remains to be seen|a chance|"
        "the chance|there is a risk|the risk|the possibility that|a possibility|the likelihood|i have been told|we have been told|i 've been told",
        w.WISH: "hope|hopes|hoping|would like to see|would love to see|would love it|would like it|would be lovely|would be great|would be nice|would be good|would be wonderful|be grateful|'d like|'d love|'d be grateful|'d appreciate|would appreciate|wish|'d rather|would rather|would prefer|'d prefer|fingers crossed|would be helpful|would help",
        w.CHOICE: "the possibility of|let me know whether|let us know whether|tell me whether|tell us whether|if you like|if you want|if you wish|if you prefer|"
        "if you'd like|if u like|if u want|up to you|just tell me|just tell us|just say|just say so|just let me know|just let us know|let me know if|"
        "let us know if|whatever works|whichever|or would you|should you prefer|should that|if that suits|if it suits|if that works|if it helps|if that helps|"
        "say the word|say yes|just ask|you can choose|you could choose|you may choose|for an extra|alternatively|if need be|in case you|upon request|"
        "you are welcome to|you're welcome to|the choice is yours|shall i|shall we|say so|no obligation|one option|another option|the other option|"
        "your other option|your options|with the premium|for a surcharge|for a small fee|at extra cost|for an extra fee|add-on|'re welcome to|are welcome to|"
        "it 's your call|it is your call|only tell us|only tell me|you decide|either we|either i|you choose|as you wish|as you like|your choice|you pick|"
        ", your call",
        w.HABIT: "every day|every week|every month|every year|every night|every hour|every morning|every evening|every weekday|every monday|every tuesday|every wednesday|every thursday|every friday|every saturday|every sunday|every thirty|every two|every few|every time|each day|each week|each month|each time|each monday|each friday||always|usually|normally|generally|typically|often|by default|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|weekends|regularly|mostly|as a rule|in general|sometimes|once a|twice a|",
        w.RULE: "it's best|it is best|best to|best price|by booking|recommend|suggest|advise|we recommend|should always|tip",
        w.ASSURED: f"{_GIVEN}|"
        "you can expect to hear|you can expect to receive|you can expect to get|you can expect to have|you can expect to see|take me until|takes me until|"
        "taking us until|we commit to|i commit to|we 're targeting|we are targeting|we target|we aim for|we 're aiming for|we are aiming for|"
        "we 're shooting for|we guarantee|i guarantee|we promise|i promise|i can promise|we can promise|you have my promise|i give you my word|on me to|"
        "expect a|expect an|expect the|expect our|expect your|expect my|expect it|expect this|expect news|expect me|expect us|expect him|expect her|expect someone|expect somebody|expect one|expect two|expect both|expect delivery|figure on|reckon on|bank on|consider your|consider the|consider that|consider this|"
        "needs until|need until|takes us until|"
        "take us until|first job for me|let me look|let me check|let me find out|let me ask|let me talk|let me see|let me confirm|let me get|let me speak|"
        "rest assured|be assured|you can count on|you can rely on|count on|give me until|give us until|bear with us|bear with me|sit tight|hang on|"
        "hang in there|our word on it|my word on it|you have my word|you have our word|look out for|watch out for|keep an eye out for|leave it with me|"
        "leave it with us|leave that with me|consider it done|on my list|on our list|on my desk|first thing we|top of my list|let's do it like this|"
        "let me reproduce|let me try|let me dig|let me run|let me test|let me take",
        w.NEWS: "reply|answer|response|details|more|news|update|updates|delivery|shipment|shipping|dispatch|eta|refund|fix|release|callback|call back|back to you|"
        "back with you|replacement|credit|feedback|result|results|completion|repair|installation|collection|pickup|pick-up|arrival|confirmation|quote|draft|"
        "report|info|more info|more news|summary|patch|deployment|rollout|hotfix|payment|follow-up|resolution|next step|next steps|go-live|handover|publication|"
        "decision|outcome|verdict|diagnosis",
        w.EVENT: "on receipt of|upon receipt of|on receipt|upon receipt|on arrival|upon arrival|on completion|upon completion|on approval|upon approval|on delivery|"
        "on your next|on the next|with the next|in the next|with your next|in your next|the same day|the following day|the next day|in the same week|after that|"
        "the same minute|the same hour|the same morning|the same evening|a day ahead|a day before|the day before|the evening before|on the evening of|"
        "on the morning of|on the day of|on the night of|an hour before|a week before|a week ahead",
        w.ACT
        | w.SERVE: "do the|do your|do it|do this|do that|do them|do those|do these|txt|msg|ping|go up|come out|go out|go live|come back|come out|show up|show|take over|go in|go online|move over|turn up|get to|go back|come by|come over|come round|drop by|stop by|"
        "call in|pass by|drive over|begin|work on|work through|switch off|give up|swing by|hop on|jump on",
        w.ACTS
        | w.SERVE: "goes out|goes on|goes live|comes back|comes out|shows up|shows|takes over|goes in|goes online|gets to|gets back|goes back|comes by|comes over|"
        "comes round|drops by|stops by|begins|leaves|works on|works through|swings by|switches off|gets rid of|looks at|looks into|follows|lets you know|"
        "calls back|drops off|brings|takes care of|puts|picks up|gives",
        w.DOING
        | w.SERVE: "going out|going on|going live|coming back|coming out|taking over|coming by|coming over|getting back|beginning|coming to you|coming out to|"
        "getting rid of|working on|working through|switching off|coming round|dropping off|taking care of",
        w.DONE: "lost|made|sent|met|held|paid|told|left|brought|bought|found|kept|heard|thought|felt|said",
        w.TALK | w.DONE: "reviewed|discussed|decided|considered|made|debated|evaluated|held",
        w.TO_DO
        | w.DONE: "completed|finished|sent|included|submitted|returned|signed|filled in|paid|addressed|corrected|reimbursed|replaced",
        w.BY_ITSELF: "automatic|automatically|password|code|notification|reminder|reminders|by itself|message|itself|themselves",
        w.TALK: "come|offer|meet|discuss|talk|speak|chat|get together|go over|draw|sit down|catch up|look|think|make|finalize|finalise|get|go|do|help",
        w.LET: "let me|let us|let's",
        w.HOLD_OUT | w.ACT: "switch off|give up|let go|go home|go to bed",
        w.TASK | w.ACT | w.SERVE: "get rid of|go on|go through|go over|go ahead with",
        w.THEIRS: "team|teams|colleague|colleagues|manager|boss|owner|director|department|admin|administrator|staff|people|accountant|lawyer|secretary|partner|developer|developers|auditor|doctor|gp|dentist|teacher|neighbour|neighbor|parents|employer|school|office",
        w.PREP: "of|on|in|at|with|for|from|about|into|between|during|per|over|under|near|through|against|regarding",
        w.DEF: "the|this|that|these|those",
        w.DOING
        | w.STATE: "expecting|losing|waiting|having|missing|hoping|experiencing|facing|seeing|hearing|approaching|nearing|enjoying|watching|awaiting|needing|wanting|attending",
    },
    verbs=_verbs(),
    act=re.compile(ACT, re.IGNORECASE),
    doing=re.compile(rf"(?!{AWAY})", re.IGNORECASE),
    endings=(
        (re.compile(r"^[a-z]{3,}ing$"), w.DOING),
        (re.compile(r"^[a-z]{3,}ed$"), w.DONE | w.PAST),
        (re.compile(r"^[a-z]{3,}ly$"), w.ADVERB),
    ),
)
