"""Starts the recorder before the program, then makes way for the sitecustomize that Python would have found.

The launcher puts this folder first on PYTHONPATH and runs the program itself, so Python's own start-up code opens,
compiles and runs it: tracebacks, `__main__`, exit codes and messages are Python's, with no frame of ours below them.
This file keeps to syntax that every Python understands, to be able to say that one is too old.
"""
import os
import sys


def start_recorder():
    """Returns whether Python's own sitecustomize is due: in the process that shall be recorded, and in an interpreter that
    the program starts inside it. A wrapper on the way to the program is left alone."""
    program = os.environ.get("ASYNC_TUTOR_PROGRAM")
    folder = os.path.dirname(os.path.abspath(__file__))
    if program is None:
        if folder in sys.path:
            sys.path.remove(folder)
        return True
    if program not in getattr(sys, "orig_argv", getattr(sys, "argv", [program])):
        return False
    if sys.version_info < (3, 9):
        sys.stderr.write("Async Tutor needs Python 3.9 or newer to run a program; this is Python %d.%d.\n" % sys.version_info[:2])
        sys.stderr.flush()
        os._exit(1)
    import recorder

    sys.modules.pop("recorder")
    recorder.install(folder)
    return True


if start_recorder():
    sys.modules.pop(__name__, None)
    import sitecustomize  # noqa: F401  the real one; its absence is reported as ImportError, which Python expects here
