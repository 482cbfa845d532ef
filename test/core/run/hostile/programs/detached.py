"""Ends at once, and leaves a child of a child behind, in a session of its own."""
import os
import subprocess
import sys

code = "import subprocess, sys; print('pid', subprocess.Popen(['sleep', '60'], start_new_session=True).pid, flush=True)"
subprocess.run([sys.executable, "-c", code], start_new_session=True, stdin=subprocess.DEVNULL)
print("pid", os.getpid())
