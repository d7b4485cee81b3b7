import { columns } from './inbox-rows.ts';

/** The statements of the inbox in the embedded database. */
export const text = {
  request: 'INSERT INTO inbox_requests (method, path, headers, body, uses) VALUES (?, ?, ?, ?, ?)',
  sealed: `INSERT INTO inbox_requests (method, path, headers, body, uses, sealed) VALUES ('', '', '{}', x'', 1, ?)`,
  sender: 'UPDATE inbox_requests SET remote_address = ? WHERE seq = ?',
  unsealed: `UPDATE inbox_requests SET method = ?, path = ?, headers = ?, body = ?, sealed = NULL, remote_address = NULL
    WHERE seq = ?`,
  sealedOf: `SELECT r.seq AS place, i.id, r.sealed FROM inbox_requests r JOIN inbox i ON i.request_seq = r.seq
    WHERE r.sealed IS NOT NULL AND i.id = ?`,
  sealedAfter: `SELECT r.seq AS place, i.id, r.sealed FROM inbox_requests r JOIN inbox i ON i.request_seq = r.seq
    WHERE r.sealed IS NOT NULL AND r.seq > ? ORDER BY r.seq LIMIT ?`,
  reseal: 'UPDATE inbox_requests SET sealed = ? WHERE seq = ? AND sealed = ?',
  unuse: 'UPDATE inbox_requests SET uses = uses - ? WHERE seq = ?',
  insert: `INSERT INTO inbox
    (id, connection_id, event_id, type, status, received_at, occurred_at, request_seq, event, response, next_attempt_at, attempts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (connection_id, event_id) DO NOTHING`,
  repeat: `UPDATE inbox SET duplicates = duplicates + 1 WHERE connection_id = ? AND event_id = ? RETURNING id, response`,
  byId: `SELECT ${columns} FROM inbox WHERE id = ?`,
  requestOf: `SELECT r.* FROM inbox_requests r JOIN inbox i ON i.request_seq = r.seq
    WHERE r.sealed IS NULL AND i.id = ?`,
  dropRequest: 'DELETE FROM inbox_requests WHERE seq = ? AND uses <= 0',
  claim: (unverified: boolean) => `UPDATE inbox SET attempts = attempts + 1, next_attempt_at = ?
    WHERE seq IN (SELECT seq FROM inbox WHERE next_attempt_at <= ? AND status ${unverified ? '=' : '<>'} 'unverified'
      ORDER BY next_attempt_at, seq LIMIT ?) RETURNING ${columns}`,
  dispatched: `UPDATE inbox SET status = 'dispatched', next_attempt_at = NULL, last_error = NULL
    WHERE id = ? AND attempts = ? AND next_attempt_at IS NOT NULL`,
  dispatchedAtFirst: `UPDATE inbox SET status = 'dispatched', next_attempt_at = NULL, last_error = NULL
    WHERE id IN (SELECT value FROM json_each(?)) AND attempts = 1 AND next_attempt_at IS NOT NULL`,
  failed: `UPDATE inbox SET status = CASE WHEN status = 'unverified' THEN status ELSE ? END, next_attempt_at = ?, last_error = ?
    WHERE id = ? AND attempts = ? AND next_attempt_at IS NOT NULL`,
  dead: `UPDATE inbox SET status = 'dead', next_attempt_at = NULL, last_error = ?
    WHERE id = ? AND attempts = ? AND next_attempt_at IS NOT NULL`,
  forged: `UPDATE inbox SET status = 'forged', next_attempt_at = NULL, last_error = ?, request_seq = NULL
    WHERE id = ? AND attempts = ? AND status = 'unverified'`,
  requeue: `UPDATE inbox SET status = 'received', attempts = 0, next_attempt_at = ?
    WHERE id = ? AND status NOT IN ('unverified', 'forged') AND event <> 'null'`,
  setBack: 'UPDATE inbox SET next_attempt_at = next_attempt_at - ? WHERE next_attempt_at IS NOT NULL',
  pullForward: 'UPDATE inbox SET next_attempt_at = ? WHERE next_attempt_at > ?',
  nextDue: 'SELECT min(next_attempt_at) AS due FROM inbox WHERE next_attempt_at IS NOT NULL',
  unannounced: `SELECT seq AS place, id, connection_id AS connectionId, event_id AS eventId, type, received_at AS receivedAt
    FROM inbox WHERE seq > (SELECT seq FROM inbox_announced) AND status NOT IN ('unverified', 'forged') ORDER BY seq LIMIT ?`,
  announcedNext: `UPDATE inbox_announced SET seq = ? WHERE NOT EXISTS
    (SELECT 1 FROM inbox WHERE inbox.seq > inbox_announced.seq AND inbox.seq < ? AND status NOT IN ('unverified', 'forged'))`,
  announced: 'UPDATE inbox_announced SET seq = max(seq, ?)',
  releaseClaims: `UPDATE inbox SET next_attempt_at = ? WHERE next_attempt_at > ? AND attempts > 0 AND status = 'received'`,
  prune: `DELETE FROM inbox WHERE status IN ('dispatched', 'forged') AND received_at < ? RETURNING request_seq`,
} as const;
export const claimText = { verified: text.claim(false), unverified: text.claim(true) };
