#!/usr/bin/env bash
# A client that is not JavaScript, against `connectif mock`: curl here, as it would be PHP or Python.
# In a project of yours `npx connectif mock` starts the server.
#
#     npm run build
#     bash examples/without-javascript.sh
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
node dist/mock/cli/main.js mock --port 0 > "$work/screen" &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT

# It says where it listens once it does.
until url=$(grep -m1 -o 'http://[^ ]*' "$work/screen"); do
  kill -0 "$server"
  sleep 0.05
done

# Calls the API, prints the answer, and holds its status against what is expected.
call() {
  local expected=$1 method=$2 path=$3
  shift 3
  printf '\n%s %s\n' "$method" "$path"
  local status
  status=$(curl --silent --show-error --output "$work/answer" --write-out '%{http_code}' \
    --request "$method" "$url$path" --header 'Authorization: apiKey example:secret' \
    --header 'Content-Type: application/json' "$@")
  printf '%s %s\n' "$status" "$(cat "$work/answer")"
  [ "$status" = "$expected" ]
}

card='/contacts/external-id/POS-000123'
call 200 PATCH "$card" --data '{"_name": "Ada", "_points": 10}'
call 200 PATCH "$card" --data '{"_email": "ada@example.com"}'
call 200 GET /contacts/email/ada@example.com
grep -q '"_points":10' "$work/answer"

# What the API refuses, the twin refuses, and says why.
call 422 PATCH "$card" --data '{"_points": "ten"}'

# The next call meets an API that is down, as a test wants it; the one after that does not.
call 201 POST /__twin/faults --data '{"kind": "status", "status": 503, "times": 1}'
call 503 GET "$card"
call 200 GET "$card"

call 204 DELETE "$card"
call 404 GET "$card"
