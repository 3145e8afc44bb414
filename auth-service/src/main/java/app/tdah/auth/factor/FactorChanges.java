package app.tdah.auth.factor;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What goes with every change of a factor, however it came about; runs in the transaction of the
 * change, which has to hold {@link SecondFactors#lock}.
 */
@Component
class FactorChanges {

  private final BackupCodes backupCodes;
  private final TrustedDevices devices;
  private final SecondFactors factors;
  private final FactorNotice notice;

  FactorChanges(
      BackupCodes backupCodes, TrustedDevices devices, SecondFactors factors, FactorNotice notice) {
    this.backupCodes = backupCodes;
    this.devices = devices;
    this.factors = factors;
    this.notice = notice;
  }

  /** Hashes, so to be called without a transaction; nothing when the account has codes. */
  Map<String, String> prepareCodes(UUID accountId) {
    return backupCodes.exist(accountId) ? Map.of() : backupCodes.make();
  }

  /**
   * A factor was added. The first brings backup codes; of two that are added at once only one is
   * the first, so that nobody is shown codes that are void already.
   *
   * @param prepared by {@link #prepareCodes}
   * @return the codes to show; null when there are some already
   */
  @Nullable List<String> added(UUID accountId, String factor, Map<String, String> prepared) {
    notice.changed(accountId, factor, "ADDED");
    if (backupCodes.exist(accountId)) {
      return null;
    }
    // Made here only when the last ones were removed since they were looked for.
    Map<String, String> codes = prepared.isEmpty() ? backupCodes.make() : prepared;
    backupCodes.replace(accountId, codes);
    return List.copyOf(codes.keySet());
  }

  /** Codes without a factor that they could stand in for are no use; trust is asked for anew. */
  void removed(UUID accountId, String factor) {
    devices.removeAll(accountId);
    if (factors.of(accountId).isEmpty()) {
      backupCodes.removeAll(accountId);
    }
    notice.changed(accountId, factor, "REMOVED");
  }
}
