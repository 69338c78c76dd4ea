# `connectif mock` in a container: docker build -t connectif-mock . && docker run -p 4010:4010 connectif-mock
# Its options follow the name of the image, such as --demo.

FROM node:24.21.0-slim AS build
WORKDIR /src
COPY . .
RUN npm ci && npm pack --pack-destination /package

FROM node:24.21.0-slim
RUN --mount=type=bind,from=build,source=/package,target=/package \
  npm install --global --omit=dev --no-audit --no-fund /package/*.tgz && npm cache clean --force
ENV NODE_ENV=production
USER node
EXPOSE 4010

# Bound to all addresses of the container, since it is asked from outside. So the control API, which
# steers the twin, is off: it is answered on loopback addresses only.
ENTRYPOINT ["connectif", "mock", "--host", "0.0.0.0", "--port", "4010"]

# A call without a key is refused by the twin, which is how it shows that it is there.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4010/contacts/email/a@example.com').then(({ status }) => process.exit(status === 401 ? 0 : 1), () => process.exit(1))"]
