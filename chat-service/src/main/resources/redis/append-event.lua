-- Gives an event the user's next number, keeps it in the user's stream and hands it to all replicas.
-- KEYS: counter, stream. ARGV: first number, event without its number, kept events, kept seconds, channel, user.
if redis.call('exists', KEYS[1]) == 0 then
  redis.call('set', KEYS[1], ARGV[1])
end
local seq = string.format('%.0f', redis.call('incr', KEYS[1]))
local event = '{"seq":' .. seq .. ',' .. ARGV[2]
redis.call('xadd', KEYS[2], 'MAXLEN', '~', ARGV[3], seq .. '-0', 'e', event)
redis.call('expire', KEYS[1], ARGV[4])
redis.call('expire', KEYS[2], ARGV[4])
redis.call('publish', ARGV[5], ARGV[6] .. ' ' .. seq .. ' ' .. event)
return seq
