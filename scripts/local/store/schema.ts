/** Raised with every change of the tables. */
export const schemaVersion = 1;

/**
 * The tables. Times are text as GitHub writes them. `timeline` holds a row for everything that happened to an
 * issue or pull request, so that its ids give one order also within a second.
 */
export const schema = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE issue (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL, body TEXT, state TEXT NOT NULL, state_reason TEXT, author INTEGER NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, closed_at TEXT, closed_by INTEGER
) STRICT;
CREATE TABLE pull (
  number INTEGER PRIMARY KEY REFERENCES issue,
  head_ref TEXT NOT NULL, base_ref TEXT NOT NULL, head_sha TEXT NOT NULL, base_sha TEXT NOT NULL,
  draft INTEGER NOT NULL DEFAULT 0, submitted INTEGER NOT NULL DEFAULT 0,
  merged_at TEXT, merged_by INTEGER, merge_commit TEXT, delete_head INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX pull_head ON pull (head_ref);
CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  color TEXT NOT NULL, description TEXT
) STRICT;
CREATE TABLE issue_label (
  number INTEGER NOT NULL REFERENCES issue, label INTEGER NOT NULL REFERENCES label, PRIMARY KEY (number, label)
) STRICT;
CREATE TABLE comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL REFERENCES issue, author INTEGER NOT NULL,
  body TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX comment_number ON comment (number);
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL REFERENCES issue, author INTEGER NOT NULL,
  state TEXT NOT NULL, body TEXT NOT NULL, commit_id TEXT NOT NULL, submitted_at TEXT NOT NULL,
  edited_at TEXT, editor INTEGER
) STRICT;
CREATE INDEX review_number ON review (number);
CREATE TABLE timeline (
  id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL REFERENCES issue, event TEXT NOT NULL,
  actor INTEGER, at TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX timeline_number ON timeline (number);
CREATE TABLE check_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT, head_sha TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL,
  conclusion TEXT, started_at TEXT, completed_at TEXT, details_url TEXT, external_id TEXT,
  title TEXT, summary TEXT, text TEXT
) STRICT;
CREATE INDEX check_run_sha ON check_run (head_sha);
CREATE TABLE status (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sha TEXT NOT NULL, context TEXT NOT NULL, state TEXT NOT NULL,
  description TEXT, target_url TEXT, creator INTEGER NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX status_sha ON status (sha);
CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  actor INTEGER, at TEXT NOT NULL, kind TEXT NOT NULL
) STRICT;
CREATE INDEX activity_ref ON activity (ref);
CREATE TABLE ref (name TEXT PRIMARY KEY, oid TEXT NOT NULL) STRICT;
CREATE TABLE intent (
  id INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  at TEXT NOT NULL, dropped INTEGER NOT NULL DEFAULT 0, data TEXT NOT NULL
) STRICT;
`;
