"""Files that people sent. What is in them lies in a folder (storage.folder), sealed with the key of their row."""

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, Table, Text, literal_column

from storage.schema.columns import Id, UtcTime, an_id, may, metadata, must, sealed, where

files = Table(
    "files",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("kind", Text),
    must("state", Text),
    must("received_at", UtcTime),
    sealed("about"),
    sealed("key"),
    may("size", BigInteger),
    may("digest", LargeBinary),
    must("attempts", Integer),
    may("not_before", UtcTime),
    may("why", Text),
    Index(None, "address_id", "state"),
)
Index("ix_files_digest", files.c.digest, **where(files.c.digest.is_not(None)))
file_wanted = files.c.state == literal_column("'wanted'")
Index("ix_files_wanted", files.c.address_id, files.c.id, **where(file_wanted))
file_unwanted = files.c.state == literal_column("'unwanted'")
Index("ix_files_unwanted", files.c.id, **where(file_unwanted))
