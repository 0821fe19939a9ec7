"""The bar and the panel in a real browser: time, faults, scenes, the log; with a backstage and without."""

import json
from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from telegram import Bot
from telegram.error import NetworkError

from bot.clock.clock import SteppedClock
from playground import Playground, Server
from tests.browser.conftest import EVENING, LAPTOP, POCKET, Opens

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.slow]  # the browser's


def in_three(text: str) -> dict[str, str]:
    return dict.fromkeys(("en", "ru", "kk"), text)


class Stage:
    """What ``dabyl playground`` answers, made up."""

    def __init__(self, server: Server, person: int) -> None:
        self.orders: list[tuple[str, Any]] = []
        self.server = server
        due = (EVENING + timedelta(minutes=10)).isoformat()
        later = (EVENING + timedelta(days=2)).isoformat()
        self.state: dict[str, Any] = {
            "bot": {"running": True, "pid": 4711, "restarts": 0},
            "timers": [
                {"kind": "escalation", "what": in_three("Ask the next"), "due": due, "subject": "case 17"},
                {"kind": "forgetting", "what": in_three("Forget"), "due": later, "subject": ""},
            ],
            "digest_due": (EVENING + timedelta(hours=2)).isoformat(),
            "lanes": [{"lane": "alerts", "waiting": 3, "oldest_seconds": 4.2}],
            "inbox": {"open": 1, "parked": 2},
            "fresh": True,
            "scenes": [{"id": "sept", "title": in_three("September"), "steps": 2, "at": 0}],
        }
        self.cast = [
            {
                "chat_id": person,
                "person_id": person,
                "name": "Made-up Alma",
                "role": "lawyer",
                "language": "en",
                "city": "Aktau",
            }
        ]
        routes = [
            Route("/backstage/state", self.show),
            Route("/backstage/cast", self.players),
            Route("/backstage/{what}", self.order, methods=["POST"]),
        ]
        server.backstage = Starlette(routes=routes)

    async def show(self, request: Request) -> JSONResponse:
        return JSONResponse(self.state)

    async def players(self, request: Request) -> JSONResponse:
        return JSONResponse(self.cast)

    async def order(self, request: Request) -> JSONResponse:
        what, body = request.path_params["what"], await request.json()
        self.orders.append((what, body))
        if what == "scene":
            self.state["scenes"][0]["at"] += 1
            self.server.tell({"type": "narrator", "text": in_three("Evening in Astana.")})
        if what == "bot":
            self.state["bot"]["running"] = body["do"] != "kill"
        return JSONResponse({})


async def behind(page: Page, section: str) -> None:
    if await page.locator("#panel").is_hidden():
        await page.get_by_role("button", name="Backstage").click()
    await page.get_by_role("tab", name=section).click()


async def staged(server: Server, world: Playground, opens: Opens) -> tuple[Stage, Page]:
    lawyer = await world.person("Made-up Alma", language="en")
    await lawyer.starts()
    return Stage(server, lawyer.id), await opens()


async def test_without_a_backstage_the_page_says_so_calmly(world: Playground, opens: Opens) -> None:
    page = await opens()
    await expect(page.get_by_role("button", name="Next timer")).to_be_disabled()
    await behind(page, "Scenes")
    await expect(page.locator("#section-scenes .absent").first).to_contain_text("Not there")


async def test_time_moves_by_steps(clock: SteppedClock, opens: Opens) -> None:
    page = await opens()
    await expect(page.locator("#clock-date")).to_have_text("Mon 17 September 2018 · Almaty")
    for label, shown in (("+1 min", "18:05:00"), ("+5 min", "18:10:00"), ("+1 h", "19:10:00")):
        await page.get_by_role("button", name=label).click()
        await expect(page.locator("#clock-time")).to_have_text(shown)
    assert clock.now() == EVENING + timedelta(hours=1, minutes=6)


async def test_due_timers_are_listed_and_jumped_to(server: Server, world: Playground, opens: Opens) -> None:
    stage, page = await staged(server, world, opens)
    await behind(page, "Time")
    await expect(page.locator(".timers li").first).to_contain_text("18:14")
    await expect(page.locator(".timers li").first).to_contain_text("in 10 min")
    await expect(page.locator(".timers li").nth(1)).to_contain_text("The day’s digest")
    await expect(page.locator(".timers li").last.locator(".due")).to_have_text("18:0419 September")
    for name in ("Next timer", "Digest"):
        async with page.expect_response("**/backstage/clock"):
            await page.get_by_role("button", name=name, exact=True).click()
    assert stage.orders == [("clock", {"to": "next_timer"}), ("clock", {"to": "digest"})]


async def test_a_phone_shows_the_time_of_its_own_place(
    server: Server, world: Playground, opens: Opens
) -> None:
    _, page = await staged(server, world, opens)
    await expect(page.locator(".subtitle")).to_have_text("Lawyer · Aktau")
    await expect(page.locator(".own time")).to_have_text("17:04")


