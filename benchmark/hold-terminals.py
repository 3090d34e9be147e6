"""Commands in terminals, as a user, each with an audit session of its own; prints what was measured as JSON.

usage: hold-terminals.py run|prompt|echo USER COMMAND [ARGUMENT...]
       hold-terminals.py memory USER COUNT RECORDER COMMAND [ARGUMENT...]      {} in an argument becomes the number of the session

run: wall time and CPU time to the end, output drained as it comes. prompt: time until `prompt> ` is there. echo: 2000 keys one after another.
memory: what the processes of the program RECORDER have for themselves once each of COUNT sessions has printed `ready`;
the sessions go on until a line or the end of stdin.
"""
import json, os, pty, signal, struct, sys, time
from held_terminal import read, set_size, time_echo, until

mode, user, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]


def start(words):
    clock, told = os.pipe()
    pid, fd = pty.fork()
    if pid == 0:
        try:
            with open('/proc/self/loginuid', 'w') as login:
                login.write(str(user))
        except OSError:
            pass  # Not allowed in some containers; then all are of one session.
        os.fchown(0, user, -1)
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
        os.write(told, struct.pack('d', time.perf_counter()))  # What comes before is the driver's own.
        os.execvp(words[0], words)
    began = struct.unpack('d', os.read(clock, 8))[0]
    os.close(clock)
    os.close(told)
    set_size(fd)
    return pid, fd, began


def end(sessions):
    for _, fd in sessions:
        os.close(fd)
    patience = time.time() + 2
    for pid, _ in sessions:
        while os.waitpid(pid, os.WNOHANG)[0] == 0:
            if time.time() > patience:
                os.kill(pid, signal.SIGKILL)  # script of util-linux 2.38 does not end by itself.
            time.sleep(0.01)


def run():
    pid, fd, began = start(command)
    count = 0
    while data := read(fd):
        count += len(data)
    usage = os.wait4(pid, 0)[2]
    wall = time.perf_counter() - began
    return {'wallMs': wall * 1000, 'cpuMs': (usage.ru_utime + usage.ru_stime) * 1000, 'bytes': count}


def prompt():
    pid, fd, began = start(command)
    until(fd, b'prompt> ')
    wall = time.perf_counter() - began
    end([(pid, fd)])
    return {'wallMs': wall * 1000}


def echo():
    pid, fd, _ = start(command)
    found = time_echo(fd, 2000)
    end([(pid, fd)])
    return found


def tree(pid):
    found = [pid]
    for task in os.listdir(f'/proc/{pid}/task'):
        with open(f'/proc/{pid}/task/{task}/children') as children:
            for child in children.read().split():
                found += tree(int(child))
    return found


def private_kb(pid):
    with open(f'/proc/{pid}/smaps_rollup') as lines:
        return sum(int(line.split()[1]) for line in lines if line.startswith('Private_'))


def memory():
    count, recorder = int(command[0]), command[1]
    sessions = [start([word.replace('{}', str(n)) for word in command[2:]])[:2] for n in range(count)]
    for _, fd in sessions:
        until(fd, b'ready')
    time.sleep(1)
    found = [pid for first, _ in sessions for pid in tree(first) if os.path.basename(os.readlink(f'/proc/{pid}/exe')) == recorder]
    print(json.dumps({'privateKb': sum(private_kb(pid) for pid in found) / count, 'processes': len(found)}), flush=True)
    sys.stdin.readline()
    end(sessions)


result = {'run': run, 'prompt': prompt, 'echo': echo, 'memory': memory}[mode]()
if result:
    print(json.dumps(result))
