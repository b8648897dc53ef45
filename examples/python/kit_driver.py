#!/usr/bin/env python3
"""Lets the kit drive roost_device.py (docs/kit.md):

    npm run kit -- device -- python3 examples/python/kit_driver.py
"""
import contextlib
import os
import sys
import threading

import roost_device

db = os.path.join(os.environ["ROOST_DATA"], "device.sqlite3")
store = roost_device.Store(db)
if not store.get("token") and "ROOST_CODE" in os.environ:
    with contextlib.redirect_stdout(sys.stderr):         # stdout is for events
        roost_device.pair(store, os.environ["ROOST_SERVER"], os.environ["ROOST_CODE"], "Python")

sys.argv = ["roost_device.py", "--db", db, "loop"]
try:
    roost_device.main()
except SystemExit as over:
    print(over, file=sys.stderr, flush=True)

# A device that may not go on, or was removed, still shows what it holds.
readers = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
for thread in readers:
    thread.join()
if not readers:
    roost_device.Live(None, roost_device.tell_json).read_commands(db)
