/** A user, a socket and a model that does as it is told. */
package app.tdah.chat.testing;
