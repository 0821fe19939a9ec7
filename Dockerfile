# The bot in a container. Build: docker build -t dabyl .
# Run with the configuration mounted at /etc/dabyl/config.toml, the secrets as DABYL_TELEGRAM_TOKEN_FILE and
# DABYL_KEY_FILE, and a volume at /var/lib/dabyl, where a database with a relative name is kept. The rest may be
# read-only, but for /tmp: dabyl example compose.
FROM python:3.13-slim

ENV DABYL_CONFIG=/etc/dabyl/config.toml PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1

RUN useradd --system --uid 10001 --home-dir /var/lib/dabyl --create-home dabyl \
    && install -d -m 700 -o dabyl -g dabyl /var/backups/dabyl

# The pinned requirements first: they change less often than the program.
COPY requirements.txt /src/
RUN pip install --no-deps --require-hashes -r /src/requirements.txt

COPY pyproject.toml README.md LICENSE NOTICE config.example.toml roster.example.csv stations.example.csv /src/
COPY bot /src/bot
COPY core /src/core
COPY docs/run/operations.md /src/docs/run/
COPY docs/people /src/docs/people
COPY handlers /src/handlers
COPY playground /src/playground
COPY storage /src/storage
RUN pip install --no-deps --no-build-isolation /src && rm -r /src && python -m compileall -q /usr/local/lib/python3.13/site-packages \
    && PYTHONDONTWRITEBYTECODE= python -m core.resources

# By its number, so that a cluster can see that it is not root.
USER 10001
WORKDIR /var/lib/dabyl
VOLUME /var/lib/dabyl

# Whether a process has the database and lives; what else may need somebody starts no container anew.
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s --retries=3 \
    CMD ["dabyl", "status", "--alive"]

# SIGTERM is handled by the program itself: it finishes what it is sending and stops.
ENTRYPOINT ["dabyl"]
CMD ["run"]
