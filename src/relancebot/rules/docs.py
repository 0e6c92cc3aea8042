"""What each key of ``rules.yaml`` means, for the editor of the operator.

A test holds this table and the values of ``domain/policy.py`` together.
"""

from collections.abc import Mapping

SECTIONS: Mapping[str, str] = {
    "Policy": "Les règles de relancebot pour un dossier",
    "Creditor": "Le créancier : vous",
    "Account": "Une messagerie : d’où partent les relances, où arrivent les réponses",
    "Server": "Un serveur de messagerie",
    "Secret": "Où trouver le mot de passe : une seule source, jamais le mot de passe",
    "Window": "Quand un message peut partir",
    "Caps": "Le nombre de messages à ne jamais dépasser",
    "Scenario": "Un scénario : des étapes dans l’ordre",
    "Step": "Une étape d’un scénario",
    "PromiseRules": "Les promesses de paiement",
    "Tolerance": "Jours ouvrés accordés après le jour promis, par moyen de paiement",
    "Reaction": "La suite donnée à une promesse non tenue",
    "Waiting": "Le silence gardé après chaque sorte de réponse, en jours ouvrés",
    "Reader": "La lecture des réponses",
    "ClientRule": "Ce qui change pour un client",
    "InvoiceRule": "Ce qui change pour une facture",
    "Channel": "mail : e-mail ; call : appel à faire ; letter : courrier à poster ; "
    "hand_over : transmission à un professionnel",
    "Confirm": "auto : part seul ; person : attend votre accord",
    "Tone": "notice : avant l’échéance ; courteous : courtois ; firm : ferme ; "
    "formal : formel ; formal_notice : mise en demeure",
    "Origin": "due : depuis l’échéance ; first_reminder : depuis la première relance",
    "DebtorKind": "pro : professionnel ; public : acheteur public ; consumer : "
    "particulier ; unknown : inconnu (ni pénalités ni 40 €)",
    "Language": "fr : français ; en : anglais",
    "Formality": "vous : vouvoiement ; tu : tutoiement",
    "Region": "france ou alsace_moselle (Vendredi saint et 26 décembre fériés)",
    "Tls": "implicit : chiffré d’emblée (ports 993, 465) ; starttls : chiffré ensuite "
    "(ports 143, 587) ; none : jamais, sauf vers la machine elle-même",
    "Imputation": "principal : le principal d’abord (concession) ; interest : les "
    "pénalités d’abord (C. civ. 1343-1) ; costs : l’indemnité, puis les pénalités",
    "SentCopy": "auto : selon le serveur ; append : relancebot range la copie ; "
    "server : le serveur s’en charge",
}

# The French word that slips in for a key: only to guess what was meant.
FRENCH_KEYS: Mapping[str, str] = {
    "adresse": "address",
    "apres": "after",
    "après": "after",
    "canal": "channel",
    "compte": "account",
    "comptes": "accounts",
    "confirmer": "confirm",
    "créancier": "creditor",
    "debut": "start",
    "début": "start",
    "delai": "deadline_days",
    "délai": "deadline_days",
    "dossiers": "folders",
    "etapes": "steps",
    "étapes": "steps",
    "facture": "invoice",
    "factures": "invoices",
    "fin": "end",
    "fuseau": "time_zone",
    "identifiant": "login",
    "jours": "after",
    "langue": "language",
    "modele": "template",
    "modèle": "template",
    "nom": "name",
    "plafonds": "caps",
    "promesses": "promises",
    "scénario": "scenario",
    "scénarios": "scenarios",
    "serveur": "host",
    "telephone": "phone",
    "titre": "title",
    "ton": "tone",
    "téléphone": "phone",
}

