"""Who wrote: a delivery system, an answering machine, or a person."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain.reading import Kind
from relancebot.mail.message import parse_message
from relancebot.reading.automatic import Sort, automatic
from relancebot.reading.own_words import own_words

WHO = "Paul Durand <paul@debtor.example>"


def _read(body, subject="Re: Facture 2026-01", sender=WHO, headers=""):
    head = f"From: {sender}\nTo: moi@consultant.example\nSubject: {subject}\n"
    raw = f"{head}{headers}Date: Thu, 12 Mar 2026 10:24:00 +0100\n\n{body}"
    message = parse_message(raw.encode())
    return automatic(message, own_words(message))


# ---- letters that came back -------------------------------------------------------

DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example>"
NULL = "Return-Path: <>\n"

# (name, sender, subject, headers, body, recipients, hard)
BOUNCES = [
    (
        "postfix",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "This is the mail system at host mx.example.\n\nI'm sorry to have to inform you"
            " that your message could not\nbe delivered to one or more recipients.\n\n"
            "<compta@debtor.example>: host mail.debtor.example[192.0.2.1] said: 550 5.1.1\n"
            "    <compta@debtor.example>: Recipient address rejected: User unknown in"
            " virtual\n    mailbox table (in reply to RCPT TO command)\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "postfix_domain",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<compta@debtor.example>: Host or domain name not found. Name service error for"
            "\n    name=debtor.example type=A: Host not found\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "postfix_timeout",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<compta@debtor.example>: connect to mail.debtor.example[192.0.2.1]:25:"
            " Connection\n    timed out\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "postfix_delayed",
        DAEMON,
        "Delayed Mail (still being retried)",
        NULL,
        (
            "####################################################################\n"
            "# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n"
            "####################################################################\n\n"
            "Your message could not be delivered for more than 4 hour(s).\n"
            "It will be retried until it is 5 day(s) old.\n\n"
            "<compta@debtor.example>: connect to mail.debtor.example: Connection refused\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "qmail",
        "MAILER-DAEMON@mx.example",
        "failure notice",
        NULL,
        (
            "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to"
            " deliver your message to the following addresses.\nThis is a permanent error;"
            " I've given up. Sorry it didn't work out.\n\n<compta@debtor.example>:\n"
            "Sorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy"
            " of the message.\n\nReturn-Path: <moi@consultant.example>\nMessage-ID:"
            " <r1@consultant.example>\nTo: compta@debtor.example\n\nBonjour"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "exim",
        DAEMON,
        "Mail delivery failed: returning message to sender",
        (
            f"{NULL}X-Failed-Recipients: compta@debtor.example\n"
            "Auto-Submitted: auto-replied\n"
        ),
        (
            "This message was created automatically by mail delivery software.\n\nA message"
            " that you sent could not be delivered to one or more of its\nrecipients. This"
            " is a permanent error. The following address(es) failed:\n\n"
            "  compta@debtor.example\n    host mx.debtor.example [192.0.2.1]\n    "
            "SMTP error"
            " from remote mail server after RCPT TO:<compta@debtor.example>:\n    550 No"
            " Such User Here\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "exim_unrouteable",
        DAEMON,
        "Mail delivery failed: returning message to sender",
        NULL,
        (
            "A message that you sent could not be delivered to one or more of its\n"
            "recipients. The following address(es) failed:\n\n  compta@debtor.example\n"
            "    Unrouteable address\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "exim_warning",
        DAEMON,
        "Warning: message 1abcde-000001-AB delayed 24 hours",
        NULL,
        (
            "A message that you sent has not yet been delivered to one or more of its\n"
            "recipients after more than 24 hours on the queue.\n\n  compta@debtor.example\n"
            "\nNo action is required on your part. Delivery attempts will continue for\n"
            "some time\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "sendmail",
        "Mail Delivery Subsystem <MAILER-DAEMON@mx.example>",
        "Returned mail: see transcript for details",
        NULL,
        (
            "The original message was received at Thu, 12 Mar 2026 10:24:00 +0100\n\n"
            "   ----- The following addresses had permanent fatal errors -----\n"
            "<compta@debtor.example>\n    (reason: 550 5.1.1 User unknown)\n\n   -----"
            " Transcript of session follows -----\n550 5.1.1 "
            "<compta@debtor.example>... User"
            " unknown\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "exchange_fr",
        "Microsoft Outlook <postmaster@consultant.example>",
        "Non remis : Facture 2026-01",
        "",
        (
            "Échec de la remise à ces destinataires ou groupes :\n\ncompta@debtor.example\n"
            "L'adresse de messagerie que vous avez entrée est introuvable. Vérifiez"
            " l'adresse\n\nInformations de diagnostic pour les administrateurs :\n"
            "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "exchange_old",
        "System Administrator <postmaster@debtor.example>",
        "Undeliverable: Facture 2026-01",
        "",
        (
            "Your message\n\n  To:      compta@debtor.example\n  Subject: Facture\n  Sent:"
            "    Thu, 12 Mar 2026 10:24:00 +0100\n\ndid not reach the following"
            " recipient(s):\n\ncompta@debtor.example on Thu, 12 Mar 2026 10:25:00 +0100\n"
            "    The recipient name is not recognized\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "exchange_full",
        "Microsoft Outlook <postmaster@debtor.example>",
        "Undeliverable: Facture 2026-01",
        NULL,
        (
            "Delivery has failed to these recipients or groups:\n\ncompta@debtor.example\n"
            "The recipient's mailbox is full and can't accept messages now. Please try"
            " resending your message later.\n\n#554 5.2.2 mailbox full ##\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "gmail_fr",
        "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        "Delivery Status Notification (Failure)",
        "X-Failed-Recipients: compta@debtor.example\nAuto-Submitted: auto-replied\n",
        (
            "** Adresse introuvable **\n\nVotre message n'a pas été distribué à"
            " compta@debtor.example, car l'adresse est introuvable ou ne peut pas recevoir"
            " de messages.\n\nLa réponse était :\n550 5.1.1 The email account that "
            "you tried"
            " to reach does not exist.\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "gmail_delay",
        "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        "Delivery Status Notification (Delay)",
        "Auto-Submitted: auto-replied\n",
        (
            "** Remise incomplète **\n\nUn problème temporaire est survenu lors de la"
            " remise de votre message à compta@debtor.example. Gmail réessaiera pendant"
            " encore 46 heures.\n\nLa réponse était :\nThe recipient server did not accept"
            " our requests to connect. 421 4.7.0 try later\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "orange_unknown",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<jean@wanadoo.example>: host smtp-in.orange.example said: 550 5.5.0 Adresse"
            " d'au\n    moins un destinataire invalide. Invalid recipient. LPN007_416 [416]"
            " (in reply\n    to RCPT TO command)\n"
        ),
        ("jean@wanadoo.example",),
        True,
    ),
    (
        "orange_spam",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<jean@orange.example>: host smtp-in.orange.example said: 550 5.7.1 "
            "Mail refuse."
            " Mail\n    rejected. OFR_506 [506] (in reply to end of DATA command)\n"
        ),
        ("jean@orange.example",),
        False,
    ),
    (
        "orange_wait",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<jean@orange.example>: host smtp-in.orange.example refused to talk to me: 421"
            "\n    opmta1mti12nd1 smtp.orange.example Service refuse. Veuillez essayer plus"
            " tard.\n"
        ),
        ("jean@orange.example",),
        False,
    ),
    (
        "yahoo",
        "MAILER-DAEMON@yahoo.example",
        "Failure Notice",
        "",
        (
            "Sorry, we were unable to deliver your message to the following address.\n\n"
            "<compta@debtor.example>:\n554: delivery error: dd This user doesn't have a"
            " yahoo.example account (compta@debtor.example) [-9]\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "notes",
        "Postmaster@debtor.example",
        (
            "DELIVERY FAILURE: User compta (compta@debtor.example) not listed in Domino"
            " Directory"
        ),
        "",
        (
            "Your message\n\n  Subject: Facture\n\nwas not delivered to:\n\n "
            " compta@debtor.example\n\nbecause:\n\n  User compta "
            "(compta@debtor.example) not"
            " listed in Domino Directory\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "too_big",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<compta@debtor.example>: message size 31457280 exceeds size limit 10485760 of"
            "\n    server mail.debtor.example\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "spam",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<compta@debtor.example>: host mail.debtor.example said: 554 5.7.1 Service\n   "
            " unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.example\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "policy_but_unknown",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<compta@debtor.example>: host mail.debtor.example said: 550 5.7.1\n   "
            " <compta@debtor.example>: Recipient address rejected: user unknown\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "disabled",
        DAEMON,
        "Undelivered Mail Returned to Sender",
        NULL,
        (
            "<compta@debtor.example>: host mx said: 550 5.2.1 The email account that you"
            " tried\n    to reach is disabled.\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "greylisted",
        DAEMON,
        "Warning: could not send message for past 4 hours",
        NULL,
        (
            "The original message was received\n\n   ----- Transcript of session follows"
            " -----\n<compta@debtor.example>... Deferred: 450 4.7.1 Greylisted, try again\n"
            "Warning: message still undelivered after 4 hours\nWill keep trying until"
            " message is 5 days old\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
    (
        "german",
        "Mail-Zustellsystem <postmaster@debtor.example>",
        "Unzustellbar: Facture 2026-01",
        NULL,
        (
            "Ihre Nachricht konnte nicht zugestellt werden an:\n\ncompta@debtor.example\n\n"
            "Der Empfänger ist unbekannt. 550 5.1.1 unbekannter Empfänger\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "small_host_fr",
        "Service de messagerie <postmaster@hebergeur.example>",
        "Échec de la distribution de votre message",
        "",
        (
            "Bonjour,\n\nVotre message n'a pas pu être distribué au destinataire "
            "suivant :\n"
            "\n  compta@debtor.example : boîte aux lettres inexistante\n"
        ),
        ("compta@debtor.example",),
        True,
    ),
    (
        "full_fr",
        "Postmaster <postmaster@hebergeur.example>",
        "Message non délivré",
        "",
        (
            "Votre message n'a pu être remis à compta@debtor.example : la boîte du"
            " destinataire est pleine (quota dépassé).\n"
        ),
        ("compta@debtor.example",),
        False,
    ),
]


@pytest.mark.parametrize("case", BOUNCES, ids=lambda case: case[0])
def test_letters_that_came_back(case):
    _, sender, subject, headers, body, recipients, hard = case
    found = _read(body, subject, sender, headers)
    assert found is not None
    assert (found.kind, found.sort) == (Kind.BOUNCE, Sort.BOUNCE)
    assert found.bounce is not None
    assert found.bounce.recipients == recipients
    assert found.bounce.hard is hard
    assert found.why
    assert found.why[0].startswith("Avis de non-remise")


def _report(action, status, diagnostic="", text="Sorry.", original=""):
    return (
        "multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n"
        f"{text}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: "
        f"dns; mx\n"
        f"\nFinal-Recipient: rfc822; paul@debtor.example\nAction: {action}\nStatus:"
        f" {status}\nDiagnostic-Code: smtp; {diagnostic}\n\n--b\nContent-Type:"
        f" message/rfc822\n\n{original}\n--b--\n"
    )


@pytest.mark.parametrize(
    ("action", "status", "diagnostic", "hard"),
    [
        ("failed", "5.1.1", "550 5.1.1 user unknown", True),
        ("failed", "5.1.1", "", True),
        ("failed", "5.1.2", "", True),
        ("failed", "5.1.10", "", True),
        ("failed", "5.2.1", "", True),
        ("failed", "5.4.4", "", True),
        ("failed", "5.0.0", "550 user unknown", True),
        (
            "failed",
            "5.5.0",
            "550 Requested action not taken: mailbox unavailable",
            True,
        ),
        ("failed", "5.5.0", "554 transaction failed", False),
        ("failed", "5.2.2", "552 5.2.2 mailbox full", False),
        ("failed", "5.1.1", "552 5.2.2 mailbox full", False),
        ("failed", "5.7.1", "554 5.7.1 message contains spam", False),
        ("failed", "5.4.7", "delivery time expired", False),
        ("failed", "4.4.7", "message expired", False),
        ("failed", "4.2.2", "over quota", False),
        ("failed", "5.3.4", "552 message too large", False),
        ("delayed", "4.4.1", "connection timed out", False),
        ("delayed", "5.1.1", "user unknown", False),
    ],
)
def test_an_address_is_dead_by_code_and_by_words(action, status, diagnostic, hard):
    found = _read(
        "",
        "Undelivered",
        DAEMON,
        "MIME-Version: 1.0\nContent-Type: " + _report(action, status, diagnostic),
    )
    assert found is not None
    assert found.bounce is not None
    assert found.bounce.hard is hard
    assert found.bounce.recipients == ("paul@debtor.example",)


def test_a_report_of_good_delivery_is_a_receipt():
    found = _read("", "Relayed", DAEMON, "Content-Type: " + _report("relayed", "2.0.0"))
    assert found is not None
    assert (found.kind, found.sort) == (Kind.AUTO_REPLY, Sort.RECEIPT)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("In-Reply-To: <r1@consultant.example>\n", "550 5.1.1 user unknown"),
        (
            "",
            "550 user unknown\n\n--- Original ---\nMessage-ID: <r1@consultant.example>",
        ),
        ("", "550 user unknown\n\n> Message-Id:   <r1@consultant.example>"),
        ("", "550 user unknown\n\nMessage-ID:\n <r1@consultant.example>\n"),
    ],
)
def test_the_id_of_the_letter_that_came_back_is_found_anywhere(headers, body):
    found = _read(body, "failure notice", DAEMON, NULL + headers)
    assert found is not None
    assert found.bounce is not None
    assert found.bounce.original_message_id == "<r1@consultant.example>"


def test_the_id_stands_in_the_enclosed_letter():
    original = "From: moi@consultant.example\nMessage-ID: <r1@consultant.example>\n\nx"
    found = _read(
        "",
        "Undelivered",
        DAEMON,
        "Content-Type: " + _report("failed", "5.1.1", original=original),
    )
    assert found is not None
    assert found.bounce is not None
    assert found.bounce.original_message_id == "<r1@consultant.example>"


# ---- machines that answer ---------------------------------------------------------

AUTO = "Auto-Submitted: auto-replied\n"
AWAY = "Je suis absent jusqu'au 17 avril inclus.\n\nPaul"

ANSWERS = [
    ("auto_submitted", AWAY, "Réponse automatique : Facture", AUTO, Sort.OUT_OF_OFFICE),
    (
        "vacation",
        AWAY,
        "Re: Facture",
        "Auto-Submitted: auto-replied (vacation)\n",
        Sort.OUT_OF_OFFICE,
    ),
    ("x_autoreply", AWAY, "Absence", "X-Autoreply: yes\n", Sort.OUT_OF_OFFICE),
    ("x_autorespond", AWAY, "Re: Facture", "X-Autorespond: 1\n", Sort.OUT_OF_OFFICE),
    ("precedence", AWAY, "Re: Facture", "Precedence: auto_reply\n", Sort.OUT_OF_OFFICE),
    (
        "exchange",
        "I am out of the office until Monday.",
        "Automatic reply: Invoice",
        "X-Auto-Response-Suppress: All\n",
        Sort.OUT_OF_OFFICE,
    ),
    (
        "german",
        "Ich bin bis zum 17. April nicht im Büro.",
        "Automatische Antwort: Rechnung",
        "",
        Sort.OUT_OF_OFFICE,
    ),
    (
        "spanish",
        "Estoy fuera de la oficina hasta el lunes.",
        "Respuesta automática: Factura",
        "",
        Sort.OUT_OF_OFFICE,
    ),
    (
        "italian",
        "Sono fuori sede fino a lunedì.",
        "Risposta automatica: Fattura",
        "",
        Sort.OUT_OF_OFFICE,
    ),
    (
        "dutch",
        "Ik ben afwezig tot maandag.",
        "Automatisch antwoord: factuur",
        "",
        Sort.OUT_OF_OFFICE,
    ),
    ("subject_only", AWAY, "Absent du bureau", "", Sort.OUT_OF_OFFICE),
    (
        "absence_of_the_firm",
        "Nos bureaux sont fermés du 1er au 21 août.",
        "Fermeture annuelle Re: Facture",
        AUTO,
        Sort.OUT_OF_OFFICE,
    ),
    (
        "null_sender",
        AWAY,
        "Out of Office: Re: reminder",
        f"{NULL}Precedence: junk\n",
        Sort.OUT_OF_OFFICE,
    ),
    (
        "left",
        "Mme Martin a quitté la société. Merci d'écrire à compta@x.example.",
        "Réponse automatique : Facture",
        AUTO,
        Sort.OUT_OF_OFFICE,
    ),
    (
        "ticket",
        "Votre demande a bien été enregistrée sous le numéro 4821.",
        "[Ticket #4821] Facture",
        "Auto-Submitted: auto-generated\n",
        Sort.AUTO_ACK,
    ),
    (
        "received",
        "Merci, votre message nous est bien parvenu.",
        "Accusé de réception",
        "X-Autoreply: yes\n",
        Sort.AUTO_ACK,
    ),
    (
        "ticket_words",
        (
            "Bonjour,\n\nVotre demande a bien été reçue et sera traitée dans les "
            "meilleurs délais.\n\nCeci est un message automatique, merci de ne pas "
            "répondre."
        ),
        "Nous avons bien reçu votre message",
        "",
        Sort.AUTO_ACK,
    ),
    (
        "challenge",
        (
            "Bonjour, votre message est en attente. Cliquez sur ce lien pour que "
            "votre message soit délivré."
        ),
        "Demande d'authentification",
        "Auto-Submitted: auto-replied\n",
        Sort.CHALLENGE,
    ),
    (
        "challenge_words",
        (
            "Votre mail est protégé par Mailinblack. Cliquez ici pour confirmer "
            "que vous êtes une personne."
        ),
        "Re: Facture",
        "",
        Sort.CHALLENGE,
    ),
    (
        "receipt",
        "Votre message\n\n  À : Paul\n\na été lu le jeudi 12 mars 2026 10:24.",
        "Lu : Facture 2026-01",
        "",
        Sort.RECEIPT,
    ),
]


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: case[0])
def test_machines_that_answer(case):
    _, body, subject, headers, sort = case
    found = _read(body, subject, WHO, headers)
    assert found is not None
    assert (found.kind, found.sort) == (Kind.AUTO_REPLY, sort)
    assert found.bounce is None
    assert found.why[0].endswith(".")
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", found.rule)


@pytest.mark.parametrize(
    ("kind", "sort"),
    [
        ("disposition-notification", Sort.RECEIPT),
        ("feedback-report", Sort.COMPLAINT),
    ],
)
def test_reports_that_are_not_of_delivery(kind, sort):
    found = _read(
        "",
        "Lu : Facture",
        WHO,
        f"Content-Type: multipart/report; report-type={kind}; boundary=b\n\n--b\n\nx\n"
        f"--b\nContent-Type: message/{kind}\n\nx: y\n--b--\n",
    )
    assert found is not None
    assert (found.kind, found.sort) == (Kind.AUTO_REPLY, sort)


def _invitation(words):
    return (
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n"
        f"{words}\n--b\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n"
        "--b--\n"
    )


def test_an_answer_of_a_diary_is_no_answer_to_a_reminder():
    found = _read("", "Accepté : Point facture", WHO, _invitation(""))
    assert found is not None
    assert found.sort is Sort.CALENDAR


def test_words_written_with_an_answer_of_a_diary_are_heard():
    words = "Entendu pour jeudi. Par ailleurs le virement de votre facture part lundi."
    assert _read("", "RE: Point facture", WHO, _invitation(words)) is None


# ---- an absence known by its words alone ------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        (
            "Bonjour,\n\nJe suis absent du bureau jusqu'au 17 avril.\nEn cas d'urgence,"
            " contactez ma collègue Marie (marie@x.example).\n\nPaul Durand"
        ),
        (
            "Je suis actuellement en congés et serai de retour le lundi 25 août. Votre"
            " message sera lu à mon retour."
        ),
        (
            "Thank you for your email. I am out of the office until Monday, 27 October with"
            " limited access to email. For urgent matters please contact Jane."
        ),
        (
            "Actuellement en déplacement, je n'ai qu'un accès limité à ma messagerie. Je"
            " vous répondrai à mon retour le 3 mai."
        ),
        (
            "Bonjour,\nNotre cabinet est fermé du 1er au 15 août inclus. Nous traiterons"
            " votre message dès notre retour."
        ),
    ],
)
def test_an_absence_is_known_by_words_that_only_a_machine_writes(body):
    found = _read(body, "Facture 2026-01")
    assert found is not None
    assert found.sort is Sort.OUT_OF_OFFICE


# ---- people -----------------------------------------------------------------------

PEOPLE = [
    (
        "holiday",
        "Bonjour,\n\nJe suis en congés la semaine prochaine mais je paie lundi.",
        "Re: Facture",
        "",
    ),
    (
        "holiday_back",
        "Je suis absent jusqu'au 12, je vous fais le virement à mon retour.",
        "Re: Facture",
        "",
    ),
    (
        "closed",
        "Nous sommes fermés jusqu'au 15, le règlement partira le 16.",
        "Re: Facture",
        "",
    ),
    (
        "absent_colleague",
        "Ma collègue est absente jusqu'à lundi, je vois avec elle et vous réponds.",
        "Re: Facture",
        "",
    ),
    ("short", "Je suis en vacances !", "Re: Facture", ""),
    (
        "named",
        "Bonjour Claire, je suis en congés jusqu'au 12, on en parle à mon retour.",
        "Re: Facture",
        "",
    ),
    (
        "question",
        "Je suis absente jusqu'au 12. Peut-on en parler à mon retour ?",
        "Re: Facture",
        "",
    ),
    (
        "suppress",
        "Le virement part lundi.",
        "Re: Facture",
        "X-Auto-Response-Suppress: All\n",
    ),
    ("bulk", "Le virement part lundi.", "Re: Facture", "Precedence: bulk\n"),
    (
        "list",
        "Découvrez nos offres !",
        "Newsletter",
        "Precedence: bulk\nList-Unsubscribe: <https://x>\n",
    ),
    ("auto_no", "Le virement part lundi.", "Re: Facture", "Auto-Submitted: no\n"),
    ("autoreply_no", "Le virement part lundi.", "Re: Facture", "X-Autoreply: no\n"),
    (
        "about_bounce",
        "Votre mail m'est revenu : undelivered mail returned to sender. Bizarre.",
        "RE: Facture",
        "",
    ),
    (
        "forward_bounce",
        "Regarde, ça revient.\n\n<a@x.example>: 550 5.1.1 user unknown",
        "TR: Undelivered Mail Returned to Sender",
        "",
    ),
    (
        "answer_to_absence",
        "Merci, je note votre absence. Le virement part lundi.",
        "RE: Réponse automatique : Facture",
        "",
    ),
    (
        "received",
        "Nous avons bien reçu votre relance, le virement part lundi.",
        "Re: Facture",
        "",
    ),
    ("ack", "Bien reçu, merci.", "Re: Facture", ""),
    (
        "address",
        "Cette adresse n'existe plus chez nous, écrivez à compta@x.example.",
        "Re: Facture",
        "",
    ),
    (
        "mailbox_full",
        "Désolé, ma boîte était pleine et je n'ai pas vu votre message.",
        "Re: Facture",
        "",
    ),
    ("read", "J'ai lu votre facture, elle est fausse.", "Lu et approuvé", ""),
    (
        "accepted",
        "Votre demande d'échéancier est acceptée.",
        "Accepté : échéancier",
        "",
    ),
    (
        "absence_subject",
        "Bonjour, sans nouvelles de vous je bloque le règlement.",
        "Absence de facture conforme",
        "",
    ),
    (
        "payment_notice",
        "Nous vous informons qu'un virement de 1 200,00 € a été émis ce jour.",
        "Avis de virement",
        "",
    ),
    (
        "thanks",
        "Merci pour votre message. Je transmets à la comptabilité.",
        "Re: Facture",
        "",
    ),
]


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: case[0])
def test_people_are_heard(case):
    _, body, subject, headers = case
    assert _read(body, subject, WHO, headers) is None


def test_a_person_behind_a_no_reply_address_is_heard():
    sender = "Comptabilité <noreply-compta@debtor.example>"
    assert _read("Votre facture sera payée le 15.", "Re: Facture", sender) is None


def test_an_absence_that_quotes_our_letter_is_still_an_absence():
    body = (
        f"{AWAY}\n\nLe 12/03/2026 à 10:00, Claire a écrit :\n"
        "> Vous aviez dit : je paierai vendredi.\n"
    )
    found = _read(body, "Réponse automatique : Facture", WHO, AUTO)
    assert found is not None
    assert found.sort is Sort.OUT_OF_OFFICE


@given(st.text(max_size=300), st.text(alphabet="abc: éRéponse-", max_size=40))
def test_any_words_give_an_answer(body, subject):
    found = _read(body, subject.replace("\n", " "))
    assert found is None or found.why


@pytest.mark.parametrize(
    "body",
    [
        "user " * 60_000,
        "<a@b.fr\n" * 40_000,
        "a@a-" * 75_000,
        "je suis " * 40_000,
        "mailbox unknown " * 20_000,
        " " * 300_000,
        "the mailbox " + "x" * 300_000,
    ],
)
def test_monsters_end(body):
    # The runner's own time limit is what a super-linear rule would meet.
    found = _read(body, "failure notice", DAEMON, NULL)
    assert found is not None
    assert found.bounce is not None
    assert len(found.bounce.diagnostic) <= 300
