"""The composition root: builds everything from the settings, runs the loops in one TaskGroup, stops cleanly."""

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from bot.building import build_service, signal_of
from bot.clock.clock import Clock
from bot.config.secrets import bot_of
from bot.config.settings import Settings
from bot.loops import heartbeat, messenger_upkeep
from bot.loops.file_fetching import Fetching
from bot.loops.heartbeat import DeadMan
from bot.loops.inbox import Inbox, Made
from bot.loops.messenger_upkeep import prepare_messenger
from bot.loops.outbox import Outbox
from bot.loops.timers import Timers
from bot.loops.trouble import Operator
from bot.loops.watchman import Watchman
from bot.loops.webhook import WebhookLoop
from bot.messengers.messenger import Messenger
from bot.messengers.signal.client import Signal
from bot.messengers.telegram.client import Telegram
from bot.observability.pages import listener
from bot.observability.process import ALONE, Supervisor, seldom_collected
from core.sending.lanes import Sender
from core.sending.pace import SendingLimits
from core.sending.senders import Senders
from core.traffic import Run
from handlers import timing
from handlers.service import Service
from storage import bot_identity
from storage.database import Database
from storage.errors import AlreadyRunning
from storage.lock import REPLACED, ServerLock, open_and_hold
from storage.outbox import Waiting, release_other_boots

log = logging.getLogger(__name__)

LAST_SENDS = 5.0  # seconds that a clean stop waits for sends on their way


class App:
    """One running bot on an open database."""

    def __init__(
        self,
        settings: Settings,
        service: Service,
        database: Database,
        telegram: Telegram,
        clock: Clock,
        boot: Run,
        lock: ServerLock | None = None,
        signal: Signal | None = None,
    ) -> None:
        self.service = service
        self.database = database
        self.telegram = telegram
        self.clock = clock
        self.lock = lock
        self.boot = boot
        self.operator = Operator(database, telegram, service, clock)
        limits = settings.limits.limits()
        every: dict[Messenger, SendingLimits] = {telegram: limits}
        if signal is not None:
            every[signal] = settings.signal.limits(limits)
        self.every = list(every)
        self.signal = signal
        messengers = {messenger.name: messenger for messenger in self.every}
        senders = Senders[Waiting]({messenger.name: Sender(limits) for messenger, limits in every.items()})
        self.outbox = Outbox(database, messengers, service, clock, self.operator, senders, str(boot.id))
        self.timers = Timers(database, service, clock, self.operator)
        made, given = dict[str, Made](), settings.webhook
        if given.url and (secret := settings.webhook_secret) is not None:
            made[telegram.name] = partial(WebhookLoop, telegram.webhook, given.url, given.place, secret)
        self.inbox = Inbox(database, self.every, service, clock, self.operator, made)
        folder = database.folder
        self.fetching = (
            Fetching(database, folder, messengers, service, clock, self.operator)
            if folder is not None
            else None
        )
        self._warm = settings.successor_token, settings.telegram.successor, settings.telegram.api_url
        deadman = DeadMan(settings.heartbeat_url) if settings.heartbeat_url is not None else None
        self.watchman = Watchman(
            database,
            service,
            clock,
            self.operator,
            self.inbox,
            folder,
            deadman,
            settings.backup.watched,
        )
        self.listeners = [
            listener(
                place, database, settings.backup.watched, self.watchman, clock, lambda: self.inbox.refused
            )
            for place in settings.outside.places
        ]
        database.on_commit += [self.outbox.on_commit, self.timers.on_commit]
        if self.fetching is not None:
            database.on_commit.append(self.fetching.on_commit)

    async def run(self) -> None:
        """All loops, until cancelled. If one breaks, all end: a supervisor starts the program again."""
        async with asyncio.TaskGroup() as loops:
            for messenger in self.every:
                loops.create_task(prepare_messenger(messenger, self.database, self.service, self.clock))
            loops.create_task(self.outbox.run())
            loops.create_task(self.timers.run())
            loops.create_task(self.inbox.work())
            for polling in self.inbox.polls:
                loops.create_task(polling.run())
            if self.fetching is not None:
                loops.create_task(self.fetching.run())
            loops.create_task(
                heartbeat.note_alive(self.database, self.service, self.clock, self.boot, self.inbox)
            )
            loops.create_task(self.watchman.run())
            loops.create_task(messenger_upkeep.watch_second_bot(*self._warm, self.clock, self.operator))
            if self.signal is not None:
                loops.create_task(messenger_upkeep.watch_versions(self.signal, self.database, self.clock))
                loops.create_task(
                    messenger_upkeep.sweep_leftovers(self.signal, self.database, self.clock, self.operator)
                )
            for listener in self.listeners:
                loops.create_task(listener.run())

    async def finish(self) -> None:
        """After :meth:`run` was cancelled: what is on its way is recorded, so that nothing repeats for a clean stop."""
        await self.outbox.finish(LAST_SENDS)


