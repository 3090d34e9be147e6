"""Run a command in a terminal, take its output as fast as it comes, print what that cost as JSON.

usage: drain-terminal.py run|echo|kill LOG COMMAND [ARGUMENT...]
"""
import json, os, pty, re, signal, sys, time
from held_terminal import read, set_size, time_echo

mode, log, command = sys.argv[1], sys.argv[2], sys.argv[3:]


def start():
    pid, fd = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    set_size(fd)
    return pid, fd


def end(pid, fd):
    os.close(fd)
    return os.wait4(pid, 0)[2]


def run():
    began = time.perf_counter()
    pid, fd = start()
    count = 0
    while data := read(fd):
        count += len(data)
    usage = end(pid, fd)
    wall = time.perf_counter() - began
    cpu = usage.ru_utime + usage.ru_stime
    megabytes = count / 1e6
    return {'wallMs': wall * 1000, 'cpuMs': cpu * 1000, 'peakMb': usage.ru_maxrss / 1000} | ({'MB/s': megabytes / wall, 'cpuMs/MB': cpu * 1000 / megabytes} if megabytes > 1 else {})


def echo():
    pid, fd = start()
    found = time_echo(fd, 1000)
    os.kill(pid, signal.SIGKILL)
    end(pid, fd)
    return found


def kill():
    pid, fd = start()
    shown = b''
    while b'line 200.' not in shown:
        shown += read(fd)
    os.kill(pid, signal.SIGKILL)
    while data := read(fd):
        shown += data
    end(pid, fd)
    last = lambda data: max([int(n) for n in re.findall(rb'line (\d+)\.', data)] or [0])
    kept = last(open(log, 'rb').read()) if os.path.exists(log) else 0
    return {'lostLines': last(shown) - kept, 'shownLines': last(shown)}


print(json.dumps({'run': run, 'echo': echo, 'kill': kill}[mode]()))
