/// The browser as a channel that is its own platform: a private talk, and simulated building groups.
@NullMarked
@NamedInterface("webchat")
package org.linli.channels.webchat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
