-- KEYS: ended-session:{sid}, session:{sid}, user-sessions:{userId}; ARGV: sid, seconds to remember the end
redis.call('SET', KEYS[1], '1', 'EX', ARGV[2])
redis.call('DEL', KEYS[2])
redis.call('SREM', KEYS[3], ARGV[1])
redis.call('PUBLISH', 'sessions-ended', ARGV[1])
return 1
