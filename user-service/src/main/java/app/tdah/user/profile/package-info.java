/** Profiles and preferences of users. */
@NullMarked
package app.tdah.user.profile;

import org.jspecify.annotations.NullMarked;
