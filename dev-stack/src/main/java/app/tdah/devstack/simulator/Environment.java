package app.tdah.devstack.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** Environment variables; one that is set to nothing counts as missing. */
record Environment(Map<String, String> variables) {

  String get(String name, String otherwise) {
    String value = variables.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value.strip();
  }

  int number(String name, int otherwise) {
    String value = get(name, String.valueOf(otherwise));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + value, e);
    }
  }

  InetAddress address(String name, String otherwise) {
    String value = get(name, otherwise);
    try {
      return InetAddress.getByName(value);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(name + " is not an address: " + value, e);
    }
  }
}
