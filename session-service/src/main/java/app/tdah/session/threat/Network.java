package app.tdah.session.threat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The addresses that one party usually has at hand. */
final class Network {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;

  private Network() {}

  /** The /24 of an IPv4 address, the /48 of an IPv6 one; anything else stands for itself. */
  static String of(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      int kept = literal instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
      byte[] bytes = literal.getAddress();
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
    } catch (IllegalArgumentException | UnknownHostException e) {
      return address;
    }
  }
}