async def test_a_scene_is_stepped_and_narrated(server: Server, world: Playground, opens: Opens) -> None:
    stage, page = await staged(server, world, opens)
    await behind(page, "Scenes")
    await page.get_by_role("button", name="Step").click()
    await expect(page.locator("#narrator")).to_contain_text("Evening in Astana.")
    await expect(page.locator(".scene-list")).to_contain_text("1 of 2")
    await page.get_by_role("button", name="Play all").click()
    async with page.expect_response("**/backstage/anew"):
        await page.get_by_role("button", name="Play again").click()
    played = [("scene", {"id": "sept", "do": "step"}), ("scene", {"id": "sept", "do": "all"})]
    assert stage.orders == [*played, ("anew", {"play": "sept", "do": "all"})]


async def test_a_scene_begins_in_a_world_of_its_own_and_the_page_says_so(
    server: Server, world: Playground, opens: Opens
) -> None:
    stage, page = await staged(server, world, opens)
    stage.state["fresh"] = False  # somebody has written, or moved the time
    await page.reload()
    await behind(page, "Scenes")
    await expect(page.locator("#section-scenes")).to_contain_text("What is on the phones goes then")
    async with page.expect_response("**/backstage/anew"):
        await page.get_by_role("button", name="Step").click()
    assert stage.orders == [("anew", {"play": "sept", "do": "step"})]


async def test_a_scene_that_is_played_at_once_can_be_paused(
    server: Server, world: Playground, opens: Opens
) -> None:
    stage, page = await staged(server, world, opens)
    stage.state["scenes"][0]["playing"] = True
    await behind(page, "Scenes")
    await expect(page.get_by_role("button", name="Step")).to_be_disabled()
    async with page.expect_response("**/backstage/scene"):
        await page.get_by_role("button", name="Pause").click()
    assert stage.orders == [("scene", {"id": "sept", "do": "pause"})]


async def test_the_phone_of_whoever_acts_comes_into_view(
    server: Server, world: Playground, opens: Opens
) -> None:
    stage, page = await staged(server, world, opens)
    first = stage.cast[0]
    for number in range(7):
        extra = await world.person(f"Made-up {number}", language="en")
        stage.cast.append({**first, "chat_id": extra.id, "person_id": extra.id, "name": f"Made-up {number}"})
    newest = stage.cast[-1]["chat_id"]
    server.tell({"type": "cast", "chat_id": newest})
    await expect(page.locator(f"#phone-{newest}")).to_be_in_viewport(ratio=0.9)
    await expect(page.locator(".tab[aria-current=true]")).to_be_in_viewport(ratio=0.9)
    await expect(page.locator(f"#phone-{first['chat_id']}")).not_to_be_in_viewport()


async def test_whoever_is_writing_is_not_led_away(server: Server, world: Playground, opens: Opens) -> None:
    stage, page = await staged(server, world, opens)
    await page.set_viewport_size(POCKET)
    other = await world.person("Made-up Other", language="en")
    await page.locator(".phone.current textarea").fill("I am wri")
    stage.cast.append({**stage.cast[0], "chat_id": other.id, "person_id": other.id, "name": "Made-up Other"})
    server.tell({"type": "cast", "chat_id": other.id})
    await expect(page.locator(f"#phone-{other.id}")).to_be_attached()
    await expect(page.locator(".phone.current textarea")).to_have_value("I am wri")
    await page.locator(".phone.current textarea").fill("")
    server.tell({"type": "cast", "chat_id": other.id})
    await expect(page.locator(".phone.current h2")).to_have_text("Made-up Other")


async def test_the_bot_is_killed_and_started(server: Server, world: Playground, opens: Opens) -> None:
    stage, page = await staged(server, world, opens)
    await behind(page, "Faults")
    await expect(page.locator("#section-faults")).to_contain_text("Runs as process 4711")
    await page.get_by_role("button", name="Kill (−9)").click()
    await expect(page.locator("#bot-pill")).to_have_text("No bot; 1 wait")
    await page.locator("#section-faults").get_by_role("button", name="Start", exact=True).click()
    await expect(page.locator("#bot-pill")).to_have_text("Bot is listening")
    assert [body["do"] for _, body in stage.orders] == ["kill", "start"]


async def test_lanes_and_inbox_are_shown(server: Server, world: Playground, opens: Opens) -> None:
    _, page = await staged(server, world, opens)
    await behind(page, "Inside")
    await expect(page.locator(".lanes tbody tr")).to_have_text("alerts34 s")
    await expect(page.locator(".figures .bad").last).to_contain_text("2")


async def test_telegram_goes_down_and_the_page_stays(server: Server, world: Playground, opens: Opens) -> None:
    page = await opens()
    await behind(page, "Faults")
    await page.get_by_role("switch", name="Unreachable").click()
    await expect(page.locator("#bot-pill")).to_have_text("Telegram is unreachable")
    assert server.down
    await page.get_by_role("button", name="Heal everything").click()
    await expect(page.get_by_role("switch", name="Unreachable")).to_have_attribute("aria-checked", "false")
    assert not server.down


