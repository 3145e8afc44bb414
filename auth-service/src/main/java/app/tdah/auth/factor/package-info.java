/** What proves who somebody is besides the password, and the devices that need it no more. */
@NullMarked
package app.tdah.auth.factor;

import org.jspecify.annotations.NullMarked;
