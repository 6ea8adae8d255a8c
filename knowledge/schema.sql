-- A compiled knowledge pack: one file, written once, read-only ever after.
--
-- Each row of `item` is one element of a field of charley.knowledge.v1.Pack: `kind` is the field's name, `position` its place,
-- `id` the element's own id where it has one (for people who look into a pack), `body` its bytes in protobuf encoding. Lists of plain
-- strings are one row, joined by line feeds. `meta` holds "format" (of this schema), "pack" (its id) and "digest" (SHA-256
-- over all items, in order).
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE item (
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (kind, position)
) WITHOUT ROWID;
