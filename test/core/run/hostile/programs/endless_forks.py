"""Every child starts children of its own, no more than thirty in all: they draw lots from a pipe."""
import os
import time

reader, writer = os.pipe()
os.write(writer, b"x" * 30)
os.set_blocking(reader, False)
print("pid", os.getpid(), flush=True)
while True:
    try:
        os.read(reader, 1)
    except BlockingIOError:
        time.sleep(60)
        continue
    if os.fork() == 0:
        os.write(1, b"pid %d\n" % os.getpid())