async def test_a_fault_is_chosen_strikes_and_shows_in_the_log(
    server: Server, world: Playground, bot: Bot, opens: Opens
) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.starts()
    page = await opens()
    await behind(page, "Faults")
    await page.get_by_label("What happens").select_option(label="Server error (500)")
    await page.get_by_role("button", name="Switch on").click()
    await expect(page.locator("#section-faults .plain").first).to_contain_text("1 to come")
    with pytest.raises(NetworkError):
        await bot.send_message(citizen.id, "at first")
    await bot.send_message(citizen.id, "at last")
    await expect(page.locator("#section-faults")).to_contain_text("Calls that failed so far: 1")
    await behind(page, "Log")
    await page.get_by_label("What to show").select_option(label="Problems")
    await expect(page.locator("ol.log li")).to_have_count(1)
    await expect(page.locator("ol.log li")).to_contain_text("Server error (500)")
    await page.get_by_label("What to show").select_option(label="All")
    await page.get_by_role("searchbox", name="Filter").fill("at last")
    await page.locator("ol.log button").first.click()
    shown = json.loads(await page.locator("dialog .json").inner_text())
    assert shown["params"]["text"] == "at last"


async def test_a_member_who_blocks_is_one_switch(world: Playground, opens: Opens) -> None:
    citizen = await world.person("Made-up Aigerim")
    await citizen.starts()
    page = await opens()
    await behind(page, "Faults")
    await page.get_by_role("switch", name="Made-up Aigerim").click()
    await expect(page.locator(".phone.blocked")).to_have_count(1)


async def test_while_time_runs_the_page_says_until_when_and_no_button_moves_it_further(
    server: Server, world: Playground, opens: Opens
) -> None:
    stage, page = await staged(server, world, opens)
    hour = (EVENING + timedelta(hours=1)).isoformat()
    running = {"type": "busy", "on": True, "from": EVENING.isoformat(), "to": hour}
    server.tell(running)
    await expect(page.locator("#running")).to_contain_text("Time runs on to 19:04")
    server.tell({**running, "passes": in_three("Ask the next lawyers")})
    await expect(page.locator(".passes")).to_have_text("Ask the next lawyers")
    button = page.get_by_role("button", name="+1 h")
    await expect(button).to_be_disabled()
    await button.dispatch_event("click")
    server.tell({"type": "busy", "on": False})
    await expect(page.locator("#running")).to_be_hidden()
    await expect(button).to_be_enabled()
    assert stage.orders == []


async def test_somebody_new_has_a_name_that_nobody_has_and_may_be_a_lawyer(
    server: Server, world: Playground, opens: Opens
) -> None:
    await world.person("Made-up Aisha", phone="+77000000101")
    stage, page = await staged(server, world, opens)
    await page.get_by_role("button", name="Add a person").click()
    await expect(page.get_by_label("Name", exact=True)).to_have_value("Made-up Daniel")
    await page.get_by_label("Role").select_option("lawyer")
    await page.get_by_label("City").select_option(label="Astana")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    about = {"role": "lawyer", "name": "Made-up Daniel", "language": "en", "city": "Astana"}
    about["messenger"] = "telegram"
    assert stage.orders == [("person", {**about, "phone": "+77000000102"})]


async def test_a_page_that_came_too_early_finds_the_backstage_when_it_is_told(
    server: Server, world: Playground, opens: Opens
) -> None:
    lawyer = await world.person("Made-up Alma", language="en")
    server.tell({"type": "opening", "text": in_three("Starting the bot")})
    page = await opens()
    await expect(page.locator("#lost")).to_have_text("Starting the bot")
    await expect(page.locator(".phone")).to_have_count(0)
    Stage(server, lawyer.id)
    server.tell({"type": "opening"})
    server.tell({"type": "cast"})
    await expect(page.locator(".phone[data-role=lawyer] .band")).to_have_text("Lawyer’s phone · Telegram")
    await expect(page.locator("#lost")).to_be_hidden()
    await expect(page.get_by_role("button", name="Next timer")).to_be_enabled()


@pytest.mark.parametrize("size", [LAPTOP, POCKET], ids=["laptop", "pocket"])
async def test_the_name_and_the_state_of_the_bot_stand_in_the_bar_at_every_width(
    server: Server, world: Playground, opens: Opens, size: Any
) -> None:
    _, page = await staged(server, world, opens)
    await page.set_viewport_size(size)
    await expect(page.get_by_role("heading", name="Dabyl")).to_be_in_viewport(ratio=1)
    await expect(page.locator("#bot-pill")).to_have_text("Bot is listening")
    await expect(page.locator("#bot-pill")).to_be_in_viewport(ratio=1)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
