/// The community calls those who have to come, and they answer (吹哨报到).
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform :: *", "web", "channels", "outbox", "community", "cases", "cases :: staffing"})
package org.linli.whistles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
