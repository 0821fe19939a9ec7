"""What the page promises beside its functions: a long chat stays light, everything has a name, colours can be read."""

import asyncio
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, Route, expect
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.clock.clock import SteppedClock
from playground import Playground, Server, serve
from tests.browser.conftest import LAPTOP, POCKET, Opens
from tests.browser.test_page_backstage import Stage, behind
from tests.browser.test_page_phones import phone, started

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.slow]  # the browser's

SCROLL = """async (scroller) => {
  const frames = [];
  let last = performance.now();
  for (let at = scroller.scrollHeight; at > 0; at -= 400) {
    scroller.scrollTop = at;
    await new Promise(requestAnimationFrame);
    frames.push(performance.now() - last);
    last = performance.now();
  }
  return frames.sort((a, b) => a - b);
}"""

WATCH = """(list) => {
  window.touched = 0;
  new MutationObserver((all) => { for (const one of all) touched += one.addedNodes.length + one.removedNodes.length; })
    .observe(list, { childList: true });
}"""


async def axe_findings(page: Page) -> list[str]:
    """What axe has against the page as it is shown now: names, roles, contrast, what the keyboard reaches."""
    found = (await Axe().run(page)).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


async def test_500_messages_scroll_smoothly_and_an_edit_touches_one(
    world: Playground, bot: Bot, opens: Opens
) -> None:
    citizen = await started(world)
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Accept", callback_data="a", style="success")]])
    sent = [
        await bot.send_message(citizen.id, f"message {n}\n" * (1 + n % 4), reply_markup=keys)
        for n in range(500)
    ]
    page = await opens()
    shown = phone(page, citizen)
    await expect(shown.locator(".theirs")).to_have_count(500)
    await expect(shown.get_by_text("message 499").first).to_be_in_viewport()
    frames = await shown.locator(".scroller").evaluate(SCROLL)
    assert len(frames) > 50
    await shown.locator(".lines").evaluate(WATCH)
    await bot.edit_message_text("edited", citizen.id, sent[250].message_id)
    await expect(shown.get_by_text("edited", exact=True).first).to_be_attached()
    await bot.send_message(citizen.id, "one more")
    await expect(shown.locator(".jump")).to_contain_text("1")
    assert await page.evaluate("touched") <= 4  # out and in, the new one, and at most a day
    await shown.locator(".jump").click()
    await expect(shown.get_by_text("one more")).to_be_in_viewport()
    await expect(shown.locator(".jump")).to_be_hidden()


async def test_whoever_reads_above_is_not_moved(world: Playground, bot: Bot, opens: Opens) -> None:
    citizen = await started(world)
    for n in range(40):
        await bot.send_message(citizen.id, f"message {n}")
    page = await opens()
    scroller = phone(page, citizen).locator(".scroller")
    await expect(phone(page, citizen).get_by_text("message 39")).to_be_in_viewport()
    await scroller.evaluate("(one) => { one.scrollTop = 100; }")
    await expect(phone(page, citizen).locator(".jump")).to_be_visible()
    before = await scroller.evaluate("(one) => one.scrollTop")
    await bot.send_message(citizen.id, "far below")
    await expect(phone(page, citizen).locator(".jump")).to_contain_text("1")
    assert await scroller.evaluate("(one) => one.scrollTop") == before


async def full_house(server: Server, world: Playground, bot: Bot) -> None:
    """Something of everything, so that all colours are looked at."""
    citizen = await started(world, language="kk")
    stage = Stage(server, citizen.id)
    stage.state["timers"] *= 20  # more than a screen holds
    stage.state["lanes"] *= 20
    stage.cast.append(
        {
            "chat_id": (await world.channel("Digest")).chat_id,
            "person_id": None,
            "name": "Digest",
            "role": "channel",
            "language": "ru",
            "city": "",
        }
    )
    styles = [
        [
            InlineKeyboardButton(style or "plain", callback_data="x", style=style)
            for style in ("primary", "success", "danger", None)
        ]
    ]
    await bot.send_message(
        citizen.id,
        "Case: bold /command",
        reply_markup=InlineKeyboardMarkup(styles),
        entities=[MessageEntity("bold", 0, 4), MessageEntity("bot_command", 11, 8)],
    )
    await citizen.edits(await citizen.writes("helo"), "hello")
    await citizen.shares_location(43.24, 76.95)
    await citizen.shares_contact()
    await citizen.forwards("from elsewhere", (await world.now()))
    await citizen.sends_document(b"x", "paper.pdf")
    await citizen.deletes(await citizen.writes("gone"))
    server.faults.add("too_many", times=3)
    server.tell({"type": "narrator", "text": {"en": "Evening.", "ru": "Вечер.", "kk": "Кеш."}})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, POCKET], ids=["laptop", "pocket"])
