"""Ends at once and leaves a child in a session of its own, which keeps the pipes open and does not listen."""
import subprocess
import sys

code = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print('pid', os.getpid(), flush=True)
time.sleep(60)
"""
child = subprocess.Popen([sys.executable, "-c", code], start_new_session=True, stdout=subprocess.PIPE)
assert child.stdout is not None
print(child.stdout.readline().decode(), end="")
