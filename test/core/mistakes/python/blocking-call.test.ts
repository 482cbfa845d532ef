import assert from 'node:assert/strict';
import { cases, check } from './harness';

const inMain = (line: string, imports = 'import asyncio\n'): string =>
  `${imports}\nasync def main():\n    ${line}\n`;

describe('blocking-call in Python', () => {
  cases(
    'blocking-call',
    [
      {
        code: inMain('«time.sleep(2)»', 'import time\n'),
        fixed: inMain('await asyncio.sleep(2)', 'import asyncio\nimport time\n'),
      },
      {
        code: inMain('«zzz(2)»  # wait', 'from time import sleep as zzz\nimport asyncio as aio\n'),
        fixed: inMain('await aio.sleep(2)  # wait', 'from time import sleep as zzz\nimport asyncio as aio\n'),
      },
      {
        code: inMain('r = «requests.get("u", timeout=3)».json()', 'import asyncio\nimport requests\n'),
        fixed: inMain(
          'r = (await asyncio.to_thread(requests.get, "u", timeout=3)).json()',
          'import asyncio\nimport requests\n',
        ),
        preferred: false,
      },
      {
        code: 'import socket\n\nasync def f():\n    s = socket.socket()\n    «s.connect("x")»\n\ndef g(s):\n    s.setblocking(False)\n',
      },
      { code: inMain('s = requests.Session(); «s.post("u")»', 'import requests\n') },
      {
        code: inMain('frame = «pd.read_csv("a.csv")»', 'import asyncio\nimport pandas as pd\n'),
        fixed: inMain(
          'frame = await asyncio.to_thread(pd.read_csv, "a.csv")',
          'import asyncio\nimport pandas as pd\n',
        ),
        preferred: false,
      },
      { code: inMain('with requests.Session() as s: «s.get("u")»', 'import requests\n') },
      {
        code: inMain('name = «input()»'),
        fixed: inMain('name = await asyncio.to_thread(input)'),
        preferred: false,
      },
      { code: inMain('with «open("f")» as f: print(f.read())'), fixed: null },
      { code: inMain('text = «Path("f").read_text()»', 'from pathlib import Path\nimport asyncio\n') },
      {
        code: inMain('p = Path("d") / "f"; «p.write_text("")»', 'from pathlib import Path\nimport asyncio\n'),
        fixed: inMain(
          'p = Path("d") / "f"; await asyncio.to_thread(p.write_text, "")',
          'from pathlib import Path\nimport asyncio\n',
        ),
        preferred: false,
      },
      { code: inMain('«subprocess.run(["ls"], check=True)»', 'import asyncio, subprocess\n') },
      { code: inMain('«os.system("ls")»', 'import os\n') },
      { code: inMain('p = «subprocess.Popen(["ls"])»', 'import subprocess\n'), fixed: null },
      {
        code: inMain('end = time.time() + 2\n    «while time.time() < end»:\n        pass', 'import time\n'),
        fixed: null,
        message: /watches the clock/,
      },
      { code: inMain('«urlopen("u")»', 'from urllib.request import urlopen\n') },
      {
        code: inMain('db = «sqlite3.connect("f")»; «db.execute("select 1")»', 'import sqlite3\n'),
        fixed: null,
      },
      { code: inMain('s = socket.socket(); «s.connect(("h", 1))»; «s.recv(9)»', 'import socket\n') },
      { code: inMain('any(«requests.get(u)» for u in "ab")', 'import requests\n'), fixed: null },
      {
        code: `import asyncio\nimport time\n\ndef nap(n):\n    time.sleep(n)\n\ndef longer():\n    nap(3)\n\nasync def main():\n    «longer()»\n`,
        fixed: `import asyncio\nimport time\n\ndef nap(n):\n    time.sleep(n)\n\ndef longer():\n    nap(3)\n\nasync def main():\n    await asyncio.to_thread(longer)\n`,
        preferred: false,
        message: /it goes on to `nap`, which calls `time.sleep\(...\)` on line 5/,
      },
      {
        code: `import time\n\nclass A:\n    def __init__(self):\n        time.sleep(1)\n\n    def wait(self):\n        time.sleep(1)\n\n    async def go(self):\n        «self.wait()»\n        «A()»\n`,
      },
      { code: inMain('c = httpx2.Client(); «c.get("u")»', 'import httpx2\n') },
      { code: inMain('p = urllib3.ProxyManager("u"); «p.urlopen("GET", "u")»', 'import urllib3\n') },
      { code: inMain('with «gzip.open("f")» as f: print(f.read())', 'import gzip\n') },
      { code: inMain('«os.spawnl(0, "/bin/true")»', 'import os\n') },
      {
        code: 'import asyncio\n\nlog = open("log")\n\nasync def main():\n    print(«log.read()»)\n',
        fixed:
          'import asyncio\n\nlog = open("log")\n\nasync def main():\n    print(await asyncio.to_thread(log.read))\n',
        preferred: false,
        message: /while it waits for the disk/,
      },
      { code: 'import io\n\nasync def main(f: io.BufferedReader | None):\n    «f.readlines()»\n' },
      { code: 'import os\n\nasync def main(number):\n    with os.fdopen(number) as f: «f.read()»\n' },

      {
        code: 'import pandas as pd\n\nasync def save(df: pd.DataFrame, folder):\n    «df.to_csv("out.csv")»\n    «df.to_parquet(folder + "/a.pq")»\n',
      },
      {
        code: 'from pathlib import Path\n\nasync def read():\n    for path in Path("x").glob("*.csv"):\n        with «path.open()» as f:\n            print(f)\n',
      },
      { code: inMain('with «zipfile.ZipFile("a.zip")» as z: print(z)', 'import zipfile\n') },

      {
        code: 'import threading\n\nclass Worker(threading.Thread):\n    pass\n\nasync def stop():\n    worker = Worker()\n    «worker.join()»\n',
      },
    ],
    [
      inMain('while time.time() < 3: print(await asyncio.sleep(0))', 'import asyncio, time\n'),
      inMain('while time.time() < end: work()', 'import time\n'),
      'async def test_it():\n    open("f")\n',
      'import time\n\ntime.sleep(1)\n\ndef f():\n    time.sleep(1)\n',
      inMain('await asyncio.to_thread(time.sleep, 1)', 'import asyncio, time\n'),
      inMain('await loop.run_in_executor(None, lambda: requests.get("u"))', 'import requests\n'),
      inMain(
        'def work():\n        time.sleep(1)\n    await asyncio.to_thread(work)',
        'import asyncio, time\n',
      ),
      inMain('await asyncio.sleep(1)'),
      inMain('async with aiofiles.open("f") as f: print(await f.read())', 'import aiofiles\n'),
      inMain('def open(x): pass\n    open("f")'),
      inMain('time.sleep(0)', 'import time\n'),
      inMain('pd.read_csv(io.StringIO("a")); pd.read_csv(buffer)', 'import io\nimport pandas as pd\n'),
      inMain('q = queue.Queue(); q.get(block=False); q.get_nowait()', 'import queue\n'),
      'import time\n\nasync def f(time):\n    time.sleep(1)\n',
      'from time import *\n\nasync def f(open):\n    open("x")\n',
      'import time\n\n@in_a_thread\ndef nap():\n    time.sleep(1)\n\nasync def f():\n    await nap()\n',
      'import time\n\ndef nap():\n    time.sleep(1)\n    yield\n\nasync def f():\n    nap()\n',
      'import socket\n\nasync def f(loop):\n    s = socket.socket()\n    s.setblocking(False)\n    s.connect("x")\n',
      'log = open("log")\n\ndef show():\n    print(log.read())\n\nasync def main():\n    show()\n',
      'import socket\n\nasync def f(prepare):\n    s = socket.socket()\n    prepare(s)\n    s.connect("x")\n\ndef g(s):\n    s.setblocking(False)\n',
      inMain('process.wait(0)', 'import subprocess\n\nprocess = subprocess.Popen("x")\n'),
      inMain('os.fdopen(0)', 'import os\n'),

      'import pandas as pd\n\nasync def show(df: pd.DataFrame, buffer):\n    df.to_csv(buffer)\n    return df.to_csv()\n',
      inMain('with zipfile.ZipFile(buffer) as z: print(z)', 'import zipfile\n'),
      inMain('q = queue.Queue()\n    while not q.empty(): print(q.get())', 'import queue\n'),
      'import socket\n\nasync def f(host):\n    if host == "localhost":\n        host = socket.gethostbyname(host)\n    return host\n',
    ],
  );

  it('points to where a helper blocks', async () => {
    const code = 'import time\n\ndef nap():\n    time.sleep(1)\n\nasync def main():\n    nap()\n';
    const related = (await check(code))['blocking-call']?.[0]?.related ?? [];
    assert.deepEqual(
      related.map(({ start, end }) => code.slice(start, end)),
      ['time.sleep(1)'],
    );
  });
});
