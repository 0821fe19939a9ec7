"""The whole service in a real browser: what ``make playground`` serves, with the real bot as a process of its own.

One house for all tests of this file, because a start takes seconds; each test has people of its own. With
DABYL_PICTURES=docs/pictures the run leaves the README's film there.
"""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from playground.demo.settling import settle
from playground.host.guide import STEPS
from playground.host.playhouse import House, open_playhouse
from playground.host.routes import Backstage, backstage_app
from tests.browser.conftest import POCKET, Opens, windows_on
from tests.browser.film import Film
from tests.browser.test_page_backstage import behind
from tests.browser.test_page_phones import phone, writes

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.slow]

LONG = 20_000  # milliseconds that a busy machine may take
ROOM = {"width": 1680, "height": 900}
NOBODY = re.compile("that nobody took in time|No lawyer has taken this case")  # of several, or of one
CODE = re.compile(r"^\d{3}-\d{3}$")
SKIP = {"kk": "Өткізіп жіберу", "ru": "Пропустить", "en": "Skip"}


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def house(browser: Browser) -> AsyncIterator[House]:
    async with open_playhouse(0) as made:
        made.server.backstage = backstage_app(Backstage(made))
        yield made


@pytest_asyncio.fixture(loop_scope="package")
async def windows(browser: Browser, house: House) -> AsyncIterator[Opens]:
    async with windows_on(browser, house.server.control_url) as open_page:
        yield open_page


async def presses(where: Locator, label: str) -> None:
    await where.get_by_role("button", name=label, exact=True).last.click(timeout=LONG)


async def test_a_report_tapped_in_kazakh_is_taken_in_english_and_the_reporter_is_told(
    house: House, windows: Opens
) -> None:
    page = await windows(ROOM, reduced_motion="reduce")
    citizen, lawyer = phone(page, house.cast.citizens[0]), phone(page, house.cast.members["ruslan"])
    film = Film(page, citizen, lawyer)
    for label in ("Бастау", "Бұл басқа адам", "Алматы"):
        await film.shoot()
        await presses(citizen, label)
    offer = lawyer.locator(".theirs").last
    await expect(offer).to_contain_text("somebody is detained", timeout=LONG)
    await expect(offer).to_contain_text("Almaty")
    await expect(citizen.locator(".theirs").last).to_contain_text("Кімді ұстады?", timeout=LONG)
    await film.shoot(3)
    await writes(citizen, "Made-up Aidos")
    await expect(citizen.locator(".theirs").last).to_contain_text("Көше", timeout=LONG)
    await film.shoot()
    await presses(citizen, SKIP["kk"])
    await expect(citizen.locator(".theirs").last).to_contain_text("Қашан", timeout=LONG)
    await settle(house.stage)
    await film.shoot()
    await expect(offer).to_contain_text("1 person")
    await expect(lawyer).not_to_contain_text("Aidos")
    await presses(lawyer, "✅ I'll take it")
    await expect(lawyer.locator(".theirs").last).to_contain_text("Made-up Aidos", timeout=LONG)
    await expect(citizen).to_contain_text("Хабарыңызбен заңгер айналысып жатыр.", timeout=LONG)
    await film.shoot(3)
    await presses(lawyer, "🚗 On my way")
    await expect(citizen).to_contain_text("жолға шықты", timeout=LONG)
    await film.shoot(4)
    film.save("film")
    pocket = await windows(POCKET, "kk", reduced_motion="reduce")
    await pocket.get_by_role("tab", name="Made-up Ruslan").click()
    await expect(phone(pocket, house.cast.members["ruslan"])).to_contain_text("Made-up Aidos")


