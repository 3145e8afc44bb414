/** Export, erasure and retention of what a service holds about people. */
@NullMarked
package app.tdah.defaults.privacy;

import org.jspecify.annotations.NullMarked;
