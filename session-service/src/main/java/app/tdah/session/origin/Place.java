package app.tdah.session.origin;

import org.jspecify.annotations.Nullable;

/**
 * Roughly where an address is.
 *
 * @param city its name; null when only the country is known
 * @param country its name
 * @param latitude in degrees
 * @param longitude in degrees
 */
public record Place(@Nullable String city, String country, double latitude, double longitude) {

  private static final double EARTH_RADIUS_KM = 6371;

  /** Such as {@code Lisbon, Portugal}. */
  public String text() {
    return city == null ? country : city + ", " + country;
  }

  /** Along the surface of the earth, by the haversine formula. */
  public double kilometresTo(Place other) {
    double fromLatitude = Math.toRadians(latitude);
    double toLatitude = Math.toRadians(other.latitude);
    double half = Math.sin((toLatitude - fromLatitude) / 2);
    double across = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double chord = half * half + Math.cos(fromLatitude) * Math.cos(toLatitude) * across * across;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }
}
