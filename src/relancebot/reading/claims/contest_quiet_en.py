"""A quiet complaint in English: a count, a gap, a shrug, a condition."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

RULES = (
    Rule(
        "two-figures-en",
        Label.DISPUTE,
        r"\b(?:gone|went|jumped|crept) (?:up )?from \W?\d|\b\d[\d,.]*\b[^.]{0,50}[;,]? "
        r"(?:and )?\d[\d,.]*\b[^.]{0,20}\b(?:according to you|you say|on your side|on "
        r"the "
        r"bill)|\byou told me \W?\d|\blook into the (?:gap|difference)|"
        r"\bwhere does (?:the|that|this) \w+ (?:\w+ )?come from",
        ("Your day rate went from 650 to 720.",),
        unless=NO_DISPUTE,
        reason=Reason.AMOUNT,
        language="en",
    ),
    Rule(
        "seen-before-en",
        Label.DISPUTE,
        r"\b(?:already|also) (?:inside|in|on|part of|covered)\b|\bshows? up again|"
        r"\bonly be (?:invoiced|billed) once|\bthe very same\b|\b(?:was|were) (?:on|"
        r"in) "
        r"the (?:\w+ )?(?:bill|invoice|statement)\b|\bone of you has to\b",
        ("Isn't this one already inside the Q1 statement?",),
        unless=NO_DISPUTE + r"|already in the (?:payment )?(?:run|queue|system|batch)|"
        r"already on (?:its|the) way",
        reason=Reason.DUPLICATE,
        language="en",
    ),
    Rule(
        "nobody-asked-en",
        Label.DISPUTE,
        r"\b(?:signed|signed off|agreed) (?:\w+ )?(?:for|on|to) (?:the )?[\w "
        r"]{2,30}\bonly\b|"
        r"\b(?:a|as a) surprise to\b|\byour own initiative|\bnot ours to (?:pay|fund)|"
        r"\bhas no (?:trace|record) of\b|\bnobody (?:here|on this side)\b[^.]{0,30}\b"
        r"(?:recall|remember|agree)\w*",
        ("My wife signed for the logo only.", "The banner was your own initiative."),
        unless=NO_DISPUTE,
        reason=Reason.NOT_ORDERED,
        language="en",
    ),
    Rule(
        "still-short-en",
        Label.DISPUTE,
        r"\bwhere (?:are|is) the (?!payment|money)|\bdoesn't have them|\bonly the "
        r"(?:first|"
        r"second)\b|\bstill looking at a draft|\bcan wait for the (?:other|rest|"
        r"remaining)|"
        r"\bcount (?:only )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) "
        r"(?:on|"
        r"in|of)\b|\bever reached\b|\bthe final version\b",
        ("Where are the source files?", "The balance can wait for the other four."),
        unless=NO_DISPUTE,
        reason=Reason.NOT_DELIVERED,
        language="en",
    ),
    Rule(
        "no-use-en",
        Label.DISPUTE,
        r"\bpeels? off\b|\bfalls? (?:over|apart)\b|\bcould(?:n't| not) (?:open|use|"
        r"read|"
        r"load|log)|\bcannot (?:really )?use\b|\bcan't (?:really )?use\b|\bread like\b|"
        r"\brewrit\w+\b|\bnone (?:of them )?(?:speaks|works|fits)|\bfailed (?:the|our|"
        r"their)\b|\bwas skipped\b|\bstill shows? (?:last|old|the wrong)|\blast year's "
        r"figures|\bget that sorted first",
        ("The labels peel off in the cold store.",),
        unless=NO_DISPUTE + r"|\b(?:bank|portal|attachment|pdf|invoice|card)\b",
        reason=Reason.QUALITY,
        language="en",
    ),
    Rule(
        "held-back-en",
        Label.DISPUTE,
        r"\bbefore (?:any|the) money (?:moves|leaves)|\bmy money stays|\bkeep (?:the|"
        r"this|"
        r"your) invoice on hold|\b(?:put|placed)\b[^.]{0,20}\bon hold|\bnot "
        r"comfortable "
        r"(?:releas|pay)\w+|\bneed to go through\b[^.]{0,30}\bbefore|\buntil it is "
        r"back|"
        r"\bkeen [^.]{0,20}release the money|\bpoints on this (?:bill|invoice)",
        ("I'd like a word before any money moves.",),
        unless=NO_DISPUTE + r"|\b(?:approval|sign-?off|audit|budget|po number)\b",
        reason=Reason.OTHER,
        language="en",
    ),
    Rule(
        "too-early-en",
        Label.DISPUTE,
        r"\b(?:ninety|sixty|forty-five) days\b|\btoo early\b|\bbecomes? due (?:on|when|"
        r"once)|\b(?:contract|agreement) (?:was|is) with\b|\btook over the lease",
        ("Our master agreement says ninety days.",),
        unless=NO_DISPUTE + r"|\bwill pay\b|\bpaid in\b",
        reason=Reason.TERMS,
        language="en",
    ),
)
