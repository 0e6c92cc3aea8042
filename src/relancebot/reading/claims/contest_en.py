"""The debt is contested in English."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

RULES = (
    Rule(
        "amount-en",
        Label.DISPUTE,
        r"\b(?:overcharged|overbilled|wrong amount|too high|incorrect amount|"
        r"doesn'?t match|does not match|discrepan\w+|not what (?:we|was) (?:agreed|"
        r"quoted)|"
        r"quoted?\b[^.]{0,40}\d|shook hands on|agreed (?:on )?(?:a )?(?:rate|price|"
        r"\W?\d)|"
        r"credit note|should (?:only )?be (?:\W)?\d|discount)\b|"
        r"\b(?:billed|charged|invoiced|invoice says|rate on)\b[^.]{0,40}\d+|"
        r"\b\d+ (?:\w+ )?(?:not|instead of|rather than) \d",
        (
            "Our log shows 12 hours, you billed 20.",
            "The rate doesn't match our contract.",
        ),
        unless=NO_DISPUTE + r"|\btwice\b"
        r"|\bquote (?:the |our )?(?:po|order|number|reference)",
        reason=Reason.AMOUNT,
        language="en",
    ),
    Rule(
        "duplicate-en",
        Label.DISPUTE,
        r"\b(?:twice|duplicate\w*|double[- ](?:billed|charged|invoiced)|"
        r"already (?:billed|"
        r"invoiced|charged)|same (?:invoice|work|job|thing)\b[^.]{0,30}(?:again|two|"
        r"twice|as))\b",
        ("Looks like you billed the March retainer twice.",),
        unless=NO_DISPUTE + r"|(?:paid|emailed|asked) (?:it )?twice"
        r"|\b(?:nudged|chased|called|rung|reminded|told)\b[^.]{0,12}\btwice",
        reason=Reason.DUPLICATE,
        language="en",
    ),
    Rule(
        "not-ordered-en",
        Label.DISPUTE,
        r"\b(?:never|didn'?t|did not|nobody|no one|no-one|none of us)\b[^.]{0,40}"
        r"\b(?:order\w*|ask\w* for|agree\w*|request\w*|sign\w* (?:up|off on|anything|"
        r"for)|"
        r"commission\w*|approv\w*|book\w*|authori[sz]\w*|hire\w*)\b|"
        r"\bdoes(?:n'?t| not) exist in our|\bnot (?:something )?we (?:ordered|asked|"
        r"agreed)|"
        r"\bno (?:record|trace) of (?:this|any|the|that) (?:order|booking|job|work|po)",
        ("Nobody here agreed to the extra weekend shift.",),
        unless=NO_DISPUTE + r"|hasn't approved|said i'd",
        reason=Reason.NOT_ORDERED,
        language="en",
    ),
    Rule(
        "not-delivered-en",
        Label.DISPUTE,
        r"\b(?:never|not|haven'?t|hasn'?t|wasn'?t|weren'?t|still (?:waiting|missing)|"
        r"yet to|"
        r"missing|only got|only received|didn'?t)\b[^.]{0,40}\b(?:delivered|received|"
        r"arriv\w+|"
        r"turn\w* up|show\w* up|finish\w*|complet\w+|shipped|happen\w*|batch|chapters?|"
        r"files?|deliver\w*|second|half|rest of)\b|\bmissing (?:two|three|chapters?|"
        r"pages|"
        r"parts?)|\bunfinished\b|\bincomplete\b|\bwaiting (?:for|on) (?:the|your|you|"
        r"our) "
        r"(?:\w+ )?(?:report|files?|delivery|second|rest|final|work|translations?|"
        r"photos|"
        r"fix|deliver\w+|design|draft)",
        ("We never got the second batch of translations. Still missing chapters.",),
        unless=NO_DISPUTE
        + r"|(?:received|got|seen) (?:the|your|this|an|any|a) (?:invoice|e-?mail|"
        r"reminder|copy|"
        r"payment)|(?:client|customer|funder|grant|insur\w+)",
        reason=Reason.NOT_DELIVERED,
        language="en",
    ),
    Rule(
        "quality-en",
        Label.DISPUTE,
        r"\b(?:broken|faulty|defect\w*|damaged|poor(?:ly)?|shoddy|unusable|"
        r"unacceptable|"
        r"out of focus|blurr\w+|crash\w*|bugs?|buggy|leak\w*|errors?|mistakes?|typos?|"
        r"wrong\b|not (?:working|happy|satisfied|up to|good enough|fit|usable|"
        r"signing this)|"
        r"doesn'?t work|does not work|didn'?t work|isn'?t working|still down|"
        r"substandard|"
        r"sloppy|disappoint\w+|redo(?:ne)?|re-?do|fix(?:ed|es)?\b|issue(?:s)? "
        r"(?:with|you)|problems? with|login issue|quality|complain\w*|falling apart|"
        r"came back with|not sure what i'd be paying)\b",
        ("Half the photos are out of focus.", "The report is full of errors."),
        unless=NO_DISPUTE
        + r"|wrong (?:account|iban|person|address|entity|bank|e-?mail|po\b|department)|"
        r"\bour (?:mistake|error|bank|system|side)|"
        r"my (?:mistake|bad|error)|(?:bank|payment|system|portal) (?:error|issue|"
        r"problem)"
        r"|nothing (?:is )?wrong|^(?:sorry,? )?wrong \w+$",
        reason=Reason.QUALITY,
        language="en",
    ),
    Rule(
        "terms-en",
        Label.DISPUTE,
        r"\bnet[- ]?\d+|\b\d{2} days?\b[^.]{0,30}\b(?:terms|agreed|contract|signed|not|"
        r"overdue)|\b(?:our|the|payment) terms\b|\bnot (?:yet )?(?:due|overdue)|"
        r"\bisn'?t due|nothing is overdue|\b(?:late fees?|interest|penalt\w+|fees?)\b"
        r"[^.]{0,40}\b(?:not|never|won'?t|no|refuse|remove|waive)|\bfixed[- ]price|"
        r"\bcancel+ed (?:the|our|this|in|before|it)|\bincluded in|\bfree of charge|"
        r"\bunder warranty",
        ("We agreed net 60 so nothing is overdue yet.",),
        unless=NO_DISPUTE + r"|payment run|next run|\bwill be (?:included|paid)",
        reason=Reason.TERMS,
        language="en",
    ),
    Rule(
        "dispute-en",
        Label.DISPUTE,
        r"\bdisput\w+\b|\b(?:don'?t|do not|can'?t) (?:agree|accept|recogni[sz]e)|"
        r"\bdisagree\w*|"
        r"\bwithh(?:old|eld)\w*|\bnot (?:our|the right) (?:company|entity|debt|"
        r"invoice)|"
        r"\bset[- ]?off\b|\boffset\b|\byou owe us|\bowe you nothing|\bdon'?t owe|"
        r"\bon hold (?:until|because|pending|over)|\bcontest\w*\b",
        ("We dispute this one.", "We don't owe you anything."),
        unless=NO_DISPUTE,
        reason=Reason.OTHER,
        language="en",
    ),
)
