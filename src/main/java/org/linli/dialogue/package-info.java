/// Talks: asks for what is missing, hands a complete request to a skill.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "channels",
            "inbox",
            "outbox",
            "media",
            "understanding",
            "understanding :: spelling",
            "community"
        })
package org.linli.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
