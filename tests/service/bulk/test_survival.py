"""What befalls a service: workers that are killed, jobs at once, full disks, uploads cut off, time that runs out.

Nothing is lost, nothing is half named, and what is said of a job is true.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.conftest import copy_world
from tests.service.bulk.asking import Jobs, consumer_of, eventually, form, left_of, many
from tests.serving import serving, serving_process

ROWS = 30_000  # nearly four chunks of the engine's
MEGABYTE = 2**20


@pytest.fixture(scope="module")
def whole(world: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What becomes of many rows where nothing befalls."""
    home = tmp_path_factory.mktemp("undisturbed")
    copy_world(world, home)
    with serving(home) as address:
        jobs = Jobs(address)
        job = jobs.ended(jobs.hand_in(many(ROWS), column="city")["id"])
        assert job["progress"]["rows"] == ROWS
        return jobs.fetch(job["id"])


def begun(jobs: Jobs, rows: int = ROWS) -> str:
    """A job whose worker is in the midst of it."""
    job = jobs.hand_in(many(rows), column="city")["id"]
    seen = jobs.until(job, lambda one: bool(one["progress"]) and one["progress"]["rows"] > 0)
    assert seen["state"] == "running"
    return str(job)


def test_a_killed_worker_is_replaced_and_its_job_goes_on_to_the_same_bytes(
    world_of_its_own: Path, whole: bytes
) -> None:
    with serving_process(world_of_its_own) as (address, server):
        jobs = Jobs(address)
        job = begun(jobs)
        killed = consumer_of(server)
        own = killed.children(recursive=True)
        killed.send_signal(signal.SIGSTOP)
        killed.kill()
        seen = eventually(lambda: jobs.job(job)["state"], lambda state: state != "running")
        assert seen == "queued", "nobody works on it, and that is said"
        assert jobs.said("GET", f"/bulk/{job}/result", status=409)["detail"].startswith("The job is")
        eventually(lambda: [one for one in own if one.is_running() and one.status() != "zombie"], lambda some: not some)
        assert jobs.ended(job)["state"] == "finished"
        assert jobs.fetch(job) == whole
        assert consumer_of(server).pid != killed.pid


def test_a_service_that_is_stopped_goes_on_when_it_is_started_again(world_of_its_own: Path, whole: bytes) -> None:
    with serving(world_of_its_own) as address:
        job = begun(Jobs(address))
        waiting = Jobs(address).hand_in(b"city\nBakhmout\n")["id"]
    with serving(world_of_its_own) as address:
        jobs = Jobs(address)
        assert jobs.ended(job)["state"] == "finished"
        assert jobs.fetch(job) == whole
        assert jobs.job(waiting)["state"] == "waiting"


def test_a_killed_web_worker_leaves_the_job_alone(world_of_its_own: Path, whole: bytes) -> None:
    with serving_process(world_of_its_own) as (address, server):
        jobs = Jobs(address)
        job = begun(jobs)
        consumer = consumer_of(server).pid
        (web,) = [one for one in psutil.Process(server).children() if one.pid != consumer]
        web.kill()
        eventually(lambda: _answers(jobs), bool)
        assert consumer_of(server).pid == consumer
        assert jobs.ended(job)["state"] == "finished"
        assert jobs.fetch(job) == whole


def _answers(jobs: Jobs) -> bool:
    try:
        return jobs.said("GET", "/healthz") == {"status": "alive"}
    except OSError:
        return False


def test_the_worker_ends_with_the_server_whatever_ends_it(world_of_its_own: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-c", "from service.server import run; run(port=0, workers=1)"],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""},
        stdout=subprocess.PIPE,
    )
    assert server.stdout is not None
    server.stdout.readline()
    consumer = consumer_of(server.pid)
    server.kill()
    server.wait()
    server.stdout.close()
    eventually(consumer.is_running, lambda running: not running)


def test_two_jobs_at_once_both_finish(world_of_its_own: Path, whole: bytes) -> None:
    with serving(world_of_its_own, BULK_JOBS="2") as address:
        jobs = Jobs(address)
        pair = [jobs.hand_in(many(ROWS), column="city")["id"] for _ in range(2)]
        both = eventually(lambda: [jobs.job(one)["state"] for one in pair], lambda seen: seen == ["running"] * 2)
        assert both
        assert [jobs.ended(one)["state"] for one in pair] == ["finished", "finished"]
        assert [jobs.fetch(one) for one in pair] == [whole, whole]


def test_one_more_job_than_are_done_at_once_waits_for_its_turn(world_of_its_own: Path) -> None:
    with serving(world_of_its_own, BULK_JOBS="1") as address:
        jobs = Jobs(address)
        first = begun(jobs)
        second = jobs.hand_in(b"city\nBakhmout\n", column="city")["id"]
        assert jobs.job(second)["state"] == "queued"
        assert jobs.job(first)["state"] == "running"
        assert jobs.said("DELETE", f"/bulk/{first}")["stopping"]
        assert jobs.ended(first)["state"] == "cancelled"
        assert jobs.ended(second)["state"] == "finished"


