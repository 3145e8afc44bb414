/** What users are told, and its way to them by e-mail, SMS and in the app. */
@NullMarked
package app.tdah.user.notification;

import org.jspecify.annotations.NullMarked;
