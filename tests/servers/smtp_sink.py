"""An SMTP server that keeps what it gets and misbehaves on command.

It speaks the protocol itself, line by line, so that a fault can stand at any point
of a conversation: a script names one fault for each transaction, then all is well.
"""

import socket
import ssl
import threading
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True)
class Letter:
    """A mail that the server took, whatever its client was told."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class _HangUpError(Exception):
    """Ends a conversation without a word."""


@dataclass
class SmtpSink:
    """The server; use it in a ``with`` block.

    ``script`` holds one fault for each transaction, in order:

    ========================  =====================================================
    ``ok``                    nothing wrong
    ``<stage>:<reply>``       answers that reply at greet, ehlo, auth, mail, rcpt,
                              data (to the command) or dot (to the letter)
    ``rcpt=<address>:<reply>``  refuses one recipient only
    ``<stage>!``              closes the connection instead of answering
    ``lose``                  takes the letter, then resets before its 250
    ``silent``                takes the letter and never answers
    ``early:<reply>``         answers in the middle of the letter and closes
    ``early!``                closes in the middle of the letter
    ``quit!``                 takes the letter, answers 250, closes at QUIT
    ``quit?``                 takes the letter, answers 250, is silent at QUIT
    ========================  =====================================================
    """

    users: dict[str, str] = field(default_factory=dict)
    script: list[str] = field(default_factory=list)
    tls: ssl.SSLContext | None = None
    implicit: bool = False
    features: Sequence[str] = ("SIZE 1000000", "8BITMIME", "SMTPUTF8")
    letters: list[Letter] = field(default_factory=list)
    conversations: list[list[str]] = field(default_factory=list)
    on_letter: Callable[[Letter], None] = lambda _: None
    port: int = 0

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._released = threading.Event()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._released.set()
        # Wakes accept(), which closing alone does not do everywhere.
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            pass
        for thread in list(self._threads):
            thread.join(10)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            sock, _ = self._listener.accept()
            if self._released.is_set():
                sock.close()
                return
            thread = threading.Thread(target=self._serve, args=(sock,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError, _HangUpError):
            if self.implicit and self.tls:
                sock = self.tls.wrap_socket(sock, server_side=True)
            conversation = _Conversation(self, sock)
            self.conversations.append(conversation.heard)
            with conversation.open():
                conversation.run()
        with suppress(OSError):
            sock.close()


class _Conversation:
    def __init__(self, sink: SmtpSink, sock: socket.socket) -> None:
        self.sink, self.sock = sink, sock
        self.heard: list[str] = []
        self.fault = sink.script.pop(0) if sink.script else "ok"
        self.protected = sink.implicit

    @contextmanager
    def open(self) -> Iterator[None]:
        self.file = self.sock.makefile("rb")
        try:
            yield
        finally:
            self.file.close()
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)
            self.sock.close()

    def say(self, stage: str, usual: str) -> bool:
        """Answer, or do what the script wants; says whether it was the usual."""
        if self.fault == f"{stage}!":
            raise _HangUpError
        wanted, _, reply = self.fault.partition(":")
        said = reply if wanted == stage else usual
        self.sock.sendall(said.replace("\n", "\r\n").encode() + b"\r\n")
        return said == usual

    def run(self) -> None:
        if not self.say("greet", "220 sink.test ESMTP"):
            return
        sender, recipients = "", list[str]()
        while line := self.file.readline():
            text = line.decode("utf-8", "replace").strip()
            verb = text.split(maxsplit=1)[0].upper() if text else ""
            self.heard.append(text if verb != "AUTH" else "AUTH")
            match verb:
                case "EHLO" | "HELO":
                    self.say("ehlo", self.hello())
                case "STARTTLS" if self.sink.tls and not self.protected:
                    self.start_tls()
                case "AUTH":
                    self.authenticate(text)
                case "MAIL":
                    sender = text[text.index("<") + 1 : text.index(">")]
                    self.say("mail", "250 2.1.0 OK")
                case "RCPT":
                    one = text[text.index("<") + 1 : text.index(">")]
                    whole = self.fault.startswith(("rcpt:", "rcpt!"))
                    stage = "rcpt" if whole else f"rcpt={one}"
                    if self.say(stage, "250 2.1.5 OK"):
                        recipients.append(one)
                case "DATA":
                    if self.say("data", "354 go on"):
                        self.take(sender, recipients)
                    recipients = []
                case "RSET" | "NOOP":
                    self.say("noop", "250 2.0.0 OK")
                case "QUIT":
                    if self.fault == "quit?":
                        self.sink._released.wait(60)
                    self.say("quit", "221 2.0.0 bye")
                    return
                case _:
                    self.sock.sendall(b"502 5.5.1 what?\r\n")

    def hello(self) -> str:
        offers = ["sink.test", *self.sink.features]
        if self.sink.tls and not self.protected:
            offers.append("STARTTLS")
        if self.sink.users and (self.protected or not self.sink.tls):
            offers.append("AUTH PLAIN")
        return "\n".join(f"250-{one}" for one in offers[:-1]) + f"\n250 {offers[-1]}"

    def start_tls(self) -> None:
        assert self.sink.tls
        self.sock.sendall(b"220 2.0.0 go\r\n")
        self.file.close()
        self.sock = self.sink.tls.wrap_socket(self.sock, server_side=True)
        self.file = self.sock.makefile("rb")
        self.protected = True

    def authenticate(self, text: str) -> None:
        _, user, password = b64decode(text.rpartition(" ")[2]).decode().split("\0")
        right = self.sink.users.get(user) == password
        self.say("auth", "235 2.7.0 OK" if right else "535 5.7.8 wrong")

    def take(self, sender: str, recipients: Sequence[str]) -> None:
        raw = bytearray()
        while (line := self.file.readline()) != b".\r\n":
            if not line:
                raise _HangUpError
            raw += line[1:] if line.startswith(b".") else line
            if self.fault.startswith("early"):
                self.say("early", "")
                raise _HangUpError
        wanted, _, reply = self.fault.partition(":")
        if self.fault == "dot!" or (wanted == "dot" and not reply.startswith("2")):
            self.say("dot", "")
            return
        letter = Letter(sender, tuple(recipients), bytes(raw))
        self.sink.letters.append(letter)
        self.sink.on_letter(letter)
        if self.fault == "silent":
            self.sink._released.wait(60)
        if self.fault in {"silent", "lose"}:
            raise _HangUpError
        self.say("dot", "250 2.0.0 queued as 1")
