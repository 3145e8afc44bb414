package app.tdah.session.device;

import java.util.UUID;

/** A session was ended here; to be carried to Redis once that is committed. */
record Revoked(UUID sessionId, UUID userId) {}
