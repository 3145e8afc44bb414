package app.tdah.e2e;

import java.util.UUID;

/** Client-made ids, as the web app makes them (RFC 9562 section 5.7). */
final class UuidV7 {

  private UuidV7() {}

  static String next() {
    UUID random = UUID.randomUUID();
    long high = System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF;
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }
}
