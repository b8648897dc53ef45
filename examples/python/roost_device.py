#!/usr/bin/env python3
"""A durable Roost device in one file: Python 3.11 or later, nothing but its standard library.

    roost_device.py pair http://localhost:3000 ABCD-EFGH --name "My Python"
    roost_device.py send "The backup is done."
    roost_device.py follow

Everything lives in one SQLite file (--db): credentials, cursor, messages, outbox. The program may be killed at any
moment. It then goes on where it was, and neither loses nor doubles a message. docs/protocol.md describes the protocol.
"""
import argparse
import contextlib
import http.client
import json
import queue
import random
import socket
import sqlite3
import sys
import threading
import time
import urllib.parse
import uuid

AGAIN = {"unavailable", "internal", "rate_limited"}      # the server asks to send the same again later
OVER = {"unauthenticated", "revoked", "forbidden"}       # this device may do nothing any more
LOST = (OSError, http.client.HTTPException)              # nobody answered
SENT_FIELDS = ("messageId", "receiverDeviceId", "content", "contentType", "composedAt", "files")
REQUEST_BYTES, REQUEST_MESSAGES = 1 << 20, 500
POLL_SECONDS = 10                                        # between pulls, where the server has no stream

SCHEMA = """
create table if not exists state (key text primary key, value);
create table if not exists messages (version integer primary key, messageId text unique, targetId text, body text);
create index if not exists messages_by_target on messages (targetId);
create table if not exists outbox
  (place integer primary key autoincrement, messageId text unique, body text, due real, sentAs integer, refused text);
create table if not exists orphans
  (place integer, messageId text primary key, body text, due real, sentAs integer, refused text);
create temp table rebuilt (version integer primary key, messageId text unique, targetId text, body text);
"""


class Refused(Exception):
    """The server answered with a ProtocolError."""

    def __init__(self, error, status=0, retry_after=None):
        super().__init__(f"{error.get('code')}: {error.get('message')}")
        self.code, self.floor, self.status = error.get("code"), error.get("floor"), status
        waits = error.get("retryAfterMs")
        self.seconds = waits / 1000 if waits is not None else float(retry_after or 0)


