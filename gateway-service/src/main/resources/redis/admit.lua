-- Admits one request: is its session alive, and does its bucket hold a token? One round trip for both.
-- KEYS[1] the session, or '' for none; KEYS[2] the bucket
-- ARGV[1] now in ms; ARGV[2] tokens a second; ARGV[3] burst
-- returns {verdict, ms until the next token, stepUpSince, rolesSince}; verdict -1 no such session, 0 over the limit, 1 admitted;
-- the session's tokens are good if the user proved who they are after stepUpSince, and if issued at rolesSince or later (0: no matter)
local now = tonumber(ARGV[1])
local stepUpSince = 0
local rolesSince = 0
if KEYS[1] ~= '' then
  if redis.call('EXISTS', KEYS[1]) == 0 then
    return {-1, 0, 0, 0}
  end
  local session = redis.call('HMGET', KEYS[1], 'lastSeenAt', 'stepUpSince', 'rolesSince')
  local seen = tonumber(session[1]) or 0
  stepUpSince = tonumber(session[2]) or 0
  rolesSince = tonumber(session[3]) or 0
  if now - seen > 30000 then
    redis.call('HSET', KEYS[1], 'lastSeenAt', ARGV[1])
  end
end
local rate = tonumber(ARGV[2])
local burst = tonumber(ARGV[3])
local bucket = redis.call('HMGET', KEYS[2], 'tokens', 'at')
local tokens = tonumber(bucket[1]) or burst
local at = tonumber(bucket[2]) or now
tokens = math.min(burst, tokens + math.max(0, now - at) * rate / 1000)
local admitted = tokens >= 1
if admitted then
  tokens = tokens - 1
end
redis.call('HSET', KEYS[2], 'tokens', tostring(tokens), 'at', tostring(math.max(now, at)))
redis.call('PEXPIRE', KEYS[2], math.ceil(burst / rate * 1000) + 1000)
if admitted then
  return {1, 0, stepUpSince, rolesSince}
end
return {0, math.ceil((1 - tokens) / rate * 1000), stepUpSince, rolesSince}
