package app.tdah.defaults.web;

/**
 * What is wrong with one field.
 *
 * @param field its path in the request, such as {@code email} or {@code items[0].title}
 * @param message one sentence for people
 */
public record FieldProblem(String field, String message) {}
