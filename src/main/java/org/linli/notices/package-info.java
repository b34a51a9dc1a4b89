/// Who must know, and who knows (通知): notices, from the first draft to the last household that was visited.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "web :: atom",
            "channels",
            "media",
            "keys",
            "ledger",
            "outbox",
            "understanding",
            "dialogue",
            "community",
            "community :: choosing"
        })
package org.linli.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
