/** Black-box tests of the running suite, through its public face and the simulator's. */
@NullMarked
package app.tdah.e2e;

import org.jspecify.annotations.NullMarked;
