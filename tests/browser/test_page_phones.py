"""Phones in a real browser: what a person sees and does, on the bare server."""

import pytest
from playwright.async_api import Locator, Page, expect
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from playground import Phone, Playground, Screen, Server
from tests.browser.conftest import POCKET, Opens

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.slow]  # the browser's


def phone(page: Page, person: Screen) -> Locator:
    return page.locator(f"#phone-{person.chat_id}")


async def writes(where: Locator, text: str) -> None:
    box = where.locator("textarea")
    await box.fill(text)
    await box.press("Enter")


async def menu(where: Locator, opener: str, entry: str) -> None:
    await where.get_by_role("button", name=opener, exact=True).click()
    await where.page.get_by_role("menuitem", name=entry, exact=True).click()


async def started(world: Playground, name: str = "Made-up Aigerim", language: str = "en") -> Phone:
    person = await world.person(name, language=language, phone="+77000000011")
    await person.starts()
    return person


async def test_a_person_writes_and_taps_and_the_bot_answers(
    world: Playground, bot: Bot, opens: Opens
) -> None:
    citizen = await world.person("Made-up Aigerim", language="en")
    page = await opens()
    shown = phone(page, citizen)
    await shown.get_by_role("button", name="Start").click()
    await expect(shown.locator(".own .text")).to_have_text("/start")
    (start,) = await bot.get_updates(timeout=10)
    keys = [[InlineKeyboardButton("Police", callback_data="p", style="danger")]]
    await bot.send_message(citizen.id, "What happened?", reply_markup=InlineKeyboardMarkup(keys))
    tapped = shown.get_by_role("button", name="Police")
    await expect(tapped).to_have_class("key danger")
    await tapped.click()
    (update,) = await bot.get_updates(offset=start.update_id + 1, timeout=10)
    assert update.callback_query is not None
    assert update.callback_query.data == "p"
    await update.callback_query.answer("Noted")
    await expect(shown.locator(".notice")).to_have_text("Noted")
    await writes(shown, "near the hotel")
    await expect(shown.locator(".own .text").last).to_have_text("near the hotel")
    assert (await citizen.messages())[-1].text == "near the hotel"


async def test_one_tick_waits_for_the_bot_and_two_have_reached_it(
    world: Playground, bot: Bot, opens: Opens
) -> None:
    citizen = await started(world)
    shown = phone(await opens(), citizen)
    await expect(shown.get_by_label("waits for the bot")).to_have_count(1)
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    await expect(shown.get_by_label("the bot has it")).to_have_count(1)


async def test_edited_and_deleted_messages_are_marked(world: Playground, bot: Bot, opens: Opens) -> None:
    citizen = await started(world)
    shown = phone(await opens(), citizen)
    await writes(shown, "three peple")
    own = shown.locator(".own").last
    await own.hover()
    await menu(own, "Message menu", "Edit")
    await writes(shown, "three people")
    await expect(own.locator(".text")).to_have_text("three people")
    await expect(own.locator(".edited")).to_have_text("edited")
    await own.hover()
    await menu(own, "Message menu", "Delete")
    await expect(own).to_have_text("Deleted")
    sent = await bot.send_message(citizen.id, "a secret")
    await expect(shown.get_by_text("a secret")).to_be_visible()
    await bot.delete_message(citizen.id, sent.message_id)
    await expect(shown.get_by_text("a secret")).to_have_count(0)
    await expect(shown.locator(".theirs.gone, .line.gone").last).to_have_text("Deleted")


async def test_text_is_never_markup(world: Playground, bot: Bot, opens: Opens) -> None:
    attack = '<img src=x onerror="document.title=1"><b>bold</b>'
    citizen = await started(world, "<i>Made-up</i>")
    page = await opens()
    await bot.send_message(citizen.id, attack)
    await expect(phone(page, citizen).locator(".theirs .text")).to_have_text(attack)
    await expect(phone(page, citizen).locator("h2")).to_have_text("<i>Made-up</i>")
    assert await page.locator(".text img, .text b, h2 i").count() == 0


