"""The schema of the store, step by step; a released step is never edited."""

from sqlite_utils import Database, Migrations

migrations = Migrations("relancebot")


def _run(db: Database, *statements: str) -> None:
    """Run one by one: ``executescript`` would end the migration's transaction."""
    for statement in statements:
        db.conn.execute(statement)


@migrations()
def m001_log(db: Database) -> None:
    """Keep what happened, for ever: no row is changed, none removed."""
    _run(
        db,
        """
        create table events (
            seq integer primary key,
            client text not null,
            "case" text,
            kind text not null,
            data text not null,
            cause text not null,
            recorded_at text not null,
            prev text not null,
            hash text not null unique
        )
        """,
        """
        create index events_of_client on events (client, seq)
        """,
        """
        create index events_of_case on events ("case", seq)
        """,
        """
        create trigger events_never_change before update on events
            begin select raise(abort, 'events are append-only'); end
        """,
        """
        create trigger events_never_vanish before delete on events
            begin select raise(abort, 'events are append-only'); end
        """,
        """
        create table causes (
            cause text primary key,
            recorded_at text not null
        ) without rowid
        """,
    )


@migrations()
def m002_drawn(db: Database) -> None:
    """Draw from the log what lists and queries need; always redrawable."""
    _run(
        db,
        """
        create table clients (
            id text primary key,
            name text not null,
            reference text not null unique,
            wake_on text
        )
        """,
        """
        create index clients_by_wake on clients (wake_on)
        """,
        """
        create table addresses (
            email text not null,
            client text not null references clients (id),
            primary key (email, client)
        ) without rowid
        """,
        """
        create index addresses_of_client on addresses (client)
        """,
        """
        create table cases (
            number text primary key,
            client text not null references clients (id),
            standing text not null,
            open integer not null,
            due text not null,
            balance text not null,
            currency text not null,
            reviews integer not null,
            wake_on text,
            why text not null
        )
        """,
        """
        create index cases_of_client on cases (client)
        """,
        """
        create index cases_by_standing on cases (open, standing)
        """,
    )


@migrations()
def m003_mail(db: Database) -> None:
    """Keep every message in and out as it was, and how far each folder was read."""
    _run(
        db,
        """
        create table messages (
            key text primary key,
            direction text not null check (direction in ('in', 'out')),
            message_id text not null,
            account text not null,
            folder text not null,
            at text not null,
            sender text not null,
            recipients text not null,
            subject text not null,
            sha256 text not null,
            raw blob,
            own_text text,
            reading text,
            client text not null,
            how text not null
        )
        """,
        """
        create index messages_by_id on messages (message_id)
        """,
        """
        create index messages_of_client on messages (client, at)
        """,
        """
        create table message_cases (
            message text not null references messages (key),
            "case" text not null,
            primary key (message, "case")
        ) without rowid
        """,
        """
        create index messages_of_case on message_cases ("case")
        """,
        """
        create table letters (
            letter text primary key,
            key text not null,
            client text not null,
            account text not null,
            message_id text not null unique,
            recipients text not null,
            subject text not null,
            sha256 text not null,
            raw blob,
            state text not null,
            detail text not null default '',
            taken_at text not null,
            settled_at text,
            filed integer not null default 0
        )
        """,
        """
        create index letters_by_state on letters (state)
        """,
        """
        create unique index letters_leave_once on letters (key)
            where state in ('taken', 'sent', 'unknown')
        """,
        """
        create table folders (
            account text not null,
            folder text not null,
            uidvalidity integer,
            last_uid integer not null default 0,
            synced_at text,
            primary key (account, folder)
        ) without rowid
        """,
        """
        create table seen (
            key text primary key,
            at text not null
        ) without rowid
        """,
        """
        create table set_aside (
            id integer primary key,
            what text not null,
            place text not null,
            error text not null,
            attempts integer not null default 1,
            raw blob,
            at text not null,
            unique (what, place)
        )
        """,
        """
        create table settings (
            name text primary key,
            value text not null
        ) without rowid
        """,
    )


@migrations()
def m004_failed_mail(db: Database) -> None:
    """A mail that failed is tried again, and holds the clients that it may concern."""
    _run(
        db,
        """
        alter table set_aside add column received text
        """,
        """
        alter table set_aside add column clients text not null default '[]'
        """,
        """
        create index letters_by_day on letters (taken_at)
        """,
    )
