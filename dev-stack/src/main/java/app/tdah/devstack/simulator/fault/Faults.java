package app.tdah.devstack.simulator.fault;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** The faults that are on, at most one per vendor. */
public final class Faults {
  private final Map<Vendor, Fault> active = new EnumMap<>(Vendor.class);

  public synchronized void set(Vendor vendor, Fault fault) {
    active.put(vendor, fault);
  }

  public synchronized void clear(Vendor vendor) {
    active.remove(vendor);
  }

  synchronized Fault current(Vendor vendor) {
    return active.getOrDefault(vendor, Fault.NONE);
  }

  /**
   * The vendor's fault if it {@code applies} to what is being done, else {@link Fault#NONE}. Counts
   * it down.
   */
  public synchronized Fault take(Vendor vendor, Predicate<Fault> applies) {
    Fault fault = current(vendor);
    if (fault == Fault.NONE || !applies.test(fault)) {
      return Fault.NONE;
    }
    Fault left = fault.once();
    if (left.times() != null && left.times() <= 0) {
      active.remove(vendor);
    } else {
      active.put(vendor, left);
    }
    return fault;
  }

  /** The fault of an API call, after its delay. */
  public Fault takeForCall(Vendor vendor) {
    Fault fault = take(vendor, Fault::concernsCalls);
    fault.pause();
    return fault;
  }
}
