/** Who may do what: roles, the permissions that they bring, and the people who hold them. */
@NullMarked
package app.tdah.user.role;

import org.jspecify.annotations.NullMarked;
