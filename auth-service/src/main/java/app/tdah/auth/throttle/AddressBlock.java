package app.tdah.auth.throttle;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who stands behind an IP address: all of IPv4, the /64 of IPv6 that one customer gets. */
final class AddressBlock {

  private static final int GROUPS = 8;
  private static final int NETWORK_GROUPS = 4;
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private static final Pattern MAPPED = Pattern.compile("::[Ff]{4}:([0-9.]+)");

  private AddressBlock() {}

  /** IPv4 that is mapped into IPv6 (RFC 4291, 2.5.5.2) is IPv4. */
  static String of(String address) {
    if (address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
      Matcher mapped = MAPPED.matcher(address);
      return mapped.matches() ? mapped.group(1) : address;
    }
    int zone = address.indexOf('%');
    String[] halves = (zone < 0 ? address : address.substring(0, zone)).split("::", 2);
    String[] groups = new String[GROUPS];
    Arrays.fill(groups, "0");
    String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
    System.arraycopy(head, 0, groups, 0, Math.min(head.length, GROUPS));
    if (halves.length == 2 && !halves[1].isEmpty()) {
      String[] tail = halves[1].split(":");
      int length = Math.min(tail.length, GROUPS);
      System.arraycopy(tail, 0, groups, GROUPS - length, length);
    }
    return String.join(
            ":", Arrays.stream(groups).limit(NETWORK_GROUPS).map(AddressBlock::plain).toList())
        + "::/64";
  }

  private static String plain(String group) {
    return GROUP.matcher(group).matches()
        ? Integer.toHexString(HexFormat.fromHexDigits(group))
        : group;
  }
}
