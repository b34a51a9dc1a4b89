/// The teaching room: people say what messages meant, and the service learns it when they want it to.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "channels",
            "community",
            "understanding",
            "masking",
            "dialogue",
            "inbox"
        })
package org.linli.teaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
