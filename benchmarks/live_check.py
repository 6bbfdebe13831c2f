"""Times asking ten providers for their lists, each of which takes 200 ms to answer, in one fresh process after another.

    python benchmarks/live_check.py [--providers N] [--delay MS] [--repeats N]

The providers are servers on this machine, so that what is measured is waiting at once and what asking itself costs:
`in all` begins before the HTTP client is imported and certificates are read, `again` is a second round without a cache.
Figures are medians, and the worst, of wall time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ASK = """\
import json, re, sys, time
from pytest_modelgate.asking import Question, ask_all
from pytest_modelgate.listers.openai import LISTER
from dataclasses import replace
urls, rounds = sys.argv[1].split(), []
questions = [
    Question(lister=replace(LISTER, name=f"p{n}", default=url, bases=(), origins=re.compile(re.escape(url[:-3]))))
    for n, url in enumerate(urls)
]
for _ in range(2):
    start = time.perf_counter()
    listings = ask_all(questions, {"OPENAI_API_KEY": "no-real-key"})
    rounds.append(time.perf_counter() - start)
    assert all(listing.complete and len(listing.rows) == 100 for listing in listings), listings
print(json.dumps(rounds))
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--providers", type=int, default=10)
    arguments.add_argument("--delay", type=int, default=200, help="milliseconds")
    arguments.add_argument("--repeats", type=int, default=7)
    given = arguments.parse_args()
    body = json.dumps(
        {"object": "list", "data": [{"id": f"model-{n}", "object": "model"} for n in range(100)]}
    ).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            time.sleep(given.delay / 1000)
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Nothing goes to the terminal."""

    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(given.providers)]
    for server in servers:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    urls = " ".join(f"http://127.0.0.1:{server.server_port}/v1" for server in servers)
    rounds = [asked(urls) for _ in range(given.repeats)]
    for server in servers:
        server.shutdown()
        server.server_close()
    print(f"{given.providers} providers at {given.delay} ms each, {given.repeats} processes:")
    for name, seconds in zip(("in all", "again"), zip(*rounds, strict=True), strict=True):
        print(f"  {name:8}{statistics.median(seconds) * 1000:7.0f} ms, at worst {max(seconds) * 1000:.0f} ms")


def asked(urls: str) -> list[float]:
    done = subprocess.run([sys.executable, "-c", ASK, urls], check=True, stdout=subprocess.PIPE)
    rounds: list[float] = json.loads(done.stdout)
    return rounds


if __name__ == "__main__":
    main()
