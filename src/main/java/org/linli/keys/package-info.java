/// Keys by which programs of others are known: one kind for all interfaces, with scopes.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *", "community"})
package org.linli.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
