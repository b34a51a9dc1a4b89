/// Programs of others: Open311 GeoReport v2 with its extensions, the keys of clients, signed webhooks.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "channels",
            "understanding",
            "dialogue",
            "keys",
            "outbox",
            "community",
            "masking",
            "cases",
            "cases :: staffing"
        })
package org.linli.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
