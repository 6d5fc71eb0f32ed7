# One image for the server and the workers.
FROM node:20-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY frontend frontend
RUN npm ci --no-audit --no-fund && npm run build

FROM python:3.11-slim
WORKDIR /app
COPY requirements requirements
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY backend backend
RUN pip install --no-cache-dir --no-deps --no-build-isolation .
COPY --from=pages /app/frontend/dist frontend/dist
RUN useradd --system --home /data colloquy && mkdir /data && chown colloquy /data
USER colloquy
VOLUME /data
EXPOSE 8000
CMD ["colloquy", "serve"]
