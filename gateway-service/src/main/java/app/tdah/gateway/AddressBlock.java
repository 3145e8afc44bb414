package app.tdah.gateway;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Who stands behind an IP address: all of IPv4, the /64 of IPv6 that one customer gets, since
 * nobody can be limited by an address of which they have 2^64.
 */
final class AddressBlock {

  private static final int NETWORK_BYTES = 8;

  private AddressBlock() {}

  /** IPv4 that is mapped into IPv6 (RFC 4291, 2.5.5.2) is IPv4; what is no address is itself. */
  static String of(String address) {
    int zone = address.indexOf('%');
    try {
      InetAddress literal = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
      return literal instanceof Inet4Address ? literal.getHostAddress() : network(literal);
    } catch (IllegalArgumentException | UnknownHostException e) {
      return address;
    }
  }

  private static String network(InetAddress address) throws UnknownHostException {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    return InetAddress.getByAddress(bytes).getHostAddress().replaceFirst("(:0){4}$", "::/64");
  }
}
