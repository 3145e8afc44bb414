/** Browsers and apps that users want to be reached on, by Web Push. */
@NullMarked
package app.tdah.user.push;

import org.jspecify.annotations.NullMarked;
