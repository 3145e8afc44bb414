-- KEYS: session:{sid}, ...; returns lastSeenAt of each, '' where there is none
local seen = {}
for i, key in ipairs(KEYS) do
  seen[i] = redis.call('HGET', key, 'lastSeenAt') or ''
end
return seen
