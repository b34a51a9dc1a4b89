/// What everybody may read (公开): cases without whom they are about, after whoever wrote them agreed.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "web :: atom",
            "channels",
            "outbox",
            "media",
            "community",
            "masking",
            "cases"
        })
package org.linli.openness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
