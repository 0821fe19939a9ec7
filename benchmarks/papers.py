"""How long a paper takes: .venv/bin/python -m benchmarks.papers [--rounds 5]

first   in a process that has made none: with what it imports, typesetting and the check of an organisation's own template
then    each paper in each language, everything known at length: processor time, the median of the rounds
"""

import argparse
import statistics
import subprocess
import sys
import time

from core.documents.filling import fill_template
from core.papers.catalogue import sample_dossier
from core.resources.paper_files import Papers, check_template

LENGTH = 300  # letters of each value


def made(papers: Papers, id: str, language: str) -> float:
    """Seconds of the processor for one."""
    begun = time.process_time()
    fill_template(papers.shipped(id, language), sample_dossier(papers.names(id), "ә" * LENGTH), str)
    return time.process_time() - begun


def first() -> None:
    """One, and the check of its template, timed by whoever started this process."""
    papers = Papers("kz")
    id, kind = next(iter(papers.kinds.items()))
    made(papers, id, kind.languages[0])
    check_template(papers.shipped(id, kind.languages[0]), papers.names(id))


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--first", action="store_true")
    options = parser.parse_args()
    if options.first:
        first()
        return
    spans = []
    for _ in range(options.rounds):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "benchmarks.papers", "--first"], check=True)
        spans.append(time.perf_counter() - begun)
    print(f"{'first, with the start of Python':<40}{statistics.median(spans):6.2f} s")
    papers = Papers("kz")
    for id, kind in papers.kinds.items():
        for language in kind.languages:
            took = statistics.median(made(papers, id, language) for _ in range(options.rounds))
            print(f"{f'{id} {language}':<40}{took:6.2f} s")


if __name__ == "__main__":
    main()