KEYS: Mapping[str, Mapping[str, str]] = {
    "Policy": {
        "creditor": "Vous : nom, adresse, coordonnées bancaires.",
        "accounts": "Vos messageries ; la première sert par défaut.",
        "scenarios": "Les scénarios disponibles.",
        "scenario": "Le nom du scénario suivi, sauf exception.",
        "time_zone": "Le fuseau horaire des heures et des jours.",
        "region": "Les jours fériés qui comptent.",
        "window": "Les heures d’envoi.",
        "caps": "Les plafonds d’envoi.",
        "promises": "Confirmation, attente et suite des promesses.",
        "waiting": "Les silences après une réponse.",
        "reader": "La lecture des réponses.",
        "old_invoice_days": "Une facture importée avec plus de jours de retard que "
        "cela attend votre accord avant toute relance.",
        "max_inbox_age_minutes": "Rien ne part si la messagerie n’a pas été relevée "
        "depuis moins de ce nombre de minutes.",
        "poll_minutes": "Intervalle de relève, en minutes.",
        "imputation": "Ce qu’un paiement partiel règle d’abord, dans un décompte.",
        "clients": "Les exceptions, client par client.",
        "invoices": "Les exceptions, facture par facture.",
    },
    "Creditor": {
        "name": "Votre nom ou raison sociale.",
        "signature": "La fin de vos messages ; plusieurs lignes possibles.",
        "address": "Votre adresse postale ; plusieurs lignes possibles.",
        "siren": "Vos 9 chiffres d’immatriculation ; la clé est vérifiée.",
        "phone": "Le numéro où vous rappeler.",
        "iban": "Le seul compte que vos lettres donneront ; la clé est vérifiée.",
        "bic": "Le code de votre banque.",
        "payment_link": "Une page de paiement en ligne (https://…).",
    },
    "Account": {
        "name": "Un nom court pour ce compte.",
        "address": "L’adresse e-mail qui écrit à vos clients.",
        "imap": "Le serveur de réception.",
        "smtp": "Le serveur d’envoi.",
        "secret": "Où trouver le mot de passe.",
        "display_name": "Le nom affiché devant l’adresse.",
        "login": "L’identifiant, s’il n’est pas l’adresse.",
        "folders": "Les dossiers où lire les réponses.",
        "sent_folder": "Le dossier des messages envoyés ; trouvé tout seul si vide.",
        "sent_copy": "Qui range la copie des messages envoyés.",
        "authserv_id": "Le nom dont votre serveur signe ses contrôles d’expéditeur "
        "(en-tête Authentication-Results) ; vide : l’en-tête du dessus fait foi. Une "
        "réponse dont l’expéditeur n’est pas prouvé attend votre lecture.",
        "auto_submitted": "true : vos messages se disent automatiques (en-tête "
        "Auto-Submitted) ; certaines messageries taisent alors les absences.",
    },
    "Server": {
        "host": "Le nom du serveur.",
        "port": "993 ou 143 en réception, 465 ou 587 à l’envoi.",
        "tls": "La protection de la connexion.",
        "ca_file": "Un certificat d’autorité particulier (fichier PEM).",
    },
    "Secret": {
        "env": "Le nom d’une variable d’environnement.",
        "keyring": "Le nom du service dans le trousseau du système.",
        "command": "Une commande qui écrit le mot de passe (pass, op, bw…).",
    },
    "Window": {
        "start": 'L’heure du premier envoi ("09:00").',
        "end": 'L’heure du dernier envoi ("18:00").',
        "worked_days_only": "Jamais le week-end ni un jour férié.",
    },
    "Caps": {
        "per_day": "Messages par jour, en tout.",
        "per_client_per_week": "Messages par client et par semaine.",
        "per_case": "Messages automatiques par facture ; ensuite, c’est à vous.",
    },
    "Scenario": {
        "name": "Le nom par lequel on le choisit.",
        "title": "Son titre à l’écran.",
        "steps": "Les étapes, dans l’ordre.",
        "min_spacing_days": "Jours au moins entre deux écrits au même client.",
    },
    "Step": {
        "name": "Le nom de l’étape, unique dans le scénario.",
        "after": "Jours depuis l’échéance (négatif : avant) ou la première relance.",
        "channel": "Par quel moyen.",
        "template": "Le modèle de lettre, sans extension.",
        "tone": "Le ton.",
        "confirm": "Part seul, ou attend votre accord.",
        "counted_from": "D’où se comptent les jours.",
        "deadline_days": "Délai annoncé au client ; rien ne suit avant sa fin.",
    },
    "PromiseRules": {
        "confirmation": "La confirmation écrite de la promesse part seule, ou non.",
        "confirmation_template": "Le modèle de cette confirmation.",
        "tolerance_days": "Jours ouvrés accordés après le jour promis.",
        "furthest_days": "Une promesse plus lointaine que cela vous est soumise.",
        "broken": "La suite de la 1re, de la 2e, de la 3e promesse non tenue.",
    },
    "Tolerance": {
        "transfer": "Pour un virement.",
        "cheque": "Pour un chèque.",
        "card": "Pour une carte.",
    },
    "Reaction": {
        "template": "Le modèle de lettre, sans extension.",
        "channel": "Par quel moyen.",
        "tone": "Le ton.",
        "confirm": "Part seul, ou attend votre accord.",
        "deadline_days": "Délai annoncé au client.",
    },
    "Waiting": {
        "any_answer_worked_days": "Après toute réponse qui n’est pas comprise.",
        "paid_claim_worked_days": "Après « c’est payé ».",
        "undated_promise_worked_days": "Après « je vais payer », sans date.",
        "awaiting_approval_worked_days": "Après « en attente de validation ».",
        "document_request_worked_days": "Après une demande de document.",
        "absence_without_date_worked_days": "Après une absence sans date de retour.",
        "after_return_worked_days": "Après le retour d’un absent.",
    },
    "Reader": {
        "act_alone_from": "Confiance à partir de laquelle une lecture agit seule "
        "(0.5 à 1) ; au-dessous, la réponse vous est soumise.",
        "dispute_phrases": "Vos expressions qui annoncent toujours un litige.",
    },
    "ClientRule": {
        "client": "Le nom ou l’identifiant du client, comme dans les factures.",
        "scenario": "Un autre scénario.",
        "account": "Une autre messagerie.",
        "language": "La langue des messages.",
        "formality": "Vouvoiement ou tutoiement.",
        "debtor_kind": "Le droit qui s’applique.",
        "confirm": "person : rien ne part sans votre accord.",
        "hold_until": "Aucune relance jusqu’à cette date comprise.",
        "tolerance_days": "Une autre tolérance après une promesse.",
        "address": "L’adresse du siège du client, pour une mise en demeure.",
        "siren": "Le SIREN du client (9 chiffres), pour une mise en demeure.",
    },
    "InvoiceRule": {
        "invoice": "Le numéro de la facture.",
        "scenario": "Un autre scénario.",
        "confirm": "person : rien ne part sans votre accord.",
        "hold_until": "Aucune relance jusqu’à cette date comprise.",
    },
}
