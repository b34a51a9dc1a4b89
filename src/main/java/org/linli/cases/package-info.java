/// What residents report, until it is solved and rated.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "web :: resident",
            "channels",
            "inbox",
            "outbox",
            "media",
            "understanding",
            "dialogue",
            "dialogue :: extract",
            "dialogue :: talks",
            "community"
        })
package org.linli.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
