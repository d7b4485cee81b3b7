/** One step of the schema of the hot tables. Steps only add; a published step never changes. */
export interface SchemaStep {
  readonly version: number;
  /** The oldest schema version whose code can still use a database after this step. Raised only to contract. */
  readonly usableFrom: number;
  readonly sql: string;
}

const first = `
CREATE TABLE inbox_requests (
  seq INTEGER PRIMARY KEY,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  headers TEXT NOT NULL,
  body BLOB NOT NULL,
  -- Rows of inbox that hold it.
  uses INTEGER NOT NULL
);
-- The request is a row of its own, so that settling an item does not write its body again.
CREATE TABLE inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  connection_id TEXT NOT NULL,
  event_id TEXT NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  received_at TEXT NOT NULL,
  occurred_at TEXT,
  request_seq INTEGER,
  event TEXT NOT NULL,
  response TEXT,
  duplicates INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at REAL,
  last_error TEXT,
  UNIQUE (connection_id, event_id)
);
CREATE INDEX inbox_due ON inbox (next_attempt_at, seq) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX inbox_by_connection ON inbox (connection_id, seq);
CREATE INDEX inbox_problems ON inbox (status, connection_id, seq) WHERE status IN ('unverified', 'failed', 'dead', 'forged');
-- Up to which seq the relay has told of the inbox. Rows are committed in the order of seq by one writer, so one number
-- says what a flag and an index on every row would.
CREATE TABLE inbox_announced (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL);
INSERT INTO inbox_announced VALUES (1, 0);

CREATE TABLE events (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  source TEXT NOT NULL,
  subject TEXT,
  time TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE TABLE event_cursors (
  subscriber TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  retry_at REAL NOT NULL,
  last_error TEXT
);
CREATE TABLE event_dead_letters (
  id TEXT PRIMARY KEY,
  subscriber TEXT NOT NULL,
  event TEXT NOT NULL,
  error TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  at TEXT NOT NULL
);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT,
  open_key TEXT UNIQUE,
  payload TEXT NOT NULL,
  status TEXT NOT NULL,
  run_at REAL NOT NULL,
  delay_ms REAL,
  attempts INTEGER NOT NULL DEFAULT 0,
  max_attempts INTEGER NOT NULL,
  fence INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  lease_until REAL,
  lease_ms REAL,
  last_error TEXT,
  repeat TEXT,
  created_at REAL NOT NULL
);
CREATE INDEX jobs_waiting ON jobs (name, run_at, id) WHERE status = 'waiting';
CREATE INDEX jobs_running ON jobs (id) WHERE status = 'running';
CREATE INDEX jobs_dead ON jobs (id) WHERE status = 'dead';

CREATE TABLE health_buckets (
  connection_id TEXT NOT NULL,
  plugin TEXT NOT NULL,
  version TEXT NOT NULL,
  minute INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  p50 REAL,
  p95 REAL,
  p99 REAL,
  by_class TEXT NOT NULL,
  PRIMARY KEY (connection_id, plugin, version, minute)
) WITHOUT ROWID;
CREATE INDEX health_buckets_by_plugin ON health_buckets (plugin, version, minute);
CREATE INDEX health_buckets_by_minute ON health_buckets (minute);
`;

const usage = `
CREATE TABLE usage_buckets (
  plugin TEXT NOT NULL,
  version TEXT NOT NULL,
  minute INTEGER NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (plugin, minute, version)
) WITHOUT ROWID;
CREATE INDEX usage_buckets_by_minute ON usage_buckets (minute);
`;

// Where it is set, the row's other columns hold nothing. A version that does not know it finds no method, which fits no
// contract: it tries again later instead of taking the request for a forged one.
const sealed = `
ALTER TABLE inbox_requests ADD COLUMN sealed TEXT;
CREATE INDEX inbox_requests_sealed ON inbox_requests (seq) WHERE sealed IS NOT NULL;
`;

// Of requests that wait for verification and are not sealed. A version that does not know it verifies without.
const senders = `
ALTER TABLE inbox_requests ADD COLUMN remote_address TEXT;
`;

// A list of what is rare would otherwise go through all that came after the last of it.
const rare = `
CREATE INDEX events_by_type ON events (type, sequence);
CREATE INDEX inbox_problems_by_place ON inbox (status, seq) WHERE status IN ('unverified', 'failed', 'dead', 'forged');
`;

export const schemaSteps: readonly SchemaStep[] = [
  { version: 1, usableFrom: 1, sql: first },
  { version: 2, usableFrom: 1, sql: usage },
  { version: 3, usableFrom: 1, sql: sealed },
  { version: 4, usableFrom: 1, sql: senders },
  { version: 5, usableFrom: 1, sql: rare },
];
