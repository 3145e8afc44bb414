-- KEYS: counter; ARGV: window seconds. The window starts at the first failure.
local failures = redis.call('INCR', KEYS[1])
if failures == 1 then
  redis.call('EXPIRE', KEYS[1], ARGV[1])
end
return failures