async def test_everything_has_a_name_and_can_be_read(
    server: Server, world: Playground, bot: Bot, opens: Opens, scheme: str, size: Any
) -> None:
    await full_house(server, world, bot)
    page = await opens(size, color_scheme=scheme, reduced_motion="reduce")
    await expect(page.locator(".phone").first).to_be_attached()
    await expect(page.locator(".place").first).to_be_attached()
    assert await axe_findings(page) == []
    for section in ("Time", "Scenes", "Faults", "Inside", "Log"):
        await behind(page, section)
        assert await axe_findings(page) == [], section


async def reaches(page: Page, selector: str, presses: int) -> None:
    """Press Tab until this has the focus, which can be seen."""
    for _ in range(presses):
        await page.keyboard.press("Tab")
        if await page.evaluate(f"document.activeElement.matches('{selector}')"):
            style = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style == "solid"
            return
    raise AssertionError(f"{selector} cannot be reached")


async def test_a_whole_errand_with_the_keyboard_alone(world: Playground, bot: Bot, opens: Opens) -> None:
    citizen = await started(world)
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Accept", callback_data="a", style="success")]])
    await bot.send_message(citizen.id, "Do you take it?", reply_markup=keys)
    page = await opens()
    await expect(phone(page, citizen).locator(".theirs")).to_have_count(1)
    await reaches(page, ".skip", 1)
    await page.keyboard.press("Enter")
    await reaches(page, ".line", 6)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menu")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu")).to_have_count(0)
    await reaches(page, ".key.success", 3)
    await page.keyboard.press("Enter")
    await reaches(page, "textarea", 6)
    await page.keyboard.type("I do")
    await page.keyboard.press("Enter")
    await expect(phone(page, citizen).locator(".own .text").last).to_have_text("I do")
    kinds = [next(iter(set(line["update"]) - {"update_id"})) for line in await world.updates()]
    assert kinds == ["message", "callback_query", "message"]


async def test_new_messages_are_said_to_a_screen_reader(world: Playground, bot: Bot, opens: Opens) -> None:
    citizen = await started(world)
    page = await opens()
    await expect(phone(page, citizen).locator(".own")).to_have_count(1)
    await bot.send_message(citizen.id, "A lawyer is on it")
    await expect(page.locator("#announcer")).to_contain_text(
        "Made-up Aigerim. Local bot, 18:04: A lawyer is on it"
    )


async def test_a_page_waits_for_a_lost_server_and_begins_anew_with_its_next_run(
    clock: SteppedClock, world: Playground, server: Server, opens: Opens
) -> None:
    citizen = await started(world)
    page = await opens()
    await expect(phone(page, citizen).locator(".own")).to_have_count(1)
    await server.close()
    await expect(page.get_by_text("The connection is lost.")).to_be_visible()
    port = int(server.control_url.rpartition(":")[2])
    async with serve(clock, control_port=port) as next_run, Playground(next_run.control_url) as anew:
        stranger = await started(anew, "Made-up Saule")
        await expect(phone(page, stranger)).to_be_visible()
        await expect(page.get_by_text("The connection is lost.")).to_be_hidden()
        await expect(page.locator(".phone")).to_have_count(1)
    await page.close()


async def test_a_page_that_has_heard_nothing_yet_says_what_it_waits_for(
    browser: Browser, server: Server
) -> None:
    page = await (await browser.new_context(viewport=LAPTOP, locale="en")).new_page()
    held = asyncio.Event()

    async def hold(route: Route) -> None:
        await held.wait()
        await route.continue_()

    await page.route("**/playground/feed", hold)
    await page.goto(server.control_url)
    await expect(page.locator("#bot-pill")).to_have_text("Connecting…")
    await expect(page.get_by_text("The phones come as soon as the server tells of them")).to_be_visible()
    await expect(page.get_by_text("No phones yet")).to_be_hidden()
    held.set()
    await expect(page.get_by_text("No phones yet")).to_be_visible()
    await expect(page.get_by_text("The phones come")).to_be_hidden()
    await expect(page.locator("#bot-pill")).not_to_have_text("Connecting…")
    await page.context.close()


async def test_nothing_asks_any_other_machine(world: Playground, server: Server, opens: Opens) -> None:
    await started(world)
    page = await opens()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.reload()
    await expect(page.locator(".own")).to_have_count(1)
    assert len(asked) > 30
    assert [url for url in asked if not url.startswith(server.control_url)] == []
