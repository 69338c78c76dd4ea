import type { Queue } from 'bullmq'

/** A client of Redis, as BullMQ has it. */
export type Redis = Awaited<ReturnType<Queue['getBackend']>['client']>

/** How many lanes a load has: as its first user said. */
const lanes = `
redis.call('HSETNX', KEYS[1], 'lanes', ARGV[1])
return redis.call('HGET', KEYS[1], 'lanes')`

/**
 * Which lane items go in. Identities that come together are one from then on: each points to
 * another, or to its lane. For each item, its lane, then lanes where others of it went before.
 */
const assign = `
local function rootOf(identity)
  local value = redis.call('HGET', KEYS[1], identity)
  while value and string.sub(value, 1, 1) == '>' do
    identity = string.sub(value, 2)
    value = redis.call('HGET', KEYS[1], identity)
  end
  return identity, value
end
local answers = {}
for at, item in ipairs(cjson.decode(ARGV[1])) do
  local root, lane
  local others = {}
  for _, identity in ipairs(item.identities) do
    local itsRoot, itsLane = rootOf(identity)
    if itsLane and not root then
      root = itsRoot
      lane = itsLane
    elseif itsLane and itsRoot ~= root then
      if itsLane ~= lane then table.insert(others, itsLane) end
      redis.call('HSET', KEYS[1], itsRoot, '>' .. root)
    end
  end
  if not lane then lane = item.lane end
  for _, identity in ipairs(item.identities) do
    if not root then
      root = identity
      redis.call('HSET', KEYS[1], root, lane)
    elseif identity ~= root then
      redis.call('HSET', KEYS[1], identity, '>' .. root)
    end
  end
  answers[at] = {lane, unpack(others)}
end
return cjson.encode(answers)`

const now = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`

/**
 * Takes leave for one call, under an id. 0, or the milliseconds until there may be leave; -1 where
 * that depends on the answers to calls on their way. A window that nothing is known of is begun by
 * one call; if nothing is heard of it for 5 seconds, by another.
 */
const take = `${now}
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - ARGV[2])
local ends = tonumber(redis.call('HGET', KEYS[1], 'ends') or 0)
if ends > now then
  local left = tonumber(redis.call('HGET', KEYS[1], 'left'))
  if left <= 0 then return ends - now end
  if redis.call('ZCARD', KEYS[2]) >= left then return -1 end
elseif redis.call('ZCOUNT', KEYS[2], math.max(ends, now - 5000), '+inf') > 0 then
  return -1
end
redis.call('ZADD', KEYS[2], now, ARGV[1])
redis.call('PEXPIRE', KEYS[2], 3600000)
return 0`

/**
 * Notes the answer to a call: what is left, when the window ends on the API's clock, in how many
 * milliseconds that is, and whether it was a 429. Answers of one window may come in any order.
 */
const note = `${now}
redis.call('ZREM', KEYS[2], ARGV[1])
if not ARGV[2] then return 0 end
local left, reset, ends = tonumber(ARGV[2]), tonumber(ARGV[3]), now + tonumber(ARGV[4])
local isRefused = ARGV[5] == '1'
local state = redis.call('HMGET', KEYS[1], 'reset', 'left', 'ends')
local known = tonumber(state[1] or 0)
if isRefused and reset == 0 then reset = known end
if reset < known then return 0 end
if reset == known and tonumber(state[3] or 0) > now and not isRefused then
  left = math.min(left, tonumber(state[2]))
  ends = math.min(ends, tonumber(state[3]))
end
redis.call('HSET', KEYS[1], 'reset', reset, 'left', left, 'ends', ends)
redis.call('PEXPIRE', KEYS[1], 3600000)
return 0`

/** Teaches a client the scripts of a load. */
export function define(redis: Redis): void {
  redis.defineCommand('connectifLanes', { numberOfKeys: 1, lua: lanes })
  redis.defineCommand('connectifAssign', { numberOfKeys: 1, lua: assign })
  redis.defineCommand('connectifTake', { numberOfKeys: 2, lua: take })
  redis.defineCommand('connectifNote', { numberOfKeys: 2, lua: note })
}
