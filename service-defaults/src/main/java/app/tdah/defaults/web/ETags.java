package app.tdah.defaults.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Optimistic locking over HTTP (RFC 9110 section 13): the entity tag is the row's version. */
public final class ETags {

  private ETags() {}

  /** The {@code ETag} of a version, such as {@code "3"} with its quotes. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Checks {@code If-Match}; a missing header or {@code *} matches every version.
   *
   * @throws ProblemException 412 with code {@code precondition-failed}
   */
  public static void require(@Nullable String ifMatch, long currentVersion) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return;
    }
    for (String tag : ifMatch.split(",")) {
      if (tag.strip().equals(of(currentVersion))) {
        return;
      }
    }
    throw new ProblemException(
        HttpStatus.PRECONDITION_FAILED,
        "precondition-failed",
        "This has changed since you read it.");
  }
}
