package app.tdah.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBlockTests {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:0DB8:1:2::9, 2001:db8:1:2::/64",
    "2001:db8:1:2::, 2001:db8:1:2::/64",
    "2001:db8::, 2001:db8:0:0::/64",
    "::1, 0:0:0:0::/64",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::FFFF:c000:201, 192.0.2.1",
    "fe80::1%eth0, fe80:0:0:0::/64",
    "fe80:0:0:0:1:2:3:4%3, fe80:0:0:0::/64",
    "fe80::1%no-such-card, fe80:0:0:0::/64",
    "unknown, unknown",
    "nonsense:zz, nonsense:zz",
  })
  void oneCustomerIsOneAddress(String address, String block) {
    assertThat(AddressBlock.of(address)).isEqualTo(block);
  }
}
