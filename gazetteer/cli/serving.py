"""``serve``: make sure there is something to serve, then run the web server."""

import errno
import os
import socket
from pathlib import Path

import click

from gazetteer.cli.group import home_option
from gazetteer.cli.indexing import make_index_current, open_database


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; PORT, or 8000.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that answer; WEB_CONCURRENCY, or 2.")
@home_option
def serve(home: Path, host: str, port: int | None, workers: int | None) -> None:
    """Serve the gazetteer over HTTP until told to stop.

    A missing, damaged or outdated index is built first.

    \b
    Example:
        python -m gazetteer serve --port 8000
    """
    from service.config import settings
    from service.server import run

    usual = settings(os.environ)
    port = usual.port if port is None else port
    _check_address(host, port)
    engine = open_database(home)
    make_index_current(home, engine)
    engine.dispose()
    # Each worker process reads its settings from the environment.
    os.environ["GAZETTEER_HOME"] = str(home)
    run(host, port, usual.workers if workers is None else workers)


def _check_address(host: str, port: int) -> None:
    """Nothing, if this address can be listened on: asked before an index is built, not after."""
    kin = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=kin).close()
    except OverflowError:
        raise click.ClickException(f"A port is a whole number from 0 to 65535, not {port}.") from None
    except OSError as taken:
        if taken.errno == errno.EADDRINUSE:
            text = f"Port {port} on {host} is in use; choose another with --port or PORT."
        else:
            text = f"This address cannot be listened on: {taken.strerror}."
        raise click.ClickException(text) from taken
