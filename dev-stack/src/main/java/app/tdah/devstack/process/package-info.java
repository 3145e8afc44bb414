/** Child processes that die with us, and what there is to know about one. */
@NullMarked
package app.tdah.devstack.process;

import org.jspecify.annotations.NullMarked;
