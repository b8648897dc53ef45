/**
 * Statements about files. A message without files sends none of them. An id is unique over all users, so the table `file`
 * stays in one place where the others are spread by user.
 */
export const ofFiles = {
  findFile: `SELECT file_id AS "fileId", uploader, size, received, sha256, type, name, created_at AS "createdAt", named
    FROM file WHERE user_id = $1 AND file_id = $2`,
  findNamings: `SELECT m.sender AS "senderDeviceId", m.receiver AS "receiverDeviceId", m.target_sender AS "targetSenderDeviceId"
    FROM naming n CROSS JOIN LATERAL (
      SELECT sender, receiver, target_sender FROM message WHERE user_id = $1 AND version = n.version OFFSET 0
    ) m WHERE n.user_id = $1 AND n.file_id = $2`,
  sumFiles: 'SELECT coalesce(sum(size), 0)::bigint AS used FROM file WHERE user_id = $1',
  addFile: `INSERT INTO file (user_id, file_id, uploader, size, received, type, name, created_at, named, loose_since)
    VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8, $9) ON CONFLICT (file_id) DO NOTHING`,
  receiveFile: `UPDATE file SET received = greatest(received, $3), sha256 = coalesce(sha256, $4),
      loose_since = CASE WHEN NOT named AND $4::text IS NOT NULL THEN $5 ELSE loose_since END
    WHERE user_id = $1 AND file_id = $2`,
  removeFile: 'DELETE FROM file WHERE user_id = $1 AND file_id = $2',
  nameFiles: `INSERT INTO naming (user_id, version, file_id) SELECT $1, unnest($2::bigint[]), unnest($3::text[])
    ON CONFLICT (user_id, version, file_id) DO NOTHING`,
  holdFiles: `UPDATE file SET named = true, loose_since = NULL
    WHERE user_id = $1 AND file_id = ANY ($2::text[]) AND loose_since IS NOT NULL`,
  // The messages of these versions were deleted at $3.
  unnameFiles: `WITH gone AS (
      DELETE FROM naming WHERE user_id = $1 AND version = ANY ($2::bigint[]) RETURNING file_id
    ) UPDATE file SET loose_since = $3 WHERE user_id = $1 AND file_id IN (SELECT file_id FROM gone)
      AND NOT EXISTS (SELECT FROM naming n
        WHERE n.user_id = $1 AND n.file_id = file.file_id AND n.version <> ALL ($2::bigint[]))`,
  // Retention has removed the messages up to $2. They wait in no bin.
  unnameUpTo: `WITH gone AS (DELETE FROM naming WHERE user_id = $1 AND version <= $2 RETURNING file_id)
    UPDATE file SET loose_since = 0 WHERE user_id = $1 AND file_id IN (SELECT file_id FROM gone)
      AND NOT EXISTS (SELECT FROM naming n WHERE n.user_id = $1 AND n.file_id = file.file_id AND n.version > $2)`,
  leaveBin: 'UPDATE file SET loose_since = 0 WHERE user_id = $1 AND named AND loose_since > 0',
  forgetFiles: 'UPDATE file SET named = true, loose_since = 0 WHERE user_id = $1',
  sweepFiles: `DELETE FROM file WHERE file_id IN (
      (SELECT file_id FROM file WHERE sha256 IS NULL AND created_at < $1 LIMIT 500)
      UNION ALL
      (SELECT file_id FROM file WHERE NOT named AND loose_since < $2 AND sha256 IS NOT NULL LIMIT 500)
      UNION ALL
      (SELECT file_id FROM file WHERE named AND loose_since <= $3 LIMIT 500)
    ) RETURNING file_id`,
  knownFiles: 'SELECT file_id FROM file WHERE file_id = ANY ($1::text[])',
} as const
