-- KEYS: session:{sid}; ARGV: epoch seconds. Only a session that is there: a field alone would make one.
if redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
local since = tonumber(redis.call('HGET', KEYS[1], 'stepUpSince')) or 0
if since < tonumber(ARGV[1]) then
  redis.call('HSET', KEYS[1], 'stepUpSince', ARGV[1])
end
return 1
