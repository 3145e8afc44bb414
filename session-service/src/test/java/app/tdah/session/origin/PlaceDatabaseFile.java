package app.tdah.session.origin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the smallest file in the MaxMind DB format 2.0 that knows one /8 of IPv4. */
final class PlaceDatabaseFile {

  private static final int NODES = 8;
  private static final int SEPARATOR = 16;
  private static final byte[] MARKER = {(byte) 0xab, (byte) 0xcd, (byte) 0xef};

  private PlaceDatabaseFile() {}

  /** Addresses that begin with this byte have the record, others none. */
  static byte[] of(int firstByte, Map<String, Object> record) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int node = 0; node < NODES; node++) {
      int next = node == NODES - 1 ? NODES + SEPARATOR : node + 1;
      boolean right = (firstByte >> (NODES - 1 - node) & 1) == 1;
      write24(file, right ? NODES : next);
      write24(file, right ? next : NODES);
    }
    file.writeBytes(new byte[SEPARATOR]);
    write(file, record);
    file.writeBytes(MARKER);
    file.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
    write(
        file,
        Map.of(
            "node_count",
            (long) NODES,
            "record_size",
            24,
            "ip_version",
            4,
            "database_type",
            "Test-City",
            "languages",
            Map.of(),
            "binary_format_major_version",
            2,
            "binary_format_minor_version",
            0,
            "build_epoch",
            1L,
            "description",
            Map.of("en", "one network")));
    return file.toByteArray();
  }

  private static void write24(ByteArrayOutputStream file, int value) {
    file.write(value >> 16);
    file.write(value >> 8);
    file.write(value);
  }

  /** Types of the format: 2 string, 3 double, 5 uint16, 6 uint32, 7 map, 9 uint64, 11 array. */
  private static void write(ByteArrayOutputStream file, Object value) {
    switch (value) {
      case Map<?, ?> map when map.isEmpty() -> {
        file.write(0);
        file.write(11 - 7);
      }
      case Map<?, ?> map -> {
        file.write(7 << 5 | map.size());
        map.forEach((key, field) -> {
          write(file, key);
          write(file, field);
        });
      }
      case String text -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 29) {
          file.write(2 << 5 | bytes.length);
        } else {
          file.write(2 << 5 | 29);
          file.write(bytes.length - 29);
        }
        file.writeBytes(bytes);
      }
      case Double number -> {
        file.write(3 << 5 | 8);
        file.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
      }
      case Integer number -> {
        file.write(5 << 5 | 2);
        file.write(number >> 8);
        file.write(number);
      }
      case Long number -> {
        file.write(6 << 5 | 4);
        file.writeBytes(ByteBuffer.allocate(4).putInt(number.intValue()).array());
      }
      default -> throw new IllegalArgumentException("cannot write " + value.getClass());
    }
  }
}
