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
            "polls",
            "polls :: ballots",
            "polls :: asking",
            "polls :: rounds",
            "polls :: calls",
            "teaching",
            "hotline",
            "administration :: employing",
            "administration :: keeping",
            "community :: personnel",
            "community :: file",
            "channels",
            "postroom",
            "outbox",
            "webhooks",
            "audit",
            "web :: residents",
            "web :: factor",
            "open311"
        })
package org.linli.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