async def test_the_first_minute_is_gone_through_by_the_keyboard_alone(house: House, windows: Opens) -> None:
    page = await windows(ROOM, reduced_motion="reduce")
    guide = page.locator("#guide")
    await expect(guide).to_contain_text("Begin on the phone of Made-up Emma", timeout=LONG)
    for step in range(len(STEPS)):
        await expect(guide.locator(".steps .done")).to_have_count(step, timeout=LONG)
        await expect(page.locator(".press-here")).to_have_count(1, timeout=LONG)
        await guide.get_by_role("button", name="Show me").focus()
        await page.keyboard.press("Enter")  # it leads to the marked button
        await expect(page.locator(".press-here:focus")).to_have_count(1)
        await page.keyboard.press("Enter")
    await expect(guide).to_contain_text("Reported, taken, closed", timeout=LONG)
    reporter = phone(page, house.cast.citizens[2])
    await expect(reporter).to_contain_text("nobody is held", timeout=LONG)
    await expect(reporter).to_be_in_viewport(ratio=0.9)
    pocket = await windows(POCKET)
    await expect(phone(pocket, house.cast.citizens[2])).to_be_in_viewport(timeout=LONG)
    await guide.get_by_role("button", name="Leave").click()
    await expect(guide).to_be_hidden()
    await page.get_by_role("button", name="First minute").click()
    await expect(guide.get_by_role("button", name="Write /report")).to_be_visible(timeout=LONG)


async def test_time_goes_on_and_a_case_that_nobody_takes_goes_from_step_to_step(
    house: House, windows: Opens
) -> None:
    page = await windows(ROOM, reduced_motion="reduce")
    citizen = await house.stage.world.person("Made-up Zarina", language="ru")
    await citizen.writes("В Конаеве полиция забрала брата")
    neighbour = phone(page, house.cast.members["bolat"])
    await expect(neighbour.locator(".theirs").last).to_contain_text("Қонаев", timeout=LONG)
    await settle(house.stage)
    await behind(page, "Time")
    await expect(page.locator(".timers")).to_contain_text("Ask the next lawyers", timeout=LONG)
    coordinator = phone(page, house.cast.members["dana"])
    for _ in range(12):
        if NOBODY.search(await coordinator.inner_text()):
            break
        async with page.expect_response("**/backstage/clock", timeout=LONG):
            await page.get_by_role("button", name="+5 min").click()
    await expect(coordinator).to_contain_text(NOBODY, timeout=LONG)
    if await (listed := coordinator.get_by_role("button", name=CODE)).count():
        await listed.last.click()
    await expect(coordinator).to_contain_text("+77000000004", timeout=LONG)


async def test_a_kill_in_the_middle_of_a_conversation_loses_nothing(house: House, windows: Opens) -> None:
    page = await windows(ROOM, reduced_motion="reduce")
    citizen, lawyer = phone(page, house.cast.citizens[1]), phone(page, house.cast.members["saule"])
    await presses(citizen, "Начать")
    await presses(citizen, "Это кто-то другой")
    await expect(citizen.locator(".theirs").last).to_contain_text("городе", timeout=LONG)
    await behind(page, "Faults")
    await page.get_by_role("button", name="Kill (−9)").click()
    await expect(page.locator("#bot-pill")).to_have_text("No bot is listening", timeout=LONG)
    await presses(citizen, "Астана")
    await writes(citizen, "Их трое")
    await expect(page.locator("#bot-pill")).to_have_text("No bot; 2 wait", timeout=LONG)
    await expect(citizen.get_by_label("ждёт бота")).to_have_count(1)
    await page.locator("#section-faults").get_by_role("button", name="Start", exact=True).click()
    await expect(lawyer.locator(".theirs").last).to_contain_text("Астана", timeout=LONG)
    await expect(citizen).to_contain_text("Ваш код", timeout=LONG)
    await expect(citizen.get_by_label("ждёт бота")).to_have_count(0)
    await settle(house.stage)
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        found = [entry for entry in await tx.entries.select() if entry.payload.get("text") == "Их трое"]
    assert len(found) == 1


async def test_two_windows_stay_in_step(house: House, windows: Opens) -> None:
    one, other = await windows(), await windows(POCKET, "ru")
    await one.get_by_role("button", name="+1 min").click()
    await expect(one.locator("#bot-pill")).to_have_text("Bot is listening", timeout=LONG)
    newcomer = await house.stage.world.person("Made-up Erlan", language="en")
    for page in (one, other):
        await page.locator("select.others").select_option(label="Made-up Erlan")
    await presses(phone(one, newcomer), "Start")
    await writes(phone(other, newcomer), "/help")
    for page in (one, other):
        await expect(phone(page, newcomer)).to_contain_text("Hotline", timeout=LONG)
    minutes = [(await page.locator("#clock-time").inner_text())[:5] for page in (one, other)]
    assert minutes[0] == minutes[1]
