/** The realtime hub: one ordered stream of events per user, over STOMP, to all of their sockets. */
@NullMarked
package app.tdah.chat.realtime;

import org.jspecify.annotations.NullMarked;
