/// What people send besides words: fetched before the platform forgets it, freed of what it tells about its sender,
/// kept for staff, forgotten after a time.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *", "channels", "outbox"})
package org.linli.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
