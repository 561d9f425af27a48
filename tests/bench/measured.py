"""What the benches share: a command's CPU seconds, wall seconds and peak memory."""

import os
import subprocess
import tempfile
import time


class Measured:
    def __init__(self, wall, cpu, peak_mb):
        self.wall = wall
        self.cpu = cpu
        self.peak_mb = peak_mb


def measure(command, **options):
    """Runs a command that must succeed. CPU seconds (user and system) count it and the processes it waited for;
    peak memory is of the command itself, or of its largest child where that is more. What it says is thrown away."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, **options)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):
            errors.seek(0)
            raise SystemExit(f"{command[0]} failed ({process.returncode}): {errors.read().decode(errors='replace')}")
    return Measured(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
