package app.tdah.user.audit;

import app.tdah.defaults.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/** The hashes that bind the entries to each other; without the service's key nobody makes one. */
@Component
class AuditChain {

  private final FieldCipher cipher;

  AuditChain(FieldCipher cipher) {
    this.cipher = cipher;
  }

  String hash(String previous, AuditEntry entry) {
    return cipher.blindIndex("audit " + previous + " " + entry.canonical());
  }

  String addressHash(String address) {
    return cipher.blindIndex("audit address " + address);
  }
}
