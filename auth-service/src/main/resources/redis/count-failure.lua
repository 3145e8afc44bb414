-- KEYS: counter, block; ARGV: member ('' to count every failure), window, allowed, first delay, longest delay (ms).
-- A counter with members counts how many different ones there were. Returns {count, milliseconds to wait}.
local count
if ARGV[1] == '' then
  count = redis.call('INCR', KEYS[1])
else
  if redis.call('SCARD', KEYS[1]) < 1000 then
    redis.call('SADD', KEYS[1], ARGV[1])
  end
  count = redis.call('SCARD', KEYS[1])
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local over = count - tonumber(ARGV[3])
if over < 0 then
  return {count, 0}
end
local delay = math.min(tonumber(ARGV[4]) * 2 ^ math.min(over, 30), tonumber(ARGV[5]))
redis.call('SET', KEYS[2], '1', 'PX', string.format('%d', delay))
return {count, delay}