async def test_a_reply_keyboard_and_what_it_asks_for(world: Playground, bot: Bot, opens: Opens) -> None:
    citizen = await started(world)
    page = await opens()
    shown = phone(page, citizen)
    rows = [
        [KeyboardButton("My place", request_location=True), KeyboardButton("My phone", request_contact=True)],
        [KeyboardButton("Almaty")],
    ]
    await bot.send_message(
        citizen.id, "Where?", reply_markup=ReplyKeyboardMarkup(rows, input_field_placeholder="City")
    )
    await expect(shown.get_by_placeholder("City")).to_be_visible()
    await shown.get_by_role("button", name="My place").click()
    await page.get_by_role("button", name="Aktau").click()
    await page.get_by_role("button", name="Share").click()
    await expect(shown.locator(".place b")).to_have_text("Aktau")
    await shown.get_by_role("button", name="My phone").click()
    await expect(page.get_by_role("dialog")).to_contain_text("+77000000011")
    await page.get_by_role("button", name="Share").click()
    await expect(shown.locator(".card b")).to_have_text("Made-up Aigerim")
    await shown.get_by_role("button", name="Almaty").click()
    place, contact, city = (await citizen.messages())[-3:]
    assert place.raw["location"]["latitude"] == pytest.approx(43.66, abs=0.02)
    assert contact.raw["contact"]["user_id"] == citizen.id
    assert city.text == "Almaty"


async def test_a_place_is_chosen_on_the_map(world: Playground, opens: Opens) -> None:
    citizen = await started(world)
    page = await opens()
    await menu(phone(page, citizen), "Attach", "Location…")
    await page.get_by_role("img", name="Map").click(position={"x": 300, "y": 100})
    await page.get_by_role("button", name="Share").click()
    await expect(phone(page, citizen).locator(".place")).to_be_visible()
    place = (await citizen.messages())[-1].raw["location"]
    assert 40 < place["latitude"] < 56
    assert 46 < place["longitude"] < 88


async def test_pictures_voice_contacts_and_forwarded_words(world: Playground, opens: Opens) -> None:
    citizen = await started(world)
    page = await opens()
    shown = phone(page, citizen)
    await menu(shown, "Attach", "Sample picture")
    await expect(shown.locator("img.photo")).to_be_visible()
    assert (
        await shown.locator("img.photo").evaluate(
            "async (one) => { await one.decode(); return one.naturalWidth; }"
        )
        == 960
    )
    await menu(shown, "Attach", "Sample voice note")
    await expect(shown.locator("audio")).to_be_visible()
    await menu(shown, "Attach", "Somebody’s contact…")
    await page.get_by_role("button", name="Share").click()
    await expect(shown.locator(".card")).to_contain_text("Made-up Daniyar")
    await menu(shown, "Attach", "Forwarded message…")
    await page.get_by_label("Text").fill("they took him at noon")
    await page.get_by_role("dialog").get_by_role("button", name="Forward").click()
    await expect(shown.locator(".origin")).to_have_text("Forwarded from Made-up Saule")
    files = [message.file["kind"] for message in await citizen.messages() if message.file]
    assert files == ["photo", "voice"]


