package app.tdah.session.threat;

import java.util.Optional;

/** Knows one kind of threat, and can say why it takes something for one. */
interface Rule {

  /** In kebab case; also in the keys of its texts. */
  String name();

  /** Of all that it finds. */
  Severity severity();

  /** Looks at something that has just been recorded. */
  Optional<Finding> examine(Observation observation);
}
