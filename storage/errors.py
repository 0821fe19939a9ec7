"""What can go wrong in storage: one class for each reaction. Each text says what happened and what to do.

StorageError
 ├─ NotMigrated    the tables are missing or old: run `dabyl migrate`
 ├─ NewerDatabase  a newer program wrote this database: use that version, or restore a backup
 ├─ BadKey         DABYL_KEY is no key
 ├─ WrongKey       DABYL_KEY lacks the key that something was sealed with
 ├─ AnotherBot     the database is that of another bot than the token
 ├─ WrongFile      the file that was named is not there, or none of ours
 ├─ Damaged        a sealed value was altered or moved
 ├─ AlreadyRunning another process holds the database
 ├─ Unavailable    the database cannot be reached, is busy or full: try again later, blame no row
 └─ Refused        the database refuses these rows: trying again is useless

No text contains a key, a password or anything that a person wrote.
"""


class StorageError(Exception):
    """The root of the tree."""


class NotMigrated(StorageError):
    """The tables are missing or older than the program."""


class NewerDatabase(StorageError):
    """The tables are newer than the program."""


class BadKey(StorageError):
    """The text of DABYL_KEY is not a list of keys."""


class WrongKey(StorageError):
    """Something was sealed with a key that the keyring does not have."""


class AnotherBot(StorageError):
    """The database is that of another bot."""


class WrongFile(StorageError):
    """The file that was named is not there, or none of ours."""


class Damaged(StorageError):
    """A sealed value does not open although its key is known: it was altered, cut or moved to another row."""


class AlreadyRunning(StorageError):
    """Another process holds the lock of this database."""


class Unavailable(StorageError):
    """The database cannot be reached, is busy, full or broken. No row is to blame; try again later.

    ``reason``: a part of the sentence that names nothing of the configuration, for the log; may be empty.
    """

    def __init__(self, sentence: str, reason: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason


class Refused(StorageError):
    """The database refuses what was written: a key twice, a missing parent, a value that no column takes."""
