"""The page's files and the door: what is served, and who may come in."""

import httpx
import pytest

from playground import Playground, Server
from playground.listener import objection
from playground.web.app import KINDS, PAGE


def site(server: Server) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=server.control_url, trust_env=False)


@pytest.mark.slow
async def test_every_file_of_the_page_is_served_with_its_kind_and_strict_headers(server: Server) -> None:
    async with site(server) as http:
        for path in [path for path in PAGE.rglob("*") if path.is_file()]:
            answer = await http.get(f"/page/{path.relative_to(PAGE).as_posix()}")
            assert answer.status_code == 200, path
            assert answer.headers["content-type"] == KINDS[path.suffix]
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert "script-src 'self'" in answer.headers["content-security-policy"]


async def test_the_page_itself_is_at_the_root(server: Server) -> None:
    async with site(server) as http:
        answer = await http.get("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["../feed.py", "..%2ffeed.py", "%2e%2e/feed.py", "js", "nothing.js", ""])
async def test_nothing_else_is_served(server: Server, path: str) -> None:
    async with site(server) as http:
        assert (await http.get(f"/page/{path}")).status_code == 404


async def test_what_people_sent_is_never_a_page_of_ours(server: Server, world: Playground) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.sends_document(b"<script>alert(1)</script>", "page.html", mime="text/html")
    file = (await citizen.messages())[-1].file
    assert file is not None
    async with site(server) as http:
        answer = await http.get(f"/playground/files/{file['file_id']}")
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


async def test_a_line_of_the_log_is_shown_in_full(server: Server, world: Playground) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.writes("x" * 500)
    (update,) = await world.updates()
    async with site(server) as http:
        assert (await http.get(f"/playground/log/{update['sequence']}")).json() == update
        assert (await http.get("/playground/log/999999")).status_code == 404


async def test_a_bare_server_has_no_backstage(server: Server) -> None:
    async with site(server) as http:
        assert (await http.get("/backstage/state")).status_code == 404


OURS = {"host": "127.0.0.1:8080"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"host": "localhost:8080"},
        {"host": "[::1]:8080"},
        {"host": "LOCALHOST"},
        {"origin": "http://127.0.0.1:8080", "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none", "sec-fetch-mode": "navigate"},
    ],
)
def test_programs_and_our_own_page_come_in(headers: dict[str, str]) -> None:
    assert objection("POST", "/playground/clock", {**OURS, **headers}) == ""


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "rebound.example:8080"},
        {"host": "127.0.0.1.rebound.example"},
        {"host": ""},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "navigate"},
    ],
)
@pytest.mark.parametrize("path", ["/playground/clock", "/bot1:x/sendMessage", "/backstage/bot"])
def test_other_pages_and_rebound_names_do_not(headers: dict[str, str], path: str) -> None:
    assert objection("GET", path, {**OURS, **headers}) != ""


def test_a_link_on_another_site_may_lead_to_the_page_but_no_farther() -> None:
    link = {**OURS, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert objection("GET", "/", link) == ""
    assert objection("GET", "/bot1:x/getMe", link) != ""
    assert objection("POST", "/", link) != ""


async def test_the_door_is_before_everything(server: Server) -> None:
    async with site(server) as http:
        for path in ("/", "/playground/people", f"/bot{server.token}/getMe", "/playground/feed"):
            answer = await http.get(path, headers={"origin": "https://evil.example"})
            assert answer.status_code == 403, path
