/// The post room (收发室): letters that did not arrive, how our accounts are, what passed between platforms and us.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "channels",
            "channels :: kept",
            "ledger",
            "inbox",
            "outbox",
            "community"
        })
package org.linli.postroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