async def test_a_person_blocks_the_bot_and_takes_it_back(world: Playground, opens: Opens) -> None:
    citizen = await started(world)
    shown = phone(await opens(), citizen)
    await menu(shown, "Phone menu", "Block the bot")
    await expect(shown.get_by_text("The bot is blocked here.")).to_be_visible()
    await expect(shown.locator("textarea")).to_be_hidden()
    await shown.get_by_role("button", name="Unblock").click()
    await expect(shown.locator("textarea")).to_be_visible()
    kinds = [next(iter(set(line["update"]) - {"update_id"})) for line in await world.updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member"]


async def test_without_network_things_wait(world: Playground, opens: Opens) -> None:
    citizen = await started(world)
    shown = phone(await opens(), citizen)
    await menu(shown, "Phone menu", "Lose the network")
    await expect(shown.get_by_text("No network: what you do waits.")).to_be_visible()
    await writes(shown, "from the cellar")
    assert (await citizen.messages())[-1].text == "/start"
    await menu(shown, "Phone menu", "Network is back")
    await expect(shown.get_by_text("from the cellar")).to_be_visible()


async def test_commands_are_offered_and_chosen_by_keyboard(world: Playground, bot: Bot, opens: Opens) -> None:
    await bot.set_my_commands([("start", "Begin"), ("language", "Another language"), ("id", "My own id")])
    citizen = await started(world)
    page = await opens()
    box = phone(page, citizen).locator("textarea")
    await box.press_sequentially("/")
    await expect(phone(page, citizen).get_by_role("option")).to_have_count(3)
    await box.press("ArrowDown")
    await expect(phone(page, citizen).get_by_role("option", selected=True)).to_contain_text("/language")
    await box.press("Enter")
    await expect(phone(page, citizen).locator(".own .text").last).to_have_text("/language")


async def test_a_channel_only_shows_and_in_a_group_somebody_writes(
    world: Playground, bot: Bot, opens: Opens
) -> None:
    dana, alma = (
        await world.person("Made-up Dana", language="en"),
        await world.person("Made-up Alma", language="en"),
    )
    channel = await world.channel("Digest")
    group = await world.group("Coordinators", dana, alma)
    page = await opens()
    await bot.send_message(channel.chat_id, "17 September: 3 new")
    await expect(phone(page, channel)).to_contain_text("17 September: 3 new")
    await expect(phone(page, channel).locator("textarea")).to_be_hidden()
    shown = phone(page, group)
    await shown.get_by_label("Writes as").select_option(label="Made-up Alma")
    await writes(shown, "on it")
    await expect(shown.locator(".own .text")).to_have_text("on it")
    assert (await group.messages())[-1].sender == alma.id
    await shown.get_by_label("Writes as").select_option(label="Made-up Dana")
    await expect(shown.locator(".theirs .sender")).to_have_text("Made-up Alma")


async def test_somebody_adds_the_bot_to_a_group_and_removes_it(
    world: Playground, bot: Bot, opens: Opens
) -> None:
    dana = await world.person("Made-up Dana", language="en")
    group = await world.group("Coordinators", dana, bot="left")
    shown = phone(await opens(), group)
    await menu(shown, "Phone menu", "Add the bot")
    removes = shown.page.get_by_role("menuitem", name="Remove the bot", exact=True)
    for _ in range(100):  # one that was opened before the page has heard of it says what it said
        await shown.get_by_role("button", name="Phone menu", exact=True).click()
        if await removes.is_visible():
            break
        await shown.page.keyboard.press("Escape")
    await removes.click()
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change and change.new_chat_member.status for change in changes] == ["member", "kicked"]


async def test_what_is_pressed_twice_is_done_once(world: Playground, opens: Opens) -> None:
    citizen = await world.person("Made-up Aigerim", language="en")
    shown = phone(await opens(), citizen)
    await shown.get_by_role("button", name="Start").dblclick()
    box = shown.locator("textarea")
    await box.fill("They took my brother")
    await box.press("Enter")
    await box.press("Enter")
    await writes(shown, "in Astana")
    await expect(shown.locator(".own .text")).to_have_text(["/start", "They took my brother", "in Astana"])
    assert [message.text for message in await citizen.messages()][1:] == ["They took my brother", "in Astana"]


async def test_what_the_server_refuses_is_in_the_field_again(world: Playground, opens: Opens) -> None:
    citizen = await started(world)
    page = await opens()
    await page.route("**/write", lambda route: route.abort())
    await writes(phone(page, citizen), "They took my brother")
    await expect(phone(page, citizen).locator("textarea")).to_have_value("They took my brother")


async def test_a_key_of_the_reply_keyboard_is_said_though_a_message_is_being_edited(
    world: Playground, bot: Bot, opens: Opens
) -> None:
    citizen = await started(world)
    await citizen.writes("in Astana")
    await bot.send_message(citizen.id, "Where?", reply_markup=ReplyKeyboardMarkup([["Almaty"]]))
    shown = phone(await opens(), citizen)
    await shown.locator(".own").last.hover()
    await shown.locator(".own").last.get_by_role("button", name="Message menu").click()
    await shown.page.get_by_role("menuitem", name="Edit").click()
    await shown.get_by_role("button", name="Almaty").click()
    await expect(shown.locator(".own .text")).to_have_text(["/start", "in Astana", "Almaty"])
    await expect(shown.locator("textarea")).to_have_value("in Astana")