class Server:
    """HTTP calls to the server, and its stream."""

    def __init__(self, url, token=None):
        self.url, self.token = urllib.parse.urlsplit(url), token

    def open(self, method, path, body=None, query=None, timeout=30):
        secure = self.url.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self.url.hostname, self.url.port, timeout=timeout)
        headers = {"content-type": "application/json"} if body is not None else {}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        target = self.url.path.rstrip("/") + path
        if given := {key: value for key, value in (query or {}).items() if value is not None}:
            target += "?" + urllib.parse.urlencode(given)
        connection.connect()
        line = connection.sock                   # http.client lets go of it once the answer begins
        connection.request(method, target, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        if response.status < 300:
            return response, line
        with contextlib.closing(connection):
            raise self.refusal(response)

    def call(self, *request, **options):
        response, _ = self.open(*request, **options)
        with response:
            text = response.read()
        try:
            return json.loads(text) if text else {}
        except ValueError:
            raise ConnectionError("something that is not Roost answered") from None

    @staticmethod
    def refusal(response):
        retry_after = response.headers.get("retry-after")
        try:
            error = json.loads(response.read())["error"]
        except (ValueError, KeyError, TypeError):    # a proxy in between says this
            code = "unavailable" if response.status >= 500 else f"http_{response.status}"
            error = {"code": code, "message": response.reason}
        return Refused(error, response.status, retry_after)


class Store:
    """The SQLite file. Each thread opens its own; SQLite lets one of them write at a time."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, timeout=30, isolation_level=None)
        self.db.execute("pragma journal_mode = wal")
        self.db.execute("pragma synchronous = full")     # a commit is on the disk before anybody hears of it
        self.db.executescript(SCHEMA)

    @contextlib.contextmanager
    def transaction(self):
        self.db.execute("begin immediate")
        try:
            yield
            self.db.execute("commit")
        except BaseException:
            self.db.execute("rollback")
            raise

    def rows(self, sql, *values):
        return self.db.execute(sql, values).fetchall()

    def get(self, key, default=None):
        found = self.rows("select value from state where key = ?", key)
        return found[0][0] if found else default

    def set(self, **values):
        self.db.executemany("insert or replace into state values (?, ?)", values.items())

    def compose(self, content, receiver):
        """Keeps a new message in the outbox. From here on it has its messageId and its place."""
        message = {"messageId": str(uuid.uuid4()), "receiverDeviceId": receiver, "content": content,
                   "composedAt": int(time.time() * 1000)}
        self.db.execute("insert into outbox (messageId, body, due) values (?, ?, 0)",
                        (message["messageId"], json.dumps(message)))
        return message["messageId"]

    def insert(self, table, messages):
        for message in messages:
            self.db.execute(f"insert or replace into {table} values (?, ?, ?, ?)",
                            (message["version"], message["messageId"], message.get("targetId"), json.dumps(message)))
            if message["kind"] == "delete":              # a delete empties the post and all that was said about it
                self.db.execute(f"update {table} set body = json_set(body, '$.content', '') "
                                "where messageId = ?1 or targetId = ?1", (message["targetId"],))

    def drop_arrived(self):
        """Outbox entries and orphans whose messages are in the inbox now have done their duty."""
        for table in ("outbox", "orphans"):
            self.db.execute(f"delete from {table} where messageId in (select messageId from messages)")

    def apply(self, batch):
        """Stores a batch and moves the cursor in one transaction. Answers the new messages, or None after a gap."""
        versions = [message["version"] for message in batch["messages"]]
        if versions != sorted(set(versions)) or any(not batch["from"] < v <= batch["upTo"] for v in versions):
            raise ConnectionError("the server sent a batch that contradicts itself")
        with self.transaction():
            cursor, digest = self.get("cursor"), self.get("digest")
            if cursor is None:                           # the first batch of a new device begins at the floor
                cursor = batch["from"]
                self.set(goneBelow=batch["from"])
            if batch["from"] > cursor:
                return None
            if batch["upTo"] < cursor or batch["upTo"] == cursor and digest:
                return []
            new = [message for message in batch["messages"] if message["version"] > cursor]
            self.insert("messages", new)
            self.drop_arrived()
            self.set(cursor=batch["upTo"], digest=batch["digest"])
            return new

    def swap(self, forked_from, cursor, digest, floor, due_of):
        """Puts the rebuilt history in the place of the old one. What only this device holds becomes orphans."""
        with self.transaction():
            if self.get("digest") != forked_from:        # another process of this device was faster
                return
            for version, message_id, body in self.rows("select version, messageId, body from messages "
                                                       "where messageId not in (select messageId from rebuilt)"):
                message = json.loads(body)
                text = self.shown(message)
                stays = version <= floor or message["kind"] != "post" or text is None
                self.db.execute("insert or replace into orphans values (?, ?, ?, ?, null, ?)", (
                    version, message_id, json.dumps(message | {"content": text or ""}), due_of(message),
                    "is not given back" if stays else None))
            self.db.execute("delete from messages")
            self.db.execute("insert into messages select * from rebuilt")
            for table in ("outbox", "orphans"):          # the server has lost what it had acknowledged of these
                self.db.execute(f"update {table} set sentAs = null")
            self.drop_arrived()
            self.set(cursor=cursor, digest=digest, goneBelow=floor)

    def shown(self, post):
        """The text of a post after its last edit; None when it was deleted."""
        changes = [json.loads(body) for (body,) in self.rows(
            "select body from messages where targetId = ? order by version", post["messageId"])]
        if any(change["kind"] == "delete" for change in changes):
            return None
        return ([post["content"]] + [change["content"] for change in changes if change["kind"] == "edit"])[-1]

    def wipe(self):
        with self.transaction():
            for table in ("state", "messages", "outbox", "orphans"):
                self.db.execute(f"delete from {table}")

    def dump(self):
        unsent = {table: [json.loads(body) | {"sentAs": sent_as, "refused": refused} for body, sent_as, refused in
                          self.rows(f"select body, sentAs, refused from {table} order by place")]
                  for table in ("outbox", "orphans")}
        return unsent | {
            "cursor": self.get("cursor"), "digest": self.get("digest"), "goneBelow": self.get("goneBelow"),
            "messages": [json.loads(body) for (body,) in self.rows("select body from messages order by version")]}


class Device:
    """The protocol: pulls, acknowledges, sends, and takes over another history."""

    def __init__(self, store, tell):
        self.store, self.tell = store, tell
        self.server = Server(store.get("server"), store.get("token"))
        self.acknowledged, self.heartbeat = None, 60.0

    def sync(self):
        """One contact: first everything new, then what a lost history held, then the outbox."""
        self.catch_up()
        self.send()

    def pull(self, after, digest):
        return self.server.call("GET", "/v1/messages", query={"after": after, "digest": digest})

    def catch_up(self):
        while True:
            try:
                batch = self.pull(self.store.get("cursor"), self.store.get("digest"))
                self.take(batch)
                if batch["upTo"] == batch["head"]:
                    return
            except Refused as refused:
                if refused.code == "cursor_expired":     # retention has passed this device: go on from the floor
                    self.store.set(cursor=refused.floor, digest=None, goneBelow=refused.floor)
                    self.tell("gone", below=refused.floor)
                elif refused.code == "history_forked":
                    self.rebuild()
                else:
                    raise

    def take(self, batch):
        """Applies a batch, and acknowledges it once it is durable. False: something in between is missing."""
        new = self.store.apply(batch)
        for message in new or []:
            self.tell("message", **message)
        self.acknowledge()
        return new is not None

    def acknowledge(self):
        position = self.store.get("cursor"), self.store.get("digest")
        if position != self.acknowledged and None not in position:
            self.server.call("POST", "/v1/ack", {"version": position[0], "digest": position[1]})
            self.acknowledged = position

    def rebuild(self):
        """The server went back in time. Pulls the new history beside the old one, and swaps it in when it is whole."""
        forked_from = self.store.get("digest")
        floor = cursor = self.server.call("GET", "/v1/inbox")["floor"]
        digest, head = None, None
        self.store.db.execute("delete from rebuilt")
        while cursor != head:
            try:
                batch = self.pull(cursor, digest)
            except Refused as refused:
                if refused.code in ("history_forked", "cursor_expired"):     # once more, meanwhile: start over
                    return self.rebuild()
                raise
            with self.store.transaction():
                self.store.insert("rebuilt", batch["messages"])
            cursor, digest, head = batch["upTo"], batch["digest"], batch["head"]
        present = {device["deviceId"] for device in self.server.call("GET", "/v1/devices")["devices"]}
        others = present - {self.store.get("deviceId")}  # of an orphan of theirs they are asked first, for a heartbeat
        now = time.time()
        self.store.swap(forked_from, cursor, digest, floor,
                        lambda message: now + (self.heartbeat if message["senderDeviceId"] in others else 0))
        self.tell("forked", orphans=self.store.rows("select count(*) from orphans")[0][0])
        self.acknowledge()

    def send(self):
        """Sends orphans and then the outbox, in order. An entry stays, marked as sent, until its message comes in."""
        for table in ("orphans", "outbox"):
            while rows := self.store.rows(f"select body from {table} where sentAs is null and refused is null "
                                          "and due <= ? order by place limit ?", time.time(), REQUEST_MESSAGES):
                self.send_some(table, [json.loads(body) for (body,) in rows])

    def send_some(self, table, messages):
        request, size = [], 0
        for message in messages:                         # as many as fit into one request
            body = {key: value for key, value in message.items() if key in SENT_FIELDS}
            size += len(json.dumps(body))
            if request and size > REQUEST_BYTES:
                break
            request.append(body)
        results = self.server.call("POST", "/v1/messages", {"messages": request})["results"]
        answers = [(body["messageId"], result) for body, result in zip(request, results, strict=True)]
        again = [result["error"] for _, result in answers if not result["ok"] and result["error"]["code"] in AGAIN]
        final = [(message_id, result) for message_id, result in answers if result.get("error") not in again]
        with self.store.transaction():
            for message_id, result in final:
                code = None if result["ok"] else result["error"]["code"]
                if table == "orphans" and code == "conflict":    # another device gave it back first
                    code, result = None, {"ok": True, "version": 0}
                self.store.db.execute(f"update {table} set sentAs = ?, refused = ? where messageId = ?",
                                      (result.get("version"), code, message_id))
        for message_id, result in final:
            self.tell("sent" if result["ok"] else "refused", **result)
        if again:
            raise Refused(again[0])


class Live:
    """Keeps a device in step: by the stream, by pulls where there is none, and again after every trouble."""

    def __init__(self, device, tell):
        self.device, self.tell = device, tell
        self.events = queue.Queue()                      # of the stream and of stdin; one thread deals with them
        self.online, self.over, self.tries, self.line = True, False, 0, None

    def run(self):
        while not self.over:
            seconds = 0
            try:
                self.device.sync()
                self.tell("level", cursor=self.device.store.get("cursor"))
                self.listen(self.open_stream())
            except Refused as refused:
                if refused.code in OVER:
                    raise
                seconds = refused.seconds                # as the server asks; 0 when it does not say
            except LOST:
                pass
            self.close_stream()
            self.wait(seconds or random.uniform(0, min(30, 0.5 * 2 ** self.tries)))
            self.tries = min(self.tries + 1, 6)

    def open_stream(self):
        """Answers seconds of silence after which to pull."""
        store = self.device.store
        try:
            response, self.line = self.device.server.open(
                "GET", "/v1/stream", query={"after": store.get("cursor"), "digest": store.get("digest")}, timeout=60)
        except Refused as refused:
            if refused.status not in (404, 405):
                raise
            self.tries = 0
            return POLL_SECONDS
        threading.Thread(target=self.read_stream, args=(response, self.line), daemon=True).start()
        return self.device.heartbeat

    def close_stream(self):
        if self.line:
            with contextlib.suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)
        self.line = None

    def read_stream(self, response, line):
        name, data = "", []
        with contextlib.suppress(*LOST, ValueError), response:
            for text in response:
                field, _, value = text.decode().rstrip("\r\n").partition(":")
                if field == "event":
                    name = value.strip()
                elif field == "data":
                    data.append(value)
                elif not field and not value:            # an empty line ends the event; ":" alone begins a comment
                    if data:
                        self.events.put((name, json.loads("\n".join(data)), line))
                    name, data = "", []
        self.events.put(("end", None, line))

    def listen(self, silence):
        device, pull_at = self.device, time.monotonic() + silence
        while self.online and not self.over:
            name, data = self.next(pull_at)
            if name == "end":
                return
            if name == "hello":
                self.tries, device.heartbeat = 0, data["heartbeatMs"] / 1000
                silence = device.heartbeat
                pull_at = time.monotonic() + silence
            elif name == "batch":
                if not device.take(data):
                    device.catch_up()
                pull_at = time.monotonic() + silence
            elif name in ("error", "revoked"):
                raise Refused(data if name == "error" else {"code": "revoked", "message": "removed"})
            elif name == "wake":
                device.send()
            elif name == "silence":
                device.sync()
                pull_at = time.monotonic() + silence

    def wait(self, seconds):
        """Waits before the next try; without end while the device is told to be offline."""
        until = time.monotonic() + seconds
        while not self.over and (not self.online or time.monotonic() < until):
            if self.next(until if self.online else None)[0] == "online":
                return

    def next(self, until):
        try:
            name, data, line = self.events.get(timeout=None if until is None else max(0, until - time.monotonic()))
        except queue.Empty:
            return "silence", None
        if line is not self.line and line is not None:   # of a stream that was closed meanwhile
            return "stale", None
        if name in ("offline", "online"):
            self.online = name == "online"
            self.tell(name)
        self.over = self.over or name == "over"
        return name, data

    def read_commands(self, path):
        """The other thread of `loop`. It writes to the outbox itself, so that nothing depends on the network."""
        store = Store(path)
        for line in sys.stdin:
            command, _, rest = line.rstrip("\n").partition(" ")
            if command in ("send", "send-to"):
                receiver, text = ("all", rest) if command == "send" else rest.split(" ", 1)
                self.tell("kept", messageId=store.compose(text, receiver))
                self.events.put(("wake", None, None))
            elif command == "dump":
                self.tell("dump", **store.dump())
            elif command in ("offline", "online"):
                self.events.put((command, None, None))
        self.events.put(("over", None, None))


def pair(store, url, code, name):
    server = Server(url)
    look = server.call("POST", "/v1/pairings/look", {"code": code})
    print(f"The code leads to {look['account']}, and comes from {look['offeredBy']}.")
    answer = server.call("POST", "/v1/pairings/claim", {"code": code, "name": name, "platform": "Python"})
    if "claimId" in answer:
        print(f"Compare with the other screen, and say yes there: {answer['check']}", flush=True)
        claim = answer
        while "token" not in answer:                     # the server holds each question for up to 25 s
            try:
                answer = server.call("POST", f"/v1/pairings/claims/{claim['claimId']}", {"secret": claim["secret"]},
                                     timeout=60)
            except LOST:
                time.sleep(1)
            except Refused as refused:
                if refused.code not in AGAIN:
                    raise
                time.sleep(refused.seconds or 1)
    if store.get("userId") not in (None, answer["userId"]):
        Server(url, answer["token"]).call("DELETE", f"/v1/devices/{answer['deviceId']}")
        sys.exit("The file belongs to another account. Name another one with --db.")
    with store.transaction():                            # messages, cursor and outbox of an earlier pairing stay
        store.set(server=url, **answer)
    print(f"Paired. This is device {answer['deviceId']}.")


def show(store):
    for post in (message for message in store.dump()["messages"] if message["kind"] == "post"):
        text = store.shown(post)
        print(post["version"], post["senderDeviceId"], "(deleted)" if text is None else text, sep="\t")
    for table in ("orphans", "outbox"):
        for entry in store.dump()[table]:
            state = f"refused: {entry['refused']}" if entry["refused"] else "sent" if entry["sentAs"] else "waits"
            print("-", f"{table}, {state}", entry["content"], sep="\t")


def tell_json(event, **fields):
    sys.stdout.write(json.dumps({"event": event} | fields) + "\n")
    sys.stdout.flush()


def tell_person(event, **fields):
    if event == "message" and fields["kind"] == "post":
        print(fields["version"], fields["senderDeviceId"], fields["content"], sep="\t", flush=True)
    elif event in ("gone", "forked", "refused"):
        print(event, fields, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", default="roost_device.sqlite3", help="the file that holds everything")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("pair", help="join an account with a pairing code")
    command.add_argument("server")
    command.add_argument("code")
    command.add_argument("--name", default=socket.gethostname()[:100] or "Python")
    command = commands.add_parser("send", help="send a text, now or when there is a network again")
    command.add_argument("text")
    command.add_argument("--to", default="all", help="the id of one device")
    commands.add_parser("follow", help="stay in step").add_argument("--json", action="store_true")
    commands.add_parser("pull", help="get in step once")
    commands.add_parser("list", help="show what this device holds")
    commands.add_parser("loop", help="follow; stdin: send TEXT, send-to DEVICE TEXT, offline, online, dump")
    given = parser.parse_args()

    store = Store(given.db)
    if given.command == "pair":
        return pair(store, given.server, given.code, given.name)
    if given.command == "list":
        return show(store)
    if not store.get("token"):
        sys.exit("This device is not paired yet.")
    tell = tell_json if given.command == "loop" or getattr(given, "json", False) else tell_person
    if given.command == "send":
        store.compose(given.text, given.to)
    device = Device(store, tell)
    try:
        if given.command in ("send", "pull"):
            return device.sync()
        live = Live(device, tell)
        if given.command == "loop":
            threading.Thread(target=live.read_commands, args=(given.db,), daemon=True).start()
        live.run()
    except Refused as refused:
        if refused.code == "revoked":
            store.wipe()
            sys.exit("This device was removed from the account. Its messages are gone from here, too.")
        if refused.code in OVER:
            sys.exit(f"{refused}. Everything is kept here; pair this device again.")
        sys.exit(f"Not now: {refused}. What is in the outbox waits.")
    except LOST as lost:
        sys.exit(f"No network: {lost}. What is in the outbox waits.")
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:                           # of a pairing
        sys.exit(str(refused))
