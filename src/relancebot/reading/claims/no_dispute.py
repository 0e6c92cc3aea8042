"""Complaints named in order to deny them: "ce n'est pas une contestation"."""

# Said of a complaint in order to deny it: these sentences contest nothing.
NO_DISPUTE = (
    r"\b(?:aucun(?:e)?|pas (?:de|une?|d')|sans|ni|n'est pas (?:une?|un)|"
    r"n'y a (?:pas|aucun\w*) (?:de |d')?|zero|nul(?:le)?) ?(?:\w+ ){0,2}?"
    r"(?:litiges?|contestations?|reclamations?|reserves?|desaccords?|plaintes?|"
    r"problemes?|"
    r"disputes?|soucis?|reproches?|remarques?|objections?)|"
    r"\bne (?:la |le |les |vous )?(?:conteste|remets?|discute|"
    r"dispute)\w* (?:\w+ ){0,2}?"
    r"(?:pas|rien|nullement|aucun\w*)|\bje conteste rien|\brien a redire|"
    r"\bnon non\b|\b(?:litige|reclamation|contestation|bug|probleme|anomalie|"
    r"dossier)s?\b"
    r"[^.]{0,30}\b(?:clos\w*|close|cloture\w*|regle[es]?|resolu\w*|leve\w*|corrige\w*|"
    r"solde\w*|termine\w*)|\bavais conteste\b|\bmalgre son nom\b|"
    r"\brien a voir avec (?:la|votre|cette) (?:facture|note)|\bpole litiges|"
    r"\breserves (?:sont |ont ete )?levees\b(?<!soient levees)|"
    r"\bno (?:dispute|complaint|issue|problem|quarrel)s?\b|\bnot disput\w+"
)