def test_a_running_job_ends_when_it_is_cancelled_and_leaves_nothing(world_of_its_own: Path) -> None:
    with serving(world_of_its_own) as address:
        jobs = Jobs(address)
        job = begun(jobs, 400_000)
        assert jobs.said("DELETE", f"/bulk/{job}") | {"progress": None} == jobs.job(job) | {"progress": None}
        assert jobs.job(job)["state"] in ("running", "cancelled")
        assert jobs.ended(job)["state"] == "cancelled"
        folder = world_of_its_own / "bulk" / "jobs" / job
        # The record says it before the files are removed.
        eventually(
            lambda: {path.name for path in folder.iterdir()},
            lambda names: names <= {"job.json", "changing", "working"},
        )


def test_an_upload_that_is_cut_off_leaves_nothing(world_of_its_own: Path) -> None:
    with serving(world_of_its_own) as address:
        jobs = Jobs(address)
        body = form(many(ROWS), "cities.csv", column="city")
        head = (
            f"POST /bulk HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: multipart/form-data; boundary=----a-boundary-that-no-file-has\r\n\r\n"
        ).encode()
        with socket.create_connection((jobs.host, jobs.port)) as line:
            line.sendall(head + body[: len(body) // 2])
            eventually(lambda: left_of(world_of_its_own), bool)  # it has begun to arrive
        eventually(lambda: left_of(world_of_its_own), lambda left: not left)
        chunked = head.replace(f"Content-Length: {len(body)}".encode(), b"Transfer-Encoding: chunked")
        with socket.create_connection((jobs.host, jobs.port)) as line:
            line.sendall(chunked + b"10000\r\n" + body[:0x10000] + b"\r\n10000\r\n" + body[0x10000:0x11000])
            eventually(lambda: left_of(world_of_its_own), bool)
        eventually(lambda: left_of(world_of_its_own), lambda left: not left)
        assert _answers(jobs)


def test_a_file_larger_than_is_taken_is_refused_and_leaves_nothing(world_of_its_own: Path) -> None:
    with serving(world_of_its_own, BULK_UPLOAD_MOST="100000") as address:
        said = Jobs(address).hand_in(b"city\n" + b"Bakhmout\n" * 20_000, status=413)
        assert "0 MB" in said["detail"] or "100" in said["detail"]
        assert left_of(world_of_its_own) == []


def test_the_files_of_a_job_go_when_their_time_is_over(world_of_its_own: Path) -> None:
    with serving(world_of_its_own, BULK_KEPT_DAYS="0.0001") as address:  # some nine seconds
        jobs = Jobs(address)
        job = jobs.hand_in(b"city\nBakhmout\n")
        assert job["state"] == "waiting"
        assert job["expires"] > job["made"]
        gone = jobs.until(job["id"], lambda one: one["state"] == "expired")
        assert gone["error"].startswith("The files of the job were kept for their time")
        assert jobs.said("POST", f"/bulk/{job['id']}/settings", {"column": "city"}, status=410)["title"] == "Gone"
        folder = world_of_its_own / "bulk" / "jobs" / job["id"]
        assert not (folder / "upload").exists()


@pytest.fixture
def small_disk(world: Path, tmp_path: Path) -> Iterator[Path]:
    """A home on a disk of its own, with little room."""
    place = tmp_path / "disk"
    place.mkdir()
    size = 64 * MEGABYTE
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.fail(f"a small disk cannot be mounted here, which this test needs: {mounted.stderr}")
    try:
        copy_world(world, place)
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, leave: int) -> None:
    """Take all room but so many bytes."""
    there = os.statvfs(disk)
    room = there.f_bavail * there.f_bsize
    (disk / "ballast").write_bytes(bytes(max(room - leave, 0)))


def test_a_full_disk_fails_the_job_in_a_sentence_and_with_room_it_is_done(small_disk: Path) -> None:
    rows = 40_000
    with serving(small_disk) as address:
        jobs = Jobs(address)
        job = jobs.hand_in(many(rows))["id"]
        fill(small_disk, MEGABYTE)
        jobs.said("POST", f"/bulk/{job}/settings", {"column": "city"})
        failed = jobs.ended(job)
        assert failed["state"] == "failed"
        assert failed["error"].startswith("There is no room left on the service's disk")
        folder = small_disk / "bulk" / "jobs" / job
        assert [path.name for path in folder.iterdir() if "result" in path.name or "part" in path.name] == []
        assert jobs.said("GET", f"/bulk/{job}/result", status=409)["detail"] == failed["error"]
        (small_disk / "ballast").unlink()
        jobs.said("POST", f"/bulk/{job}/settings", {})
        assert jobs.ended(job)["state"] == "finished"
        assert jobs.fetch(job).count(b"\n") == rows + 1


def test_a_full_disk_refuses_an_upload_in_a_sentence_and_keeps_nothing(small_disk: Path) -> None:
    with serving(small_disk) as address:
        jobs = Jobs(address)
        fill(small_disk, MEGABYTE)
        said = jobs.hand_in(many(200_000), status=507)
        assert said["title"] == "No room"
        assert left_of(small_disk) == []
        (small_disk / "ballast").unlink()
        assert jobs.hand_in(b"city\nBakhmout\n")["state"] == "waiting"
