/// Administration (管理): who works here and what they may do, changed from pages and in force at once.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "web :: passwords",
            "web :: elsewhere",
            "web :: factor",
            "web :: sessions",
            "cases",
            "community",
            "community :: personnel",
            "community :: file",
            "community :: editing",
            "keys",
            "outbox",
            "webhooks"
        })
package org.linli.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
