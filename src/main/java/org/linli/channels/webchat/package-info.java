/// The browser as a channel: a private talk, and simulated building groups.
@NullMarked
package org.linli.channels.webchat;

import org.jspecify.annotations.NullMarked;
