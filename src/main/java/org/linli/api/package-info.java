/// The interface for programs, `/api/v1`: described by `templates/api/openapi.yaml`, which a test compares with it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "community",
            "keys",
            "cases",
            "cases :: behalf",
            "cases :: staffing",
            "cases :: merging",
            "cases :: callbacks",
            "cases :: desk",
            "whistles",
            "notices",
            "notices :: writing",
            "notices :: knowing",
            "notices :: sending",
            "notices :: audience",
            "notices :: enclosures",
            "notices :: translations",
            "polls",
            "polls :: ballots",
            "polls :: asking",
            "polls :: rounds",
            "polls :: calls",
            "teaching",
            "understanding",
            "openness",
            "hotline",
            "administration :: employing",
            "administration :: keeping",
            "community :: personnel",
            "community :: file",
            "channels",
            "postroom",
            "inbox",
            "outbox",
            "ledger",
            "webhooks",
            "audit",
            "web :: residents",
            "open311"
        })
package org.linli.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
