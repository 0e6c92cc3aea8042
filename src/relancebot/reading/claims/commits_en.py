"""Payments announced in English by runs, lists and other people's hands."""

from relancebot.reading.claims.frame import Event, Frame

COMMITS_EN: tuple[Frame, ...] = (
    Frame(
        "payment-run-en",
        Event.COMMIT,
        r"\b(?:goes|go|going|went|is|are|be|included|yours) (?:out )?(?:in|on|with|"
        r"into) (?:the|our|this|next|that) (?:\w+ ){0,3}?(?:run|batch|payments?|list|"
        r"cycle)\b|\bgoes out\b|\b(?:payment|pay|supplier|cheque|check) (?:list|batch|"
        r"cycle)\b|\b(?:yours|you|your invoice|it|this) (?:is|are|has been|have been|"
        r"was|will be) (?:now )?(?:included|scheduled|queued|booked|approved for "
        r"payment|lined up|slated|down for|set)\b",
        (
            "yours goes out in the run of the 19th",
            "Your invoice is included next Monday",
        ),
        dated_only=True,
    ),
    Frame(
        "will-be-issued-en",
        Event.COMMIT,
        r"\b(?:will|shall|should|going to|is to|are to|due to) be (?:\w+ly )?(?:issued|"
        r"released|executed|remitted|actioned|initiated|wired|credited|debited|"
        r"posted|dispatched|completed|raised|cleared|honou?red|with you|there|in your)"
        r"\b|\b(?:can |may |should )?expect (?:the |your |our |a |full )?(?:money|"
        r"payment|funds|transfer|wire|cheque|check|it)\b|"
        r"\b(?:money|funds|payment|transfer|wire|cheque|check) (?:should|will|ought to)"
        r" (?:\w+ )?(?:reach|arrive|land|be|hit|clear|leave|go)\b|"
        r"\b(?:i|we)(?:'ll| will| can)? (?:take care of|look after|see to|deal with|"
        r"handle) (?:it|this|that|the (?:payment|invoice))\b|"
        r"\b(?:have|has|'ve|'s) (?:now |already )?(?:scheduled|booked|queued|arranged|"
        r"lined up|set up|put (?:it|this|that|the payment) through)\b|"
        r"\bshould (?:have|get|see|receive) (?:it|the (?:money|payment|funds|"
        r"transfer))\b|"
        r"\blet me (?:pay|settle|clear|sort)\b|"
        r"\bwill (?:process|action|release|issue|handle|approve and pay) (?:it|this|"
        r"the|your)\b|\b(?:confirmed|promised|guaranteed) (?:the )?payment (?:for|on|"
        r"by)"
        r"\b|\bpayment date\b|"
        r"\b(?:being|is being) (?:processed|paid|settled|actioned|sorted)\b|"
        r"\bget (?:this|it|that|you) (?:paid|settled|sorted|cleared)\b|"
        r"\b(?:i|we) (?:pay|settle|wire|transfer|send|clear) (?:it|this|you|the "
        r"(?:invoice|money|balance|rest)|your invoice)\b|"
        r"\b(?:i|we)(?:'m|'re| am| are) (?:\w+ing )?(?:paying|wiring|transferring|"
        r"settling|sending)\b",
        (
            "Payment will be issued on Monday",
            "You can expect the money on Monday",
        ),
        unless=r"\b(?:won't|will not|cannot|can't|never|not be)\b|\bonce (?:you|we|"
        r"the)|"
        r"\bif (?:you|we|our)|\b(?:statement|form|credit note|copy)\b",
    ),
)
