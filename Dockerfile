# A city's server: what pyproject.toml needs at the versions and hashes of requirements.lock, nothing of the tests.
FROM python:3.11-slim AS build
WORKDIR /site
COPY pyproject.toml requirements.lock ./
RUN python -m venv /venv \
 && sed -n '/^uv==/,/^    #/p' requirements.lock > uv.txt \
 && pip install --no-cache-dir --require-hashes -r uv.txt \
 && uv pip install --no-cache --compile-bytecode --python /venv/bin/python --require-hashes -r pyproject.toml -c requirements.lock

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production
WORKDIR /site
RUN useradd --system --create-home --uid 1000 site && install -d -o site -g site var/static var/media && chown site:site var
COPY --from=build /venv /venv
COPY . .
USER site
RUN SECRET_KEY=only-to-collect-files ALLOWED_HOSTS=localhost python manage.py collectstatic --noinput --verbosity 0
VOLUME /site/var/media
EXPOSE 8000
CMD ["gunicorn", "config.wsgi:application", "--bind=0.0.0.0:8000", "--workers=2", "--worker-class=gthread", "--threads=4", \
     "--no-control-socket", "--access-logfile=-"]
