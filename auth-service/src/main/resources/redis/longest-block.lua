-- KEYS: blocks; returns the milliseconds until the last of them ends, 0 when none stands.
local longest = 0
for _, key in ipairs(KEYS) do
  longest = math.max(longest, redis.call('PTTL', key))
end
return longest
