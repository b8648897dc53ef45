import type { Mutant } from './mutant.ts'

const file = 'examples/python/roost_device.py'

const bug = (what: string, check: string, find: string, replace: string): Mutant => ({
  ...{ what, check, file, find, replace },
})

/** Each is planted into a copy of the example in Python, one a copy. */
export const clientMutants: readonly Mutant[] = [
  bug(
    'a retry gets a new messageId',
    'P3.a-lost-answer',
    'body = {key: value',
    'message = message | {"messageId": str(uuid.uuid4())}\n            body = {key: value',
  ),
  bug(
    'an answer that got lost counts as sent',
    'P3.a-lost-request',
    'results = self.server.call("POST", "/v1/messages", {"messages": request})["results"]',
    'try:\n            results = self.server.call("POST", "/v1/messages", {"messages": request})["results"]\n        except LOST:\n            results = [{"ok": True, "messageId": body["messageId"], "version": 0} for body in request]',
  ),
  bug(
    'a catch-up stops after its first page',
    'P4.a-catch-up-in-pages',
    'if batch["upTo"] == batch["head"]:',
    'if True:',
  ),
  bug(
    'texts are trimmed',
    'P4.texts-are-kept',
    'json.dumps(message)))\n            if message["kind"]',
    'json.dumps(message | {"content": message["content"].strip()})))\n            if message["kind"]',
  ),
  bug(
    'a delete empties nothing',
    'P4.edits-and-deletes',
    'if message["kind"] == "delete":',
    'if message["kind"] == "never":',
  ),
  bug(
    'the cursor is stored before the messages',
    'P5.killed-at-any-step',
    '            self.insert("messages", new)\n            self.drop_arrived()\n            self.set(cursor=batch["upTo"], digest=batch["digest"])',
    '            self.set(cursor=batch["upTo"], digest=batch["digest"])\n            self.db.execute("commit")\n            time.sleep(0.2)\n            self.db.execute("begin immediate")\n            self.insert("messages", new)\n            self.drop_arrived()',
  ),
  bug(
    'it acknowledges before it stores',
    'P6.an-ack-comes-after-the-store',
    '        new = self.store.apply(batch)',
    '        self.server.call("POST", "/v1/ack", {"version": batch["upTo"], "digest": batch["digest"]})\n        new = self.store.apply(batch)',
  ),
  bug('an ack shows no digest', 'P6.an-ack-carries-the-digest', '"digest": position[1]})', '"other": position[1]})'),
  bug('a gap is not noticed', 'P8.a-lost-batch', 'if batch["from"] > cursor:', 'if False:'),
  bug(
    'a late batch moves the cursor back',
    'P8.a-late-batch',
    'if batch["upTo"] < cursor or batch["upTo"] == cursor and digest:',
    'if batch["upTo"] == cursor and digest:',
  ),
  bug(
    'an empty batch is ignored',
    'P8.a-batch-that-holds-nothing',
    'new = [message for message in batch["messages"] if message["version"] > cursor]',
    'new = [message for message in batch["messages"] if message["version"] > cursor]\n            if not new:\n                return []',
  ),
  bug('silence lasts for ever', 'P8.silence', 'silence = device.heartbeat\n', 'silence = 3600\n'),
  bug(
    'unknown kinds are dropped',
    'P8.unknown-things',
    'new = [message for message in batch["messages"] if message["version"] > cursor]',
    'new = [message for message in batch["messages"] if message["version"] > cursor and message["kind"] in ("post", "edit", "delete", "mark")]',
  ),
  bug(
    'the outbox is in memory only',
    'P9.an-outbox-outlives-a-kill',
    '    store = Store(given.db)\n',
    '    store = Store(given.db)\n    store.db.execute("delete from outbox")\n',
  ),
  bug(
    'a refused message is dropped in silence',
    'P9.a-refused-message-holds-up-no-other',
    '        for message_id, result in final:\n            self.tell("sent"',
    '        self.store.db.execute("delete from outbox where refused is not null")\n        for message_id, result in final:\n            self.tell("sent"',
  ),
  bug(
    '429 is final',
    'P9.rate-limited',
    'if refused.code in OVER:\n                    raise',
    'if refused.code in OVER or refused.status == 429:\n                    raise',
  ),
  bug('retryAfterMs is ignored', 'P9.it-waits-as-asked', 'seconds = refused.seconds ', 'seconds = 0.01 '),
  bug(
    'the newest message goes first',
    'P10.in-the-order-of-composition',
    '"and due <= ? order by place limit ?"',
    '"and due <= ? order by place desc limit ?"',
  ),
  bug('a removed device keeps its messages', 'P12.removed-while-it-is-live', 'store.wipe()', 'pass'),
  bug(
    'it shows no digest in a pull',
    'P13.a-head-that-has-overtaken',
    'query={"after": after, "digest": digest})\n',
    'query={"after": after})\n',
  ),
  bug(
    'what a history lost is forgotten',
    'P13.a-restored-server',
    '            self.db.execute("delete from messages")\n',
    '            self.db.execute("delete from messages")\n            self.db.execute("delete from orphans")\n',
  ),
  bug(
    'the outbox goes before the orphans',
    'P13.orphans-before-the-outbox',
    'for table in ("orphans", "outbox"):\n            while',
    'for table in ("outbox", "orphans"):\n            while',
  ),
  bug(
    '410 is final',
    'P14.retention-has-passed',
    'if refused.code == "cursor_expired":',
    'if refused.code == "never":',
  ),
  bug(
    'a token that is unknown wipes everything',
    'ERRORS.unauthenticated-keeps-everything',
    'if refused.code == "revoked":\n            store.wipe()',
    'if refused.code in OVER:\n            store.wipe()',
  ),
]