@asynccontextmanager
async def open_app(
    settings: Settings, clock: Clock, *, standby: bool = False, supervisor: Supervisor = ALONE
) -> AsyncIterator[App]:
    """An app ready to run: database open and locked, leases of earlier runs released, wall-clock timers set."""
    assert settings.token is not None  # load() requires both
    service = build_service(settings)
    in_flight = settings.limits.in_flight
    # First: it may refuse the proxy of the environment, and has nothing open before it is used.
    token = settings.token.get_secret_value()
    telegram = Telegram(token, settings.telegram.api_url, in_flight=in_flight)
    keyring = settings.keyring()
    async with AsyncExitStack() as ours:
        ours.push_async_callback(telegram.close)
        messenger = signal_of(settings)
        if messenger is not None:
            ours.push_async_callback(messenger.close)
        database, lock = await open_and_hold(
            ours,
            settings.storage.url,
            keyring,
            settings.storage.folder,
            standby=standby,
            on_wait=supervisor.waits,
        )
        if database.folder is not None:
            database.folder.prepare()
        async with database.write(clock.now()) as tx:
            await bot_identity.begin(tx, bot_of(token))
            if database.high_water is not None:
                await timing.on_opened(tx, service, database.high_water)
            boot = await timing.on_started(tx, service)
            administrators, code = await timing.administrators_or_code(tx, service)
            released = await release_other_boots(tx, str(boot.id))
        if released:
            log.info("%d sends of an earlier run have an unknown outcome and are repeated", released)
        if code is not None:
            log.warning("nobody is the administrator yet: within the hour send this to the bot: %s", code)
        if lock is not None:
            lock.boot = boot.id
        app = App(settings, service, database, telegram, clock, boot, lock, messenger)
        app.operator.chats = administrators
        if released:
            app.outbox.sender.after_crash(clock.now())
        yield app


async def run(
    settings: Settings, clock: Clock, *, standby: bool = False, supervisor: Supervisor = ALONE
) -> None:
    """Run until SIGTERM or SIGINT. Raises StorageError or ExceptionGroup when it cannot go on. ``standby``: begins when no
    other process has the database any more.
    """
    gc.disable()  # what is read now stays to the end: enabled before that is said, it would be looked through at once
    try:
        async with open_app(settings, clock, standby=standby, supervisor=supervisor) as app:
            with seldom_collected():
                gc.enable()
                await _until_told_to_stop(app, supervisor)
    finally:
        gc.enable()


async def _until_told_to_stop(app: App, supervisor: Supervisor) -> None:
    app.watchman.on_audit.append(supervisor.found)
    app.watchman.on_alive.append(supervisor.alive)
    running = asyncio.create_task(app.run())
    if app.lock is not None:
        app.lock.on_lost = running.cancel
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, running.cancel)
    log.info("running")
    supervisor.ready("running")
    try:
        await running
    except asyncio.CancelledError:
        if app.lock is not None and app.lock.lost:
            raise AlreadyRunning(REPLACED) from None
        supervisor.stopping()
        await app.finish()
        log.info("stopped")
