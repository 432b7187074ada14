# The server with its media worker and web client. Debian 12: where upstream's worker cannot be downloaded, it is built here.
FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
# What a worker built here is linked against; upstream's needs none of it.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libsrtp2-1 libuv1 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
RUN install -d -o node -g node -m 700 /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
VOLUME /data
USER node
CMD ["node", "server/main.ts"]
