/// XMPP: rooms and private talks on a server of one's own, by one connection for each of our accounts.
@NullMarked
package org.linli.channels.xmpp;

import org.jspecify.annotations.NullMarked;