async def test_two_windows_stay_in_step(world: Playground, bot: Bot, opens: Opens) -> None:
    citizen = await started(world)
    left, right = await opens(), await opens(language="ru")
    await writes(phone(left, citizen), "seen in both")
    await expect(phone(right, citizen).get_by_text("seen in both")).to_be_visible()
    await phone(right, citizen).locator("textarea").fill("a draft stays in its window")
    await right.get_by_role("button", name="+5 мин").click()
    await expect(left.locator("#clock-time")).to_have_text("18:09:00")
    await bot.send_message(citizen.id, "for all")
    for page in (left, right):
        await expect(phone(page, citizen).locator(".theirs .text")).to_have_text("for all")
    await expect(phone(left, citizen).locator("textarea")).to_have_value("")


async def test_each_phone_has_its_language_and_the_page_its_own(world: Playground, opens: Opens) -> None:
    kazakh, russian = (
        await world.person("Made-up Alma", language="kk"),
        await world.person("Made-up Igor", language="ru"),
    )
    page = await opens()
    await page.get_by_label("Language of this page").select_option(label="Қазақша")
    await expect(page.locator("html")).to_have_attribute("lang", "kk")
    await expect(page.locator("#clock-date")).to_have_text("дс, 2018 ж. 17 қыркүйек · Алматы")
    await expect(phone(page, kazakh)).to_have_attribute("lang", "kk")
    await expect(phone(page, russian).get_by_role("button", name="Начать")).to_be_visible()
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "kk")


async def test_on_a_small_screen_phones_are_tabs_that_count_the_unread(
    world: Playground, bot: Bot, opens: Opens
) -> None:
    one, two = await started(world, "Made-up Alma"), await started(world, "Made-up Igor")
    page = await opens(POCKET)
    await expect(phone(page, one)).to_be_visible()
    await expect(phone(page, two)).to_be_hidden()
    await bot.send_message(two.id, "psst")
    tab = page.get_by_role("tab", name="Made-up Igor")
    await expect(tab.locator(".unread")).to_have_text("1")
    await page.get_by_role("tab", name="Made-up Alma").focus()
    await page.keyboard.press("ArrowRight")
    await expect(phone(page, two)).to_be_visible()
    await expect(tab.locator(".unread")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_an_empty_server_offers_a_first_phone(world: Playground, opens: Opens) -> None:
    page = await opens()
    await page.get_by_role("main").get_by_role("button", name="Add a person").click()
    await page.get_by_label("Name").fill("Made-up Saule")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.locator(".phone h2")).to_have_text("Made-up Saule")


async def test_a_phone_with_signal_has_no_buttons_but_signs_ticks_and_messages_that_disappear(
    world: Playground, server: Server, opens: Opens
) -> None:
    citizen = await world.on_signal("Made-up Aigul", language="en")
    page = await opens()
    shown = phone(page, citizen)
    await writes(shown, "they took my brother")
    await expect(shown.locator(".notes")).to_have_text("Message request: the bot has not accepted it yet.")
    await expect(shown.get_by_label("waits for the bot")).to_have_count(1)
    (envelope,) = server.signal.signal.undelivered
    person = {"recipient": [envelope["envelope"]["sourceUuid"]]}
    server.signal.signal.undelivered.clear()
    server.signal.methods("sendMessageRequestResponse", {**person, "type": "accept"})
    server.signal.methods("updateContact", {"recipient": person["recipient"][0], "expiration": 3600})
    await expect(shown.locator(".notes")).to_have_text("Messages disappear after: 1 hour")
    await expect(shown.get_by_label("the bot has it")).to_have_count(1)
    server.signal.methods("send", {**person, "message": "May we write to you?\n\n1 Yes · 2 No"})
    question = shown.locator(".theirs")
    await expect(question.get_by_label("The bot knows that it was delivered")).to_be_visible()
    await question.locator(".bubble").click()
    await page.get_by_role("menuitem", name="👍").click()
    await expect(question.locator(".sign")).to_have_text("👍")
    await expect(question.get_by_label("The bot knows that it was read")).to_be_visible()
    told = [event["envelope"] for event in server.signal.signal.undelivered]
    assert sum(one.get("receiptMessage", {}).get("isRead", False) for one in told) == 1
    assert told[-1]["dataMessage"]["reaction"]["emoji"] == "👍"
    await world.advance(hours=1)
    await expect(shown.locator(".theirs:visible")).to_have_count(0)
