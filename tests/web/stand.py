"""A workspace in processes of its own, to be killed and looked at: ``python -m web.stand STORE ACTION …``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
KEY = "a key for stands alone, as long as keys have to be, and kept by nobody at all"
PACE = 0.03
WALK = "stand.walk"


def environment(store: str, **more: str) -> dict[str, str]:
    """Give the environment of a process that serves a store: nothing of the test run's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    folder = str(Path(store).parent) if "://" not in store else str(TESTS)
    return {**kept, "COMMUNIQUE_CORPUS": store, "COMMUNIQUE_SECRET_KEY": KEY, "COMMUNIQUE_FILES": folder, **more}


def start(store: str, *words: str) -> subprocess.Popen[str]:
    """Start an action on a store, and leave it running."""
    command = [sys.executable, "-m", "web.stand", store, *words]
    return subprocess.Popen(  # noqa: S603 - our own
        command,
        cwd=TESTS,
        env=environment(store),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def do(store: str, *words: str) -> Any:  # noqa: ANN401 - what the action tells
    """Do an action on a store, and give what it tells."""
    process = start(store, *words)
    told, errors = process.communicate(timeout=180)
    assert process.returncode == 0, errors
    return json.loads(told) if told.strip() else None


def run(module: str, store: str) -> Any:  # noqa: ANN401 - what the module tells
    """Run a module of the tests on a store, in a process of its own, and give what it tells."""
    done = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-m", module, store],
        cwd=TESTS,
        env=environment(store),
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def main(store: str, action: str, *words: str) -> None:
    """Do what is asked, in this process."""
    from communique.web.serving.setup import set_up  # noqa: PLC0415 - what is imported next needs it

    set_up(store=store)
    from django.utils import timezone  # noqa: PLC0415 - likewise

    from communique.web.jobs.kinds import job_kind  # noqa: PLC0415 - likewise
    from communique.web.jobs.models import Job  # noqa: PLC0415 - likewise
    from communique.web.jobs.services import job_add, jobs_resume  # noqa: PLC0415 - likewise
    from communique.web.serving.tables import bring_up_to_date  # noqa: PLC0415 - likewise
    from communique.web.serving.worker import run_worker  # noqa: PLC0415 - likewise

    def walk(job: Job, tell: Any) -> dict[str, Any]:  # noqa: ANN401 - as rooms get it
        """Write a line a step, slowly enough to be killed between two."""
        steps = int(job.arguments["steps"])
        for step in range(steps):
            tell("walking", step, steps)
            with Path(job.arguments["path"]).open("a", encoding="utf-8") as file:
                file.write(f"{step}\n")
            time.sleep(PACE)
        return {"lines": [f"walked {steps}"]}

    job_kind(WALK)(walk)
    if action == "tables":
        say(bring_up_to_date().steps)
    elif action == "add":
        path, number, steps = words
        for _ in range(int(number)):
            job = job_add(WALK, "a walk", {"path": path, "steps": steps}, actor=None)
            sys.stdout.write(f"{job.key}\n")
            sys.stdout.flush()
    elif action == "work":
        run_worker(beside="beside" in words, once="once" in words)
    elif action == "resume":
        say(jobs_resume(now=timezone.now() + timedelta(seconds=float(words[0]))))
    elif action == "jobs":
        say({str(job.key): [job.state, job.attempts, job.result, job.fault] for job in Job.objects.all()})


def say(told: Any) -> None:  # noqa: ANN401 - what json knows
    """Tell whoever started this process."""
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
