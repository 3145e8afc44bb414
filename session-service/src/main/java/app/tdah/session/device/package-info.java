/** Sessions as their user knows them: the device, when it was last used, and the way to end it. */
@NullMarked
package app.tdah.session.device;

import org.jspecify.annotations.NullMarked;
