/** How long each of many things took, shortest first, and all together. */
record Measured(long[] sortedNanos, long nanos) {

  double rate() {
    return sortedNanos.length * 1e9 / nanos;
  }

  double millis(double quantile) {
    int at = (int) Math.ceil(quantile * sortedNanos.length) - 1;
    return sortedNanos[Math.clamp(at, 0, sortedNanos.length - 1)] / 1e6;
  }
}
